// Signing in: the same answer for everything that is wrong, each code once, and waiting that cannot
// be used against somebody else.
// Not sessions: sessions_test.cpp. Rule kept (OWASP, device cookies): see throttle.hpp.
#include "adapters/sign_in/sign_in.hpp"

#include <thread>

#include "adapters/sign_in/throttle.hpp"
#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::testing {
namespace sign_in_test {
namespace {

struct SignInTest : PeopleTest {
  Somebody who = eva();
  SignInTest() { now += 1min; }

  std::optional<Instant> again(const Credentials& given) {
    const SignInAnswer answer = people->sign_in.sign_in(given, now);
    const auto* refused = boost::variant2::get_if<NotSignedIn>(&answer);
    return refused == nullptr ? std::nullopt : refused->again;
  }
};

TEST_F(SignInTest, WhateverIsWrongTheAnswerIsTheSame) {
  Credentials no_code = right(who, "192.0.2.9");
  no_code.code.clear();
  Credentials nobody = right(who, "192.0.2.10");
  nobody.user_name = "ingen.alls";
  Credentials too_long = right(who, "192.0.2.11");
  too_long.password.resize(1025, 'a');
  for (const Credentials& given : {wrong(who, "192.0.2.8"), no_code, nobody, too_long})
    EXPECT_EQ(answer(given), "sign_in_failed");
  EXPECT_EQ(answer(right(who)), "");
  good(people->accounts.lock(who.account));
  now += 1min;
  EXPECT_EQ(answer(right(who)), "sign_in_failed");
  good(people->accounts.unlock(who.account));
  EXPECT_EQ(answer(right(who)), "");
}

TEST_F(SignInTest, AUserNameIsFoldedAndAPasswordIsNot) {
  Credentials given = right(who);
  given.user_name = "EVA.Exempel";
  EXPECT_EQ(answer(given), "");
  now += 1min;
  given = right(who);
  given.password[0] = 'G';
  EXPECT_EQ(answer(given), "sign_in_failed");
}

TEST_F(SignInTest, ACodeIsGoodOnceAndAWrongPasswordDoesNotUseItUp) {
  EXPECT_EQ(answer(wrong(who)), "sign_in_failed");
  EXPECT_EQ(answer(right(who)), "");
  EXPECT_EQ(answer(right(who)), "sign_in_failed");
  now += 30s;
  EXPECT_EQ(answer(right(who)), "");
}

TEST_F(SignInTest, OfTwoWithTheSameCodeAtOnceOneGetsIn) {
  for (int round = 0; round < 20; ++round) {
    now += 10min;
    const Credentials given = right(who, "192.0.2." + std::to_string(round));
    std::array<std::string, 2> answers;
    {
      std::vector<std::jthread> threads;
      for (std::string& one : answers) threads.emplace_back([&] { one = answer(given); });
    }
    EXPECT_EQ(answers[0] + answers[1], "sign_in_failed");
  }
}

TEST_F(SignInTest, ARecoveryCodeIsGoodOnce) {
  Credentials given = right(who);
  given.code = who.recovery_codes.at(3);
  EXPECT_EQ(answer(given), "");
  EXPECT_EQ(answer(given), "sign_in_failed");
  given.code = who.recovery_codes.at(4);
  EXPECT_EQ(answer(given), "");
}

TEST_F(SignInTest, AnotherPersonsRecoveryCodeIsNone) {
  const Somebody other = bo();
  Credentials given = right(who);
  given.code = other.recovery_codes.front();
  EXPECT_EQ(answer(given), "sign_in_failed");
}

TEST_F(SignInTest, AClockMovedBackDoesNotMakeAUsedCodeGood) {
  const Credentials given = right(who);
  EXPECT_EQ(answer(given), "");
  now -= 1h;
  EXPECT_EQ(answer(right(who, "192.0.2.2")), "sign_in_failed");
  now += 1h;
  EXPECT_EQ(answer(given), "sign_in_failed");
}

TEST_F(SignInTest, WaitsGrowFromTheThirdTryAndEndOnTheMillisecond) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(answer(wrong(who)), "sign_in_failed");
  for (const auto wait : {1s, 2s, 4s, 8s}) {
    EXPECT_EQ(again(right(who)), now + wait);
    now += wait - 1ms;
    EXPECT_EQ(answer(right(who)), "too_many_tries");
    now += 1ms;
    EXPECT_EQ(answer(wrong(who)), "sign_in_failed");
  }
  now += 16s;
  EXPECT_EQ(answer(right(who)), "");
  EXPECT_EQ(answer(wrong(who)), "sign_in_failed");
}

TEST_F(SignInTest, WaitsHaveAnEndAndSurviveAStart) {
  for (int i = 0; i < 30; ++i) {
    EXPECT_EQ(answer(wrong(who)), "sign_in_failed");
    now = again(right(who)).value_or(now);
  }
  EXPECT_EQ(answer(wrong(who)), "sign_in_failed");
  EXPECT_EQ(again(right(who)), now + 15min);
  start_anew();
  EXPECT_EQ(again(right(who)), now + 15min);
}

TEST_F(SignInTest, AClockMovedBackNeverMakesAWaitLonger) {
  for (int i = 0; i < 3; ++i) answer(wrong(who));
  now -= std::chrono::hours{24 * 365};
  EXPECT_EQ(again(right(who)), now + 1s);
  now += 1s;
  EXPECT_FALSE(again(wrong(who)));
}

TEST_F(SignInTest, AnUnknownNameWaitsLikeAKnownOne) {
  Somebody nobody = who;
  nobody.user_name = "ingen.alls";
  for (int i = 0; i < 3; ++i) answer(wrong(nobody));
  EXPECT_EQ(again(wrong(nobody)), now + 1s);
}

TEST_F(SignInTest, ManyAtOnceDoNotSlipThrough) {
  std::atomic<int> tried = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 16; ++i)
      threads.emplace_back([&] {
        if (answer(wrong(who)) == "sign_in_failed") ++tried;
      });
  }
  EXPECT_EQ(tried, 3);
}

TEST_F(SignInTest, OthersCannotLockOutWhoHasADeviceCookie) {
  for (int i = 0; i < 40; ++i) answer(wrong(who, "198.51.100." + std::to_string(i)));
  EXPECT_EQ(answer(right(who, "203.0.113.1")), "too_many_tries");
  Credentials mine = right(who, "203.0.113.1");
  mine.device_cookie = who.device;
  EXPECT_EQ(answer(mine), "");
}

TEST_F(SignInTest, TheAccountsOwnSlowDownIsAMinuteAtMost) {
  for (int i = 0; i < 200; ++i) {
    answer(wrong(who, "10.0." + std::to_string(i) + ".1"));
    now = again(right(who, "203.0.113.1")).value_or(now);
  }
  answer(wrong(who, "10.1.0.1"));
  const auto later = again(right(who, "203.0.113.1"));
  ASSERT_TRUE(later);
  EXPECT_EQ(*later, now + 1min);
  now = *later;
  EXPECT_EQ(answer(right(who, "203.0.113.1")), "");
}

TEST_F(SignInTest, ADeviceCookieIsCountedByItself) {
  Credentials bad = wrong(who);
  bad.device_cookie = who.device;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(answer(bad), "sign_in_failed");
  EXPECT_EQ(answer(bad), "too_many_tries");
  EXPECT_EQ(answer(right(who)), "");
}

TEST_F(SignInTest, AForgedOrForeignDeviceCookieCountsForNothing) {
  const Somebody other = bo();
  for (int i = 0; i < 3; ++i) answer(wrong(who));
  std::string forged = who.device;
  forged.back() = forged.back() == '0' ? '1' : '0';
  for (const std::string& cookie :
       {forged, other.device, std::string{"x"}, who.account, who.device + "0"}) {
    Credentials given = right(who);
    given.device_cookie = cookie;
    EXPECT_EQ(answer(given), "too_many_tries") << cookie;
  }
}

TEST_F(SignInTest, AnAddressThatTriesManyNamesIsSlowed) {
  Somebody nobody = who;
  for (int i = 0; i < 100; ++i) {
    nobody.user_name = "namn" + std::to_string(i);
    EXPECT_EQ(answer(wrong(nobody, "2001:db8::" + std::to_string(i))), "sign_in_failed") << i;
  }
  EXPECT_EQ(answer(right(who, "2001:db8::ffff")), "too_many_tries");
  EXPECT_EQ(answer(right(who, "2001:db8:0:1::1")), "");
}

TEST(ClientNetwork, IsASixtyFourthOfIpv6AndIpv4Itself) {
  EXPECT_EQ(client_network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(client_network("::ffff:192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(client_network("192.0.2.1"), "192.0.2.1");
}

TEST_F(SignInTest, APasswordChangeEndsAllSessionsAndGivesANewOne) {
  const Session session = people->sessions.session(who.session, now).value();
  const std::string second =
      boost::variant2::get<SignedIn>(people->sign_in.sign_in(right(who), now)).session.token;
  const auto change = [&](const std::string& current, const std::string& wanted) {
    return people->sign_in.change_password(session, {current, wanted, "Firefox"}, now);
  };
  EXPECT_EQ(why_not(change("fel lösenord, nog långt", "blåa hästar äter hö")), "sign_in_failed");
  EXPECT_EQ(why_not(change(who.password, "kort")), "password_too_short");
  EXPECT_TRUE(is_in(second));
  const SignInAnswer changed = change(who.password, "blåa hästar äter hö");
  ASSERT_EQ(why_not(changed), "");
  EXPECT_FALSE(is_in(who.session));
  EXPECT_FALSE(is_in(second));
  EXPECT_TRUE(is_in(boost::variant2::get<SignedIn>(changed).session.token));
  now += 1min;
  EXPECT_EQ(answer(right(who)), "sign_in_failed");
  who.password = "blåa hästar äter hö";
  EXPECT_EQ(answer(right(who)), "");
}

TEST_F(SignInTest, AStolenSessionCannotGuessThePassword) {
  const Session session = people->sessions.session(who.session, now).value();
  std::string last;
  for (int i = 0; i < 6; ++i)
    last = why_not(people->sign_in.change_password(
        session, {"fel nummer " + std::to_string(i), "blåa hästar äter hö", ""}, now));
  EXPECT_EQ(last, "too_many_tries");
}

TEST_F(SignInTest, AHashOfAnotherCostIsMadeAnewAtSignIn) {
  settings.cost = {2, 16384};
  start_anew();
  EXPECT_EQ(answer(right(who)), "");
  const std::string hash = people->file.read([](SQLite::Database& database) {
    return database.execAndGet("SELECT password FROM accounts").getString();
  });
  EXPECT_FALSE(people->hasher.is_outdated(hash));
  now += 1min;
  EXPECT_EQ(answer(right(who)), "");
}

}  // namespace
}  // namespace sign_in_test
}  // namespace kallad::testing
