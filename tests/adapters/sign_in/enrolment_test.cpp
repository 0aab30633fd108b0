// One-time links from the first administrator on: what they give, when they end, and that each
// works once, also for two at the same time.
// Not sign-in: sign_in_test.cpp. Rule kept: nothing has a default password.
#include "adapters/sign_in/enrolment.hpp"

#include <thread>

#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::testing {
namespace enrolment_test {
namespace {

struct EnrolmentTest : PeopleTest {
  Acceptance acceptance(const Invitation& link, const std::string& password = "gröna hästar äter") {
    const Enrolling page = good(people->enrolment.look(link.token, now));
    return {link.token, password, totp_code(base32_bytes(page.secret_text), now), "Firefox"};
  }
  Invitation invitation(const std::string& name = "bo.exempel") {
    return good(people->enrolment.invite({name, "Bo Exempel", UnitId{"u"}, {"attendee"}}, now));
  }
};

TEST_F(EnrolmentTest, TheFirstAdministratorComesByALinkAndNoOther) {
  const Invitation lost = people->enrolment.first_administrator_link(now).value();
  start_anew();
  const Invitation link = people->enrolment.first_administrator_link(now).value();
  EXPECT_EQ(why_not(people->enrolment.look(lost.token, now)), "link_not_valid");
  const Somebody who = accept(link, "ett långt lösenord");
  EXPECT_EQ(people->sessions.session(who.session, now).value().positions,
            (std::vector<std::string>{"administrator"}));
  EXPECT_FALSE(people->enrolment.first_administrator_link(now));
  good(people->enrolment.reset(who.account, now));
  EXPECT_FALSE(people->enrolment.first_administrator_link(now));
}

TEST_F(EnrolmentTest, ALinkEndsAfterSeventyTwoHours) {
  const Invitation link = invitation();
  now = link.ends - 1ms;
  EXPECT_EQ(why_not(people->enrolment.look(link.token, now)), "");
  now = link.ends;
  EXPECT_EQ(why_not(people->enrolment.look(link.token, now)), "link_not_valid");
  EXPECT_EQ(why_not(people->enrolment.accept({link.token, "gröna hästar", "", ""}, now)),
            "link_not_valid");
  accept(good(people->enrolment.reset(link.account, now)), "gröna hästar äter");
}

TEST_F(EnrolmentTest, LookingChangesNothingAndAcceptingWorksOnce) {
  const Invitation link = invitation();
  const Enrolling first = good(people->enrolment.look(link.token, now));
  EXPECT_EQ(good(people->enrolment.look(link.token, now)).otpauth, first.otpauth);
  const Acceptance given = acceptance(link);
  EXPECT_EQ(good(people->enrolment.accept(given, now)).recovery_codes.size(), 10U);
  EXPECT_EQ(why_not(people->enrolment.accept(given, now)), "link_not_valid");
}

TEST_F(EnrolmentTest, AWrongCodeOrPasswordLeavesTheLinkGood) {
  const Invitation link = invitation();
  Acceptance given = acceptance(link);
  given.code = given.code == "000000" ? "000001" : "000000";
  given.password = "Password1234";
  EXPECT_EQ(why_not(people->enrolment.accept(given, now)), "password_too_common code_not_valid");
  EXPECT_EQ(why_not(people->enrolment.accept(acceptance(link), now)), "");
}

TEST_F(EnrolmentTest, OfTwoWhoAcceptAtOnceOneGetsIt) {
  for (int round = 0; round < 10; ++round) {
    const Acceptance given = acceptance(invitation("person" + std::to_string(round)));
    std::array<std::string, 2> answers;
    {
      std::vector<std::jthread> threads;
      for (std::string& answer : answers)
        threads.emplace_back([&] { answer = why_not(people->enrolment.accept(given, now)); });
    }
    EXPECT_EQ(answers[0] + answers[1], "link_not_valid");
  }
}

TEST_F(EnrolmentTest, AResetEndsEverythingAtOnce) {
  const Somebody who = eva();
  const IssuedToken program =
      good(people->sessions.issue_program_token(who.account, "skript", now + 24h, now));
  const Invitation link = good(people->enrolment.reset(who.account, now));
  EXPECT_FALSE(is_in(who.session));
  EXPECT_FALSE(is_in(program.token));
  now += 1min;
  EXPECT_EQ(answer(right(who)), "sign_in_failed");
  const Somebody again = accept(link, "blåa hästar äter hö");
  now += 1min;
  EXPECT_EQ(answer(right(again)), "");
  EXPECT_NE(again.secret, who.secret);
}

TEST_F(EnrolmentTest, InvitationsAreChecked) {
  const auto invite = [&](const std::string& name, const std::string& shown,
                          std::vector<std::string> positions) {
    return why_not(people->enrolment.invite({name, shown, UnitId{"u"}, std::move(positions)}, now));
  };
  EXPECT_EQ(invite("Eva.E", "Eva", {"attendee"}), "");
  EXPECT_EQ(invite("eva.e", "Eva", {"attendee"}), "user_name_taken");
  EXPECT_EQ(invite("ab", " ", {}), "user_name_form shown_name_required position_required");
  EXPECT_EQ(invite("eva e", "Eva", {"attendee", "king"}), "user_name_form unknown_position");
  EXPECT_EQ(invite(std::string(64, 'a'), "Eva", {"auditor"}), "");
  EXPECT_EQ(invite(std::string(65, 'a'), "Eva", {"auditor"}), "user_name_form");
}

TEST_F(EnrolmentTest, TheLastAdministratorStays) {
  const std::string id = administrator().account;
  EXPECT_EQ(why_not(people->accounts.close(id)), "last_administrator");
  EXPECT_EQ(why_not(people->accounts.lock(id)), "last_administrator");
  EXPECT_EQ(why_not(people->accounts.set_rights(id, {}, {"auditor"})), "last_administrator");
  const Invitation second =
      good(people->enrolment.invite({"second", "Bo Exempel", UnitId{"u"}, {"administrator"}}, now));
  EXPECT_EQ(why_not(people->accounts.close(id)), "last_administrator");
  accept(second, "gröna hästar äter");
  EXPECT_EQ(why_not(people->accounts.close(id)), "");
  EXPECT_EQ(why_not(people->accounts.close(id)), "account_closed");
  EXPECT_EQ(why_not(people->enrolment.reset(id, now)), "account_closed");
}

TEST_F(EnrolmentTest, AccountsAreListedFoundAndErased) {
  administrator();
  const std::string id = eva().account;
  EXPECT_EQ(people->accounts.list("", 10).size(), 2U);
  EXPECT_EQ(people->accounts.list("administrator", 1).front().user_name, "eva.exempel");
  EXPECT_EQ(people->accounts.named("EVA.exempel").value().id, id);
  EXPECT_EQ(why_not(people->accounts.erase(id)), "account_not_closed");
  good(people->accounts.close(id));
  good(people->accounts.erase(id));
  EXPECT_FALSE(people->accounts.find(id));
  EXPECT_EQ(why_not(people->accounts.close(id)), "account_unknown");
}

}  // namespace
}  // namespace enrolment_test
}  // namespace kallad::testing
