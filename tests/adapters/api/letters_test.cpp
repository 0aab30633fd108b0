// A coordinator sees what will be sent when, previews and holds a letter, and settles what came by
// mail. Not the mail itself: tests/adapters/mailroom; here no relay is set.
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing {
namespace {

struct LetterStory : RegionStory {
  LetterStory() { summon(); }
  json letters() { return house.get(siv, place + "/letters").body(); }
  json of_kind(const char* kind) {
    const json all = letters();
    for (const json& one : all["to_come"]) {
      if (one["kind"] == kind && one["party"] == region) return one;
    }
    ADD_FAILURE() << kind << " is not in " << all.dump(2);
    return {{"to", {{{"kind", ""}, {"address", ""}}}}, {"stopped", false}};
  }
  json named(const char* kind) const { return {{"kind", kind}, {"number", 1}, {"party", region}}; }
};

TEST(ApiLetters, SayWhatWillBeSentToWhomAndWhen) {
  LetterStory story;
  EXPECT_FALSE(story.letters()["sends"]);
  const json reminder = story.of_kind("reminder_to_recipient");
  EXPECT_EQ(reminder["at"], "2026-03-04T09:00");
  EXPECT_EQ(reminder["to"][0]["address"], "psykos.helsingborg@skane.example");
  EXPECT_EQ(story.of_kind("reminder_to_head")["to"][0]["kind"], "head");
}

TEST(ApiLetters, ShowALetterAsItsRecipientsWillSeeIt) {
  LetterStory story;
  const std::string which =
      "/letters/preview?kind=summons&number=1&party=" + std::string{LetterStory::region};
  const json shown = story.house.get(story.siv, story.place + which).body();
  EXPECT_NE(shown["text"].get<std::string>().find("Stadshuset"), std::string::npos);
  EXPECT_EQ(shown["text"].get<std::string>().find("Anna"), std::string::npos);
  EXPECT_EQ(shown["to"][0]["address"], "psykos.helsingborg@skane.example");
}

TEST(ApiLetters, AreHeldWithAReasonThatStaysReadable) {
  LetterStory story;
  json hold = story.named("reminder_to_recipient");
  const std::string place = story.place + "/letters/hold";
  EXPECT_EQ(story.house.post(story.siv, place, hold).rule(), "missing_field");
  hold["reason"] = "";
  EXPECT_EQ(story.house.post(story.siv, place, hold).rule(), "hold_needs_reason");
  hold["reason"] = "Har pratat med dem i telefon";
  hold["until"] = "2026-03-09T09:00";
  ASSERT_EQ(story.house.post(story.siv, place, hold).status, 200U);
  EXPECT_EQ(story.of_kind("reminder_to_recipient")["held_until"], "2026-03-09T09:00");
  EXPECT_EQ(story.letters()["held"][0]["by"], "Siv Samordnare");
  hold.erase("until");
  ASSERT_EQ(story.house.post(story.siv, place, hold).status, 200U);
  EXPECT_TRUE(story.of_kind("reminder_to_recipient")["stopped"]);
}

TEST(ApiLetters, GoToWhoAnswersForTheUnitInThisCase) {
  LetterStory story;
  const std::string place = story.place + "/letters/address";
  json wish{{"party", LetterStory::region}, {"address", "Lena <lena@skane.example>"}};
  ASSERT_EQ(story.house.post(story.siv, place, wish).status, 200U);
  EXPECT_EQ(story.letters()["addresses"][0]["address"], "Lena <lena@skane.example>");
  EXPECT_EQ(story.of_kind("reminder_to_recipient")["to"][0]["address"], "lena@skane.example");
  EXPECT_EQ(story.of_kind("reminder_to_mailbox")["to"][0]["address"],
            "psykos.helsingborg@skane.example");
  wish["address"] = "070-123 45 67";
  EXPECT_EQ(story.house.post(story.siv, place, wish).rule(), "address_malformed") << "no SMS here";
  wish = {{"party", "nobody"}, {"address", "lena@skane.example"}};
  EXPECT_EQ(story.house.post(story.siv, place, wish).status, 422U);
  EXPECT_EQ(story.house.post(story.rut, place, wish).status, 403U);
}

TEST(ApiLetters, AreSeenBeforeACommandThatWouldSendThem) {
  LetterStory story;
  const std::string place = story.place + "/letters/preview/";
  const json wish{{"starts", "2026-04-01T09:00"}, {"place", "Rådhuset"}};
  const Reply seen = story.house.post(story.siv, place + "change_meeting", wish);
  ASSERT_EQ(seen.status, 200U) << seen.text;
  const json letters = seen.body()["letters"];
  const auto to_region = std::ranges::find_if(
      letters, [](const json& one) { return one["party"] == LetterStory::region; });
  ASSERT_NE(to_region, letters.end());
  EXPECT_EQ((*to_region)["kind"], "changed_summons");
  const std::string text = (*to_region)["letter"]["text"];
  EXPECT_NE(text.find("Rådhuset"), std::string::npos) << text;
  EXPECT_NE(text.find("onsdag den 1 april 2026"), std::string::npos);
  EXPECT_EQ(text.find("Anna"), std::string::npos);
  EXPECT_EQ(story.shown(story.siv)["case"]["meetings"][0]["place"], "Stadshuset")
      << "nothing was done";
  const Reply refused =
      story.house.post(story.siv, place + "change_meeting", {{"starts", "2020-01-01T09:00"}});
  EXPECT_EQ(refused.status, 422U);
  EXPECT_EQ(refused.body()["errors"][0]["path"], "/starts");
  EXPECT_EQ(story.house.post(story.siv, place + "no_such", wish).status, 422U);
  EXPECT_EQ(story.house.post(story.rut, place + "change_meeting", wish).status, 403U);
}

TEST(ApiLetters, AreForWhoCoordinatesAlone) {
  LetterStory story;
  EXPECT_EQ(story.house.get(story.rut, story.place + "/letters").status, 403U);
  EXPECT_EQ(story.house.get(story.ove, story.place + "/letters").status, 404U);
  EXPECT_EQ(
      story.house.post(story.rut, story.place + "/letters/send", story.named("summons")).status,
      403U);
}

TEST(ApiLetters, SendNowOnlyWhatTheCaseKnows) {
  LetterStory story;
  json wrong = story.named("summons");
  wrong["party"] = "hoganas/vuxen";
  const std::string place = story.place + "/letters/send";
  EXPECT_EQ(story.house.post(story.siv, place, wrong).rule(), "letter_without_seat");
  EXPECT_EQ(story.house.post(story.siv, place, story.named("reminder_to_recipient")).status, 200U);
  mailroom::Wills wills{story.house.mail().file()};
  ASSERT_EQ(wills.asked(10).size(), 1U);
  EXPECT_EQ(story.house.post(story.siv, place, story.named("no_answer_to_coordinator")).status,
            200U);
}

TEST(ApiLetters, SettlesASuggestionOnce) {
  LetterStory story;
  const std::string id = story.place.substr(story.place.rfind('/') + 1);
  mailroom::Suggestion one;
  one.of_case = CaseId{id};
  one.meeting = 1;
  one.party = PartyId{LetterStory::region};
  one.kind = mailroom::SuggestionKind::someone_else;
  one.who = "vik.vikarie@skane.example";
  one.came_at = story.house.clock.now;
  mailroom::Suggestions{story.house.mail().file()}.keep(
      {"key", "suggestion", {one}, {}, {}, story.house.clock.now});
  const json all = story.house.get(story.siv, story.place + "/suggestions").body();
  ASSERT_EQ(all["suggestions"].size(), 1U);
  const std::string place =
      story.place + "/suggestions/" + std::to_string(all["suggestions"][0]["number"].get<int>());
  EXPECT_EQ(story.house.post(story.siv, place, {{"state", "open"}}).rule(), "suggestion_bad_state");
  const json settled = story.house.post(story.siv, place, {{"state", "dismissed"}}).body();
  EXPECT_EQ(settled["suggestions"][0]["settled_by"], "Siv Samordnare");
  EXPECT_EQ(story.house.post(story.siv, place, {{"state", "taken"}}).status, 409U);
  EXPECT_EQ(
      story.house.post(story.siv, story.place + "/suggestions/99", {{"state", "taken"}}).status,
      404U);
}

}  // namespace
}  // namespace kallad::testing
