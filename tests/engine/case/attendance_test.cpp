// The meeting at the table: roles, who marks whom, closing attendance, correcting it, calling the
// meeting off, and ending it. Rules kept: domain 3 (attendance), rulings "Meetings", "Coming
// cures", "Process".
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

using Warnings = std::vector<std::string>;

const Date the_day = day(2026, 3, 20);

/// At the table, and the psychosis clinic has had its summons.
World reached_at_the_table() {
  World world = called().must(mail(), of<RecordDelivery>(psychosis_clinic));
  return world.at(the_day, 13);
}

CloseAttendance everybody() {
  return attendance({mark(helsingborg_adults), mark(psychosis_clinic), mark(anna)});
}

Rules closing_with(std::vector<AttendanceMark> marks) {
  return rules_of(at_the_table().ask(chair(), attendance(std::move(marks))));
}

TEST(Meeting, HasRolesThatAreTiedToNoProfession) {
  World world = called();
  world.must(coordinator(), AssignRoles{"Mona Mötesledare", {}});
  world.must(secretary(), AssignRoles{{}, "Sten Sekreterare"});
  EXPECT_EQ(world.meeting().chair, "Mona Mötesledare");
  EXPECT_EQ(world.meeting().secretary, "Sten Sekreterare");
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), AssignRoles{"Jag", {}})),
            Rules{"chair_or_coordinator_only"});
  EXPECT_EQ(rules_of(held().ask(chair(), AssignRoles{"Jag", {}})), Rules{"attendance_is_closed"});
}

TEST(Meeting, OpensWhenItsTimeHasCome) {
  World world = called().at(the_day, 12, 59);
  const auto said = world.ask(chair(), OpenMeeting{});
  EXPECT_EQ(rules_of(said), Rules{"meeting_has_not_started"});
  EXPECT_EQ(data_of(said), (Data{{"starts", "2026-03-20T12:00:00Z"}}));
  world.at(the_day, 13).must(chair(), OpenMeeting{});
  EXPECT_EQ(world.running.step, Step::meeting);
  EXPECT_EQ(world.meeting().status, MeetingStatus::open);
  EXPECT_EQ(rules_of(world.ask(chair(), OpenMeeting{})), Rules{"not_in_this_step"});
}

TEST(Meeting, IsOpenedByItsStaff) {
  for (const auto& by : {chair(), secretary(), coordinator()}) {
    EXPECT_EQ(rules_of(at_the_table().ask(by, OpenMeeting{})), Rules{});
  }
  for (const auto& by :
       {staff_of(psychosis_clinic), head_of(psychosis_clinic), the_person(), the_clock()}) {
    EXPECT_EQ(rules_of(at_the_table().ask(by, OpenMeeting{})), Rules{"chair_or_coordinator_only"});
  }
}

TEST(Attendance, ClosesOnlyWhenEverySummonedPartyIsMarked) {
  const auto said = at_the_table().ask(chair(), attendance({mark(helsingborg_adults)}));
  EXPECT_EQ(rules_of(said), Rules{"attendance_incomplete"});
  EXPECT_EQ(data_of(said), (Data{{"parties", psychosis_clinic.text}}));
  EXPECT_EQ(data_of(at_the_table().ask(chair(), attendance({}))),
            (Data{{"parties", "helsingborg/vuxen, region/psykosmottagning"}}));
  EXPECT_EQ(closing_with({mark(helsingborg_adults), mark(psychosis_clinic, Attendance::absent)}),
            Rules{});
}

TEST(Attendance, OfInvitedPartiesNeedNotBeMarked) {
  World world = called().must(coordinator(), party(police));
  world.must(coordinator(), SummonParty{party_of(police)}).at(the_day, 14);
  world.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
  EXPECT_EQ(meeting::find_seat(world.meeting(), anna)->state, SeatState::sent);
  EXPECT_EQ(world.seat(police).state, SeatState::sent);
}

TEST(Attendance, NotBeforeTheStart) {
  World world = called().at(the_day, 12, 59);
  EXPECT_EQ(rules_of(world.ask(chair(), everybody())), Rules{"meeting_has_not_started"});
  world.at(the_day, 13);
  EXPECT_EQ(rules_of(world.ask(chair(), everybody())), Rules{});
}

TEST(Attendance, SettlesEverySeatThatIsMarked) {
  World world = at_the_table();
  const auto closed = the<AttendanceClosed>(
      world.say(chair(), attendance({mark(anna), mark(helsingborg_adults, Attendance::left_early),
                                     mark(psychosis_clinic, Attendance::absent)})));
  ASSERT_EQ(closed.marks.size(), 3U);
  EXPECT_EQ(closed.marks.front().party, party_of(helsingborg_adults));  // in the order of the seats
  EXPECT_EQ(world.seat(helsingborg_adults).state, SeatState::attended);
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::absent);
  EXPECT_EQ(world.meeting().status, MeetingStatus::attendance_closed);
  EXPECT_EQ(world.meeting().attendance_closed, (Cited{world.running.events, world.now}));
  EXPECT_EQ(world.running.step, Step::meeting);
}

TEST(Attendance, KeepsMarksMadeBeforeAndALaterOneCounts) {
  World world = at_the_table();
  world.must(staff_of(psychosis_clinic), MarkAttendance{mark(psychosis_clinic), {}});
  world.must(chair(), MarkAttendance{mark(helsingborg_adults, Attendance::absent), {}});
  EXPECT_EQ(rules_of(world.ask(chair(), attendance({}))), Rules{});
  world.must(chair(), attendance({mark(helsingborg_adults, Attendance::late)}));
  EXPECT_EQ(world.seat(psychosis_clinic).mark->attendance, Attendance::present);
  EXPECT_EQ(world.seat(helsingborg_adults).mark->attendance, Attendance::late);
}

TEST(Attendance, OfTwoMarksInOneBreathTheLastCounts) {
  World world = at_the_table();
  world.must(chair(),
             attendance({mark(psychosis_clinic, Attendance::absent), mark(helsingborg_adults),
                         mark(psychosis_clinic, Attendance::present_digitally)}));
  EXPECT_EQ(world.seat(psychosis_clinic).mark->attendance, Attendance::present_digitally);
}

TEST(Attendance, ACheckInCanBeUndone) {
  World world = at_the_table();
  world.must(staff_of(psychosis_clinic), MarkAttendance{mark(psychosis_clinic), {}});
  world.must(staff_of(psychosis_clinic), of<UnmarkAttendance>(psychosis_clinic));
  EXPECT_EQ(rules_of(world.ask(chair(), attendance({mark(helsingborg_adults)}))),
            Rules{"attendance_incomplete"});
}

TEST(Attendance, IsOfThoseWithASeat) {
  EXPECT_EQ(
      closing_with({mark(helsingborg_adults), mark(psychosis_clinic), mark(angelholm_adults)}),
      Rules{"party_has_no_seat"});
  EXPECT_EQ(closing_with({mark(helsingborg_adults), mark(psychosis_clinic),
                          mark(anna, Attendance::substitute_present)}),
            Rules{"mark_does_not_fit_party"});
  EXPECT_EQ(closing_with(
                {mark(helsingborg_adults), mark(psychosis_clinic, Attendance::substitute_present)}),
            Rules{});
}

TEST(Attendance, IsClosedByTheStaffOfTheMeetingAndOnce) {
  EXPECT_EQ(rules_of(at_the_table().ask(staff_of(psychosis_clinic), everybody())),
            Rules{"chair_or_coordinator_only"});
  EXPECT_EQ(rules_of(at_the_table().ask(secretary(), everybody())), Rules{});
  EXPECT_EQ(rules_of(held().ask(chair(), everybody())), Rules{"attendance_is_closed"});
}

TEST(Attendance, OnceClosedTakesNoAnswersNorMarks) {
  World world = held();
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic),
                               answers(psychosis_clinic, AnswerKind::attends))),
            Rules{"attendance_is_closed"});
  EXPECT_EQ(rules_of(world.ask(chair(), MarkAttendance{mark(anna), {}})),
            Rules{"attendance_is_closed"});
}

TEST(Attendance, OfOneWhoLeftTheCaseMeanwhileIsNotSettled) {
  World world = at_the_table();
  world.must(chair(), MarkAttendance{mark(psychosis_clinic), {}});
  world.must(coordinator(), RemoveParty{party_of(psychosis_clinic), "Fel enhet"});
  const auto closed =
      the<AttendanceClosed>(world.say(chair(), attendance({mark(helsingborg_adults)})));
  EXPECT_EQ(closed.marks.size(), 1U);
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::voided);
}

TEST(Attendance, IsCorrectedWithAReasonAndBothAreKept) {
  World world = at_the_table();
  world.must(chair(),
             attendance({mark(helsingborg_adults), mark(psychosis_clinic, Attendance::absent)}));
  const auto late = mark(psychosis_clinic, Attendance::late);
  EXPECT_EQ(rules_of(world.ask(chair(), correction(late, ""))), Rules{"reason_required"});
  world.at(the_day, 15).must(chair(), correction(late, "Kom 13.25, stod i fel sal"));
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::attended);
  EXPECT_EQ(world.seat(psychosis_clinic).mark->attendance, Attendance::late);
  EXPECT_EQ(world.log.size(), world.running.events);
  EXPECT_EQ(world.running.step, Step::meeting);
}

TEST(Attendance, ACorrectionThatSaysTheSameIsNoNews) {
  World world = held();
  EXPECT_EQ(events_of(world.say(chair(), correction(mark(psychosis_clinic), "Dubbelklick"))),
            Rules{});
}

TEST(Attendance, IsCorrectedOnlyOnceItIsClosedAndOnlyOfASeat) {
  World world = at_the_table();
  const auto of_clinic = correction(mark(psychosis_clinic), "Fel");
  EXPECT_EQ(rules_of(world.ask(chair(), of_clinic)), Rules{"attendance_is_open"});
  EXPECT_EQ(rules_of(held().ask(chair(), correction(mark(angelholm_adults), "Fel"))),
            Rules{"party_has_no_seat"});
}

TEST(Attendance, IsCorrectedByTheChairOrTheCoordinator) {
  const auto late = correction(mark(psychosis_clinic, Attendance::late), "Kom 13.25");
  for (const auto& by : {chair(), coordinator()})
    EXPECT_EQ(rules_of(held().ask(by, late)), Rules{});
  for (const auto& by : {secretary(), staff_of(psychosis_clinic), the_person(), mail()}) {
    EXPECT_EQ(rules_of(held().ask(by, late)), Rules{"chair_or_coordinator_corrects"});
  }
}

TEST(Attendance, OfAnEarlierMeetingIsCorrectedByItsNumber) {
  World world = led_to(Step::follow_up);
  world.must(coordinator(), summons_to(clock_at(day(2026, 9, 1), 13)));
  auto command = correction(mark(psychosis_clinic, Attendance::late), "Kom sent");
  EXPECT_EQ(rules_of(world.ask(coordinator(), command)), Rules{"attendance_is_open"});
  command.meeting = 3;
  EXPECT_EQ(rules_of(world.ask(coordinator(), command)), Rules{"attendance_is_open"});
  command.meeting = 0;
  EXPECT_EQ(rules_of(world.ask(coordinator(), command)), Rules{"attendance_is_open"});
  command.meeting = 1;
  EXPECT_EQ(the<AttendanceCorrected>(world.say(coordinator(), command)).meeting, 1U);
  EXPECT_EQ(world.running.step, Step::summons);
}

// --- called off at the table
// -------------------------------------------------------------------------

TEST(CalledOff, AtTheTableGoesBackToKallelseWithItsCauses) {
  World world = reached_at_the_table();
  const auto off = the<MeetingCalledOff>(world.say(
      chair(), called_off({party_of(psychosis_clinic)},
                          {mark(helsingborg_adults), mark(psychosis_clinic, Attendance::absent)})));
  EXPECT_EQ(off.causes, std::vector{party_of(psychosis_clinic)});
  EXPECT_EQ(off.marks.size(), 2U);
  EXPECT_EQ(world.running.step, Step::summons);
  EXPECT_EQ(world.meeting().status, MeetingStatus::not_held);
  EXPECT_EQ(world.meeting().causes, std::vector{party_of(psychosis_clinic)});
  EXPECT_EQ(world.meeting().not_held, (Cited{world.running.events, world.now}));
  EXPECT_TRUE(world.due().size() == 1U && world.due().front().kind == DueKind::consent_ends);
}

TEST(CalledOff, IsAnsweredByANewMeetingInTheSameRound) {
  World world = reached_at_the_table().must(chair(), called_off({}));
  const auto next =
      the<SummonsSent>(world.say(coordinator(), summons_to(clock_at(day(2026, 4, 20), 13))));
  EXPECT_EQ(next.meeting, 2U);
  EXPECT_EQ(next.round, 1U);
  EXPECT_EQ(world.running.meetings.size(), 2U);
}

TEST(CalledOff, NotBeforeTheStart) {
  World world = called().at(the_day, 12, 59);
  EXPECT_EQ(rules_of(world.ask(chair(), called_off({}))), Rules{"meeting_has_not_started"});
}

TEST(CalledOff, ACauseIsASummonedPartyThatWasReached) {
  World world = called().at(the_day, 13);
  const auto blaming = [&](const PartyId& cause) {
    return rules_of(world.ask(chair(), called_off({cause})));
  };
  EXPECT_EQ(blaming(party_of(psychosis_clinic)), Rules{"cause_was_never_reached"});
  EXPECT_EQ(blaming(anna), Rules{"cause_is_not_summoned"});
  EXPECT_EQ(blaming(party_of(angelholm_adults)), Rules{"cause_is_not_summoned"});
  world.must(mail(), of<RecordDelivery>(psychosis_clinic));
  EXPECT_EQ(blaming(party_of(psychosis_clinic)), Rules{});
}

TEST(CalledOff, TheOutsiderTheGuardianAndTheRelativeAreNoCause) {
  World world = consented();
  world.must(coordinator(), party(police))
      .must(coordinator(), beside("karin", PartyKind::guardian));
  world.must(coordinator(), beside("stina", PartyKind::relative))
      .must(coordinator(), summons_to(friday_at_one));
  world.at(the_day, 13);
  for (const auto& cause : {party_of(police), PartyId{"karin"}, PartyId{"stina"}}) {
    EXPECT_EQ(rules_of(world.ask(chair(), called_off({cause}))), Rules{"cause_is_not_summoned"})
        << cause.text;
  }
}

TEST(CalledOff, AlsoAfterItWasOpenedOrAttendanceClosed) {
  World world = reached_at_the_table().must(chair(), OpenMeeting{});
  EXPECT_EQ(rules_of(world.ask(chair(), called_off({party_of(psychosis_clinic)}))), Rules{});
  world.must(chair(),
             attendance({mark(helsingborg_adults), mark(psychosis_clinic, Attendance::absent)}));
  world.must(chair(), called_off({party_of(psychosis_clinic)}));
  EXPECT_EQ(world.running.step, Step::summons);
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::absent);
}

TEST(CalledOff, OnceAndItsMarksCanBeCorrected) {
  World world = reached_at_the_table().must(
      chair(), called_off({}, {mark(psychosis_clinic, Attendance::absent)}));
  EXPECT_EQ(rules_of(world.ask(chair(), called_off({}))), Rules{"no_meeting_called"});
  world.must(chair(), correction(mark(psychosis_clinic, Attendance::late), "Kom 13.40"));
  EXPECT_EQ(world.seat(psychosis_clinic).mark->attendance, Attendance::late);
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic),
                               answers(psychosis_clinic, AnswerKind::attends))),
            Rules{"meeting_was_not_held"});
}

// --- the end
// -----------------------------------------------------------------------------------------

TEST(Ending, NeedsAFollowUpDayOrAMotive) {
  World world = held();
  const auto ending = [&](const EndMeeting& command) {
    return rules_of(world.ask(chair(), command));
  };
  EXPECT_EQ(ending({}), Rules{"follow_up_date_required"});
  EXPECT_EQ(ending({{}, ""}), Rules{"follow_up_date_required"});
  EXPECT_EQ(ending({{}, "Anna flyttar till en annan kommun"}), Rules{});
  EXPECT_EQ(ending(ends_with(day(2026, 3, 19))), Rules{"follow_up_lies_behind"});
  EXPECT_EQ(ending(ends_with(the_day)), Rules{});
}

TEST(Ending, NeedsAttendanceClosed) {
  World world = at_the_table().must(chair(), OpenMeeting{});
  EXPECT_EQ(rules_of(world.ask(chair(), ends_with(day(2026, 6, 1)))), Rules{"attendance_is_open"});
  EXPECT_EQ(rules_of(held().ask(staff_of(psychosis_clinic), ends_with(day(2026, 6, 1)))),
            Rules{"chair_or_coordinator_only"});
}

TEST(Ending, GoesToActivityFollowUpWithItsDay) {
  World world = held();
  const auto ended = the<MeetingEnded>(world.say(chair(), ends_with(day(2026, 6, 12))));
  EXPECT_EQ(ended.warnings, Warnings{"plan_not_agreed"});
  EXPECT_EQ(world.running.step, Step::activity_follow_up);
  EXPECT_EQ(world.running.next_follow_up, day(2026, 6, 12));
  EXPECT_EQ(world.meeting().follow_up_on, day(2026, 6, 12));
  EXPECT_EQ(world.meeting().status, MeetingStatus::ended);
}

TEST(Ending, WarnsOfAFollowUpLaterThanTwelveWeeks) {
  World world = held();  // 20 March and twelve weeks is 12 June
  world.must(staff_of(psychosis_clinic), AgreePlan{region})
      .must(staff_of(helsingborg_adults), AgreePlan{helsingborg});
  EXPECT_TRUE(the<MeetingEnded>(world.ask(chair(), ends_with(day(2026, 6, 12)))).warnings.empty());
  EXPECT_EQ(the<MeetingEnded>(world.ask(chair(), ends_with(day(2026, 6, 13)))).warnings,
            Warnings{"follow_up_later_than_routine"});
}

TEST(Ending, OfAStandingMeetingWarnsOfNoPlan) {
  World world = held(CaseKind::coordination);
  EXPECT_TRUE(the<MeetingEnded>(world.ask(chair(), ends_with(day(2026, 6, 1)))).warnings.empty());
}

TEST(Ending, WithAMotiveDemandsNoFollowUp) {
  World world = held();
  world.must(chair(), EndMeeting{{}, "Anna flyttar"});
  EXPECT_FALSE(world.running.next_follow_up);
  EXPECT_TRUE(world.due(DueKind::follow_up_due).empty());
}

}  // namespace
}  // namespace kallad::casework
