// Lists of cases and Min dag over the API, in the story of the region that sends nobody: each sees
// what waits for their own unit, and a list never holds what opening would not show. Not over
// random cases: tests/adapters/api_lists.
#include <SQLiteCpp/Database.h>

#include "adapters/http/wire/form_body.hpp"
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::case_lists {
namespace {

json page(RegionStory& story, const Guest& who, const std::string& query = "") {
  const Reply reply = story.house.get(who, "/api/v1/cases" + query);
  EXPECT_EQ(reply.status, 200U) << reply.text;
  return reply.body();
}
json cases(RegionStory& story, const Guest& who, const std::string& query = "") {
  return page(story, who, query).value("cases", json::array());
}
json day(RegionStory& story, const Guest& who, const std::string& query = "") {
  return story.house.get(who, "/api/v1/my-day" + query).body();
}

TEST(CaseLists, ALineTellsWhatWaitsForTheReadersOwnUnit) {
  RegionStory story;
  story.summon();
  const json rut = cases(story, story.rut).at(0);
  EXPECT_EQ(rut["sight"], "party");
  EXPECT_EQ(rut["unanswered"], true);
  EXPECT_EQ(rut["demand"], "acknowledge_deadline");
  EXPECT_EQ(rut["next_meeting"], "2026-03-20T12:00:00Z");
  EXPECT_EQ(rut["coordinator"], "helsingborg/vuxen");
  EXPECT_EQ(cases(story, story.siv).at(0)["sight"], "whole");
  EXPECT_EQ(cases(story, story.siv).at(0)["version"], story.shown(story.siv)["version"]);
  EXPECT_EQ(cases(story, story.ove), json::array());
  story.house.must(story.rut, story.place + "/answer",
                   {{"party", RegionStory::region}, {"answer", "attends"}});
  EXPECT_EQ(cases(story, story.rut).at(0)["unanswered"], false);
  EXPECT_EQ(cases(story, story.rut, "?unanswered=true"), json::array());
}

TEST(CaseLists, FiltersAndNumbersAgree) {
  RegionStory story;
  story.summon();
  json second = story.opening();
  second["existing_sip_acknowledged"] = true;
  ASSERT_EQ(story.house.say(story.siv, "/api/v1/cases", second).status, 201U);
  const auto number = [&](const std::string& query) {
    const std::size_t listed = cases(story, story.siv, "?" + query).size();
    EXPECT_EQ(page(story, story.siv, "?count=only&" + query)["count"], listed) << query;
    return listed;
  };
  EXPECT_EQ(number(""), 2U);
  EXPECT_EQ(number("step=preparation"), 1U);
  EXPECT_EQ(number("step=summons"), 1U);
  EXPECT_EQ(number("mine=true"), 2U);
  EXPECT_EQ(number("unit=helsingborg/vuxen"), 2U);
  EXPECT_EQ(number("unit=hoganas/vuxen"), 0U);
  EXPECT_EQ(number("closed=true"), 0U);
  EXPECT_EQ(number("closed=false"), 2U);
  EXPECT_EQ(number("orphan=true"), 0U);
  EXPECT_EQ(number("due_before=2026-03-03T00:00:00Z"), 0U);
  EXPECT_EQ(number("due_before=2027-03-03T00:00:00Z"), 1U) << "nothing is demanded of the other";
  EXPECT_EQ(number("drafts=true"), 0U);
  EXPECT_EQ(page(story, story.siv, "?count=only")["and_more"], false);
}

/// How many cases somebody finds by words; pages and numbers agree.
std::size_t found(RegionStory& story, const Guest& who, const std::string& typed) {
  const std::string query = "?text=" + http::form_encoded(typed);
  const std::size_t listed = cases(story, who, query).size();
  EXPECT_EQ(page(story, who, query + "&count=only")["count"], listed) << typed;
  return listed;
}

TEST(CaseLists, AreSearchedByWordsOfWhatTheReaderMaySee) {
  RegionStory story;
  story.summon();
  const std::string number = story.place.substr(story.place.rfind('/') + 1);
  for (const std::string& typed :
       {number, number.substr(0, 6), std::string{"samordnare"}, std::string{"SIV samordnare"},
        std::string{"psykosmott"}, std::string{"region skåne"}, std::string{"Helsingborgs STAD"},
        std::string{"kallelse"}, std::string{"summons"}, std::string{"sip kallelse psykos siv"}}) {
    EXPECT_EQ(found(story, story.siv, typed), 1U) << typed;
    EXPECT_EQ(found(story, story.rut, typed), 1U) << typed;
    EXPECT_EQ(found(story, story.ove, typed), 0U) << typed;
  }
  for (const std::string typed : {"Anna", "Påhittad", "19701063", "2391", "medicin", "stadshuset",
                                  "kallelse höganäs", "möte", "skane"}) {
    EXPECT_EQ(found(story, story.siv, typed), 0U) << typed;
  }
}

TEST(CaseLists, AreSearchedByWhatWasTypedAndNotByALanguage) {
  RegionStory story;
  story.summon();
  for (const std::string typed : {"siv OR nobody", "NEAR(siv samordnare)", "nobody\" OR \"siv",
                                  "-siv nobody", "words:siv", "🙂"}) {
    EXPECT_EQ(found(story, story.siv, typed), 0U) << typed;
  }
  EXPECT_EQ(found(story, story.siv, "siv*"), 1U) << "a sign is no part of a word";
  EXPECT_EQ(found(story, story.siv, "\"siv\""), 1U);
  for (const std::string& typed :
       {std::string{"*"}, std::string(10'000, 'x'), std::string{"\"\""}}) {
    const Reply no = story.house.get(story.siv, "/api/v1/cases?text=" + http::form_encoded(typed));
    EXPECT_EQ(no.rule(), "bad_page");
  }
}

TEST(CaseLists, AreNoLongerFoundByWordsAfterConsentWasWithdrawnOrAPartyLeft) {
  RegionStory story;
  story.summon();
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  EXPECT_EQ(found(story, story.siv, "kallelse"), 1U) << "who coordinates still leads it";
  story.house.must(story.siv, story.place + "/close_case", {{"reason", "consent_withdrawn"}});
  EXPECT_EQ(found(story, story.rut, "avslut"), 0U) << "what has come since is not theirs to find";
  EXPECT_EQ(found(story, story.siv, "avslut"), 1U);
}

TEST(CaseLists, OfAProtectedPersonAreFoundByTheirNumberAlone) {
  RegionStory story;
  json hidden = story.opening();
  hidden["person"]["protection"] = "secrecy_mark";
  const Reply opened = story.house.say(story.siv, "/api/v1/cases", hidden);
  ASSERT_EQ(opened.status, 201U) << opened.text;
  const std::string number = opened.body()["case"];
  EXPECT_EQ(found(story, story.siv, number), 1U);
  for (const char* typed : {"sip helsingborg", "samordnare", "förberedelse"}) {
    EXPECT_EQ(found(story, story.siv, typed), 0U) << typed;
  }
}

TEST(CaseLists, WhatIsMisspeltIsTold) {
  RegionStory story;
  for (const char* query : {"?step=nowhere", "?mine=1", "?sort=name", "?due_before=soon",
                            "?limit=0", "?after=7", "?after=o.1.2x", "?unit=%20", "?closed=no"}) {
    EXPECT_EQ(story.house.get(story.siv, std::string{"/api/v1/cases"} + query).rule(), "bad_page")
        << query;
  }
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/my-day?mine=x").rule(), "bad_page");
}

TEST(CaseLists, PagesKeepTheirFiltersBothWays) {
  RegionStory story;
  story.summon();
  for (int i = 0; i < 4; ++i) {
    json body = story.opening();
    body["existing_sip_acknowledged"] = true;
    ASSERT_EQ(story.house.say(story.siv, "/api/v1/cases", body).status, 201U);
  }
  for (const std::string sort : {"due", "-due"}) {
    std::vector<std::string> seen;
    std::string next = "/api/v1/cases?sort=" + sort + "&limit=2&mine=true";
    while (!next.empty()) {
      const json body = story.house.get(story.siv, next).body();
      for (const json& row : body["cases"]) seen.push_back(row["id"]);
      next = body.value("next", std::string{});
      EXPECT_TRUE(next.empty() || next.find("mine=true") != std::string::npos) << next;
    }
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 5U);
    const std::string summoned = story.place.substr(story.place.rfind('/') + 1);
    EXPECT_EQ(sort == "due" ? seen.front() : seen.back(), summoned);
  }
}

TEST(CaseLists, MyDayTellsTheNoShowFromBothSides) {
  RegionStory story;
  story.summon();
  EXPECT_EQ(day(story, story.rut)["unanswered"]["count"], 1);
  EXPECT_EQ(day(story, story.siv)["unanswered"]["count"], 1) << "adults are summoned too";
  EXPECT_EQ(day(story, story.siv)["meetings"]["count"], 0);
  story.pass(15 * 24h);  // Tuesday 2026-03-17
  const json week = day(story, story.siv);
  EXPECT_EQ(week["week_from"], "2026-03-16");
  EXPECT_EQ(week["week_to"], "2026-03-22");
  EXPECT_EQ(week["meetings"]["cases"][0]["next_meeting"], "2026-03-20T12:00:00Z");
  EXPECT_EQ(day(story, story.ove)["meetings"]["count"], 0);
}

TEST(CaseLists, MyDayShowsDraftsToTheirUnitAlone) {
  RegionStory story;
  story.hold();
  EXPECT_EQ(day(story, story.siv)["drafts"]["count"], 1);
  EXPECT_EQ(day(story, story.siv)["drafts"]["cases"][0]["drafts"], 1);
  EXPECT_EQ(day(story, story.rut)["drafts"]["count"], 0);
  EXPECT_EQ(cases(story, story.rut).at(0)["drafts"], 0);
}

TEST(CaseLists, WhatIsNotDoneIsOverdueFromTheDayAfter) {
  RegionStory story;
  story.hold();
  story.house.must(
      story.siv, story.place + "/record_activity",
      {{"activity",
        {{"id", "a1"}, {"what", "Ringa"}, {"owner", RegionStory::region}, {"due", "2026-03-25"}}}});
  EXPECT_EQ(day(story, story.rut)["overdue"]["count"], 0);
  story.pass(6 * 24h);
  for (const Guest* who : {&story.rut, &story.siv}) {
    const json late = day(story, *who)["overdue"];
    ASSERT_EQ(late["count"], 1) << late;
    EXPECT_EQ(late["cases"][0]["overdue_since"], "2026-03-25T23:00:00Z");
  }
  story.house.must(story.rut, story.place + "/report_activity",
                   {{"activity", "a1"}, {"status", "done"}, {"note", "Ringt"}});
  EXPECT_EQ(day(story, story.rut)["overdue"]["count"], 0);
}

TEST(CaseLists, ANoToThePlanBurnsForTheCoordinatingUnitUntilItIsAgreedTo) {
  RegionStory story;
  story.hold();
  story.house.must(story.siv, story.place + "/record_plan_points",
                   {{"points",
                     {{"efforts_needed", "Boendestöd"},
                      {"responsibilities",
                       {{{"principal", "helsingborg"}, {"efforts", "Boendestöd"}},
                        {{"principal", "region"}, {"efforts", "Behandling"}}}},
                      {"no_others_measures", true},
                      {"overall_responsible", "region"}}}});
  ASSERT_EQ(day(story, story.siv)["overdue"]["count"], 0);
  story.house.must(story.rut, story.place + "/decline_plan",
                   {{"by", "region"}, {"reason", "Vi har inte resurserna"}});
  const json burns = day(story, story.siv)["overdue"];
  ASSERT_EQ(burns["count"], 1) << burns;
  EXPECT_EQ(burns["cases"][0]["demand"], "plan_declined");
  EXPECT_EQ(burns.dump().find("resurserna"), std::string::npos) << "why stands in the case alone";
  EXPECT_EQ(day(story, story.rut)["overdue"]["count"], 0) << "it is not theirs to see to";
  story.house.must(story.rut, story.place + "/agree_plan", {{"by", "region"}});
  EXPECT_EQ(day(story, story.siv)["overdue"]["count"], 0);
}

TEST(CaseLists, AfterAWithdrawalALineTellsNothingThatHasCome) {
  RegionStory story;
  story.summon();
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  story.house.must(story.siv, story.place + "/cancel_meeting",
                   {{"reason", "Samtycket är återkallat"}});
  const json line = cases(story, story.rut).at(0);
  EXPECT_EQ(line["sight"], "frozen");
  for (const char* untold : {"step", "due", "next_meeting", "version", "changed", "coordinator"})
    EXPECT_FALSE(line.contains(untold)) << untold;
  EXPECT_EQ(day(story, story.rut)["unanswered"]["count"], 0);
  EXPECT_EQ(story.house.get(story.rut, story.place).status, 200U) << "it may be opened";
}

/// Lines as nobody should have written them.
void bend_lines(RegionStory& story, const std::string& sql) {
  SQLite::Database{(story.house.folder / "kallad.db").string(), SQLite::OPEN_READWRITE}.exec(sql);
}

TEST(CaseLists, ALineInTheWrongListIsShownToNobody) {
  RegionStory story;
  json own = story.opening();
  own["person"]["identity_number"] = "19121212-1212";
  own["coordinator"] = {{"unit", "hoganas/vuxen"}, {"name", "Ove Utomstående"}};
  ASSERT_EQ(story.house.say(story.ove, "/api/v1/cases", own).status, 201U);
  const json before = cases(story, story.ove);
  ASSERT_EQ(before.size(), 1U);
  story.summon();
  bend_lines(story,
             "UPDATE entries SET unanswered = 1, list = (SELECT list FROM entries ORDER BY stream"
             " LIMIT 1) WHERE stream = (SELECT max(stream) FROM entries)"
             " AND sight = (SELECT number FROM words WHERE word = 'party') AND own = 0");
  EXPECT_EQ(cases(story, story.ove), before);
  EXPECT_FALSE(day(story, story.ove)["unanswered"].contains("cases"));
  EXPECT_EQ(story.house.get(story.ove, story.place).status, 404U) << "as authority has it";
}

TEST(CaseLists, ALineThatTellsMoreThanItsReaderMaySeeIsNotShown) {
  RegionStory story;
  story.summon();
  ASSERT_EQ(cases(story, story.rut).size(), 1U);
  bend_lines(story, "UPDATE entries SET sight = (SELECT number FROM words WHERE word = 'whole')");
  EXPECT_EQ(cases(story, story.rut), json::array());
  EXPECT_EQ(cases(story, story.siv).size(), 1U);
}

TEST(CaseLists, OrphansAreFilteredAndCounted) {
  RegionStory story;
  story.open();
  const Guest head = story.house.invite("hilda", "Hilda Chef", "helsingborg/vuxen", {"unit_head"});
  EXPECT_EQ(day(story, head)["orphans"]["count"], 0);
  story.house.post(story.house.administrator, "/api/v1/accounts/" + story.siv.account + "/close",
                   nullptr);
  EXPECT_EQ(day(story, head)["orphans"]["count"], 1);
  EXPECT_EQ(cases(story, head, "?orphan=true").size(), 1U);
  EXPECT_EQ(cases(story, head, "?orphan=true&mine=true").size(), 0U);
  EXPECT_EQ(story.house.get(head, "/api/v1/orphan-cases").body()["count"], 1);
}

}  // namespace
}  // namespace kallad::testing::case_lists
