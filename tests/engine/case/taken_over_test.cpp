// A plan that was made before the case stood here: when it is taken over, what follows from it, and
// what it is not. Rules kept: consent gates it, its meeting has been, and its follow-up comes
// after.
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

using enum Step;

Rules taking_over(World world, TakeOverPlan command, const Actor& by = coordinator()) {
  return rules_of(world.ask(by, command));
}

TEST(TakenOver, GoesToActivityFollowUpAndIsFollowedUpOnItsDay) {
  World world = consented();
  world.must(coordinator(), TakeOverPlan{day(2026, 2, 2), day(2026, 5, 4)});
  EXPECT_EQ(world.running.step, activity_follow_up);
  EXPECT_EQ(world.running.next_follow_up, day(2026, 5, 4));
  EXPECT_TRUE(world.running.plan_taken_over);
  EXPECT_TRUE(world.running.meetings.empty()) << "no meeting that was held here";
  world.must(coordinator(), goal("hem", "Bo hemma"));
  const auto due = world.due();
  EXPECT_TRUE(
      std::ranges::any_of(due, [](const Due& one) { return one.kind == DueKind::follow_up_due; }));
  world.must(coordinator(), HoldFollowUp{});
  EXPECT_EQ(world.running.step, follow_up);
}

TEST(TakenOver, FollowsTheRoutineWhereNoDayIsSaidAndMayBeLateAlready) {
  World world = consented();
  world.must(coordinator(), TakeOverPlan{day(2025, 6, 2), {}});
  EXPECT_EQ(world.running.next_follow_up, day(2025, 12, 2)) << "six months, and they have passed";
}

TEST(TakenOver, AsksForConsentForAMeetingThatHasBeenAndADayAfterIt) {
  const Date today = consented().zone().day_of(consented().now);
  const Date tomorrow{std::chrono::sys_days{today} + std::chrono::days{1}};
  EXPECT_EQ(taking_over(consented(), {today, {}}), Rules{});
  EXPECT_EQ(taking_over(consented(), {tomorrow, {}}), Rules{"meeting_lies_ahead"});
  EXPECT_EQ(taking_over(consented(), {day(2026, 2, 30), {}}), Rules{"meeting_lies_ahead"});
  EXPECT_EQ(taking_over(consented(), {day(2026, 2, 2), day(2026, 2, 1)}),
            Rules{"follow_up_before_meeting"});
  EXPECT_EQ(taking_over(consented(), {day(2026, 2, 2), day(2026, 2, 2)}), Rules{});
  EXPECT_EQ(taking_over(opened(), {day(2026, 2, 2), {}}), Rules{"consent_missing"});
  EXPECT_EQ(taking_over(consented(), {day(2026, 2, 2), {}}, staff_of(psychosis_clinic)),
            Rules{"coordinator_only"});
  EXPECT_EQ(taking_over(called(), {day(2026, 2, 2), {}}), Rules{"not_in_this_step"});
}

TEST(TakenOver, OriginIsToldInWords) {
  World world = opened();
  EXPECT_EQ(rules_of(world.ask(coordinator(), RecordOrigin{" "})), Rules{"source_required"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), RecordOrigin{"SIP-listan, rad 7"})), Rules{});
}

}  // namespace
}  // namespace kallad::casework
