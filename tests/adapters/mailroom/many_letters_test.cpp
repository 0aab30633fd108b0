// Many kallelser to a relay that refuses one in ten, half of them for now: each letter's fate is
// right, and nothing is sent twice. In the suite a few hundred; by hand as many as one likes:
//   KALLAD_LETTERS=10000 build/tests/adapters/mailroom/test_mailroom --gtest_filter='ManyLetters.*'
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::many_letters {

using mailroom::Copy;
using mailroom::CopyState;
using post_test::SmtpPeer;

constexpr int parties = 4;

int letters_wanted() {
  const char* said = std::getenv("KALLAD_LETTERS");
  return said != nullptr ? std::max(std::atoi(said), parties) : 200;
}

std::string name_of(int number) { return "m-" + std::to_string(number); }

/// So many cases, each called to a meeting on the same Monday.
std::string story_of(int cases) {
  const std::string source{KALLAD_SOURCE_DIR};
  std::string text =
      "# Many cases for the mail.\nuse " + source + "/tests/scenes/northwest_skane.scene\n";
  for (int i = 0; i < cases; ++i) {
    text += "case " + name_of(i) + " number=" + name_of(i) +
            " parties helsingborg/vuxen, region/fact, region/laro-helsingborg, klippan/vuxen\n"
            "2026-03-02 09:00  coordinator  @" +
            name_of(i) +
            " record_consent until=2027-03-02\n"
            "2026-03-02 09:00  coordinator  @" +
            name_of(i) +
            " send_summons starts=2026-03-20T13:00 place=\"Stadshuset\""
            " purpose=\"Samordna\" questions=\"Vem gör vad?\"\n";
  }
  return text;
}

/// How often the relay took a letter, by the token it was sent under.
std::map<std::string, int> taken_by(const SmtpPeer& peer) {
  std::map<std::string, int> taken;
  for (const json& letter : peer.letters()) {
    const std::string sender = letter["sender"];
    const auto plus = sender.find('+');
    ++taken[sender.substr(plus + 1, sender.find('@') - plus - 1)];
  }
  return taken;
}

/// Rounds until nothing waits, each by a program that has just started.
int empty_the_outbox(MailHouse& house, const SmtpPeer& peer) {
  int rounds = 0;
  while (house.waiting() > 0 && rounds < 60) {
    house.send(peer);
    house.clock.now += std::chrono::minutes{11};
    ++rounds;
  }
  return rounds;
}

struct Counted {
  int accepted = 0;
  int failed = 0;
  int tried_again = 0;
};

void hold_against(const Copy& copy, const Seat& seat, const std::map<std::string, int>& taken,
                  Counted& counted) {
  const bool is_accepted = copy.state == CopyState::accepted;
  ASSERT_TRUE(is_accepted || copy.state == CopyState::failed) << copy.of_case.text;
  ++(is_accepted ? counted.accepted : counted.failed);
  if (is_accepted && copy.attempts > 1) ++counted.tried_again;
  EXPECT_EQ(taken.count(copy.token), is_accepted ? 1U : 0U) << copy.of_case.text;
  EXPECT_EQ(seat.accepted.has_value(), is_accepted) << copy.of_case.text;
  EXPECT_EQ(seat.state == SeatState::delivery_failed, !is_accepted) << copy.of_case.text;
}

TEST(ManyLetters, EachHasTheFateTheRelayGaveItAndNoneIsSentTwice) {
  const int letters = letters_wanted();
  const int cases = letters / parties;
  const SmtpPeer peer{{"tenth"}};
  MailHouse house{MailHouse::Plain{story_of(cases)}};
  const int rounds = empty_the_outbox(house, peer);
  EXPECT_EQ(house.waiting(), 0U) << "after " << rounds << " rounds";
  const auto taken = taken_by(peer);
  for (const auto& [token, times] : taken) EXPECT_EQ(times, 1) << token;
  Counted counted;
  Reader reader{house.place(), nullptr};
  for (int i = 0; i < cases; ++i) {
    const auto file = load_case(streams_of(reader), name_of(i));
    ASSERT_TRUE(file);
    int of_case = 0;
    for (const Copy& copy : house.copies.of_case(CaseId{name_of(i)})) {
      if (copy.wish.kind != WishKind::summons) continue;
      ++of_case;
      hold_against(copy, *meeting::find_seat(file->running.meetings.back(), copy.wish.to), taken,
                   counted);
    }
    EXPECT_EQ(of_case, parties) << name_of(i);
  }
  EXPECT_EQ(counted.accepted + counted.failed, cases * parties);
  EXPECT_GT(counted.failed, letters / 40) << "the relay has refused one in twenty for good";
  EXPECT_GT(counted.tried_again, letters / 40) << "and as many for now";
  std::cout << letters << " letters: " << counted.accepted << " taken, " << counted.tried_again
            << " of them later, " << counted.failed << " refused, " << rounds << " rounds\n";
}

}  // namespace kallad::mail_house::many_letters
