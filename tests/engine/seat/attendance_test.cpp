// Notes of who came, before attendance is closed: by the chair, and by checking in.
// Not the closing itself: that is the meeting's. Rule kept: domain 3 (attendance per party with
// time) and the rulings "Meetings" and "Coming cures".
#include "tests/engine/seat/world.hpp"

namespace kallad::seat::attendance_test {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::day;
using enum Attendance;
using Told = std::vector<std::string>;

/// A meeting that has begun.
World at_the_meeting() {
  World world;
  world.call();
  world.at(day(2026, 3, 20), 13h);
  world.take(MeetingEvent{MeetingOpened{1}}, chair());
  return world;
}

const Actor secretary{Role::secretary, support::adults, "Per Protokoll"};

TEST(Marking, ChairSecretaryAndCoordinatorNoteAnything) {
  for (const auto& by : {chair(), secretary, coordinator()}) {
    for (const auto how :
         {present, present_digitally, substitute_present, late, left_early, absent}) {
      World world = at_the_meeting();
      EXPECT_EQ(told_by(world.say(by, mark(how, Mandate::no))), Told{"attendance_marked"});
      EXPECT_EQ(world.seat().mark, mark(how, Mandate::no).mark);
      EXPECT_EQ(world.seat().marked, (Cited{3, world.now}));
      EXPECT_EQ(world.seat().state, SeatState::sent);  // a note until attendance is closed
      EXPECT_EQ(has_come(world.seat()), how != absent);
    }
  }
}

TEST(Marking, NobodyElseNotesForAnother) {
  World world = at_the_meeting();
  for (const auto& by : {stranger(), the_clock(), the_person(), as_substitute("Vik Vikarie")}) {
    EXPECT_EQ(rules_of(world.say(by, mark(present))), Rules{"may_not_note_attendance"});
  }
  EXPECT_FALSE(has_come(world.seat()));
}

TEST(Marking, TheSameAgainIsNoNewsAndAnotherTakesItsPlace) {
  World world = at_the_meeting();
  world.must(chair(), mark(absent));
  EXPECT_TRUE(told_by(world.say(chair(), mark(absent))).empty());
  auto came = mark(late);
  came.mark.arrived_at = at(day(2026, 3, 20), 13h + 25min);
  world.now += 25min;
  world.must(chair(), came);
  EXPECT_EQ(world.seat().mark->arrived_at, at(day(2026, 3, 20), 13h + 25min));
  EXPECT_TRUE(has_come(world.seat()));
}

TEST(Marking, NobodyComesLateBeforeTheStartOrLaterThanNow) {
  World world = at_the_meeting();
  world.now = at(day(2026, 3, 20), 13h + 30min);
  auto came = mark(late);
  for (const auto impossible : {12h + 59min, 13h + 31min}) {
    came.mark.arrived_at = at(day(2026, 3, 20), impossible);
    EXPECT_EQ(rules_of(world.ask(chair(), came)), Rules{"arrival_outside_meeting"});
  }
  for (const auto possible : {13h + 0min, 13h + 30min}) {
    came.mark.arrived_at = at(day(2026, 3, 20), possible);
    EXPECT_TRUE(world.ask(chair(), came).is_accepted());
  }
  auto early = mark(present);
  early.mark.arrived_at = at(day(2026, 3, 20), 12h + 50min);
  EXPECT_TRUE(world.ask(chair(), early).is_accepted()) << "who came early is no less present";
}

TEST(Marking, ASubstituteIsOfAUnit) {
  World world = at_the_meeting();
  world.who = anna;
  EXPECT_EQ(rules_of(world.ask(chair(), mark(substitute_present, {}, anna))),
            Rules{"mark_does_not_fit_party"});
  for (const auto how : {present, present_digitally, late, left_early}) {
    EXPECT_TRUE(world.ask(chair(), mark(how, {}, anna)).is_accepted());
  }
}

TEST(Marking, IsTakenBack) {
  World world = at_the_meeting();
  world.must(chair(), mark(absent));
  EXPECT_EQ(told_by(world.say(chair(), to<UnmarkAttendance>())), Told{"attendance_unmarked"});
  EXPECT_FALSE(world.seat().mark.has_value());
  EXPECT_FALSE(world.seat().marked.has_value());
  EXPECT_TRUE(told_by(world.say(chair(), to<UnmarkAttendance>())).empty());
}

TEST(Marking, NotAfterAttendanceIsClosedNorWhereTheMeetingIsOff) {
  const auto reason_after = [](const MeetingEvent& event) {
    World world = at_the_meeting();
    world.take(event, chair());
    const auto marked = rules_of(world.ask(chair(), mark(present)));
    EXPECT_EQ(rules_of(world.ask(chair(), to<UnmarkAttendance>())), marked);
    return marked;
  };
  EXPECT_EQ(reason_after(AttendanceClosed{1, {mark(absent).mark}}), Rules{"attendance_is_closed"});
  EXPECT_EQ(reason_after(MeetingEnded{1, {}, {}, {}}), Rules{"attendance_is_closed"});
  EXPECT_EQ(reason_after(MeetingCalledOff{1, {}, {}, {}}), Rules{"meeting_was_not_held"});
  EXPECT_EQ(reason_after(MeetingCancelled{1, "Sjukdom"}), Rules{"meeting_is_cancelled"});
}

TEST(Marking, NotOnADayBeforeTheMeeting) {
  World world = at_the_meeting();
  world.at(support::day(2026, 3, 20), 0h);
  EXPECT_TRUE(world.ask(chair(), mark(present)).is_accepted());
  world.now -= 1s;
  EXPECT_EQ(rules_of(world.ask(chair(), mark(present))), Rules{"meeting_has_not_started"});
  EXPECT_EQ(rules_of(world.ask(lena(), mark(present))), Rules{"meeting_has_not_started"})
      << "nor by the party itself";
}

TEST(Marking, NotOfAVoidSeat) {
  World world = at_the_meeting();
  world.seat().state = SeatState::voided;  // the party has left the case
  EXPECT_EQ(rules_of(world.ask(chair(), mark(present))), Rules{"summons_was_replaced"});
  EXPECT_EQ(rules_of(world.ask(stranger(), mark(absent))),
            (Rules{"may_not_note_attendance", "summons_was_replaced"}));
}

TEST(Marking, AlsoOfAPartyThatWasNeverCalledAndCame) {
  World world;
  lead_to(world, SeatState::created);
  world.at(support::day(2026, 3, 20), 13h);
  EXPECT_TRUE(world.say(chair(), mark(present)).is_accepted());
}

// --- checking in ---------------------------------------------------------------------------------

TEST(CheckingIn, MarksPresentAndCanBeUndone) {
  for (const auto how : {present, present_digitally, late}) {
    World world = at_the_meeting();
    world.must(lena(), mark(how));
    EXPECT_TRUE(has_come(world.seat()));
    world.must(colleague(), to<UnmarkAttendance>());
    EXPECT_FALSE(has_come(world.seat()));
  }
}

TEST(CheckingIn, BySubstituteByPersonAndNotForAnotherParty) {
  World world = at_the_meeting();
  world.must(lena(), name(someone("Vik Vikarie")));
  world.must(as_substitute("Vik Vikarie"),
             mark(substitute_present));  // unconfirmed, and has come
  EXPECT_TRUE(has_come(world.seat()));
  world.who = anna;
  EXPECT_EQ(rules_of(world.ask(lena(), mark(present, {}, anna))), Rules{"may_not_note_attendance"});
  world.must(the_person(), mark(present, {}, anna));
}

TEST(CheckingIn, SaysNothingOfAbsenceOrMandate) {
  World world = at_the_meeting();
  EXPECT_EQ(rules_of(world.ask(lena(), mark(absent))), Rules{"may_not_note_attendance"});
  EXPECT_EQ(rules_of(world.ask(lena(), mark(present, Mandate::yes))),
            Rules{"may_not_note_attendance"});
}

TEST(CheckingIn, DoesNotTakeBackWhatTheChairHasSaid) {
  World without_mandate = at_the_meeting();
  without_mandate.must(chair(), mark(present, Mandate::no));
  EXPECT_EQ(rules_of(without_mandate.ask(lena(), mark(present))), Rules{"may_not_note_attendance"});
  EXPECT_EQ(rules_of(without_mandate.ask(lena(), to<UnmarkAttendance>())),
            Rules{"may_not_note_attendance"});
  World gone = at_the_meeting();
  gone.must(chair(), mark(absent));
  EXPECT_EQ(rules_of(gone.ask(lena(), to<UnmarkAttendance>())), Rules{"may_not_note_attendance"});
  EXPECT_TRUE(gone.ask(lena(), mark(late)).is_accepted());  // who comes after all has come
}

// --- settled -------------------------------------------------------------------------------------

TEST(Settled, AttendedForEveryWayToComeAndAbsentForNone) {
  for (const auto how :
       {present, present_digitally, substitute_present, late, left_early, absent}) {
    World world = at_the_meeting();
    world.take(MeetingEvent{AttendanceClosed{1, {mark(how).mark}}}, chair());
    EXPECT_EQ(world.seat().state, how == absent ? SeatState::absent : SeatState::attended);
  }
}

TEST(Settled, ACorrectionTurnsAbsentIntoLateAndBack) {
  World world = at_the_meeting();
  world.take(MeetingEvent{AttendanceClosed{1, {mark(absent).mark}}}, chair());
  world.take(MeetingEvent{AttendanceCorrected{1, mark(late).mark, "Kom 13.40"}}, chair());
  EXPECT_EQ(world.seat().state, SeatState::attended);
  EXPECT_TRUE(has_come(world.seat()));
  world.take(MeetingEvent{AttendanceCorrected{1, mark(absent).mark, "Fel person"}}, chair());
  EXPECT_EQ(world.seat().state, SeatState::absent);
}

TEST(Settled, OpeningTheSummonsAfterwardsIsNoNews) {
  for (const auto how : {present, absent}) {
    World world = at_the_meeting();
    world.take(MeetingEvent{AttendanceClosed{1, {mark(how).mark}}}, chair());
    EXPECT_TRUE(told_by(world.say(lena(), to<OpenSummons>())).empty());
    EXPECT_EQ(rules_of(world.say(lena(), to<Acknowledge>())), Rules{"attendance_is_closed"});
  }
}

// --- void ----------------------------------------------------------------------------------------

TEST(VoidSeat, TakesNoAnswerAndKeepsTheOneItHad) {
  World world;
  lead_to(world, SeatState::substitute_confirmed);
  world.take(MeetingEvent{MeetingCancelled{1, "Sjukdom"}}, coordinator());
  for (const SeatCommand& late :
       std::vector<SeatCommand>{answer(AnswerKind::attends), name(someone("Ida")),
                                to<TakeBackSeat>(), to<DeclineSubstitution>()}) {
    EXPECT_EQ(rules_of(world.ask(coordinator(), late)), Rules{"meeting_is_cancelled"});
  }
  EXPECT_EQ(world.seat().answers.size(), 1U);
  EXPECT_EQ(world.seat().chain.size(), 1U);
}

TEST(VoidSeat, HearsNoMailButSaysNothingWrongToWhoOpensIt) {
  World world;
  lead_to(world, SeatState::voided);
  EXPECT_EQ(rules_of(world.ask(the_mail(), report(DeliveryReport::delivered))),
            Rules{"meeting_is_cancelled"});
  EXPECT_TRUE(told_by(world.say(lena(), to<OpenSummons>())).empty());
  EXPECT_FALSE(is_reached(world.seat()));
}

}  // namespace
}  // namespace kallad::seat::attendance_test
