// The pages of administration about accounts, routines and webhooks: what a press does, and what it
// does not show twice. Not the rules behind them: tests/adapters/sign_in, tests/engine/deadline,
// tests/adapters/webhook. Rule kept: a secret stands in one answer alone.
#include <gtest/gtest.h>

#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::admin_people_testing {
namespace {

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

/// What stands in the text between two others; empty where they do not.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto from = text.find(before);
  if (from == std::string::npos) return {};
  const auto begin = from + before.size();
  return text.substr(begin, text.find(after, begin) - begin);
}

std::string page_of(const Guest& who) { return "/admin/people/" + who.account; }

TEST(AdminPeople, AnInvitationGivesALinkThatWorksAndIsShownOnce) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const Reply page = house.send(admin, "/admin/people/new",
                                {{"key", "1"},
                                 {"user_name", "berit"},
                                 {"shown_name", "Berit Ny"},
                                 {"unit", "helsingborg/vuxen"},
                                 {"positions", "coordinator"},
                                 {"positions", "attendee"}});
  ASSERT_EQ(page.status, 200U) << page.text;
  const std::string token = between(page.text, "/enrol/", "<");
  ASSERT_EQ(token.size(), 96U) << token;
  EXPECT_EQ(page.header("cache-control"), "no-store");
  const Guest berit = house.accept(token);
  EXPECT_TRUE(has(house.see(berit, "/account"), "Berit Ny"));
  const Reply shown = house.see(admin, page_of(berit));
  EXPECT_FALSE(has(shown, "/enrol/"));
  EXPECT_TRUE(has(shown, "samordningsansvarig, medarbetare"));
  EXPECT_TRUE(has(house.see(admin, "/admin/people?unit=helsingborg%2Fvuxen"), "Berit Ny"));
  EXPECT_FALSE(has(house.see(admin, "/admin/people?state=locked"), "Berit Ny"));
}

TEST(AdminPeople, AnInvitationWithoutRoleKeepsWhatWasTyped) {
  WebHouse house;
  const Reply page =
      house.send(house.administrator, "/admin/people/new",
                 {{"key", "1"}, {"user_name", "berit"}, {"shown_name", "Berit Ny"}, {"unit", ""}});
  EXPECT_EQ(page.status, 422U);
  EXPECT_TRUE(has(page, "value=\"Berit Ny\"") && has(page, "Ange minst en roll"));
  EXPECT_FALSE(has(page, "/enrol/"));
}

TEST(AdminPeople, ALockEndsEverythingAtOnceAndIsTakenAwayAgain) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  EXPECT_EQ(house.send(anna, page_of(anna), {{"key", "x"}, {"act", "lock"}}).status, 403U);
  EXPECT_EQ(house.send(admin, page_of(anna), {{"key", "1"}, {"act", "lock"}}).status, 303U);
  EXPECT_EQ(house.see(anna, "/account").status, 303U);
  const Reply locked = house.see(admin, page_of(anna));
  EXPECT_TRUE(has(locked, "value=\"unlock\"") && !has(locked, "value=\"lock\""));
  EXPECT_EQ(house.send(admin, page_of(anna), {{"key", "2"}, {"act", "unlock"}}).status, 303U);
  EXPECT_TRUE(has(house.see(admin, page_of(anna)), "value=\"lock\""));
}

TEST(AdminPeople, RightsAreChangedAndANewLinkEndsTheOldPassword) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  const Reply saved = house.send(
      admin, page_of(anna),
      {{"key", "1"}, {"act", "rights"}, {"unit", "klippan/vuxen"}, {"positions", "attendee"}});
  EXPECT_EQ(saved.status, 303U) << saved.text;
  EXPECT_TRUE(has(house.see(admin, page_of(anna)), "Klippan, Vuxen</dd>"));
  EXPECT_EQ(house.see(anna, "/account").status, 303U) << "signed out";
  const Reply link = house.send(admin, page_of(anna), {{"key", "2"}, {"act", "link"}});
  EXPECT_EQ(between(link.text, "/enrol/", "<").size(), 96U);
}

TEST(AdminPeople, ClosingIsAskedAboutAndTheLastAdministratorStays) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const Guest anna = house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  const Reply asked = house.send(admin, page_of(anna), {{"key", "1"}, {"act", "close"}});
  EXPECT_EQ(asked.status, 422U);
  EXPECT_TRUE(has(asked, "id=\"sure-error\""));
  EXPECT_EQ(house.see(anna, "/account").status, 200U);
  const Fields sure{{"key", "2"}, {"act", "close"}, {"sure", "yes"}};
  EXPECT_EQ(house.send(admin, page_of(anna), sure).status, 303U);
  EXPECT_TRUE(has(house.see(admin, page_of(anna)), "avslutat"));
  const Reply last = house.send(admin, page_of(admin), {{"key", "3"}, {"act", "lock"}});
  EXPECT_EQ(last.status, 422U);
  EXPECT_TRUE(has(last, "sista administratören"));
}

}  // namespace
}  // namespace kallad::testing::admin_people_testing
