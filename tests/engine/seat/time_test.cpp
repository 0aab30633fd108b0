// What time demands of a seat: deadlines, the ladder of reminders, and what is left out after
// downtime. Not how days are counted: tests/engine/deadline. Rule kept: the ruling "Declining and
// deadlines"; the ladder is at 09.00 on working days, recipient day 2, function mailbox day 3, head
// day 4.
#include "engine/deadline/deadlines.hpp"
#include "tests/engine/seat/world.hpp"

namespace kallad::seat::time_test {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::day;
using support::last_second;
using enum SeatState;
using Told = std::vector<std::string>;

World called_on(Date sent, Date meets) {
  World world;
  world.at(sent, 9h);
  world.call(at(meets, 13h));
  return world;
}
World called() { return called_on(day(2026, 3, 2), day(2026, 3, 20)); }

/// The rows as "kind day hour:minute" in local time, in the order they fall due.
Told rows_of(World& world) {
  Told rows;
  for (const auto& row : world.dues()) {
    const auto local = support::sweden().zone().to_local(row.at);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const auto hour = std::chrono::duration_cast<std::chrono::hours>(local - midnight).count();
    std::string_view kind;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<DueKind>>([&](auto d) {
      if (d.value == row.kind) kind = d.name;
    });
    rows.push_back(std::string{kind} + " " + iso(Date{midnight}) + " " + std::to_string(hour));
  }
  return rows;
}

TEST(SeatDue, DeadlinesAndTheLadderInTheirOrder) {
  World world = called();
  EXPECT_EQ(rows_of(world),
            (Told{"remind_recipient 2026-03-04 9", "acknowledge_deadline 2026-03-05 0",
                  "remind_mailbox 2026-03-05 9", "remind_head 2026-03-06 9",
                  "answer_deadline 2026-03-10 0"}));
  EXPECT_EQ(world.seat().acknowledge_by, at(day(2026, 3, 4), last_second));
  EXPECT_EQ(world.seat().answer_by, at(day(2026, 3, 9), last_second));
}

TEST(SeatDue, OverEaster) {
  World world = called_on(day(2026, 3, 31), day(2026, 4, 24));
  EXPECT_EQ(rows_of(world),
            (Told{"remind_recipient 2026-04-02 9", "acknowledge_deadline 2026-04-03 0",
                  "remind_mailbox 2026-04-07 9", "remind_head 2026-04-08 9",
                  "answer_deadline 2026-04-10 0"}));
}

TEST(SeatDue, OverChristmasAndNewYear) {
  World world = called_on(day(2026, 12, 22), day(2027, 1, 22));
  EXPECT_EQ(rows_of(world),
            (Told{"remind_recipient 2026-12-28 9", "acknowledge_deadline 2026-12-29 0",
                  "remind_mailbox 2026-12-29 9", "remind_head 2026-12-30 9",
                  "answer_deadline 2027-01-05 0"}));
}

TEST(SeatDue, OverBothChangesOfTheClocksTheHourOnTheWallStays) {
  World spring = called_on(day(2026, 3, 26), day(2026, 4, 24));
  EXPECT_EQ(iso(spring.dues().front().at), "2026-03-30T07:00:00Z");
  EXPECT_EQ(iso(*spring.seat().answer_by), "2026-04-02T21:59:59Z");
  World autumn = called_on(day(2026, 10, 22), day(2026, 11, 20));
  EXPECT_EQ(iso(autumn.dues().front().at), "2026-10-26T08:00:00Z");
  EXPECT_EQ(iso(*autumn.seat().answer_by), "2026-10-29T22:59:59Z");
}

TEST(SeatDue, ASoonMeetingEndsTheLadderEarly) {
  World world = called_on(day(2026, 3, 2), day(2026, 3, 6));
  EXPECT_EQ(rows_of(world),
            (Told{"remind_recipient 2026-03-04 9", "acknowledge_deadline 2026-03-05 0",
                  "remind_mailbox 2026-03-05 9", "answer_deadline 2026-03-06 0"}));
  World same_day = called_on(day(2026, 3, 2), day(2026, 3, 2));
  EXPECT_EQ(rows_of(same_day),
            (Told{"acknowledge_deadline 2026-03-02 13", "answer_deadline 2026-03-02 13"}));
}

TEST(SeatDue, OfTheInvitedNothingIsDemanded) {
  World world = called();
  world.who = anna;
  EXPECT_TRUE(world.dues().empty());
  world.must(the_mail(), RecordDelivery{{anna, {}, {}}, DeliveryReport::accepted});
  EXPECT_EQ(rows_of(world), Told{"presume_delivery 2026-03-03 9"});
}

TEST(SeatDue, BeforeItIsSentNothingIsDemanded) {
  World world;
  lead_to(world, created);
  EXPECT_TRUE(world.dues().empty());
}

TEST(SeatDue, AcknowledgingEndsThatDeadlineAndTheLadderGoesOn) {
  World world = called();
  world.must(lena(), to<Acknowledge>());
  EXPECT_EQ(rows_of(world), (Told{"remind_recipient 2026-03-04 9", "remind_mailbox 2026-03-05 9",
                                  "remind_head 2026-03-06 9", "answer_deadline 2026-03-10 0"}));
}

TEST(SeatDue, AnAnswerEndsAllOfItButForCannotCome) {
  for (const auto kind : {AnswerKind::attends, AnswerKind::attends_digitally}) {
    World world = called();
    world.must(lena(), answer(kind));
    EXPECT_TRUE(world.dues().empty());
  }
  World world = called();
  world.must(lena(), name(someone("Vik Vikarie")));
  EXPECT_TRUE(world.dues().empty());
  world = called();
  world.must(lena(), forward_to(support::care_centre));
  EXPECT_EQ(rows_of(world), Told{"answer_deadline 2026-03-10 0"}) << "nobody has taken it on";
  for (const auto kind : {AnswerKind::cannot_come, AnswerKind::sends_substitute}) {
    world = called();
    world.must(lena(), answer(kind));
    EXPECT_EQ(rows_of(world), Told{"answer_deadline 2026-03-10 0"});
  }
}

TEST(SeatDue, OfASeatThatIsVoidOrSettledNothingIsDemanded) {
  for (const auto state : {voided, attended, absent}) {
    World world;
    lead_to(world, state);
    EXPECT_TRUE(world.dues().empty());
  }
}

TEST(SeatDue, AForwardedSummonsDemandsNothingUntilTakenOnAndThenFromThatDay) {
  World world = called();
  const PartyId centre = party_of(support::care_centre);
  const Actor doctor{Role::attendee, support::care_centre, "Dan Doktor"};
  world.must(lena(), forward_to(support::care_centre));
  world.at(day(2026, 3, 3), 10h);
  world.take(MeetingEvent{SummonsForwarded{1, ours, centre}});
  world.who = centre;
  EXPECT_TRUE(world.dues().empty());
  world.at(day(2026, 3, 6), 9h);
  world.must(doctor, to<Acknowledge>(centre));
  const Instant answer_by =
      summons_deadline(support::sweden(), world.now, 5, world.meeting.notice.starts);
  world.take(MeetingEvent{DutyMoved{1, ours, centre, answer_by}});
  EXPECT_EQ(rows_of(world), (Told{"remind_recipient 2026-03-10 9", "remind_mailbox 2026-03-11 9",
                                  "remind_head 2026-03-12 9", "answer_deadline 2026-03-14 0"}));
  world.wait_until(day(2026, 3, 10), 9h);
  EXPECT_EQ(told_since(world, world.log.size() - 1), Told{"reminder_issued"});
}

// --- deadlines -----------------------------------------------------------------------------------

TEST(Deadline, PassesTheSecondAfterItsLastAndOnce) {
  World world = called();
  const Due row{at(day(2026, 3, 5), 0h), DueKind::acknowledge_deadline, 1, ours.text};
  world.at(day(2026, 3, 4), last_second);
  EXPECT_EQ(rules_of(world.clock_says(row)), Rules{"deadline_not_passed"});
  world.now += 1s;
  EXPECT_EQ(told_by(world.clock_says(row)), Told{"acknowledge_deadline_passed"});
  EXPECT_EQ(world.seat().acknowledge_lapsed->at, at(day(2026, 3, 4), last_second));
  EXPECT_EQ(world.seat().state, sent);
  EXPECT_EQ(rules_of(world.clock_says(row)), Rules{"deadline_not_passed"});
}

TEST(Deadline, OfTheAnswerKeepsHowFarTheSummonsHadCome) {
  World proven = called();
  proven.must(lena(), to<Acknowledge>());
  proven.wait_until(day(2026, 3, 10), 0h);
  EXPECT_EQ(proven.seat().answer_lapsed->at, at(day(2026, 3, 9), last_second));
  EXPECT_EQ(proven.seat().reach_at_answer_lapse, Reach::proven);
  EXPECT_FALSE(proven.seat().acknowledge_lapsed.has_value());
  World presumed = called();
  presumed.must(the_mail(), report(DeliveryReport::accepted));
  presumed.wait_until(day(2026, 3, 10), 0h);
  EXPECT_EQ(presumed.seat().reach_at_acknowledge_lapse, Reach::presumed);
  EXPECT_EQ(presumed.seat().reach_at_answer_lapse, Reach::presumed);
  World never = called();
  never.must(the_mail(), report(DeliveryReport::failed));
  never.wait_until(day(2026, 3, 10), 0h);
  EXPECT_EQ(never.seat().reach_at_answer_lapse, Reach::failed);
}

TEST(Deadline, DoesNotPassAfterAnAnswer) {
  World world = called();
  world.must(lena(), answer(AnswerKind::attends));
  world.at(day(2026, 3, 10), 8h);
  const Due answer_row{at(day(2026, 3, 10), 0h), DueKind::answer_deadline, 1, ours.text};
  const Due acknowledge_row{at(day(2026, 3, 5), 0h), DueKind::acknowledge_deadline, 1, ours.text};
  EXPECT_EQ(rules_of(world.clock_says(answer_row)), Rules{"deadline_not_passed"});
  EXPECT_EQ(rules_of(world.clock_says(acknowledge_row)), Rules{"deadline_not_passed"});
  EXPECT_FALSE(world.seat().answer_lapsed.has_value());
}

TEST(Deadline, OfTheAnswerPassesWhileCannotComeStands) {
  World world = called();
  world.must(lena(), answer(AnswerKind::cannot_come));
  world.wait_until(day(2026, 3, 10), 0h);
  EXPECT_TRUE(world.seat().answer_lapsed.has_value());
  EXPECT_EQ(world.seat().state, answered);
  World changed = called();
  changed.must(lena(), answer(AnswerKind::cannot_come));
  changed.at(day(2026, 3, 9), 22h);
  changed.must(lena(), name(someone("Vik Vikarie")));
  changed.wait_until(day(2026, 3, 10), 0h);
  EXPECT_FALSE(changed.seat().answer_lapsed.has_value());
}

/// The party has answered, and nobody is to come: the coordinator's step of the ladder.
TEST(Deadline, OfTheAnswerPassesWhereTheOneWhoWasNamedHasSaidNo) {
  World world = called();
  world.must(lena(), name(someone("Vik Vikarie")));
  ASSERT_TRUE(world.dues().empty());
  world.must(as_substitute("Vik Vikarie"), to<DeclineSubstitution>());
  EXPECT_TRUE(has_no_substitute(world.seat()));
  World renamed = world;
  renamed.must(lena(), name(someone("Nora Ny")));
  EXPECT_FALSE(has_no_substitute(renamed.seat()));
  renamed.wait_until(day(2026, 3, 10), 0h);
  EXPECT_FALSE(renamed.seat().answer_lapsed.has_value());
  world.wait_until(day(2026, 3, 10), 0h);
  EXPECT_TRUE(world.seat().answer_lapsed.has_value());
  EXPECT_TRUE(answer_in_time(world.seat())) << "it was answered in time, and that stands";
}

TEST(Deadline, AfterItAnAnswerIsStillTaken) {
  World world = called();
  world.wait_until(day(2026, 3, 12), 9h);
  ASSERT_TRUE(world.seat().answer_lapsed.has_value());
  world.must(lena(), answer(AnswerKind::attends));
  EXPECT_TRUE(world.seat().answer_lapsed.has_value());  // that it was late stays
  EXPECT_TRUE(world.dues().empty());
}

/// The clock may come after the party: it was down, or the answer came in its last second. What
/// falls due is what would have if it had come first.
TEST(Deadline, PassesAlsoWhenTheLateAnswerCameBeforeTheClock) {
  const std::vector<SeatCommand> late{to<Acknowledge>(), answer(AnswerKind::attends),
                                      answer(AnswerKind::cannot_come), name(someone("Vik Vikarie")),
                                      forward_to(support::care_centre)};
  for (const auto& one : late) {
    World world = called();
    world.must(lena(), to<OpenSummons>());
    world.at(day(2026, 3, 10), 0h);
    world.must(lena(), one);
    world.wait_until(day(2026, 3, 10), 1h);
    EXPECT_EQ(world.seat().acknowledge_lapsed->at, at(day(2026, 3, 4), last_second));
    EXPECT_EQ(world.seat().answer_lapsed->at, at(day(2026, 3, 9), last_second));
    EXPECT_EQ(world.seat().reach_at_answer_lapse, Reach::proven);
    EXPECT_TRUE(world.dues().empty());
  }
}

TEST(Deadline, ThatTheSummonsArrivedIsTakenAsItWasThen) {
  const auto lapsed = [](auto before) {
    World world = called();
    before(world);
    world.at(day(2026, 3, 10), 8h);
    world.must(lena(), answer(AnswerKind::attends));
    world.wait_until(day(2026, 3, 10), 9h);
    return world.seat().reach_at_answer_lapse;
  };
  EXPECT_EQ(lapsed([](World&) {}), Reach::unknown);
  EXPECT_EQ(lapsed([](World& world) { world.must(the_mail(), report(DeliveryReport::accepted)); }),
            Reach::presumed);
  EXPECT_EQ(lapsed([](World& world) { world.must(the_mail(), report(DeliveryReport::failed)); }),
            Reach::unknown);
  EXPECT_EQ(lapsed([](World& world) { world.must(lena(), to<OpenSummons>()); }), Reach::proven);
}

TEST(Deadline, OfAnAnswerInTimeStaysKeptWhateverIsAnsweredAfterIt) {
  World world = called();
  world.must(lena(), answer(AnswerKind::attends));
  world.at(day(2026, 3, 10), 8h);
  world.must(lena(), answer(AnswerKind::cannot_come));
  EXPECT_TRUE(world.dues().empty());
}

// --- the ladder ----------------------------------------------------------------------------------

TEST(Ladder, ClimbsStepByStepWhileTheSeatIsSilent) {
  World world = called();
  const auto before = world.log.size();
  world.wait_until(day(2026, 3, 4), 9h);
  EXPECT_EQ(world.seat().reminders_done, std::vector{ReminderStep::recipient});
  world.wait_until(day(2026, 3, 9), 9h);
  EXPECT_EQ(world.seat().reminders_done,
            (std::vector{ReminderStep::recipient, ReminderStep::mailbox, ReminderStep::head}));
  EXPECT_EQ(told_since(world, before), (Told{"reminder_issued", "acknowledge_deadline_passed",
                                             "reminder_issued", "reminder_issued"}));
  EXPECT_EQ(rows_of(world), Told{"answer_deadline 2026-03-10 0"});
}

TEST(Ladder, StopsWithTheAnswer) {
  World world = called();
  world.wait_until(day(2026, 3, 4), 9h);
  const Due next = world.dues().at(1);
  world.must(lena(), answer(AnswerKind::attends));
  world.wait_until(day(2026, 3, 19), 9h);
  EXPECT_EQ(world.seat().reminders_done.size(), 1U);
  ASSERT_EQ(next.kind, DueKind::remind_mailbox);
  EXPECT_EQ(rules_of(world.clock_says(next)), Rules{"not_in_this_step"});
}

TEST(Ladder, AStepThatIsDoneIsNoNews) {
  World world = called();
  const Due row = world.dues().front();
  world.wait_until(row.at);
  EXPECT_TRUE(told_by(world.clock_says(row)).empty());
}

TEST(Ladder, AfterDowntimeOnlyTheStepThatStillHelpsIsSent) {
  World world = called();
  const auto before = world.log.size();
  world.wake_up_at(at(day(2026, 3, 5), 12h));
  EXPECT_EQ(told_since(world, before),
            (Told{"reminder_skipped", "acknowledge_deadline_passed", "reminder_issued"}));
  EXPECT_EQ(world.seat().acknowledge_lapsed->at, at(day(2026, 3, 4), last_second));  // its own time
  EXPECT_EQ(rows_of(world), (Told{"remind_head 2026-03-06 9", "answer_deadline 2026-03-10 0"}));
}

TEST(Ladder, AfterTheDeadlineNoneIsSent) {
  World world = called();
  const auto before = world.log.size();
  world.wake_up_at(at(day(2026, 3, 11), 8h));
  EXPECT_EQ(told_since(world, before),
            (Told{"reminder_skipped", "acknowledge_deadline_passed", "reminder_skipped",
                  "reminder_skipped", "answer_deadline_passed"}));
  EXPECT_TRUE(world.dues().empty());
}

TEST(Ladder, ALittleLateOnItsOwnDayIsInTime) {
  World world = called();
  const auto before = world.log.size();
  world.wake_up_at(at(day(2026, 3, 4), 16h));
  EXPECT_EQ(told_since(world, before), Told{"reminder_issued"});
}

TEST(Ladder, ItsDaysAndHourAreTheRoutines) {
  World world;
  auto& routine = world.routines.front();
  routine.remind_recipient_on_working_day = 1;
  routine.remind_mailbox_on_working_day = 1;
  routine.remind_head_on_working_day = 3;
  routine.reminder_hour = 7;
  world.call();
  const auto before = world.log.size();
  EXPECT_EQ(rows_of(world).front(), "remind_recipient 2026-03-03 7");
  world.wait_until(day(2026, 3, 3), 7h);
  EXPECT_EQ(told_since(world, before), (Told{"reminder_issued", "reminder_issued"}));
}

}  // namespace
}  // namespace kallad::seat::time_test
