// Accounts over the API: another unit or other positions, signing somebody out, finding some.
// Not enrolling and not sign-in: story_test.cpp, tests/adapters/sign_in. Rule kept: whoever loses
// rights loses them at once, and one administrator stays.
#include "tests/adapters/api/api_house.hpp"

namespace kallad::testing {
namespace {

std::string place_of(const Guest& who, const std::string& below = "") {
  return "/api/v1/accounts/" + who.account + below;
}

std::vector<std::string> names_in(const json& page) {
  std::vector<std::string> names;
  const json accounts = page.value("accounts", json::array());
  for (const json& each : accounts) names.push_back(each["user_name"]);
  return names;
}

TEST(ApiAccounts, ARoleThatIsTakenAwayIsGoneAtOnce) {
  ApiHouse house;
  Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  const json wanted{{"unit", "klippan/vuxen"}, {"positions", {"attendee"}}};
  EXPECT_EQ(house.post(anna, place_of(anna, "/rights"), wanted).status, 403U);
  EXPECT_EQ(house.post(house.administrator, place_of(anna, "/rights"), wanted).status, 204U);
  EXPECT_EQ(house.get(anna, "/api/v1/me").status, 401U) << "signed out by the change";
  const json now = house.get(house.administrator, place_of(anna)).body();
  EXPECT_EQ(now["unit"], "klippan/vuxen");
  EXPECT_EQ(now["positions"], json({"attendee"}));
  house.clock.now += std::chrono::minutes{2};
  house.sign_in(anna);
  EXPECT_EQ(house.get(anna, "/api/v1/me").body()["unit"], "klippan/vuxen");
}

TEST(ApiAccounts, RightsThatCannotBeAreRefused) {
  ApiHouse house;
  const Guest& admin = house.administrator;
  const Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  const auto set = [&](const Guest& whom, const json& wanted) {
    return house.post(admin, place_of(whom, "/rights"), wanted).rule();
  };
  EXPECT_EQ(set(anna, {{"unit", "finns/inte"}, {"positions", {"attendee"}}}), "unit_unknown");
  EXPECT_EQ(set(anna, {{"unit", "helsingborg/vuxen"}, {"positions", json::array()}}),
            "position_required");
  EXPECT_EQ(set(anna, {{"unit", "helsingborg/vuxen"}, {"positions", {"king"}}}),
            "unknown_position");
  EXPECT_EQ(set(admin, {{"unit", "helsingborg/vuxen"}, {"positions", {"attendee"}}}),
            "last_administrator");
  EXPECT_EQ(house.get(anna, "/api/v1/me").status, 200U) << "a no changes nothing";
  EXPECT_EQ(house.get(admin, "/api/v1/accounts/nobody").status, 404U);
}

TEST(ApiAccounts, SomebodyIsSignedOutOfEverything) {
  ApiHouse house;
  Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  EXPECT_EQ(house.post(anna, place_of(house.administrator, "/sign-out"), {}).status, 403U);
  EXPECT_EQ(house.post(house.administrator, place_of(anna, "/sign-out"), {}).status, 204U);
  EXPECT_EQ(house.get(anna, "/api/v1/me").status, 401U);
  house.clock.now += std::chrono::minutes{2};
  house.sign_in(anna);
  EXPECT_EQ(house.get(anna, "/api/v1/me").status, 200U);
}

TEST(ApiAccounts, AreFoundByUnitAndState) {
  ApiHouse house;
  const Guest& admin = house.administrator;
  const Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  house.invite("bosse", "Bo Alm", "klippan/vuxen", {"attendee"});
  EXPECT_EQ(house.post(admin, place_of(anna, "/lock"), {}).status, 204U);
  const auto found = [&](const std::string& query) {
    return names_in(house.get(admin, "/api/v1/accounts?" + query).body());
  };
  EXPECT_EQ(found("unit=klippan%2Fvuxen"), std::vector<std::string>{"bosse"});
  EXPECT_EQ(found("state=locked"), std::vector<std::string>{"anna"});
  EXPECT_EQ(found("state=locked&after=anna"), std::vector<std::string>{});
  EXPECT_EQ(found("").size(), 3U);
}

}  // namespace
}  // namespace kallad::testing
