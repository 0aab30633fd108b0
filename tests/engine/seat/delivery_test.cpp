// Whether a summons has arrived: reports of the mail, what the party does itself, and what is
// presumed. Rule kept: the ruling "Delivered", and domain 3 (failed delivery is the sender's own
// fault).
#include "tests/engine/seat/world.hpp"

namespace kallad::seat::delivery_test {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::day;
using enum DeliveryReport;
using Told = std::vector<std::string>;

World called() {
  World world;
  world.call();
  return world;
}

TEST(Delivery, APositiveReportProvesIt) {
  World world = called();
  EXPECT_FALSE(is_reached(world.seat()));
  world.now += 1min;
  EXPECT_EQ(told_by(world.say(the_mail(), report(delivered))), Told{"summons_delivered"});
  EXPECT_EQ(world.seat().state, SeatState::delivered);
  EXPECT_EQ(world.seat().reach, Reach::proven);
  EXPECT_EQ(world.seat().reached, (Cited{2, world.now}));
  EXPECT_TRUE(is_reached(world.seat()));
}

TEST(Delivery, AcceptedAndNotBouncedFor24HoursItIsPresumed) {
  World world = called();
  EXPECT_EQ(told_by(world.say(the_mail(), report(accepted))), Told{"delivery_accepted"});
  EXPECT_EQ(world.seat().state, SeatState::sent);
  EXPECT_FALSE(is_reached(world.seat()));
  const Due row{world.now + 24h, DueKind::presume_delivery, 1, ours.text};
  EXPECT_EQ(world.dues().front(), row);
  world.now += 24h - 1ms;
  EXPECT_EQ(rules_of(world.clock_says(row)), Rules{"deadline_not_passed"});
  world.now += 1ms;
  EXPECT_EQ(told_by(world.clock_says(row)), Told{"delivery_presumed"});
  EXPECT_EQ(world.seat().state, SeatState::delivered);
  EXPECT_EQ(world.seat().reach, Reach::presumed);
  EXPECT_TRUE(is_reached(world.seat()));
}

TEST(Delivery, HoursAreHoursAcrossBothChangesOfTheClocks) {
  World spring;
  spring.at(day(2026, 3, 28), 10h);
  spring.call(at(day(2026, 4, 20), 13h));
  spring.must(the_mail(), report(accepted));
  EXPECT_EQ(spring.seat().presumed_at, at(day(2026, 3, 29), 11h));
  World autumn;
  autumn.at(day(2026, 10, 24), 10h);
  autumn.call(at(day(2026, 11, 20), 13h));
  autumn.must(the_mail(), report(accepted));
  EXPECT_EQ(autumn.seat().presumed_at, at(day(2026, 10, 25), 9h));
}

TEST(Delivery, TheHoursAreTheRoutines) {
  World world;
  world.routines.front().presumed_delivery_after_hours = 48;
  world.call();
  world.must(the_mail(), report(accepted));
  EXPECT_EQ(world.seat().presumed_at, world.now + 48h);
}

TEST(Delivery, NothingIsPresumedOfALetterThatWasNeverAccepted) {
  World world = called();
  world.now += 48h;
  const Due row{world.now, DueKind::presume_delivery, 1, ours.text};
  EXPECT_EQ(rules_of(world.clock_says(row)), Rules{"deadline_not_passed"});
  EXPECT_EQ(world.seat().state, SeatState::sent);
}

TEST(Delivery, ABounceWithinTheHoursIsAFailure) {
  World world = called();
  world.must(the_mail(), report(accepted));
  world.now += 2h;
  EXPECT_EQ(told_by(world.say(the_mail(), report(failed))), Told{"delivery_failed"});
  EXPECT_EQ(world.seat().state, SeatState::delivery_failed);
  EXPECT_EQ(world.seat().reach, Reach::failed);
  EXPECT_FALSE(world.seat().presumed_at.has_value());
  EXPECT_TRUE(told_by(world.say(the_mail(), report(failed))).empty());  // said before
  for (const auto& row : world.dues()) EXPECT_NE(row.kind, DueKind::presume_delivery);
}

TEST(Delivery, ABounceAfterThePresumptionTakesItBack) {
  World world = called();
  world.must(the_mail(), report(accepted));
  world.wait_until(day(2026, 3, 3), 9h);
  ASSERT_EQ(world.seat().reach, Reach::presumed);
  world.must(the_mail(), report(failed));
  EXPECT_EQ(world.seat().state, SeatState::delivery_failed);
  EXPECT_FALSE(is_reached(world.seat()));
  EXPECT_FALSE(world.seat().reached.has_value());
}

TEST(Delivery, ABounceAfterTheMeetingIsHeardWhereDeliveryWasOnlyPresumed) {
  World world = called();
  world.must(the_mail(), report(accepted));
  world.wait_until(day(2026, 3, 3), 9h);
  world.take(MeetingEvent{AttendanceClosed{1, {mark(Attendance::absent).mark}}});
  EXPECT_EQ(told_by(world.say(the_mail(), report(failed))), Told{"delivery_failed"});
  EXPECT_EQ(world.seat().state, SeatState::absent);
  EXPECT_FALSE(is_reached(world.seat()));
}

TEST(Delivery, ASecondTryCanSucceed) {
  World world = called();
  world.must(the_mail(), report(failed));
  world.now += 1h;
  EXPECT_EQ(told_by(world.say(the_mail(), report(accepted))), Told{"delivery_accepted"});
  EXPECT_EQ(world.seat().state, SeatState::sent);
  EXPECT_EQ(world.seat().reach, Reach::unknown);
  EXPECT_EQ(world.seat().presumed_at, world.now + 24h);
  world.must(the_mail(), report(failed));
  EXPECT_EQ(told_by(world.say(the_mail(), report(delivered))), Told{"summons_delivered"});
  EXPECT_EQ(world.seat().reach, Reach::proven);
}

TEST(Delivery, WhatWasReportedBeforeIsNoNews) {
  World world = called();
  world.must(the_mail(), report(accepted));
  const auto presumed_at = world.seat().presumed_at;
  world.now += 1h;
  EXPECT_TRUE(told_by(world.say(the_mail(), report(accepted))).empty());
  EXPECT_EQ(world.seat().presumed_at, presumed_at);
  world.wait_until(day(2026, 3, 3), 12h);
  EXPECT_TRUE(told_by(world.say(the_mail(), report(accepted))).empty());
  world.must(the_mail(), report(delivered));
  EXPECT_TRUE(told_by(world.say(the_mail(), report(delivered))).empty());
  EXPECT_TRUE(told_by(world.say(the_mail(), report(accepted))).empty());
}

TEST(Delivery, ASummonsThatWasNeverSentHasNoReport) {
  World world;
  lead_to(world, SeatState::created);
  for (const auto what : {accepted, delivered, failed}) {
    EXPECT_EQ(rules_of(world.say(the_mail(), report(what))), Rules{"not_in_this_step"});
  }
}

/// What the party does itself, each thing in a world of its own after a bounce.
const std::vector<SeatCommand>& own_acts() {
  static const std::vector<SeatCommand> acts{
      to<OpenSummons>(), to<Acknowledge>(), answer(AnswerKind::attends),
      answer(AnswerKind::cannot_come), name(someone("Vik Vikarie"))};
  return acts;
}

TEST(Delivery, WhatThePartyDoesAfterABounceProvesIt) {
  for (const auto& act : own_acts()) {
    World world = called();
    world.must(the_mail(), report(failed));
    world.now += 1h;
    world.must(lena(), act);
    EXPECT_EQ(world.seat().reach, Reach::proven);
    EXPECT_EQ(world.seat().reached->at, world.now);
    EXPECT_NE(world.seat().state, SeatState::delivery_failed);
  }
}

TEST(Delivery, ABounceAfterThatFlagsTheAddressOnly) {
  for (const auto& act : own_acts()) {
    World world = called();
    world.must(lena(), act);
    const Seat before = world.seat();
    EXPECT_EQ(told_by(world.say(the_mail(), report(failed))), Told{"address_bounced"});
    Seat flagged = before;
    flagged.address_bounced = true;
    EXPECT_TRUE(world.seat() == flagged);
    EXPECT_TRUE(told_by(world.say(the_mail(), report(failed))).empty());
  }
}

TEST(Opening, IsThePartysOwnAct) {
  World world = called();
  for (const auto& by : {coordinator(), stranger(), the_mail(), the_clock(), the_person(),
                         as_substitute("Vik Vikarie")}) {
    EXPECT_EQ(rules_of(world.say(by, to<OpenSummons>())), Rules{"not_your_seat"});
  }
  EXPECT_FALSE(is_reached(world.seat()));
  world.must(colleague(), to<OpenSummons>());
  EXPECT_EQ(world.seat().state, SeatState::opened);
}

TEST(Opening, ThePersonOpensTheOwnInvitation) {
  World world = called();
  world.who = anna;
  EXPECT_EQ(rules_of(world.say(coordinator(), to<OpenSummons>(anna))), Rules{"not_your_seat"});
  world.must(the_person(), to<OpenSummons>(anna));
  EXPECT_EQ(world.seat().state, SeatState::opened);
}

TEST(Opening, ASecondTimeIsNoNewsAndAfterAnAnswerItMovesNothing) {
  World world = called();
  world.must(lena(), to<OpenSummons>());
  EXPECT_TRUE(told_by(world.say(colleague(), to<OpenSummons>())).empty());
  World late = called();
  late.must(lena(), answer(AnswerKind::attends));
  EXPECT_EQ(told_by(late.say(lena(), to<OpenSummons>())), Told{"summons_opened"});
  EXPECT_EQ(late.seat().state, SeatState::answered);
}

TEST(Acknowledging, IsSaidByThePartyOrForItAndOnce) {
  World world = called();
  EXPECT_EQ(rules_of(world.say(stranger(), to<Acknowledge>())), Rules{"not_your_seat"});
  EXPECT_EQ(told_by(world.say(lena(), to<Acknowledge>())), Told{"summons_acknowledged"});
  EXPECT_EQ(world.seat().state, SeatState::acknowledged);
  EXPECT_TRUE(told_by(world.say(head(), to<Acknowledge>())).empty());
  World by_phone = called();
  by_phone.must(coordinator(), to<Acknowledge>());
  EXPECT_EQ(by_phone.seat().reach, Reach::proven);
}

TEST(Acknowledging, AfterAnAnswerIsNoNews) {
  World world = called();
  world.must(lena(), answer(AnswerKind::attends));
  EXPECT_TRUE(told_by(world.say(lena(), to<Acknowledge>())).empty());
  EXPECT_EQ(world.seat().state, SeatState::answered);
}

}  // namespace
}  // namespace kallad::seat::delivery_test
