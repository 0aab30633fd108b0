// What helps at the table and beside it: all who are there agree in one press, a no stands with its
// reason, the plan behind a link; units of one's last cases first, times at which one is free; and
// papers that were filled in by hand. Not the rules: the engine's tests.
#include <gtest/gtest.h>

#include "adapters/codec/forms.hpp"
#include "adapters/web/case/own_cases.hpp"
#include "tests/adapters/web_work/work.hpp"

namespace kallad::testing::table_work_testing {

namespace {

std::set<std::string> agreed(Work& work) {
  std::set<std::string> all;
  const auto by = work.shown()["plan"].value("agreed_by", nlohmann::json::array());
  for (const auto& each : by) all.insert(each);
  return all;
}

const Guest nobody;

/// The address of the party's link of the last meeting.
std::string link_of(Work& work, const std::string& party) {
  const Reply links = work.house.get(work.anna, "/api/v1/cases/" + work.id + "/links");
  EXPECT_EQ(links.status, 200) << links.text;
  const auto body = links.body();
  for (const auto& each : body.value("links", nlohmann::json::array())) {
    if (each.value("party", "") == party && each.value("holder", "") == "party")
      return "/s/" + each.value("token", "");
  }
  return {};
}

}  // namespace

TEST(TableWork, AllAtTheTableAgreeInOnePressAndNobodyElse) {
  Work work;
  work.house.must(work.anna, work.api("add_party"), {{"party", "klippan/vuxen"}, {"kind", "unit"}});
  work.summon();
  work.hold({town, clinic});
  EXPECT_FALSE(has(work.see("/meetings/1"), "value=\"agree_all\"")) << "no plan to agree to yet";
  work.answer_four_points();
  EXPECT_TRUE(has(work.see("/meetings/1"), "value=\"agree_all\""));
  const Reply pressed = work.press("/meetings/1", {{"act", "agree_all"}});
  ASSERT_EQ(pressed.status, 303U) << pressed.text;
  EXPECT_EQ(agreed(work), (std::set<std::string>{"helsingborg", "region"}))
      << "not for who did not come";
  EXPECT_FALSE(has(work.see("/meetings/1"), "value=\"agree_all\""));
  EXPECT_EQ(work.press("/meetings/1", {{"act", "agree_all"}}).status, 400U);
}

TEST(TableWork, ANoStandsWithItsReasonAndIsNotOverrunByThePressForAll) {
  Work work;
  work.summon();
  work.hold({town, clinic});
  work.answer_four_points();
  EXPECT_TRUE(has(work.see("/meetings/1"), "/do/decline_plan"));
  const Reply no =
      work.press("/do/decline_plan", {{"by", "region"}, {"reason", "Ingen tid i mars"}});
  ASSERT_EQ(no.status, 303U) << no.text;
  const Reply seen = work.see("/meetings/1");
  EXPECT_TRUE(has(seen, "Har sagt nej"));
  EXPECT_TRUE(has(seen, "Ingen tid i mars"));
  EXPECT_FALSE(has(seen, "value=\"agree_all\"")) << "only one is left";
  EXPECT_TRUE(has(work.see(), "Har sagt nej till planen: Region Skåne"));
  ASSERT_EQ(work.press("/meetings/1", {{"act", "agree:region"}}).status, 303U);
  EXPECT_FALSE(has(work.see(), "Har sagt nej till planen"));
}

TEST(TableWork, APartyAgreesByItsLinkAfterTheMeetingAndSeesItsOwnPartAlone) {
  Work work;
  work.summon();
  work.hold({town, clinic});
  work.answer_four_points();
  work.house.must(work.anna, work.api("close_attendance"), nlohmann::json::object());
  const std::string link = link_of(work, clinic);
  ASSERT_FALSE(link.empty());
  const Reply seen = work.house.see(nobody, link);
  ASSERT_EQ(seen.status, 200U);
  EXPECT_TRUE(has(seen, "Godkänner ni planen?"));
  EXPECT_TRUE(has(seen, "Behandling"));
  EXPECT_FALSE(has(seen, "Boendestöd")) << "that is the other huvudman's";
  EXPECT_FALSE(has(seen, "Anna Påhittad"));
  EXPECT_TRUE(agreed(work).empty()) << "looking says nothing";
  const std::string content = std::to_string(work.shown()["plan"]["content"].get<int>());
  const auto send = [&](const std::string& of, Fields more) {
    more.insert(more.end(), {{"key", "k" + of + more.front().second}, {"content", of}});
    return work.house.send_bare(nobody, link, more);
  };
  const Fields yes{{"act", "agree_plan"}, {"by_agree", "Rut Region"}};
  const Reply stale = send("0", yes);
  EXPECT_EQ(stale.status, 422U);
  EXPECT_TRUE(has(stale, "Planen har ändrats"));
  const Reply bare = send(content, {{"act", "decline_plan"}, {"by_decline", "Rut Region"}});
  EXPECT_EQ(bare.status, 422U) << "a no has a reason";
  EXPECT_EQ(send(content, yes).status, 303U);
  EXPECT_EQ(agreed(work), std::set<std::string>{"region"});
  EXPECT_TRUE(has(work.house.see(nobody, link), "Ni godkände planen"));
}

TEST(TableWork, UnitsOfTheLatestCasesStandFirstAndOnce) {
  Work work;
  EXPECT_FALSE(has(work.see("/parties"), "Enheter i dina senaste ärenden"));
  work.summon();
  const std::string other = work.open_another();
  const Reply seen = work.house.see(work.anna, "/cases/" + other + "/parties");
  const auto heading = seen.text.find("Enheter i dina senaste ärenden");
  ASSERT_NE(heading, std::string::npos);
  const std::string value = "value=\"" + clinic + "\"";
  const auto first = seen.text.find(value);
  EXPECT_GT(first, heading);
  EXPECT_EQ(seen.text.find(value, first + 1), std::string::npos) << "once";
  EXPECT_FALSE(has(seen, work.id)) << "which case it was is not told";
}

TEST(TableWork, ANewTimeAvoidsTheOwnMeetings) {
  Work work;
  for (const std::string& party : {town, clinic}) {
    work.house.must(work.anna, work.api("add_party"), {{"party", party}, {"kind", "unit"}});
  }
  const Reply before = work.see("/do/send_summons");
  const auto at = before.text.find("value=\"", before.text.find("name=\"proposed\"")) + 7;
  const std::string time = before.text.substr(at, 16);
  work.house.must(work.anna, work.api("send_summons"),
                  {{"starts", time}, {"place", "Rum 1"}, {"purpose", "A"}, {"questions", {"B?"}}});
  const std::string other = work.open_another();
  work.house.must(work.anna, "/api/v1/cases/" + other + "/add_party",
                  {{"party", clinic}, {"kind", "unit"}});
  work.house.must(work.anna, "/api/v1/cases/" + other + "/record_consent",
                  {{"consent",
                    {{"given_by", {{{"name", "Anna Påhittad"}, {"capacity", "person"}}}},
                     {"form", "oral"},
                     {"from", iso(stockholm().day_of(work.house.clock.now))}}}});
  const Reply after = work.house.see(work.anna, "/cases/" + other + "/do/send_summons");
  EXPECT_TRUE(has(after, "name=\"proposed\""));
  EXPECT_FALSE(has(after, "value=\"" + time + "\""));
  EXPECT_FALSE(has(after, "Rum 1"));
}

TEST(TableWork, PapersFilledInByHandLeadToWhatRecordsThem) {
  Work work;
  EXPECT_TRUE(has(work.see("/papers"), "/afterwards\""));
  const Reply early = work.see("/afterwards");
  ASSERT_EQ(early.status, 200U) << early.text;
  EXPECT_TRUE(has(early, "/do/record_consent"));
  EXPECT_TRUE(has(early, "/do/send_summons"));
  EXPECT_FALSE(has(early, "/do/hold_follow_up\"")) << "why not stands there instead";
  work.summon();
  const Reply called = work.see("/afterwards");
  EXPECT_TRUE(has(called, "kallelse till möte"));
  EXPECT_TRUE(has(called, "/do/answer\""));
  const Guest rut = work.house.invite("rut", "Rut Region", clinic, {"attendee"});
  EXPECT_FALSE(has(work.house.see(rut, work.page("/afterwards")), "/do/send_summons"));
}

TEST(TableWork, AnAnswerOnPaperCountsFromWhenItWasGiven) {
  Work work;
  work.summon();
  const Instant given = work.house.clock.now + std::chrono::hours{2};
  work.house.pass_to(given + std::chrono::days{2});
  work.house.sign_in(work.anna);
  EXPECT_TRUE(has(work.see("/do/answer"), "Om svaret gavs tidigare"));
  std::string local;
  codec::put_local_time(local, stockholm().to_local(given));
  const Reply said = work.press(
      "/do/answer", {{"party", clinic}, {"answer", "attends"}, {"given_at", local.substr(0, 16)}});
  ASSERT_EQ(said.status, 303U) << said.text;
  const auto seat = work.house.case_file(work.id).running.meetings.back().seats.back();
  EXPECT_LT(seat.answers.back().given_at, given + std::chrono::minutes{1});
  const Reply ahead = work.press(
      "/do/answer",
      {{"party", clinic}, {"answer", "attends_digitally"}, {"given_at", "2099-01-01T08:00"}});
  EXPECT_EQ(ahead.status, 422U);
}

TEST(TableWork, EmptyFormsArePrintedByWhoeverIsSignedIn) {
  Work work;
  const Reply list = work.house.see(work.anna, "/forms");
  EXPECT_TRUE(has(list, "/forms/attendance_list?lang=sv"));
  EXPECT_FALSE(has(list, "access_extract"));
  const Reply one = work.house.see(work.anna, "/forms/plan?lang=sv");
  EXPECT_EQ(one.status, 200U);
  EXPECT_EQ(one.text.substr(0, 5), "%PDF-");
  EXPECT_EQ(work.house.see(work.anna, "/forms/access_extract").status, 404U);
  EXPECT_EQ(work.house.see(work.anna, "/forms/nothing").status, 404U);
  EXPECT_EQ(work.house.see(nobody, "/forms").status, 303U);
}

TEST(TableWork, WhatIsSeldomNeededIsFoldedAndADischargesFactsAreNotInDischargeCases) {
  Work work;
  const Reply seen = work.see();
  const auto fold = seen.text.find("Sådant som sällan behövs");
  ASSERT_NE(fold, std::string::npos);
  EXPECT_GT(seen.text.find("/do/record_discharge_facts"), fold);
}

}  // namespace kallad::testing::table_work_testing
