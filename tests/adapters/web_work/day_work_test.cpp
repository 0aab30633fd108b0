// What a coordinator does most, in as few presses as it takes: several parties at once, an answer
// by telephone, a summons at a time that needs no reason, goals in a row, a report, the reason of
// closing. Not the rules: the engine's tests. Rules kept: nothing is said that was not pressed, and
// what became of each is told.
#include <gtest/gtest.h>

#include "adapters/web/case/fields/field_view.hpp"
#include "adapters/web/case/fields/form_help.hpp"
#include "adapters/web/template/words_in.hpp"
#include "tests/adapters/web_work/work.hpp"

namespace kallad::testing::day_work_testing {

TEST(DayWork, AddsSeveralPartiesAtOnceAndSaysWhetherEachIsSummonedAndWhy) {
  Work work;
  const Reply seen = work.see("/parties");
  ASSERT_EQ(seen.status, 200U) << seen.text;
  EXPECT_TRUE(has(seen, "Kallad: överenskommelsen ger skyldighet att komma"));
  EXPECT_TRUE(has(seen, "value=\"" + clinic + "\""));
  const Reply added = work.press(
      "/parties", {{"act", "add"}, {"party", town}, {"party", clinic}, {"party", "person:"}});
  ASSERT_EQ(added.status, 303U) << added.text;
  EXPECT_EQ(added.header("location"), work.page());
  const auto parties = work.shown()["parties"];
  ASSERT_EQ(parties.size(), 3U);
  EXPECT_EQ(parties[0]["calling"], "summoned");
  EXPECT_EQ(parties[2]["kind"], "person");
  const Reply again = work.see("/parties");
  EXPECT_FALSE(has(again, "value=\"" + clinic + "\"")) << "who is in is not offered again";
  EXPECT_FALSE(has(again, "value=\"person:\""));
}

TEST(DayWork, FindsUnitsByWordsWithoutLosingWhatWasTicked) {
  Work work;
  const Reply found =
      work.press("/parties", {{"act", "find"}, {"find", "LARO helsing"}, {"party", clinic}});
  ASSERT_EQ(found.status, 200U) << found.text;
  EXPECT_TRUE(has(found, "value=\"" + laro + "\""));
  EXPECT_TRUE(has(found, "value=\"" + clinic + "\" checked"));
  EXPECT_FALSE(has(found, "value=\"" + town + "\""));
  EXPECT_TRUE(work.shown()["parties"].empty()) << "looking adds nobody";
  const Reply none = work.press("/parties", {{"act", "find"}, {"find", "finns ingenstans"}});
  EXPECT_TRUE(has(none, "Ingen enhet stämmer"));
}

TEST(DayWork, TellsWhatBecameOfEachAndKeepsTickedWhatWasNotTaken) {
  Work work;
  const Reply mixed =
      work.press("/parties", {{"act", "add"}, {"party", clinic}, {"party", "no/such-unit"}});
  EXPECT_EQ(mixed.status, 422U);
  EXPECT_TRUE(has(mixed, "inte tillagd</span> no/such-unit"));
  EXPECT_TRUE(has(mixed, ">tillagd</span> Psykosmottagningen Helsingborg"));
  EXPECT_EQ(work.shown()["parties"].size(), 1U);
  EXPECT_EQ(work.press("/parties", {{"act", "add"}}).status, 422U);
}

TEST(DayWork, TakesAnAnswerByTelephoneInOnePressAndAnotherAfterIt) {
  Work work;
  work.summon();
  const Reply seen = work.see();
  EXPECT_TRUE(has(seen, "value=\"1.1." + clinic + "\""));
  const Reply pressed =
      work.press("", {{"act", "attends"}, {"seat", "1.1." + clinic}, {"number", "1"}});
  ASSERT_EQ(pressed.status, 303U) << pressed.text;
  EXPECT_EQ(pressed.header("location"), work.page("#seat-1"));
  EXPECT_EQ(work.shown()["meetings"][0]["seats"][1]["answer"], "attends");
  EXPECT_TRUE(has(work.see(), "Ändra svaret"));
  EXPECT_EQ(work.press("", {{"act", "attends_digitally"}, {"seat", "1.1." + clinic}}).status, 303U);
  EXPECT_EQ(work.shown()["meetings"][0]["seats"][1]["answer"], "attends_digitally");
  EXPECT_EQ(work.press("", {{"act", "attends"}, {"seat", "1.7." + clinic}}).status, 422U)
      << "a summons that is not the one that was shown";
  EXPECT_EQ(work.press("", {{"act", "cannot_come"}, {"seat", "1.1." + clinic}}).status, 400U)
      << "what has a price is not one press";
  EXPECT_EQ(work.press("", {{"act", "attends"}, {"seat", "nonsense"}}).status, 400U);
}

TEST(DayWork, OffersSomebodyElsesUnitNoButtonsForOthersSeats) {
  Work work;
  work.summon();
  const Guest rut = work.house.invite("rut", "Rut Region", clinic, {"attendee"});
  const Reply seen = work.house.see(rut, work.page());
  EXPECT_TRUE(has(seen, "value=\"1.1." + clinic + "\""));
  EXPECT_FALSE(has(seen, "value=\"1.1." + town + "\""));
}

TEST(DayWork, SaysTheFirstDayWithoutShortNoticeAndSummonsToAProposedTime) {
  Work work;
  for (const std::string& party : {town, clinic}) {
    work.house.must(work.anna, work.api("add_party"), {{"party", party}, {"kind", "unit"}});
  }
  const Reply seen = work.see("/do/send_summons");
  EXPECT_TRUE(has(seen, "Första dagen utan kort varsel är"));
  const auto from = seen.text.find("name=\"proposed\"");
  const auto value = seen.text.find("value=\"", from) + 7;
  const std::string time = seen.text.substr(value, 16);
  const Fields rest{{"place", "Stadshuset"}, {"purpose", "Samordna"}, {"questions", "Vem?"}};
  Fields chosen{{"proposed", time}};
  chosen.insert(chosen.end(), rest.begin(), rest.end());
  const Reply sent = work.press("/do/send_summons", chosen);
  ASSERT_EQ(sent.status, 303U) << sent.text;
  EXPECT_EQ(work.shown()["meetings"][0]["starts"],
            iso(stockholm().to_instant(LocalTime{std::chrono::local_days{
                                           std::chrono::year{std::stoi(time)} /
                                           std::stoi(time.substr(5)) / std::stoi(time.substr(8))}} +
                                       std::chrono::hours{std::stoi(time.substr(11))})));
}

TEST(DayWork, FindsWordsByTheirLettersAndSwedishOnesAreTheirOwn) {
  EXPECT_TRUE(web::has_words("Ängelholm, Vuxen", "ängel VUX"));
  EXPECT_TRUE(web::has_words("Ängelholm, Vuxen", "  "));
  EXPECT_FALSE(web::has_words("Ängelholm, Vuxen", "angel"));
  EXPECT_FALSE(web::has_words("Ängelholm, Vuxen", "ängel barn"));
}

TEST(DayWork, ProposesWorkingDaysInOfficeHours) {
  const Calendar calendar{stockholm()};
  // 2026-12-10 is a Thursday; ten working days on, past Christmas and a weekend.
  const Instant now = calendar.zone().at_hour(Date{std::chrono::year{2026} / 12 / 10}, 9);
  const Date first = web::first_day_without_reason(calendar, now, 10);
  EXPECT_TRUE(calendar.is_working_day(first));
  EXPECT_EQ(calendar.working_days_between(calendar.zone().day_of(now), first), 10);
  const auto times = web::proposed_times(calendar, first);
  ASSERT_EQ(times.size(), 3U);
  EXPECT_EQ(std::chrono::floor<std::chrono::days>(times[0]), std::chrono::local_days{first});
  for (const LocalTime each : times) {
    const auto day = std::chrono::floor<std::chrono::days>(each);
    EXPECT_TRUE(calendar.is_working_day(Date{day}));
    EXPECT_GE(each - day, std::chrono::hours{9});
    EXPECT_LE(each - day, std::chrono::hours{15});
  }
  EXPECT_NE(times[0], times[1]);
  EXPECT_NE(times[1], times[2]);
}

TEST(DayWork, ProposesNoTimeAtWhichOneHasAnotherMeeting) {
  const Calendar calendar{stockholm()};
  const Date first{std::chrono::year{2026} / 12 / 28};  // a Monday
  const auto at = [](unsigned day, int hour) {
    return LocalTime{std::chrono::local_days{std::chrono::year{2026} / 12 / day} +
                     std::chrono::hours{hour}};
  };
  EXPECT_EQ(web::proposed_times(calendar, first).front(), at(28, 13));
  EXPECT_EQ(web::proposed_times(calendar, first, {at(28, 14)}).front(), at(28, 10));
  EXPECT_EQ(web::proposed_times(calendar, first, {at(28, 15)}).front(), at(28, 13));
  const auto full = web::proposed_times(calendar, first, {at(28, 9), at(28, 11), at(28, 14)});
  ASSERT_EQ(full.size(), 3U);
  EXPECT_EQ(full.front(), at(29, 13)) << "the day is full";
  EXPECT_LT(full[0], full[1]);
}

TEST(DayWork, MarksAllWhoSaidThatTheyComeInOnePressAndNobodyElse) {
  Work work;
  work.house.must(work.anna, work.api("add_party"), {{"party", laro}, {"kind", "unit"}});
  work.summon();
  for (const auto& [party, answer] : {std::pair{town, "attends"}, {clinic, "attends_digitally"}}) {
    work.house.must(work.anna, work.api("answer"), {{"party", party}, {"answer", answer}});
  }
  EXPECT_FALSE(has(work.see("/meetings/1"), "value=\"came\"")) << "nobody comes before it begins";
  EXPECT_FALSE(has(work.see(), "Markera närvaro</a>"))
      << "and nothing is offered that leads nowhere";
  work.house.pass_to(work.house.clock.now + std::chrono::days{41});
  work.house.sign_in(work.anna);
  EXPECT_TRUE(has(work.see("/meetings/1"), "value=\"came\""));
  const Reply came = work.press("/meetings/1", {{"act", "came"}});
  ASSERT_EQ(came.status, 303U) << came.text;
  EXPECT_EQ(came.header("location"), work.page("/meetings/1#seat-0")) << "to whom nothing was said";
  for (const auto& seat : work.shown()["meetings"][0]["seats"]) {
    const std::string party = seat["party"];
    const std::string wanted = party == town     ? "present"
                               : party == clinic ? "present_digitally"
                                                 : "";
    EXPECT_EQ(seat.value("attendance", ""), wanted) << party;
  }
  EXPECT_FALSE(has(work.see("/meetings/1"), "value=\"came\""));
  EXPECT_EQ(work.press("/meetings/1", {{"act", "came"}}).status, 400U) << "nobody is left";
}

TEST(DayWork, ProposesTheRoutinesLastDayForTheFollowUp) {
  Work work;
  work.summon();
  const Instant held = work.house.clock.now + std::chrono::days{40};
  work.house.pass_to(held + std::chrono::days{1});
  work.house.sign_in(work.anna);
  for (const std::string& party : {town, clinic}) {
    work.house.must(work.anna, work.api("mark_attendance"),
                    {{"mark", {{"party", party}, {"attendance", "present"}}}});
  }
  work.house.must(work.anna, work.api("close_attendance"), nlohmann::json::object());
  const Date day{std::chrono::sys_days{stockholm().day_of(held)} + std::chrono::weeks{12}};
  const Date shown = Calendar{stockholm()}.working_day_on_or_before(day);
  EXPECT_TRUE(has(work.see("/meetings/1"), "value=\"" + iso(shown) + "\""));
}

TEST(DayWork, FillsInWhatIsLikelyAndTakesWhatIsWrittenInstead) {
  Work work;
  const std::string today = iso(stockholm().day_of(work.house.clock.now));
  EXPECT_TRUE(has(work.see("/do/record_consent"), "type=\"date\" value=\"" + today + "\""));
  EXPECT_TRUE(has(work.house.see(work.anna, "/cases/new"), "value=\"sip\" selected"));
  work.summon();
  work.house.must(work.anna, work.api("cancel_meeting"), {{"reason", "Sjukdom"}});
  const Reply again = work.see("/do/send_summons");
  EXPECT_TRUE(has(again, "value=\"Stadshuset\""));
  EXPECT_TRUE(has(again, ">Samordna stödet</textarea>"));
  EXPECT_FALSE(has(again, "Vem gör vad?")) << "what is asked is asked anew";
}

TEST(DayWork, WritesGoalsInARow) {
  Work work;
  work.summon();
  work.house.pass_to(work.house.clock.now + std::chrono::days{41});
  work.house.sign_in(work.anna);
  ASSERT_EQ(work.press("/meetings/1", {{"act", "open"}}).status, 303U);
  const Reply more =
      work.press("/meetings/1", {{"act", "goal:more"}, {"goal-text", "Bo kvar hemma"}});
  EXPECT_EQ(more.header("location"), work.page("/meetings/1?open=goal#goal-text"));
  const Reply open = work.see("/meetings/1?open=goal");
  EXPECT_TRUE(has(open, "Bo kvar hemma</li>"));
  EXPECT_FALSE(has(open, ">Bo kvar hemma</textarea>"));
  const Reply last = work.press("/meetings/1", {{"act", "goal"}, {"goal-text", "Sova"}});
  EXPECT_EQ(last.header("location"), work.page("/meetings/1#plan"));
}

}  // namespace kallad::testing::day_work_testing

namespace kallad::web::form_parts_testing {

namespace {

using codec::Kind;

/// A field of a form as the codec's table would give it.
CommandField field(std::string path, std::string preset = {}, bool required = false) {
  static const codec::Shape text{.kind = Kind::text};
  CommandField made{path, path, Control::text, &text, required, {}, std::move(preset), {}};
  std::ranges::replace(made.name, '.', '-');
  return made;
}

std::vector<std::string> names(const FormPartView& part) {
  std::vector<std::string> all;
  for (const FormGroupView& group : part.groups) {
    for (const FormFieldView& one : group.fields) all.push_back(one.name);
  }
  return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST(FormParts, WhoConsentsComesFirstAndRareFieldsAreFolded) {
  const std::vector<CommandGroup> groups{
      {"", {field("consent.form"), field("consent.covers"), field("consent.from")}},
      {"", {field("consent.given_by.0.name")}},
      {"", {field("consent.given_by.1.name")}}};
  const auto parts = parts_of(groups, Form{}, {}, "record_consent", Language::swedish);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(names(parts[0]), Names{"consent-given_by-0-name"});
  EXPECT_EQ(names(parts[1]), (Names{"consent-form", "consent-from"}));
  EXPECT_EQ(names(parts[2]), (Names{"consent-covers", "consent-given_by-1-name"}));
  EXPECT_FALSE(parts[2].opens);
  EXPECT_FALSE(parts[2].fold.empty());
}

TEST(FormParts, WhatIsWrongOrSaysSomethingOrMustBeFilledInIsSeen) {
  const std::vector<CommandGroup> groups{
      {"", {field("law", "sol_hsl", true), field("council", "", true)}}};
  const auto parts = parts_of(groups, Form{}, {}, "open_case", Language::swedish);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(names(parts[0]), Names{"council"}) << "without a value it has to be asked for";
  EXPECT_EQ(names(parts[1]), Names{"law"});
  EXPECT_FALSE(parts[1].opens);
  Form other;
  other.put("law", "lpt");
  EXPECT_TRUE(parts_of(groups, other, {}, "open_case", Language::swedish)[1].opens);
  other.put("law", "sol_hsl");
  EXPECT_TRUE(parts_of(groups, other, {{"law", "No"}}, "open_case", Language::swedish)[1].opens);
}

TEST(FormParts, CommandsWithoutALayoutKeepTheirOrder) {
  const std::vector<CommandGroup> groups{{"", {field("b"), field("a")}}};
  const auto parts = parts_of(groups, Form{}, {}, "end_meeting", Language::swedish);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(names(parts[0]), (Names{"b", "a"}));
  EXPECT_TRUE(parts[0].fold.empty());
}

TEST(FormParts, WordsAboutAGoalComeBeforeTheVerdict) {
  CommandField verdict = field("goals.0.verdict");
  verdict.control = Control::select;
  const std::vector<CommandGroup> groups{{"Bo kvar", {verdict, field("goals.0.words")}}};
  const auto parts = parts_of(groups, Form{}, {}, "record_evaluation", Language::swedish);
  EXPECT_EQ(names(parts[0]), (Names{"goals-0-words", "goals-0-verdict"}));
}

}  // namespace kallad::web::form_parts_testing
