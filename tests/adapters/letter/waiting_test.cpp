// Which of the letters that wait are sent when the program comes back: nothing twice, nothing that
// a later one takes back. Not asking the case (compose_test.cpp).
#include "adapters/letter/waiting.hpp"

#include <gtest/gtest.h>

#include "engine/spine/table.hpp"

namespace kallad::letter::waiting_test {
namespace {

using Wishes = std::vector<Wish>;
using enum WishKind;

const PartyId reception{"region/psykos"};
const PartyId adults{"helsingborg/vuxen"};

/// "summons:0,3 cancellation:4": what is sent, and what it stands for.
std::string sent(const Wishes& waiting) {
  std::string all;
  for (const StillWaiting& one : still_waiting(waiting)) {
    all += (all.empty() ? "" : " ") + std::string{table::state_id(one.wish.kind)};
    for (std::size_t i = 0; i < one.stands_for.size(); ++i) {
      all += (i == 0 ? ":" : ",") + std::to_string(one.stands_for[i]);
    }
  }
  return all;
}

Wish to(WishKind kind, const PartyId& party = reception, std::uint32_t number = 1) {
  return {kind, number, party};
}

TEST(LetterWaiting, WhatStandsAloneIsSent) {
  EXPECT_EQ(sent({}), "");
  EXPECT_EQ(sent({to(summons), to(summons, adults), to(summons, reception, 2)}),
            "summons:0 summons:1 summons:2");
}

TEST(LetterWaiting, AChangeOfWhatNeverLeftIsTheKallelseItself) {
  EXPECT_EQ(sent({to(summons), to(changed_summons), to(changed_summons)}), "summons:0,1,2");
  EXPECT_EQ(sent({to(changed_summons), to(changed_summons)}), "changed_summons:0,1");
  EXPECT_EQ(sent({to(forwarded_summons), to(changed_summons)}), "forwarded_summons:0,1");
  EXPECT_EQ(sent({to(answer_confirmed), to(substitute_link), to(changed_summons)}),
            "changed_summons:0,1,2")
      << "they were about a version that holds no more";
}

TEST(LetterWaiting, CalledAndCancelledUnheardIsNothing) {
  EXPECT_EQ(sent({to(summons), to(cancellation)}), "");
  EXPECT_EQ(sent({to(summons), to(changed_summons), to(cancellation)}), "");
  EXPECT_EQ(sent({to(changed_summons), to(reminder_to_head), to(cancellation)}),
            "cancellation:0,2");
  EXPECT_EQ(sent({to(summons), to(cancellation, adults)}), "summons:0 cancellation:1");
}

TEST(LetterWaiting, AReleasedSubstituteIsToldBesidesTheParty) {
  EXPECT_EQ(sent({to(changed_summons), to(substitute_released), to(changed_summons)}),
            "substitute_released:1 changed_summons:0,2");
  EXPECT_EQ(sent({to(substitute_released), to(changed_summons), to(cancellation)}),
            "substitute_released:0 cancellation:1,2");
  EXPECT_EQ(sent({to(substitute_released), to(substitute_released)}), "substitute_released:0,1");
  EXPECT_EQ(sent({to(substitute_released), to(stop_letters, {}, 0)}), "substitute_released:0");
}

TEST(LetterWaiting, OfRemindersTheLastIsSentAndNoneBesideTheKallelse) {
  EXPECT_EQ(sent({to(reminder_to_recipient), to(reminder_to_mailbox), to(reminder_to_head)}),
            "reminder_to_head:0,1,2");
  EXPECT_EQ(sent({to(summons), to(reminder_to_recipient)}), "summons:0");
  EXPECT_EQ(sent({to(reminder_to_head), to(answer_confirmed)}), "answer_confirmed:0,1");
  EXPECT_EQ(sent({to(reminder_to_head), to(reminder_to_head, adults)}),
            "reminder_to_head:0 reminder_to_head:1");
}

TEST(LetterWaiting, OfAnswersTheLastIsTold) {
  EXPECT_EQ(sent({to(decline_explained), to(answer_confirmed)}), "answer_confirmed:0,1");
  EXPECT_EQ(sent({to(answer_confirmed), to(substitute_link), to(substitute_link)}),
            "answer_confirmed:0 substitute_link:1,2");
}

TEST(LetterWaiting, AWithdrawalStopsWhatIsBeforeItButNotThatNobodyNeedCome) {
  EXPECT_EQ(sent({to(summons), to(cancellation, adults), to(attendance_reminder, {}),
                  to(stop_letters, {}, 0), to(demand_to_coordinator, {}, 0)}),
            "cancellation:1 attendance_reminder:2 demand_to_coordinator:4");
  EXPECT_EQ(sent({to(stop_letters, {}, 0), to(summons)}), "summons:1");
}

TEST(LetterWaiting, TheSameWordToTheCoordinatorIsSaidOnce) {
  EXPECT_EQ(sent({to(draft_to_coordinator), to(draft_to_coordinator),
                  to(draft_to_coordinator, reception, 2), to(demand_to_coordinator)}),
            "draft_to_coordinator:0,1 draft_to_coordinator:2 demand_to_coordinator:3");
}

}  // namespace
}  // namespace kallad::letter::waiting_test
