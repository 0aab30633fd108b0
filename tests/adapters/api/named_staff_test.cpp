// Cases with protected identity over the API: who is named sees them, and nobody else does.
// Not the rule itself: tests/engine/authority. Rule kept (domain 6): named staff only, each opening
// logged.
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing {
namespace {

struct ProtectedStory : RegionStory {
  ProtectedStory()
      : eva(house.invite("eva", "Eva Enhetschef", "helsingborg/vuxen", {"coordinator"})) {
    json body = opening();
    body["person"]["protection"] = "protected_registration";
    place = house.say(siv, "/api/v1/cases", body).header("location");
  }
  Guest eva;  ///< of the same unit
};

TEST(ApiNamedStaff, OnlyWhoIsNamedSeesAProtectedCaseAndLosesItWhenUnnamed) {
  ProtectedStory story;
  EXPECT_EQ(story.house.get(story.siv, story.place).status, 200U);
  EXPECT_EQ(story.house.get(story.eva, story.place).rule(), "no_such_case");
  const std::string named = story.place + "/named-staff";
  EXPECT_EQ(story.house.post(story.siv, named, {{"user_name", "eva"}}).status, 201U);
  EXPECT_EQ(story.house.get(story.eva, story.place).status, 200U);
  const json staff = story.house.get(story.siv, named).body()["staff"];
  ASSERT_EQ(staff.size(), 1U);
  EXPECT_EQ(staff[0]["name"], "Eva Enhetschef");
  const Reply gone =
      story.house.ask("DELETE", named + "/" + staff[0]["account"].get<std::string>(), {},
                      {{"cookie", story.siv.cookie}, {"x-csrf-token", story.siv.word}});
  EXPECT_EQ(gone.status, 204U);
  EXPECT_EQ(story.house.get(story.eva, story.place).rule(), "no_such_case");
}

/// A feed that is open already follows whom its reader is named for.
TEST(ApiNamedStaff, AFeedTellsNothingMoreToWhoIsNoLongerNamed) {
  ProtectedStory story;
  const std::string named = story.place + "/named-staff";
  const auto own = story.house.follow(story.siv);
  const auto feed = story.house.follow(story.eva);
  ASSERT_TRUE(own && feed);
  const auto record = [&](const char* source) {
    story.house.must(story.siv, story.place + "/record_origin", {{"source", source}});
  };
  const auto wait_for = [](EventFeed& where) {
    std::string all;
    for (int tries = 0; tries < 200 && all.find("origin_recorded") == std::string::npos; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
      all += where.take();
    }
    return all.find("origin_recorded") != std::string::npos;
  };
  ASSERT_EQ(story.house.post(story.siv, named, {{"user_name", "eva"}}).status, 201U);
  record("Listan, rad 7");
  EXPECT_TRUE(wait_for(*feed)) << "named while the feed was open";
  EXPECT_TRUE(wait_for(*own));
  story.house.ask("DELETE", named + "/" + story.eva.account, {},
                  {{"cookie", story.siv.cookie}, {"x-csrf-token", story.siv.word}});
  record("Listan, rad 8");
  EXPECT_TRUE(wait_for(*own));
  EXPECT_EQ(feed->take().find("origin_recorded"), std::string::npos);
}

TEST(ApiNamedStaff, WhoIsNotNamedSeesNothingOnceTheIdentityIsProtected) {
  RegionStory story;
  story.prepare();
  ASSERT_EQ(story.house.get(story.rut, story.place).status, 200U);
  story.house.must(story.siv, story.place + "/correct_person",
                   {{"person",
                     {{"name", "Anna Påhittad"},
                      {"identity_number", "19701063-2391"},
                      {"protection", "secrecy_mark"}}},
                    {"reason", "Sekretessmarkering i folkbokföringen"}});
  EXPECT_EQ(story.house.get(story.rut, story.place).rule(), "no_such_case");
  EXPECT_EQ(story.house.get(story.siv, story.place).status, 200U) << "who coordinates";
  EXPECT_EQ(
      story.house.post(story.siv, story.place + "/named-staff", {{"user_name", "rut"}}).status,
      201U);
  EXPECT_EQ(story.house.get(story.rut, story.place).status, 200U);
}

TEST(ApiNamedStaff, NobodyNamesThemselvesAndForeignStaffGetNoCaseByIt) {
  ProtectedStory story;
  const std::string named = story.place + "/named-staff";
  EXPECT_EQ(story.house.post(story.eva, named, {{"user_name", "eva"}}).rule(), "no_such_case");
  EXPECT_EQ(story.house.post(story.siv, named, {{"user_name", "ove"}}).status, 201U);
  EXPECT_EQ(story.house.get(story.ove, story.place).rule(), "no_such_case");
  EXPECT_EQ(story.house.post(story.siv, named, {{"user_name", "ingen"}}).rule(), "account_unknown");
}

TEST(ApiNamedStaff, WhoMovesToAnotherUnitTakesNoCaseAlong) {
  ProtectedStory story;
  story.house.post(story.siv, story.place + "/named-staff", {{"user_name", "eva"}});
  story.house.people().accounts.set_rights(story.eva.account, UnitId{"hoganas/vuxen"},
                                           {"coordinator"});
  story.house.people().accounts.set_rights(story.eva.account, UnitId{"helsingborg/vuxen"},
                                           {"coordinator"});
  story.house.clock.now += 1min;  // a code is good once
  story.house.sign_in(story.eva);
  EXPECT_EQ(story.house.get(story.eva, story.place).rule(), "no_such_case");
}

TEST(ApiNamedStaff, NamingIsInTheAccessLog) {
  ProtectedStory story;
  story.house.post(story.siv, story.place + "/named-staff", {{"user_name", "eva"}});
  const auto id = story.place.substr(story.place.rfind('/') + 1);
  const json rows = story.house.get(story.ada, "/api/v1/access-log?case=" + id).body()["rows"];
  EXPECT_EQ(rows[0]["kind"], "named_staff");
  EXPECT_EQ(rows[0]["name"], "Siv Samordnare");
}

}  // namespace
}  // namespace kallad::testing
