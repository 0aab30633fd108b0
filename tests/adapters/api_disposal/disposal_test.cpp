// Gallring over the API: who is shown which copies when, the decision, and what nobody finds
// afterwards. Not the clocks (tests/engine/disposal) and not the bytes (tests/adapters/brain).
// Rules kept (domain 6): each huvudman decides about its own copy; a human decides; a list names no
// person.
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing {
namespace {

constexpr auto year = 24h * 366;

/// A case of Helsingborg and the region that was closed in March 2026.
struct DisposalStory : RegionStory {
  DisposalStory()
      : hilda(house.invite("hilda", "Hilda Chef", "helsingborg/vuxen", {"unit_head"})),
        rolf(house.invite("rolf", "Rolf Chef", region, {"unit_head"})) {
    summon();
    house.must(siv, place + "/cancel_meeting", {{"reason", "Sjukdom"}});
    house.must(siv, place + "/close_case", {{"reason", "persons_wish"}});
    id = place.substr(place.rfind('/') + 1);
  }
  void years_pass(int years) {
    pass(year * years);
    for (Guest* guest : {&hilda, &rolf}) house.sign_in(*guest);
  }
  json due(const Guest& who) { return house.get(who, "/api/v1/disposals").body()["copies"]; }
  json gone(const Guest& who) { return house.get(who, "/api/v1/disposals/done").body()["copies"]; }
  Reply decide(const Guest& who, const std::string& command, const json& body,
               const std::string& version) {
    return house.post(who, place + "/" + command, body,
                      {{"idempotency-key", "key " + command + body.dump()},
                       {"if-match", "\"" + version + "\""}});
  }
  /// Disposes of the copy as it stands in that list.
  Reply dispose(const Guest& who, const json& copy) {
    return decide(who, "dispose_copy", {{"principal", copy["principal"]}},
                  std::to_string(copy["version"].get<int>()));
  }

  Guest hilda;  ///< head in Helsingborg
  Guest rolf;   ///< head at the region's clinic
  std::string id;
};

TEST(ApiDisposal, ShowsEachCopyFromItsOwnDayToThoseWhoDecideAboutIt) {
  DisposalStory story;
  EXPECT_EQ(story.due(story.house.administrator).size(), 0U);
  story.years_pass(6);
  const json own = story.due(story.hilda);
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0]["of_case"], story.id);
  EXPECT_EQ(own[0]["principal"], "helsingborg");
  EXPECT_EQ(own[0]["principal_name"], "Helsingborgs stad");
  EXPECT_EQ(own[0]["law"], "social_services");
  EXPECT_EQ(own[0]["last_entry"], "2026-03-02");
  EXPECT_EQ(own[0]["from"], "2031-03-03");
  EXPECT_EQ(own[0]["by"], "2032-12-31");
  EXPECT_EQ(own[0]["late"], false);
  EXPECT_EQ(own[0]["copies_left"], 2);
  EXPECT_EQ(story.due(story.rolf).size(), 0U) << "the region keeps ten years";
  EXPECT_EQ(story.due(story.house.administrator), own);
  story.years_pass(5);
  EXPECT_EQ(story.due(story.rolf)[0]["principal"], "region");
  EXPECT_EQ(story.due(story.house.administrator).size(), 2U);
  EXPECT_EQ(story.due(story.hilda)[0]["late"], true);
}

TEST(ApiDisposal, NamesNobodyAndIsForNobodyElse) {
  DisposalStory story;
  story.years_pass(11);
  const std::string text =
      story.house.get(story.house.administrator, "/api/v1/disposals").text;
  for (const char* word : {"Anna", "19701063", "Siv", "medicin"})
    EXPECT_EQ(text.find(word), std::string::npos) << word;
  for (const Guest* who : {&story.siv, &story.rut, &story.ada}) {
    EXPECT_EQ(story.house.get(*who, "/api/v1/disposals").rule(), "position_missing");
    EXPECT_EQ(story.house.get(*who, "/api/v1/disposals/done").rule(), "position_missing");
  }
}

TEST(ApiDisposal, TheLastCopyTakesTheCaseAndNobodyFindsItAgain) {
  DisposalStory story;
  story.years_pass(11);
  EXPECT_EQ(story.dispose(story.rolf, story.due(story.hilda)[0]).status, 403U)
      << "each huvudman decides for itself";
  EXPECT_EQ(story.dispose(story.hilda, story.due(story.hilda)[0]).status, 200U);
  EXPECT_EQ(story.house.get(story.siv, story.place).rule(), "no_such_case");
  EXPECT_EQ(story.house.get(story.hilda, story.place).rule(), "no_such_case");
  EXPECT_EQ(story.gone(story.hilda).size(), 0U) << "the region still has the case";
  const json last = story.due(story.house.administrator);
  ASSERT_EQ(last.size(), 1U);
  EXPECT_EQ(last[0]["copies_left"], 1);
  const Reply done = story.dispose(story.house.administrator, last[0]);
  ASSERT_EQ(done.status, 200U) << done.text;
  EXPECT_EQ(story.due(story.house.administrator).size(), 0U);
  EXPECT_EQ(story.gone(story.house.administrator).size(), 2U);
  ASSERT_EQ(story.gone(story.rolf).size(), 1U);
  EXPECT_EQ(story.gone(story.rolf)[0]["of_case"], story.id);
  for (const Guest* who : {&story.siv, &story.rut, &story.rolf, &story.house.administrator}) {
    EXPECT_EQ(story.house.get(*who, story.place).rule(), "no_such_case");
    EXPECT_EQ(story.house.get(*who, story.place + "/events").rule(), "no_such_case");
  }
  EXPECT_EQ(story.dispose(story.house.administrator, last[0]).status, 200U)
      << "sent twice it is answered as before";
}

TEST(ApiDisposal, ADecisionOnWhatHasChangedMeanwhileIsNotTaken) {
  DisposalStory story;
  story.years_pass(11);
  const json seen = story.due(story.hilda)[0];
  EXPECT_EQ(story
                .decide(story.hilda, "keep_copy",
                        {{"principal", "helsingborg"}, {"reason", "Tillsyn pågår"}},
                        std::to_string(seen["version"].get<int>()))
                .status,
            200U);
  EXPECT_EQ(story.due(story.hilda).size(), 0U) << "kept until further notice";
  EXPECT_EQ(story.dispose(story.hilda, seen).status, 412U);
}

TEST(ApiDisposal, TheAdministratorSaysByWhichLawAHuvudmanKeeps) {
  DisposalStory story;
  story.years_pass(6);
  story.house.must(story.house.administrator, "/api/v1/register/record_retention",
                   {{"principal", "helsingborg"},
                    {"retention", {{"law", "social_services"}, {"research", "born_on_5_15_25"}}}});
  EXPECT_EQ(story.due(story.hilda)[0]["research"], "no") << "born on the 3rd";
  story.house.must(story.house.administrator, "/api/v1/register/record_retention",
                   {{"principal", "helsingborg"},
                    {"retention", {{"law", "health_care"}, {"research", "none"}}}});
  EXPECT_EQ(story.due(story.hilda).size(), 0U) << "ten years then";
  const json shown = story.house.get(story.house.administrator, "/api/v1/register").body();
  bool found = false;
  for (const json& one : shown["retentions"]) {
    if (one["principal"] != "helsingborg") continue;
    found = true;
    EXPECT_EQ(one["recorded"], true);
    EXPECT_EQ(one["retention"]["law"], "health_care");
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace kallad::testing
