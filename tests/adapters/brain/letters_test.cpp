// Withdrawn consent takes back letters that have not left; what goes to the coordinator alone
// stays. Not sending: nothing is sent here.
#include "adapters/brain/letters.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/brain/rows.hpp"
#include "tests/adapters/brain/house.hpp"

namespace kallad {
namespace {

/// The kinds of letters waiting for a case, sorted.
std::vector<std::string> waiting(House& house, const std::string& stream) {
  std::vector<std::string> kinds;
  for (const OutboxItem& item : house.desk().outbox(1'000)) {
    if (item.stream == stream) kinds.push_back(item.row.kind);
  }
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

using Kinds = std::vector<std::string>;

TEST(Letters, AWithdrawalTakesBackWhatHasNotLeft) {
  House house;
  house.fill_register();
  house.open("2026-1");
  house.open("2026-2", "19610973-2393");
  house.call("2026-1");
  house.call("2026-2");
  EXPECT_EQ(waiting(house, "2026-1"), (Kinds{"summons", "summons", "summons"}));
  const Actor anna{Role::person, {}, "Anna Exempel"};
  const WithdrawConsent withdrawal{"Anna Exempel", Capacity::person};
  EXPECT_EQ(said(house.say("2026-1", "w", withdrawal, anna)), "consent_withdrawn");
  EXPECT_EQ(waiting(house, "2026-1"),
            (Kinds{"demand_to_coordinator", "stop_letters", "summons", "summons", "summons"}))
      << "the stop is as durable as the withdrawal";
  house.restart();
  EXPECT_EQ(stop_letters(house.desk()), 4U);
  EXPECT_EQ(waiting(house, "2026-1"), (Kinds{"demand_to_coordinator"}));
  EXPECT_EQ(waiting(house, "2026-2").size(), 3U) << "another case is not touched";
  EXPECT_EQ(stop_letters(house.desk()), 0U);
}

OutboxItem row(std::int64_t position, const char* kind, const char* stream = "a") {
  return {{position, 0}, stream, {kind, "{}"}};
}

TEST(Letters, OnlyEarlierLettersOfTheSameCaseAreStopped) {
  const auto keys =
      stopped_letters({row(1, "summons"), row(2, "attendance_reminder"), row(3, "summons", "b"),
                       row(4, "stop_letters"), row(5, "cancellation")});
  ASSERT_EQ(keys.size(), 2U);
  EXPECT_EQ(keys[0].position, 1);
  EXPECT_EQ(keys[1].position, 4) << "the stop itself has done its work";
}

TEST(Letters, ThatNobodyNeedComeIsNotStopped) {
  const auto keys =
      stopped_letters({row(1, "summons"), row(2, "cancellation"), row(3, "stop_letters")});
  ASSERT_EQ(keys.size(), 2U);
  EXPECT_EQ(keys[0].position, 1);
  EXPECT_EQ(keys[1].position, 3);
}

TEST(Letters, ARowIsReadBackAsTheWishItWasMadeOf) {
  const Wish wish{WishKind::reminder_to_head, 2, PartyId{"region/psykos"}};
  EXPECT_EQ(wish_of(outbox_row(wish)), wish);
  EXPECT_THROW(wish_of({"summons", "{}"}), std::invalid_argument);
  EXPECT_THROW(wish_of({"summons", "x"}), std::invalid_argument);
}

TEST(Letters, OfSeveralWithdrawalsTheLastCounts) {
  const auto keys = stopped_letters(
      {row(1, "stop_letters"), row(2, "summons"), row(3, "stop_letters"), row(4, "summons")});
  EXPECT_EQ(keys.size(), 3U);
}

}  // namespace
}  // namespace kallad
