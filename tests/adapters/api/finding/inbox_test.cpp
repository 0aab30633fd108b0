// The unit's inbox: what waits for whom, who may take it, and to whom it may be handed.
// Not where it is kept: tests/adapters/takings. Rules kept (domain 6): another unit sees and takes
// nothing; of a case with protected identity only those named have a line.
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::inbox_testing {
namespace {

struct InboxStory : RegionStory {
  InboxStory()
      : rolf(house.invite("rolf", "Rolf Region", region, {"attendee"})),
        head(house.invite("hedda", "Hedda Chef", "helsingborg/vuxen", {"unit_head"})) {}

  json inbox(const Guest& who) { return house.get(who, "/api/v1/unit-inbox").body(); }
  /// The items of that kind in the case of the story.
  std::vector<json> items(const Guest& who, const std::string& kind) {
    std::vector<json> found;
    const json all = inbox(who).value("items", json::array());
    for (const json& each : all) {
      if (each["kind"] == kind && each["of_case"] == number()) found.push_back(each);
    }
    return found;
  }
  std::string number() const { return place.substr(place.rfind('/') + 1); }
  json thing(const std::string& kind, const std::string& name, const std::string& from = "") const {
    return {{"of_case", number()}, {"kind", kind}, {"thing", name}, {"from", from}};
  }
  Reply act(const Guest& who, const std::string& what, const json& body) {
    return house.post(who, "/api/v1/unit-inbox/" + what, body);
  }
  Reply hand(const Guest& who, json body, const std::string& to) {
    body["user_name"] = to;
    return act(who, "hand-over", body);
  }

  Guest rolf;  ///< works beside rut
  Guest head;  ///< of Helsingborg's unit
};

TEST(ApiInbox, ASummonsWaitsForItsUnitUntilItIsAnswered) {
  InboxStory story;
  story.summon();
  const auto waits = story.items(story.rut, "summons");
  ASSERT_EQ(waits.size(), 1U) << story.inbox(story.rut);
  EXPECT_EQ(waits[0]["thing"], "1");
  EXPECT_EQ(waits[0]["due"], "2026-03-09T22:59:59Z") << "the last second, in Stockholm's time";
  EXPECT_EQ(waits[0]["late"], false);
  EXPECT_FALSE(waits[0].contains("taken"));
  EXPECT_EQ(story.items(story.ove, "summons").size(), 0U);
  EXPECT_EQ(story.inbox(story.rut).dump().find("Påhittad"), std::string::npos);
  story.house.must(story.rut, story.place + "/answer",
                   {{"party", RegionStory::region}, {"answer", "attends"}});
  EXPECT_EQ(story.items(story.rut, "summons").size(), 0U);
}

TEST(ApiInbox, OneTakesItAndEverybodyInTheUnitSeesWho) {
  InboxStory story;
  story.summon();
  const json body = story.thing("summons", "1");
  EXPECT_EQ(story.act(story.rut, "take", body).status, 204U);
  const json taken = story.items(story.rolf, "summons").at(0)["taken"];
  EXPECT_EQ(taken["name"], "Rut Region");
  EXPECT_EQ(taken["account"], story.rut.account);
  EXPECT_EQ(story.act(story.rolf, "take", body).rule(), "taken_meanwhile");
  const json seen = story.thing("summons", "1", story.rut.account);
  EXPECT_EQ(story.act(story.rolf, "take", seen).status, 204U) << "takes over with open eyes";
  EXPECT_EQ(story.items(story.rut, "summons").at(0)["taken"]["name"], "Rolf Region");
  EXPECT_EQ(story.act(story.rut, "put-back", seen).rule(), "taken_meanwhile");
  const json his = story.thing("summons", "1", story.rolf.account);
  EXPECT_EQ(story.act(story.rut, "put-back", his).status, 204U);
  EXPECT_FALSE(story.items(story.rut, "summons").at(0).contains("taken"));
}

TEST(ApiInbox, ItIsHandedToAColleagueWhoMaySeeIt) {
  InboxStory story;
  story.summon();
  const json body = story.thing("summons", "1");
  const json all = story.inbox(story.rut);
  EXPECT_EQ(all["colleagues"], json::parse(R"([{"user_name":"rolf","name":"Rolf Region"},
                                               {"user_name":"rut","name":"Rut Region"}])"));
  for (const char* stranger : {"siv", "ove", "nobody", "ada"})
    EXPECT_EQ(story.hand(story.rut, body, stranger).rule(), "colleague_unknown") << stranger;
  EXPECT_EQ(story.hand(story.rut, body, "rolf").status, 204U);
  const json taken = story.items(story.rut, "summons").at(0)["taken"];
  EXPECT_EQ(taken["name"], "Rolf Region");
  EXPECT_EQ(taken["handed_by"], "Rut Region");
}

TEST(ApiInbox, AnotherUnitAndWhoWorksInNoCaseTakeNothing) {
  InboxStory story;
  story.summon();
  const json body = story.thing("summons", "1");
  EXPECT_EQ(story.act(story.ove, "take", body).rule(), "nothing_waits");
  EXPECT_EQ(story.hand(story.ove, body, "ove").rule(), "nothing_waits");
  for (const Guest* other : {&story.ada, &story.house.administrator}) {
    EXPECT_EQ(story.act(*other, "take", body).status, 403U);
    EXPECT_EQ(story.house.get(*other, "/api/v1/unit-inbox").status, 403U);
  }
  EXPECT_EQ(story.act(story.rut, "take", story.thing("summons", "7")).rule(), "nothing_waits");
  EXPECT_EQ(story.act(story.rut, "take", story.thing("coordination", "")).rule(), "nothing_waits");
  EXPECT_FALSE(story.items(story.rut, "summons").at(0).contains("taken"));
}

TEST(ApiInbox, ActivitiesWaitForTheirOwnersAndDeficienciesForTheCounterpart) {
  InboxStory story;
  story.hold();
  const auto record = [&](const char* id, const char* owner, const char* due) {
    story.house.must(
        story.siv, story.place + "/record_activity",
        {{"activity", {{"id", id}, {"what", "Ringa Anna"}, {"owner", owner}, {"due", due}}}});
  };
  record("akt-1", RegionStory::region, "2026-03-27");
  record("akt-2", "helsingborg/vuxen", "2026-04-10");
  const auto theirs = story.items(story.rut, "activity");
  ASSERT_EQ(theirs.size(), 1U);
  EXPECT_EQ(theirs[0]["thing"], "akt-1");
  EXPECT_EQ(theirs[0]["due"], "2026-03-27T22:59:59Z");
  EXPECT_EQ(story.items(story.siv, "activity").at(0)["thing"], "akt-2");
  EXPECT_EQ(story.inbox(story.rut).dump().find("Ringa"), std::string::npos) << "nobody's words";
  EXPECT_EQ(story.act(story.rut, "take", story.thing("activity", "akt-2")).rule(), "nothing_waits");
  story.house.sign_in(story.rolf);
  EXPECT_EQ(story.act(story.rolf, "take", story.thing("activity", "akt-1")).status, 204U);
}

TEST(ApiInbox, ACaseWhoseCoordinatorHasLeftWaitsForTheUnit) {
  InboxStory story;
  story.prepare();
  EXPECT_EQ(story.items(story.head, "coordination").size(), 0U);
  EXPECT_EQ(
      story.house
          .post(story.house.administrator, "/api/v1/accounts/" + story.siv.account + "/lock", {})
          .status,
      204U);
  const auto waits = story.items(story.head, "coordination");
  ASSERT_EQ(waits.size(), 1U) << story.inbox(story.head);
  EXPECT_EQ(waits[0]["orphan"], true);
  EXPECT_EQ(story.act(story.head, "take", story.thing("coordination", "")).status, 204U);
  EXPECT_EQ(story.items(story.head, "coordination").at(0)["taken"]["name"], "Hedda Chef");
}

TEST(ApiInbox, WhatTheCoordinatorDidNotComeToWaitsForTheUnit) {
  InboxStory story;
  story.summon();
  EXPECT_EQ(story.items(story.head, "coordination").size(), 0U);
  story.pass(30 * 24h);  // the meeting is over, and nobody has closed attendance
  story.house.sign_in(story.head);
  const auto waits = story.items(story.head, "coordination");
  ASSERT_EQ(waits.size(), 1U) << story.inbox(story.head);
  EXPECT_EQ(waits[0]["orphan"], false);
  EXPECT_EQ(waits[0]["late"], true);
}

}  // namespace
}  // namespace kallad::testing::inbox_testing
