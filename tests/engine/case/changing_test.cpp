// Moving and cancelling a meeting before its start, and the officials' meeting that comes before a
// SIP. Not the meeting itself: that is attendance_test.cpp. Rules kept: rulings "Meetings",
// "Declining and deadlines"; domain 3, state "void".
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

const LocalTime a_week_later = clock_at(day(2026, 3, 27), 10);
const CallOfficialsMeeting officials{friday_at_one, "Stadshuset", {}, "Förbered SIP"};

Rules changing(const ChangeMeeting& command) {
  return rules_of(called().ask(coordinator(), command));
}

TEST(Changing, MakesANewVersionAndKeepsTheOldAnswers) {
  World world = called();
  world.must(staff_of(psychosis_clinic), answers(psychosis_clinic, AnswerKind::attends));
  world.at(day(2026, 3, 6), 10);
  const auto changed = the<MeetingChanged>(world.say(coordinator(), moved_to(a_week_later)));
  EXPECT_EQ(changed.meeting, 1U);
  EXPECT_EQ(changed.meeting_version, 2U);
  EXPECT_EQ(changed.notice.place, "Rådhuset, Helsingborg");
  EXPECT_EQ(world.running.meetings.size(), 1U);
  EXPECT_EQ(world.meeting().version, 2U);
  ASSERT_EQ(world.meeting().voided.size(), 3U);
  for (const auto& seat : world.meeting().voided) EXPECT_EQ(seat.state, SeatState::voided);
  EXPECT_EQ(world.meeting().voided[1].answers.size(), 1U);
  EXPECT_EQ(world.meeting().voided[1].version, 1U);
  const Seat& seat = world.seat(psychosis_clinic);
  EXPECT_EQ(seat.state, SeatState::sent);
  EXPECT_TRUE(seat.answers.empty());
  EXPECT_EQ(seat.version, 2U);
  EXPECT_EQ(seat.answer_by, world.zone().end_of(day(2026, 3, 13)));  // counted from the new sending
}

TEST(Changing, AnOldVersionIsNotAnswered) {
  World world = called().must(coordinator(), moved_to(a_week_later));
  auto answer = answers(psychosis_clinic, AnswerKind::attends);
  answer.version = 1;
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), answer)), Rules{"summons_was_replaced"});
  answer.version = 2;
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), answer)), Rules{});
}

TEST(Changing, ToTheSameIsRefused) {
  EXPECT_EQ(changing({}), Rules{"meeting_unchanged"});
  EXPECT_EQ(changing({friday_at_one, {}, {}, "Samma tid", {}}), Rules{"meeting_unchanged"});
  EXPECT_EQ(changing({friday_at_one, "Rådhuset, Helsingborg", {}, {}, {}}),
            Rules{"meeting_unchanged"});
  EXPECT_EQ(changing({{}, "Biblioteket", {}, {}, {}}), Rules{});
  EXPECT_EQ(changing({{}, {}, "https://mote.example/1", {}, {}}), Rules{});
  EXPECT_EQ(changing({friday_at_one + std::chrono::minutes{1}, {}, {}, {}, {}}), Rules{});
}

TEST(Changing, ThePlaceAloneMovesNoTime) {
  World world = called();
  const auto changed = the<MeetingChanged>(
      world.say(coordinator(), ChangeMeeting{{}, "Biblioteket", {}, "Större lokal", {}}));
  EXPECT_EQ(changed.notice.starts, world.zone().to_instant(friday_at_one));
  EXPECT_EQ(changed.notice.place, "Biblioteket");
  EXPECT_EQ(changed.reason, "Större lokal");
}

TEST(Changing, NotAfterTheStart) {
  World world = called().at(day(2026, 3, 20), 12, 59);
  EXPECT_EQ(rules_of(world.ask(coordinator(), moved_to(clock_at(day(2026, 4, 20), 10)))), Rules{});
  EXPECT_EQ(rules_of(world.ask(coordinator(), CancelMeeting{"Sjukdom"})), Rules{});
  world.at(day(2026, 3, 20), 13);
  EXPECT_EQ(rules_of(world.ask(coordinator(), moved_to(clock_at(day(2026, 4, 20), 10)))),
            Rules{"meeting_has_started"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), CancelMeeting{"Sjukdom"})),
            Rules{"meeting_has_started"});
}

TEST(Changing, ToThePastOrToShortNoticeWithoutReason) {
  World world = called();
  EXPECT_EQ(rules_of(world.ask(coordinator(),
                               ChangeMeeting{clock_at(day(2026, 3, 1), 9), {}, {}, {}, "Fel"})),
            Rules{"meeting_lies_in_the_past"});
  ChangeMeeting soon{clock_at(day(2026, 3, 5), 9), {}, {}, {}, {}};
  EXPECT_EQ(rules_of(world.ask(coordinator(), soon)), Rules{"short_notice_reason_required"});
  world.at(day(2026, 3, 16), 9);  // another room at the same time is no shorter notice
  EXPECT_EQ(
      rules_of(world.ask(coordinator(), ChangeMeeting{friday_at_one, "Biblioteket", {}, {}, {}})),
      Rules{});
  world.at(day(2026, 3, 2), 10);
  soon.short_notice_reason = "Anna skrivs ut";
  const auto changed = the<MeetingChanged>(world.say(coordinator(), soon));
  EXPECT_EQ(changed.warnings, std::vector<std::string>{"short_notice"});
  EXPECT_EQ(changed.short_notice_reason, "Anna skrivs ut");
}

TEST(Changing, AsksThoseWhoHadBeenCalledAndLetsTheOthersWaitOn) {
  World world = consented();
  world.must(coordinator(), summons_to(friday_at_one, {party_of(psychosis_clinic)}));
  const auto changed = the<MeetingChanged>(world.say(coordinator(), moved_to(a_week_later)));
  ASSERT_EQ(changed.seats.size(), 1U);
  EXPECT_EQ(changed.seats.front().party, party_of(psychosis_clinic));
  EXPECT_EQ(changed.waiting, (std::vector{party_of(helsingborg_adults), anna}));
  EXPECT_EQ(rules_of(world.ask(coordinator(), SummonParty{party_of(helsingborg_adults)})), Rules{});
}

TEST(Changing, LeavesOutWhomConsentNoLongerCovers) {
  World world = called();
  auto narrow = annas_consent();
  narrow.consent.covers = {helsingborg};
  world.must(coordinator(), narrow);
  const auto changed = the<MeetingChanged>(world.say(coordinator(), moved_to(a_week_later)));
  EXPECT_EQ(changed.waiting, std::vector{party_of(psychosis_clinic)});
}

TEST(Changing, CancelledSeatsAreVoidAndTheStepIsKallelse) {
  World world = led_to(Step::mapping);
  EXPECT_EQ(rules_of(world.ask(coordinator(), CancelMeeting{""})), Rules{"reason_required"});
  world.must(coordinator(), CancelMeeting{"Anna är sjuk"});
  EXPECT_EQ(world.running.step, Step::summons);
  EXPECT_EQ(world.meeting().status, MeetingStatus::cancelled);
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::voided);
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic),
                               answers(psychosis_clinic, AnswerKind::attends))),
            Rules{"meeting_is_cancelled"});
  EXPECT_TRUE(world.due(DueKind::answer_deadline).empty());
  EXPECT_TRUE(world.due(DueKind::attendance_open).empty());
}

TEST(Changing, WhatIsCancelledIsNotMovedAndNotCancelledAgain) {
  World world = called().must(coordinator(), CancelMeeting{"Anna är sjuk"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), CancelMeeting{"Igen"})), Rules{"no_meeting_called"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), moved_to(a_week_later))), Rules{"no_meeting_called"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), SummonParty{party_of(helsingborg_adults)})),
            (Rules{"no_meeting_called", "party_is_summoned_already"}));
}

TEST(Changing, ACaseMappedAfterACancellationIsCalledAgain) {
  World world = called()
                    .must(coordinator(), CancelMeeting{"Anna är sjuk"})
                    .must(coordinator(), RecordMapping{});
  EXPECT_EQ(world.running.step, Step::mapping);
  world.must(coordinator(), summons_to(clock_at(day(2026, 4, 20), 13)));
  EXPECT_EQ(world.running.step, Step::summons);
  EXPECT_EQ(world.meeting().number, 2U);
  EXPECT_EQ(world.meeting().round, 1U);
}

// --- officials' meetings
// -----------------------------------------------------------------------------

TEST(Officials, AreAllInvitedAndThePersonIsNot) {
  World world = consented();
  const auto call = the<OfficialsMeetingCalled>(world.say(coordinator(), officials));
  EXPECT_EQ(call.invited, (std::vector{party_of(helsingborg_adults), party_of(psychosis_clinic)}));
  EXPECT_EQ(call.notice.form, MeetingForm::officials);
  EXPECT_EQ(world.running.step, Step::preparation);
  for (const auto& seat : world.meeting().seats) {
    EXPECT_FALSE(seat.has_duty);
    EXPECT_FALSE(seat.answer_by);
  }
  EXPECT_TRUE(world.due(DueKind::answer_deadline).empty());
}

TEST(Officials, LeaveOutUnitsOutsideTheConsent) {
  World world = opened();
  auto narrow = annas_consent();
  narrow.consent.covers = {region};
  world.must(coordinator(), narrow);
  EXPECT_EQ(the<OfficialsMeetingCalled>(world.say(coordinator(), officials)).invited,
            std::vector{party_of(psychosis_clinic)});
}

TEST(Officials, MoveInPreparationAndStillWithoutThePerson) {
  World world = consented().must(coordinator(), officials);
  const auto changed = the<MeetingChanged>(world.say(coordinator(), moved_to(a_week_later)));
  EXPECT_EQ(world.running.step, Step::preparation);
  ASSERT_EQ(changed.seats.size(), 2U);
  for (const auto& seat : changed.seats) EXPECT_EQ(seat.calling, Calling::invited);
  EXPECT_TRUE(changed.waiting.empty());
}

TEST(Officials, ALatePartyIsInvitedAndAPersonGetsNoSeat) {
  World world =
      called().must(coordinator(), CancelMeeting{"Förbered först"}).must(coordinator(), officials);
  world.must(coordinator(), party(angelholm_adults))
      .must(coordinator(), beside("stina", PartyKind::relative));
  EXPECT_EQ(meeting::find_seat(world.meeting(), PartyId{"stina"}), nullptr);
  const auto late =
      the<PartySummoned>(world.say(coordinator(), SummonParty{party_of(angelholm_adults)}));
  EXPECT_EQ(late.seat, (SummonedSeat{party_of(angelholm_adults), Calling::invited, {}, {}}));
}

TEST(Officials, AreRecordedAndTheSipIsCalledAfterwards) {
  World world = consented().must(coordinator(), officials).at(day(2026, 3, 20), 15);
  const RecordOfficialsMeeting outcome{{party_of(psychosis_clinic)}, "Ett SIP-möte behövs"};
  world.must(secretary(), outcome);
  EXPECT_EQ(world.running.step, Step::preparation);
  EXPECT_EQ(world.meeting().status, MeetingStatus::ended);
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::attended);
  EXPECT_EQ(world.seat(helsingborg_adults).state, SeatState::sent);  // invited, and never absent
  EXPECT_EQ(rules_of(world.ask(secretary(), outcome)), Rules{"no_meeting_called"});
  const auto sip =
      the<SummonsSent>(world.say(coordinator(), summons_to(clock_at(day(2026, 4, 20), 13))));
  EXPECT_EQ(sip.meeting, 2U);
  EXPECT_EQ(sip.round, 1U);
}

TEST(Officials, ThosePresentHadASeat) {
  World world = consented().must(coordinator(), officials);
  EXPECT_EQ(rules_of(world.ask(chair(), RecordOfficialsMeeting{{anna}, "x"})),
            Rules{"party_has_no_seat"});
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), RecordOfficialsMeeting{{}, "x"})),
            Rules{"chair_or_coordinator_only"});
}

/// It is no SIP: nothing of a SIP meeting happens at it, and the case comes no step further by it.
TEST(Officials, AreNoSipMeeting) {
  World world =
      called().must(coordinator(), CancelMeeting{"Förbered först"}).must(coordinator(), officials);
  world.at(day(2026, 3, 20), 13);
  EXPECT_EQ(rules_of(world.ask(chair(), OpenMeeting{})), Rules{"no_meeting_called"});
  EXPECT_EQ(rules_of(world.ask(chair(), attendance({}))), Rules{"no_meeting_called"});
  EXPECT_EQ(rules_of(world.ask(chair(), called_off({}))), Rules{"no_meeting_called"});
}

TEST(Officials, AreRecordedAlsoWhenMappingHasBegun) {
  World world =
      called().must(coordinator(), CancelMeeting{"Förbered först"}).must(coordinator(), officials);
  world.must(coordinator(), RecordMapping{}).at(day(2026, 3, 20), 15);
  world.must(coordinator(),
             RecordOfficialsMeeting{{party_of(psychosis_clinic)}, "Ett SIP-möte behövs"});
  EXPECT_EQ(world.running.step, Step::mapping);
  world.must(coordinator(), summons_to(clock_at(day(2026, 4, 20), 13)));
}

TEST(Officials, ASipMeetingIsNotRecordedAsTheirs) {
  World world = called();
  EXPECT_EQ(rules_of(world.ask(coordinator(), RecordOfficialsMeeting{{}, "x"})),
            Rules{"no_meeting_called"});
}

TEST(Officials, AreCalledByTheCoordinatorForATimeAhead) {
  World world = consented();
  EXPECT_EQ(rules_of(world.ask(chair(), officials)), Rules{"coordinator_only"});
  auto past = officials;
  past.starts = clock_at(day(2026, 3, 2), 8);
  EXPECT_EQ(rules_of(world.ask(coordinator(), past)), Rules{"meeting_lies_in_the_past"});
  world.must(coordinator(), officials);
  EXPECT_EQ(rules_of(world.ask(coordinator(), officials)), Rules{"meeting_already_called"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(a_week_later))),
            Rules{"meeting_already_called"});
  world.must(coordinator(), CancelMeeting{"Behövs inte"});
  EXPECT_EQ(world.running.step, Step::preparation);
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(a_week_later))), Rules{});
}

}  // namespace
}  // namespace kallad::casework
