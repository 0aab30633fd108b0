// One story through the API from an empty case to a deficiency, each hand at its own browser.
// Not the rules of the process: those are the engine's tests.
#include "adapters/codec/typed.hpp"
#include "adapters/view/case_view.hpp"
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing {
namespace {

json command_now(const json& shown, const std::string& command) {
  for (const json& one : shown["commands"]) {
    if (one["command"] == command) return one;
  }
  return {};
}

TEST(ApiStory, OpensACaseOnceUnderANumberOfItsOwn) {
  RegionStory story;
  story.open();
  const HttpHeaders same_key{{"idempotency-key", "key-1"}};
  const Reply again = story.house.post(story.siv, "/api/v1/cases", story.opening(), same_key);
  EXPECT_EQ(again.status, 201U) << again.text;
  EXPECT_EQ(again.header("location"), story.place);
  EXPECT_TRUE(again.body()["repeated"]);
  json other = story.opening();
  other["need"] = "Något annat";
  const Reply changed = story.house.post(story.siv, "/api/v1/cases", other, same_key);
  EXPECT_EQ(changed.rule(), "command_id_reused");
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/cases?count=only").body()["count"], 1);
}

TEST(ApiStory, ADeficiencyIsDraftedByItselfAndSeenByWhoStandsToIt) {
  RegionStory story;
  story.hold();
  const json mine = story.shown(story.siv);
  ASSERT_EQ(mine.value("case", json::object()).value("deficiencies", json::array()).size(), 1U)
      << mine.dump(1);
  EXPECT_EQ(mine["case"]["deficiencies"][0]["party"], RegionStory::region);
  EXPECT_EQ(story.shown(story.rut)["case"]["deficiencies"].size(), 0U);
  EXPECT_EQ(story.house.get(story.ove, story.place).rule(), "no_such_case");
}

TEST(ApiStory, SaysWhichCommandsCanBeSaidNowAndWhyNot) {
  RegionStory story;
  story.prepare();
  const json mine = story.shown(story.siv);
  EXPECT_TRUE(command_now(mine, "send_summons")["allowed"]);
  EXPECT_EQ(command_now(mine, "end_meeting")["why_not"][0]["rule"], "not_in_this_step");
  const json theirs = story.shown(story.rut);
  EXPECT_EQ(command_now(theirs, "send_summons")["why_not"][0]["rule"], "may_not");
}

TEST(ApiStory, WhoAnswersNeedsNoVersionAndIsNeverOvertaken) {
  RegionStory story;
  story.summon();
  const json answer{{"party", RegionStory::region}, {"answer", "attends"}};
  const Reply reply =
      story.house.post(story.rut, story.place + "/answer", answer, {{"idempotency-key", "svar"}});
  EXPECT_EQ(reply.status, 200U) << reply.text;
}

TEST(ApiStory, ACommandOnAnOldVersionChangesNothing) {
  RegionStory story;
  story.prepare();
  const auto events = story.house.get(story.siv, story.place).header("etag");
  const auto say = [&](HttpHeaders headers) {
    return story.house.post(story.siv, story.place + "/add_party",
                            {{"party", "tolk"}, {"kind", "interpreter"}, {"name", "Tora Tolk"}},
                            std::move(headers));
  };
  EXPECT_EQ(say({{"idempotency-key", "a"}, {"if-match", "\"1\""}}).status, 412U);
  EXPECT_EQ(say({{"idempotency-key", "b"}}).status, 428U);
  EXPECT_EQ(say({{"idempotency-key", "c"}, {"if-match", "ett"}}).rule(), "bad_if_match");
  EXPECT_EQ(say({{"if-match", events}}).rule(), "idempotency_key_required");
  EXPECT_EQ(story.house.get(story.siv, story.place).header("etag"), events);
  EXPECT_EQ(say({{"idempotency-key", "d"}, {"if-match", events}}).status, 200U);
}

TEST(ApiStory, ACaseThatHasNotChangedIsNotSentAgain) {
  RegionStory story;
  story.open();
  const auto etag = story.house.get(story.siv, story.place).header("etag");
  const Reply again = story.house.ask("GET", story.place, {},
                                      {{"cookie", story.siv.cookie}, {"if-none-match", etag}});
  EXPECT_EQ(again.status, 304U);
  EXPECT_EQ(again.text, "");
  for (const auto& known : {"W/" + etag, "\"17\", " + etag}) {
    EXPECT_EQ(
        story.house
            .ask("GET", story.place, {}, {{"cookie", story.siv.cookie}, {"if-none-match", known}})
            .status,
        304U)
        << known;
  }
  EXPECT_EQ(
      story.house
          .ask("GET", story.place, {}, {{"cookie", story.siv.cookie}, {"if-none-match", "\"17\""}})
          .status,
      200U);
}

/// The server folds what the desk has just answered; a reader who comes anew folds the log.
TEST(ApiStory, ACaseIsRememberedAsTheLogHasIt) {
  RegionStory story;
  const auto hold_together = [&] {
    const std::string id = story.place.substr(story.place.rfind('/') + 1);
    const auto [known, read] = story.house.remembered_and_read(id);
    EXPECT_EQ(known->head.hash, read->head.hash);
    EXPECT_EQ(known->version(), read->version());
    const auto text = [&](const ReadCase& one) {
      return codec::write_compact(view_of(one.file, stockholm(), story.house.clock.now));
    };
    EXPECT_EQ(text(*known), text(*read));
  };
  story.summon();
  hold_together();
  for (const char* party : {"helsingborg/vuxen", RegionStory::region}) {
    story.house.must(story.siv, story.place + "/acknowledge", {{"party", party}});
    story.house.must(story.siv, story.place + "/answer", {{"party", party}, {"answer", "attends"}});
    hold_together();
  }
  story.pass(std::chrono::days{8});  // the clock's events are told nobody
  story.house.must(story.siv, story.place + "/assign_roles", {{"chair", "Siv Samordnare"}});
  hold_together();
}

TEST(ApiStory, ACaseThatTimeHasChangedIsSentAgain) {
  RegionStory story;
  story.summon();
  const auto ask = [&](const std::string& known) {
    return story.house.ask("GET", story.place, {},
                           {{"cookie", story.siv.cookie}, {"if-none-match", known}});
  };
  const Reply before = ask("");
  ASSERT_EQ(ask(before.header("etag")).status, 304U);
  const json could = before.body()["commands"];
  story.house.clock.now += std::chrono::days{100};
  story.house.sign_in(story.siv);
  const Reply after = ask(before.header("etag"));
  ASSERT_EQ(after.status, 200U) << "nothing was done, and what can be done is another";
  EXPECT_EQ(after.body()["version"], before.body()["version"]);
  EXPECT_NE(after.body()["commands"], could);
}

TEST(ApiStory, DaysWithoutEndAreShown) {
  RegionStory story;
  story.prepare();
  story.house.must(story.siv, story.place + "/record_consent",
                   {{"consent",
                     {{"given_by", {{{"name", "Anna Påhittad"}, {"capacity", "person"}}}},
                      {"form", "oral"},
                      {"from", "2026-03-02"},
                      {"until", "9999-12-31"}}}});
  story.house.must(story.siv, story.place + "/send_summons",
                   {{"starts", "9999-12-31T23:59"},
                    {"purpose", "Samordna stödet"},
                    {"questions", {"Vem gör vad?"}}});
  EXPECT_EQ(story.house.get(story.siv, story.place).status, 200U);
  EXPECT_EQ(story.house.get(story.siv, story.place + "/letters").status, 200U);
}

TEST(ApiStory, TellsWhatHasHappenedWithoutContentAndWithoutOthersNames) {
  RegionStory story;
  story.hold();
  const Reply mine = story.house.get(story.siv, story.place + "/events");
  EXPECT_NE(mine.text.find("Siv Samordnare"), std::string::npos);
  EXPECT_NE(mine.text.find("deficiency_drafted"), std::string::npos) << mine.text;
  const Reply theirs = story.house.get(story.rut, story.place + "/events");
  EXPECT_EQ(theirs.status, 200U);
  EXPECT_EQ(theirs.text.find("Siv Samordnare"), std::string::npos);
  EXPECT_EQ(theirs.text.find("deficiency"), std::string::npos);
  EXPECT_EQ(theirs.text.find("Boende"), std::string::npos);
  EXPECT_EQ(story.house.get(story.ove, story.place + "/events").rule(), "no_such_case");
}

TEST(ApiStory, EveryOpeningIsInTheAccessLogAlsoTheRefused) {
  RegionStory story;
  story.open();
  const auto before = story.house.access_reader().count({});
  story.house.get(story.siv, story.place);
  story.house.get(story.ove, story.place);
  story.house.get(story.ove, story.place + "/events");
  EXPECT_EQ(story.house.access_reader().count({}), before + 3);
  const auto id = story.place.substr(story.place.rfind('/') + 1);
  const json rows = story.house.get(story.ada, "/api/v1/access-log?case=" + id).body()["rows"];
  ASSERT_GE(rows.size(), 3U);
  EXPECT_EQ(rows[0]["kind"], "events");
  EXPECT_EQ(rows[0]["outcome"], "refused");
  EXPECT_EQ(rows[0]["name"], "Ove Utomstående");
  EXPECT_EQ(rows[2]["ground"], "whole");
}

TEST(ApiStory, APartyOutsideTheConsentSeesNothingNewAfterItIsWithdrawn) {
  RegionStory story;
  story.summon();
  EXPECT_GT(story.house.desk().outbox(100).size(), 0U);
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  for (const OutboxItem& letter : story.house.desk().outbox(100)) {
    EXPECT_TRUE(letter.row.kind.ends_with("_to_coordinator")) << letter.row.kind << " still waits";
  }
  const auto frozen = story.shown(story.rut);
  story.house.must(story.siv, story.place + "/close_case", {{"reason", "consent_withdrawn"}});
  EXPECT_EQ(story.shown(story.rut)["case"], frozen["case"]);
}

TEST(ApiStory, TheVersionOfACaseStandsStillWhereTheSightOfItEnds) {
  RegionStory story;
  story.summon();
  story.house.must(story.rut, story.place + "/write_deficiency",
                   {{"party", "helsingborg/vuxen"},
                    {"what_happened", "Underlaget saknades."},
                    {"event_date", "2026-03-02"}});
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  const json frozen = story.shown(story.rut);
  EXPECT_EQ(frozen["version"], story.shown(story.siv)["version"]) << "the withdrawal is the last";
  story.house.must(story.siv, story.place + "/close_case", {{"reason", "consent_withdrawn"}});
  const Reply then = story.house.get(story.rut, story.place);
  EXPECT_EQ(then.body()["version"], frozen["version"]);
  EXPECT_GT(story.shown(story.siv)["version"], frozen["version"]);
  const std::string version = std::to_string(frozen["version"].get<int>());
  EXPECT_TRUE(then.header("etag").starts_with("\"" + version + "-"));

  // Its own deficiency goes on: said on the version it sees, and told without what came since.
  const json form{{"number", 1}, {"found_at", "I telefon"}};
  const auto completed = [&](const std::string& match) {
    return story.house.post(story.rut, story.place + "/complete_deficiency", form,
                            {{"idempotency-key", "on " + match}, {"if-match", match}});
  };
  EXPECT_EQ(completed("\"" + std::to_string(frozen["version"].get<int>() + 1) + "\"").status, 412U);
  const Reply said = completed(then.header("etag"));
  ASSERT_EQ(said.status, 200U) << said.text;
  EXPECT_EQ(said.body()["version"], frozen["version"]);
  EXPECT_EQ(said.body()["events"], json::array());
  EXPECT_EQ(said.header("etag"), "\"" + version + "\"");
  EXPECT_EQ(story.shown(story.rut)["version"], frozen["version"]);
  EXPECT_GT(story.shown(story.siv)["version"], frozen["version"].get<int>() + 1);
}

TEST(ApiStory, PagesOfCasesFollowOneAnother) {
  RegionStory story;
  for (int i = 0; i < 5; ++i) {
    json body = story.opening();
    body["existing_sip_acknowledged"] = true;
    ASSERT_EQ(story.house.say(story.siv, "/api/v1/cases", body).status, 201U);
  }
  std::vector<std::string> seen;
  std::string page = "/api/v1/cases?limit=2";
  while (!page.empty()) {
    const Reply reply = story.house.get(story.siv, page);
    const json body = reply.body();
    for (const json& row : body["cases"]) seen.push_back(row["id"]);
    page = body.value("next", std::string{});
    EXPECT_EQ(reply.header("link").empty(), page.empty());
  }
  EXPECT_EQ(seen.size(), 5U);
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/cases?limit=201").rule(), "bad_page");
  EXPECT_EQ(story.house.get(story.ove, "/api/v1/cases").body()["cases"].size(), 0U);
}

TEST(ApiStory, AHeadIsToldOfCasesWhoseCoordinatorHasLeft) {
  RegionStory story;
  story.open();
  const Guest head = story.house.invite("hilda", "Hilda Chef", "helsingborg/vuxen", {"unit_head"});
  const auto orphans = [&] {
    return story.house.get(head, "/api/v1/orphan-cases").body()["cases"];
  };
  EXPECT_EQ(orphans().size(), 0U);
  story.house.post(story.house.administrator, "/api/v1/accounts/" + story.siv.account + "/close",
                   nullptr);
  EXPECT_EQ(orphans().size(), 1U);
  EXPECT_EQ(story.house.get(story.rut, "/api/v1/orphan-cases").rule(), "position_missing");
}

TEST(ApiStory, IsDescribedAsItIsCommitted) {
  ApiHouse house;
  std::ifstream file{std::filesystem::path{KALLAD_SOURCE_DIR} / "schemas/api/openapi.json"};
  const std::string committed{std::istreambuf_iterator<char>{file}, {}};
  EXPECT_TRUE(house.ask("GET", "/api/openapi.json").text == committed)
      << "schemas/api/openapi.json is not what the server serves at /api/openapi.json";
}

TEST(ApiStory, TheRegisterIsKeptByTheAdministratorWithItsHistory) {
  ApiHouse house;
  const Guest eva = house.invite("eva", "Eva Enhet", "helsingborg/lss", {"attendee"});
  const json unit{{"unit",
                   {{"id", "helsingborg/ny"},
                    {"principal", "helsingborg"},
                    {"name", "Ny enhet"},
                    {"mailbox", "ny@helsingborg.example"},
                    {"head", "Hilda Chef"},
                    {"head_contact", "hilda@helsingborg.example"}}}};
  EXPECT_EQ(house.say(eva, "/api/v1/register/record_unit", unit).status, 403U);
  house.must(house.administrator, "/api/v1/register/record_unit", unit);
  const auto find = [&](const Guest& who) {
    const json body = house.get(who, "/api/v1/register").body();
    for (const json& one : body["units"]) {
      if (one["id"] == "helsingborg/ny") return one;
    }
    return json{};
  };
  EXPECT_EQ(find(house.administrator)["head"], "Hilda Chef");
  EXPECT_FALSE(find(eva).contains("head"));
  EXPECT_EQ(house.get(eva, "/api/v1/register/history").rule(), "position_missing");
  const json changes = house.get(house.administrator, "/api/v1/register/history").body()["changes"];
  EXPECT_EQ(changes.back()["type"], "unit_recorded");
  EXPECT_EQ(changes.back()["name"], "Administratör");
}

}  // namespace
}  // namespace kallad::testing
