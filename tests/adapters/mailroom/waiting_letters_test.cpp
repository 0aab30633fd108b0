// What a coordinator is told of letters that are wished and have not left, against real rounds.
// Not the page (tests/adapters/web). Rules held: nothing that waits is hidden, nothing that has
// left is said to wait, and no address is told.
#include <gtest/gtest.h>

#include "adapters/api/letters/waiting_letters.hpp"
#include "engine/spine/table.hpp"
#include "tests/adapters/mailroom/mail_house.hpp"

namespace kallad::mail_house::waiting_letters {

using api::LetterWaiting;
using mailroom::LetterWaits;
using post_test::SmtpPeer;
using std::chrono::hours;
using std::chrono::minutes;

const Zone& sweden() {
  static const Calendar calendar{stockholm()};
  return calendar.zone();
}

/// As the API asks; `sends`: whether the installation has a relay.
std::vector<LetterWaiting> waiting(MailHouse& house, bool sends = true) {
  mailroom::MailPlaces places;
  if (sends) places.relay.emplace();
  const auto given = house.outgoing_house();
  mailroom::Mailroom mail{house.folder / "mail.sqlite",
                          {.desk = house.desk(),
                           .store = house.place(),
                           .tail = given.tail,
                           .calendar = given.calendar,
                           .links = given.links,
                           .sender = given.sender,
                           .now = [&house] { return house.clock.now; },
                           .register_changed = {},
                           .tell = {}},
                          places};
  const Ledger ledger = house.ledger();
  const auto routines = ledger::routines_in_force(ledger);
  const Ground ground{ledger.known, routines, given.calendar, {}};
  const LetterTexts texts;
  const std::map<PartyId, std::string> addresses;
  return api::waiting_letters(house.case_file(), {ground, texts, given.links, addresses}, mail,
                              house.clock.now);
}

const LetterWaiting* to_reception(const std::vector<LetterWaiting>& all) {
  const auto found = std::ranges::find_if(all, [](const LetterWaiting& one) {
    return one.kind == WishKind::summons && one.party == reception;
  });
  return found == all.end() ? nullptr : &*found;
}

/// What is told, as one line for a failure.
std::string told(const std::vector<LetterWaiting>& all) {
  std::string line;
  for (const LetterWaiting& one : all) {
    line += std::string{table::state_id(one.kind)} + " " + one.party.text + " " +
            std::string{table::state_id(one.because)} + " " + one.why_not.value_or("") + "; ";
  }
  return line;
}

TEST(WaitingLetters, AreThoseOfAMeetingJustCalledAndNoneOnceTheyHaveLeft) {
  const SmtpPeer peer;
  MailHouse house;
  const auto before = waiting(house);
  ASSERT_EQ(before.size(), 3U);
  const auto* one = to_reception(before);
  ASSERT_NE(one, nullptr);
  EXPECT_EQ(one->kind, WishKind::summons);
  EXPECT_EQ(one->because, LetterWaits::its_turn);
  EXPECT_EQ(one->at, sweden().to_local(house.clock.now));
  EXPECT_EQ(one->to, std::vector{RecipientKind::mailbox});
  house.send(peer);
  EXPECT_EQ(told(waiting(house)), "");
}

TEST(WaitingLetters, SayThatNothingSendsThemWhereThereIsNoRelay) {
  MailHouse house;
  const auto all = waiting(house, false);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_FALSE(all.front().at);
}

TEST(WaitingLetters, SayWhenTheyAreTriedAgainAndWaitForOfficeHours) {
  const SmtpPeer peer;
  MailHouse house{"later.on@skane.example"};
  house.send(peer);
  const auto all = waiting(house);
  ASSERT_EQ(all.size(), 1U) << "the others have left";
  EXPECT_EQ(all.front().party, reception);
  EXPECT_EQ(all.front().because, LetterWaits::next_try);
  EXPECT_EQ(all.front().tries, 1U);
  EXPECT_EQ(all.front().at, sweden().to_local(house.clock.now + minutes{5}));
  house.clock.now += hours{5 * 24 + 1};
  house.send(peer);
  const auto after = waiting(house);  // Saturday at eleven
  EXPECT_EQ(to_reception(after), nullptr) << "given up: told by its copy";
  ASSERT_EQ(after.size(), 1U) << told(after);
  EXPECT_EQ(after.front().kind, WishKind::demand_to_coordinator) << "who hears of it on Monday";
  EXPECT_EQ(after.front().because, LetterWaits::office_hours);
  EXPECT_EQ(after.front().at, sweden().to_local(monday_at_ten + hours{7 * 24 - 1}));
  EXPECT_EQ(after.front().to, std::vector{RecipientKind::coordinator});
}

TEST(WaitingLetters, WaitForTheRelayAndForTheCoordinator) {
  SmtpPeer peer;
  MailHouse house;
  peer.stop();
  house.send(peer);
  ASSERT_EQ(waiting(house).size(), 3U);
  EXPECT_EQ(waiting(house).back().because, LetterWaits::next_try);
  const mailroom::LetterName letter{CaseId{the_case}, {WishKind::summons, 1, reception}, 1};
  const Instant until = house.clock.now + hours{2};
  house.wills.hold({letter, until, "Siv Samordnare", "ringer först", {}});
  auto all = waiting(house);
  ASSERT_NE(to_reception(all), nullptr);
  EXPECT_EQ(to_reception(all)->because, LetterWaits::held);
  EXPECT_EQ(to_reception(all)->at, sweden().to_local(until));
  house.wills.hold({letter, std::nullopt, "Siv Samordnare", "behövs inte", {}});
  all = waiting(house);
  EXPECT_EQ(to_reception(all), nullptr) << "stopped: told as held";
}

TEST(WaitingLetters, NameAPartyThatNoAddressIsKnownOf) {
  const SmtpPeer peer;
  MailHouse house{"sdk:0203:psykosmottagningen"};
  const auto before = waiting(house);
  ASSERT_NE(to_reception(before), nullptr);
  EXPECT_EQ(to_reception(before)->why_not, "letter_without_address");
  house.send(peer);
  ASSERT_EQ(house.seat().state, SeatState::delivery_failed);
  const auto after = waiting(house);
  ASSERT_NE(to_reception(after), nullptr) << told(after);
  EXPECT_EQ(to_reception(after)->why_not, "letter_without_address");
  house.clock.now += hours{24 * 30};
  EXPECT_EQ(to_reception(waiting(house)), nullptr) << "the meeting has been";
}

}  // namespace kallad::mail_house::waiting_letters
