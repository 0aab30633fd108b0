// Tricks with what surrounds a request: headers that name another way, look-alikes of ids, queries
// and cookies that say a thing twice, one link pressed on two devices at once.
// Not how bytes become a request: tests/adapters/http. Rule kept: one reading of a request, and
// what cannot be read in one way opens nothing.
#include <algorithm>
#include <future>

#include "adapters/answer_link/link_target.hpp"
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::tricks {
namespace {

TEST(ApiTricks, OneLinkPressedOnTwoDevicesAtOnceIsHeardInOrder) {
  for (int round = 0; round < 6; ++round) {
    RegionStory story;
    story.summon();
    const CaseFile file = story.house.case_file(story.place.substr(story.place.rfind('/') + 1));
    const auto name =
        answer_link::link_in(file, Wish{WishKind::summons, 1, PartyId{RegionStory::region}});
    const std::string target = "/api/v1/links/" + story.house.link_keys().seal(name.value());
    const auto press = [&](const char* act) {
      const json form{{"act", act}, {"your_name", "Lena Ledig"}, {"nonce", std::string{act}}};
      return std::async(std::launch::async, [&story, target, body = form.dump()] {
        return story.house.ask("POST", target, body);
      });
    };
    auto yes = press("attends");
    auto no = press("cannot_come");
    const Reply first = yes.get();
    const Reply second = no.get();
    for (const Reply* each : {&first, &second})
      EXPECT_TRUE(each->status == 200 || each->status == 412) << each->text;
    EXPECT_TRUE(first.status == 200 || second.status == 200);
    const json events = story.house.get(story.siv, story.place + "/events").body()["events"];
    const auto stored = std::ranges::count_if(
        events, [](const json& each) { return each["type"] == "seat_answered"; });
    EXPECT_EQ(stored, (first.status == 200 ? 1 : 0) + (second.status == 200 ? 1 : 0))
        << "what was told as stored is stored";
  }
}

TEST(ApiTricks, HeadersThatNameAnotherWayOrAnotherPersonChangeNothing) {
  RegionStory story;
  story.prepare();
  const auto with = [&](const std::string& name, const std::string& value) {
    return story.house.ask("GET", "/api/v1/me", {}, {{"cookie", story.ove.cookie}, {name, value}});
  };
  const std::string me = story.house.get(story.ove, "/api/v1/me").text;
  for (const char* name : {"x-original-url", "x-rewrite-url", "x-forwarded-uri", "referer"})
    EXPECT_EQ(with(name, story.place).text, me) << name;
  for (const char* name : {"x-http-method-override", "x-http-method", "x-method-override"})
    EXPECT_EQ(with(name, "POST").text, me) << name;
  for (const char* name : {"x-forwarded-user", "x-remote-user", "remote-user", "x-user", "from"})
    EXPECT_EQ(with(name, "siv").text, me) << name;
}

TEST(ApiTricks, ARequestWithTwoSessionsIsOfNobody) {
  RegionStory story;
  story.prepare();
  for (const std::string& both :
       {story.ove.cookie + "; " + story.siv.cookie, story.siv.cookie + "; " + story.siv.cookie,
        story.siv.cookie + ";__Host-kallad=x"}) {
    EXPECT_EQ(story.house.ask("GET", story.place, {}, {{"cookie", both}}).status, 401U) << both;
  }
  EXPECT_EQ(
      story.house
          .ask("GET", story.place, {}, {{"cookie", story.siv.cookie}, {"cookie", story.ove.cookie}})
          .status,
      401U);
  const std::string filled = std::string(6'000, 'x') + "=1; " + story.siv.cookie;
  EXPECT_EQ(story.house.ask("GET", story.place, {}, {{"cookie", filled}}).status, 200U);
}

TEST(ApiTricks, AQueryThatSaysAThingTwiceMeansItOnce) {
  RegionStory story;
  story.prepare();
  json body = story.opening();
  body["existing_sip_acknowledged"] = true;
  ASSERT_EQ(story.house.say(story.siv, "/api/v1/cases", body).status, 201U);
  const auto size = [&](const std::string& query) {
    return story.house.get(story.siv, "/api/v1/cases?" + query).body()["cases"].size();
  };
  EXPECT_EQ(size("limit=200"), 2U);
  EXPECT_EQ(size("limit=1&limit=200"), 1U) << "the first";
  EXPECT_EQ(size("limit=1&%6Cimit=200"), 1U) << "another name";
  EXPECT_EQ(size("limit=1;limit=200&limit=2"), 0U) << "one value, and no number";
}

TEST(ApiTricks, LookAlikesOfAnIdAreNoIds) {
  RegionStory story;
  story.prepare();
  for (const char* id : {"Anna", "\u0430nna", "anna\u200b", "anna ", " anna", "anna.", "anna/",
                         "anna/../anna", "ａnna", "an\u0303na", "anna%00", "//anna", ""}) {
    const Reply reply =
        story.house.say(story.siv, story.place + "/add_party", {{"party", id}, {"kind", "person"}});
    EXPECT_EQ(reply.status, 422U) << id;
  }
  const Reply taken =
      story.house.say(story.siv, story.place + "/add_party",
                      {{"party", "region/fact"}, {"kind", "relative"}, {"name", "Olle"}});
  EXPECT_EQ(taken.rule(), "party_id_is_a_units") << "a relative in a unit's place";
  for (const char* spelling : {"/API/v1/cases", "/api/v1/cases%20", "/api/v1/\u0441ases"})
    EXPECT_EQ(story.house.get(story.siv, spelling).status, 404U) << spelling;
}

TEST(ApiTricks, NoConditionOrRangeTellsWhetherACaseOfOthersExists) {
  RegionStory story;
  story.summon();
  const std::string etag = story.house.get(story.siv, story.place).header("etag");
  const std::string unknown = "/api/v1/cases/sip-00000-00000";
  for (const auto& [name, value] :
       HttpHeaders{{"if-none-match", etag},
                   {"if-none-match", "*"},
                   {"if-match", etag},
                   {"range", "bytes=0-10"},
                   {"if-modified-since", "Mon, 02 Mar 2026 09:00:00 GMT"}}) {
    const auto asked = [&](const std::string& target) {
      return story.house.ask("GET", target, {}, {{"cookie", story.ove.cookie}, {name, value}});
    };
    const Reply theirs = asked(story.place);
    const Reply none = asked(unknown);
    EXPECT_EQ(theirs.status, 404U) << name;
    EXPECT_EQ(theirs.text, none.text) << name;
    EXPECT_EQ(theirs.headers, none.headers) << name;
  }
}

}  // namespace
}  // namespace kallad::testing::tricks
