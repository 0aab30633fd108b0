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

/// The form of a new version as the page offers it, with one value changed.
Fields version_form(const Reply& page, const std::string& changed, const std::string& to) {
  Fields form{{"key", "r-" + changed + to}, {"name", "Vår rutin"}, {"valid_from", "2026-09-01"}};
  for (const char* name :
       {"summons_lead_working_days", "acknowledge_within_working_days",
        "answer_within_working_days", "remind_recipient_on_working_day",
        "remind_mailbox_on_working_day", "remind_head_on_working_day", "reminder_hour",
        "presumed_delivery_after_hours", "substitute_chain_depth", "plan_copy_within_working_days",
        "remind_activity_working_days_before", "remind_activity_head_on_working_day",
        "first_follow_up_within_weeks", "follow_up_at_least_each_months",
        "deficiency_answer_within_days"}) {
    const std::string field = "name=\"" + std::string{name} + "\"";
    const std::string from = page.text.substr(std::min(page.text.find(field), page.text.size()));
    form.emplace_back(name, name == changed ? to : between(from, "value=\"", "\""));
  }
  return form;
}

TEST(AdminRoutines, EachValueSaysWhetherItIsLawOrLocalStandard) {
  WebHouse house;
  const Guest& admin = house.administrator;
  EXPECT_TRUE(has(house.see(admin, "/admin/routines"), "/admin/routines/default/1"));
  const Reply page = house.see(admin, "/admin/routines/default/1");
  EXPECT_TRUE(has(page, "<td>5 arbetsdagar</td><td>lokal standard</td>"));
  EXPECT_TRUE(has(page, "data-color=\"info\">") && has(page, "(2017:612)"));
  EXPECT_EQ(house.see(admin, "/admin/routines/default/9").status, 404U);
  EXPECT_EQ(house.see(admin, "/admin/routines/new?council=nowhere").status, 404U);
}

TEST(AdminRoutines, AChangeIsANewVersionFromADay) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const std::string place = "/admin/routines/new?council=northwest";
  const Reply form = house.see(admin, place);
  const Reply sent =
      house.send(admin, place, version_form(form, "answer_within_working_days", "7"));
  ASSERT_EQ(sent.status, 303U) << sent.text;
  EXPECT_EQ(sent.header("location"), "/admin/routines/northwest/1");
  EXPECT_TRUE(has(house.see(admin, "/admin/routines/northwest/1"), "<td>7 arbetsdagar</td>"));
  const json known = house.get(admin, "/api/v1/register").body();
  const json& made = known["routines"].back();
  EXPECT_EQ(made["council"], "northwest");
  EXPECT_EQ(made["valid_from"], "2026-09-01");
  EXPECT_EQ(made["answer_within_working_days"], 7);
  EXPECT_EQ(made["officials_meeting_summons"], false);
  const Reply list = house.see(admin, "/admin/routines");
  EXPECT_TRUE(has(list, "Kommande") && has(list, "Vår rutin, version 1"));
  const Reply again =
      house.send(admin, place, version_form(house.see(admin, place), "reminder_hour", "8"));
  EXPECT_EQ(again.header("location"), "/admin/routines/northwest/2") << "never the same version";
}

TEST(AdminRoutines, UntilTheFirstOfOnesOwnTheShippedValuesCount) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const std::string place = "/admin/routines/new";
  const Reply sent =
      house.send(admin, place, version_form(house.see(admin, place), "reminder_hour", "8"));
  EXPECT_EQ(sent.header("location"), "/admin/routines/default/2");
  EXPECT_TRUE(has(house.see(admin, "/admin/routines"), "Tills dess gäller de värden"));
}

TEST(AdminRoutines, WhatCannotBeIsSaidAtTheValue) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const std::string place = "/admin/routines/new";
  const Reply form = house.see(admin, place);
  for (const char* value : {"99", "åtta"}) {
    const Reply no = house.send(admin, place, version_form(form, "reminder_hour", value));
    EXPECT_EQ(no.status, 422U);
    EXPECT_TRUE(has(no, "id=\"reminder_hour-error\"") &&
                has(no, "value=\"" + std::string{value} + "\""))
        << value;
  }
  Fields without_day = version_form(form, "reminder_hour", "8");
  without_day[2].second.clear();
  EXPECT_TRUE(has(house.send(admin, place, without_day), "id=\"valid_from-error\""));
}

TEST(AdminWebhooks, ASecretIsShownInTheAnswerThatMadeItAlone) {
  WebHouse house;
  const Guest& admin = house.administrator;
  EXPECT_TRUE(has(house.see(admin, "/admin/webhooks"), "Ingen mottagare finns än."));
  const Reply no = house.send(admin, "/admin/webhooks",
                              {{"key", "0"}, {"url", "ftp://x"}, {"unit", "helsingborg/vuxen"}});
  EXPECT_EQ(no.status, 422U);
  EXPECT_TRUE(has(no, "value=\"ftp://x\""));
  const Reply added = house.send(admin, "/admin/webhooks",
                                 {{"key", "1"},
                                  {"url", "https://verksamhet.example/hook"},
                                  {"unit", "helsingborg/vuxen"},
                                  {"kinds", "summons_sent"}});
  ASSERT_EQ(added.status, 200U) << added.text;
  const std::string secret = between(added.text, "once\">", "<");
  EXPECT_TRUE(secret.starts_with("whsec_")) << secret;
  const std::string one = "/admin/webhooks/" + between(added.text, "href=\"/admin/webhooks/", "\"");
  const Reply page = house.see(admin, one);
  EXPECT_TRUE(has(page, "verksamhet.example") && !has(page, secret));
  const Reply fresh = house.send(admin, one, {{"key", "2"}, {"act", "secret"}});
  EXPECT_TRUE(has(fresh, "whsec_") && !has(fresh, secret));
  EXPECT_TRUE(has(house.see(admin, one), "value=\"drop\""));
}

TEST(AdminWebhooks, IsSwitchedOffAndRemovedOnlyWhenOneIsSure) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const Reply added =
      house.post(admin, "/api/v1/webhooks",
                 {{"url", "https://verksamhet.example/hook"}, {"unit", "helsingborg/vuxen"}});
  const std::string one = "/admin/webhooks/" + added.body()["id"].get<std::string>();
  EXPECT_EQ(house.send(admin, one, {{"key", "1"}, {"act", "disable"}}).status, 303U);
  EXPECT_TRUE(has(house.see(admin, one), "value=\"enable\""));
  EXPECT_EQ(house.send(admin, one, {{"key", "2"}, {"act", "remove"}}).status, 422U);
  EXPECT_EQ(house.see(admin, one).status, 200U);
  const Reply gone = house.send(admin, one, {{"key", "3"}, {"act", "remove"}, {"sure", "yes"}});
  EXPECT_EQ(gone.header("location"), "/admin/webhooks");
  EXPECT_EQ(house.see(admin, one).status, 404U);
}

TEST(AdminGuide, IsGoneWhenAllThatIsNeededIsThere) {
  WebHouse house;
  const Guest& admin = house.administrator;
  const Reply before = house.see(admin, "/admin");
  EXPECT_TRUE(has(before, "Kom igång") && has(before, "Bjud in en samordningsansvarig</a>"));
  EXPECT_FALSE(has(before, "Lägg till en enhet</a>")) << "there are units";
  house.invite("anna", "Anna Ek", "helsingborg/vuxen", {"coordinator"});
  EXPECT_FALSE(has(house.see(admin, "/admin"), "Kom igång"));
}

}  // namespace
}  // namespace kallad::testing::admin_people_testing
