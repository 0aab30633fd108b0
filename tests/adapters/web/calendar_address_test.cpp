// The page of one's own calendar address, by presses alone: made, shown once, fetched, revoked.
// Not the calendar (tests/adapters/api/feed_test.cpp). Rule held: the secret is in one answer only.
#include <gtest/gtest.h>

#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::calendar_address_testing {

namespace {

const std::string page = "/account/calendar";

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

/// The path in the page's secret address; empty where it shows none.
std::string path_in(const Reply& reply) {
  const std::string before = "<li class=\"long\">https://kallad.example";
  const auto at = reply.text.find(before);
  if (at == std::string::npos) return {};
  const auto begin = at + before.size();
  return reply.text.substr(begin, reply.text.find('<', begin) - begin);
}

struct Owner {
  Owner() : siv(house.invite("siv", "Siv Samordnare", "helsingborg/vuxen", {"coordinator"})) {}
  Reply press(const std::string& act, const std::string& scope = "unit") {
    return house.send(siv, page, {{"act", act}, {"scope", scope}, {"key", "key"}});
  }
  WebHouse house;
  Guest siv;
};

TEST(CalendarAddressPage, ShowsTheSecretOnceAndWhatIsKnownOfItAfterwards) {
  Owner owner;
  EXPECT_TRUE(has(owner.house.see(owner.siv, "/account"), "href=\"" + page + "\""));
  const Reply before = owner.house.see(owner.siv, page);
  ASSERT_EQ(before.status, 200U) << before.text;
  EXPECT_TRUE(has(before, "Gör en hemlig adress"));
  EXPECT_EQ(path_in(before), "");
  const Reply made = owner.press("make", "mine");
  ASSERT_EQ(made.status, 200U);
  const std::string path = path_in(made);
  ASSERT_TRUE(path.starts_with("/calendar/") && path.ends_with(".ics")) << path;
  EXPECT_TRUE(has(made, "href=\"webcal://kallad.example" + path + "\""));
  EXPECT_EQ(owner.house.ask("GET", path).status, 200U) << "without a cookie";
  const Reply after = owner.house.see(owner.siv, page);
  EXPECT_EQ(path_in(after), "");
  EXPECT_TRUE(has(after, "Möten i ärenden som jag samordnar"));
  EXPECT_FALSE(has(after, "Aldrig än"));
}

TEST(CalendarAddressPage, RevokesTheAddress) {
  Owner owner;
  const std::string path = path_in(owner.press("make"));
  EXPECT_EQ(owner.press("revoke").status, 303U);
  EXPECT_EQ(owner.house.ask("GET", path).status, 404U);
  EXPECT_TRUE(has(owner.house.see(owner.siv, page), "Gör en hemlig adress"));
}

TEST(CalendarAddressPage, TakesNoPressOfAnotherSiteAndAsksToSignIn) {
  Owner owner;
  EXPECT_EQ(owner.house.send_bare(owner.siv, page, {{"act", "make"}}).status, 403U);
  EXPECT_EQ(owner.house.see({}, page).status, 303U) << "to sign in";
}

TEST(CalendarAddressPage, ADeadAddressIsAPageWhereAPersonLooks) {
  Owner owner;
  const Reply reply = owner.house.see({}, "/calendar/0.ics");
  EXPECT_EQ(reply.status, 404U);
  EXPECT_TRUE(has(reply, "Adressen till kalendern finns inte"));
}

}  // namespace
}  // namespace kallad::testing::calendar_address_testing
