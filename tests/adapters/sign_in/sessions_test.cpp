// Sessions at the edges of their limits, ended in every way, and tokens of programs.
// Not sign-in: sign_in_test.cpp. Rule kept: whoever loses rights loses them at once.
#include "adapters/sign_in/sessions.hpp"

#include <thread>

#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::testing {
namespace sessions_test {
namespace {

struct SessionsTest : PeopleTest {
  Somebody who = eva();
  std::string sign_in_again() {
    now += 1min;
    return boost::variant2::get<SignedIn>(people->sign_in.sign_in(right(who), now)).session.token;
  }
  Session session(const std::string& token) { return people->sessions.session(token, now).value(); }
};

TEST_F(SessionsTest, TellsWhoItIs) {
  const Session mine = session(who.session);
  EXPECT_EQ(mine.account, who.account);
  EXPECT_EQ(mine.user_name, "eva.exempel");
  EXPECT_EQ(mine.shown_name, "Eva Exempel");
  EXPECT_EQ(mine.unit, UnitId{"helsingborg/vuxen"});
  EXPECT_EQ(mine.positions, (std::vector<std::string>{"coordinator"}));
  EXPECT_EQ(mine.name, "Firefox");
  EXPECT_EQ(mine.ends, now + 12h);
}

TEST_F(SessionsTest, EndsAfterThirtyIdleMinutes) {
  now += 30min - 1ms;
  EXPECT_TRUE(is_in(who.session));
  now += 30min - 1ms;
  EXPECT_TRUE(is_in(who.session));
  now += 30min;
  EXPECT_FALSE(is_in(who.session));
  now -= 1min;
  EXPECT_FALSE(is_in(who.session));
}

TEST_F(SessionsTest, EndsAfterTwelveHoursHoweverBusy) {
  const Instant ends = now + 12h;
  while (now + 20min < ends) {
    now += 20min;
    ASSERT_TRUE(is_in(who.session));
  }
  now = ends - 1ms;
  EXPECT_TRUE(is_in(who.session));
  now = ends;
  EXPECT_FALSE(is_in(who.session));
}

TEST_F(SessionsTest, LimitsAreSettings) {
  settings.sessions = {std::chrono::minutes{5}, std::chrono::hours{1}};
  start_anew();
  now += 5min;
  EXPECT_FALSE(is_in(who.session));
  const std::string token = sign_in_again();
  EXPECT_EQ(session(token).ends, now + 1h);
}

TEST_F(SessionsTest, AClockMovedBackEndsThemButASmallStepDoesNot) {
  now -= 5min;
  EXPECT_TRUE(is_in(who.session));
  now -= 1ms;
  EXPECT_FALSE(is_in(who.session));
}

TEST_F(SessionsTest, WhenSeenSurvivesAStop) {
  now += 29min;
  EXPECT_TRUE(is_in(who.session));
  now += 30s;
  EXPECT_TRUE(is_in(who.session));
  start_anew();
  now += 30min - 1ms;
  EXPECT_TRUE(is_in(who.session));
}

TEST_F(SessionsTest, AChangedTokenIsNobodys) {
  ASSERT_TRUE(is_in(who.session));
  for (std::size_t i = 0; i < who.session.size(); ++i) {
    std::string changed = who.session;
    changed[i] = changed[i] == '0' ? '1' : '0';
    EXPECT_FALSE(is_in(changed)) << i;
  }
  EXPECT_FALSE(is_in(""));
  EXPECT_FALSE(is_in("kld_" + who.session));
}

TEST_F(SessionsTest, AFormTokenFitsItsOwnSessionOnly) {
  const Session mine = session(who.session);
  const Session other = session(sign_in_again());
  EXPECT_TRUE(Sessions::form_fits(mine, session(who.session).form_token));
  EXPECT_FALSE(Sessions::form_fits(mine, other.form_token));
  EXPECT_FALSE(Sessions::form_fits(mine, ""));
}

TEST_F(SessionsTest, AreListedAndEndedByTheirOwnerOnly) {
  const Somebody other = bo();
  const std::string second = sign_in_again();
  const auto mine = people->sessions.of_account(who.account, now);
  ASSERT_EQ(mine.size(), 2U);
  EXPECT_FALSE(people->sessions.end(other.account, mine[0].id));
  EXPECT_TRUE(is_in(who.session));
  EXPECT_TRUE(people->sessions.end(who.account, mine[0].id));
  EXPECT_FALSE(people->sessions.end(who.account, mine[0].id));
  EXPECT_FALSE(is_in(who.session));
  EXPECT_TRUE(is_in(second));
}

TEST_F(SessionsTest, SignOutEverywhereSparesProgramsAndOthers) {
  const Somebody other = bo();
  const std::string second = sign_in_again();
  const std::string program =
      good(people->sessions.issue_program_token(who.account, "skript", now + 24h, now)).token;
  EXPECT_TRUE(is_in(second));
  people->sessions.sign_out_everywhere(who.account);
  EXPECT_FALSE(is_in(who.session));
  EXPECT_FALSE(is_in(second));
  EXPECT_TRUE(is_in(program));
  EXPECT_TRUE(is_in(other.session));
}

TEST_F(SessionsTest, OtherRightsEndSessionsAndReachProgramsAtOnce) {
  const std::string program =
      good(people->sessions.issue_program_token(who.account, "skript", now + 24h, now)).token;
  EXPECT_EQ(session(program).positions, (std::vector<std::string>{"coordinator"}));
  EXPECT_TRUE(is_in(who.session));
  good(people->accounts.set_rights(who.account, UnitId{"u"}, {"auditor", "report_reader"}));
  EXPECT_FALSE(is_in(who.session));
  EXPECT_EQ(session(program).positions, (std::vector<std::string>{"auditor", "report_reader"}));
  EXPECT_EQ(session(sign_in_again()).unit, UnitId{"u"});
}

TEST_F(SessionsTest, LockingStopsEverythingAndUnlockingGivesProgramsBack) {
  const std::string program =
      good(people->sessions.issue_program_token(who.account, "skript", now + 24h, now)).token;
  EXPECT_TRUE(is_in(program));
  EXPECT_TRUE(is_in(who.session));
  good(people->accounts.lock(who.account));
  EXPECT_FALSE(is_in(program));
  EXPECT_FALSE(is_in(who.session));
  EXPECT_EQ(why_not(people->accounts.lock(who.account)), "account_not_active");
  good(people->accounts.unlock(who.account));
  EXPECT_TRUE(is_in(program));
  EXPECT_FALSE(is_in(who.session));
  EXPECT_EQ(why_not(people->accounts.unlock(who.account)), "account_not_locked");
}

TEST_F(SessionsTest, ClosingEndsAll) {
  const std::string program =
      good(people->sessions.issue_program_token(who.account, "skript", now + 24h, now)).token;
  EXPECT_TRUE(is_in(program));
  good(people->accounts.close(who.account));
  EXPECT_FALSE(is_in(program));
  EXPECT_FALSE(is_in(who.session));
}

TEST_F(SessionsTest, AProgramsTokenIsNamedEndsAndCanBeRevoked) {
  const auto issue = [&](const std::string& name, Instant ends) {
    return why_not(people->sessions.issue_program_token(who.account, name, ends, now));
  };
  EXPECT_EQ(issue("  ", now), "token_name_required token_too_long");
  EXPECT_EQ(issue("skript", now + longest_program_token), "");
  EXPECT_EQ(issue("skript", now + longest_program_token + 1ms), "token_too_long");
  EXPECT_EQ(why_not(people->sessions.issue_program_token("nobody", "x", now + 1h, now)),
            "account_not_active");
  const IssuedToken token =
      good(people->sessions.issue_program_token(who.account, "kort", now + 48h, now));
  EXPECT_TRUE(token.token.starts_with("kld_"));
  EXPECT_FALSE(is_in(token.token.substr(4)));
  EXPECT_EQ(session(token.token).kind, SessionKind::program);
  now += 48h - 1ms;
  EXPECT_TRUE(is_in(token.token));
  now += 1ms;
  EXPECT_FALSE(is_in(token.token));
  const IssuedToken other =
      good(people->sessions.issue_program_token(who.account, "annan", now + 48h, now));
  EXPECT_TRUE(people->sessions.end(who.account, other.id));
  EXPECT_FALSE(is_in(other.token));
}

TEST_F(SessionsTest, ManyThreadsAskWhileOthersEndThem) {
  std::vector<std::string> tokens;
  for (int i = 0; i < 8; ++i) tokens.push_back(sign_in_again());
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&] {
        for (int i = 0; i < 2000; ++i) {
          const auto found =
              people->sessions.session(tokens[static_cast<std::size_t>(i % 8)], now + i * 100ms);
          if (found && found->account != who.account) ADD_FAILURE();
        }
      });
    threads.emplace_back([&] { people->sessions.sign_out_everywhere(who.account); });
  }
  for (const std::string& token : tokens) EXPECT_FALSE(is_in(token));
}

}  // namespace
}  // namespace sessions_test
}  // namespace kallad::testing
