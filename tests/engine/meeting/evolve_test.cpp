// How each fact changes a meeting and its seats: opened, moved, cancelled, held, called off, ended,
// and the duty as it is handed on. Not when a fact may happen: that stands in the case's table.
// Rules kept: domain 3 (states of a summons), rulings "Meetings", "Forwarding".
#include "tests/engine/meeting/table.hpp"

namespace kallad::meeting {
namespace {

TEST(MeetingEvolve, SendingMakesASeatForEachAndACreatedOneForThoseWhoWait) {
  const Table table = called();
  EXPECT_EQ(table.meeting.number, 1U);
  EXPECT_EQ(table.meeting.round, 1U);
  EXPECT_EQ(table.meeting.version, 1U);
  EXPECT_EQ(table.meeting.status, MeetingStatus::called);
  EXPECT_EQ(table.meeting.notice.purpose, "Samordna");
  ASSERT_EQ(table.meeting.seats.size(), 4U);
  const Seat& seat = table.seat(clinic);
  EXPECT_EQ(seat.state, SeatState::sent);
  EXPECT_EQ(seat.sent, table.last());
  EXPECT_TRUE(seat.has_duty);
  EXPECT_EQ(seat.acknowledge_by, summoned(clinic).acknowledge_by);
  EXPECT_EQ(seat.answer_by, summoned(clinic).answer_by);
  EXPECT_EQ(seat.reach, Reach::unknown);
  EXPECT_FALSE(table.seat(anna).has_duty);
  EXPECT_EQ(table.seat(anna).state, SeatState::sent);
  EXPECT_EQ(table.seat(health_centre).state, SeatState::created);
  EXPECT_FALSE(table.seat(health_centre).sent);
}

TEST(MeetingEvolve, ALatePartyTakesTheSeatThatWaitedOrANewOne) {
  Table table = called();
  table.take(PartySummoned{1, summoned(health_centre)});
  EXPECT_EQ(table.meeting.seats.size(), 4U);
  EXPECT_EQ(table.seat(health_centre).state, SeatState::sent);
  EXPECT_EQ(table.seat(health_centre).sent, table.last());
  table.take(PartySummoned{1, invited(PartyId{"polisen/helsingborg"})});
  EXPECT_EQ(table.meeting.seats.size(), 5U);
}

TEST(MeetingEvolve, AChangeVoidsTheSeatsAndKeepsThem) {
  Table table = called();
  Seat* seat = find_seat(table.meeting, clinic);
  seat->answers.push_back({AnswerKind::attends, table.now, table.last()});
  MeetingNotice notice = table.meeting.notice;
  notice.place = "Biblioteket";
  table.take(
      MeetingChanged{1, 2, notice, {summoned(adults), summoned(clinic)}, {anna}, {}, {}, {}});
  EXPECT_EQ(table.meeting.version, 2U);
  EXPECT_EQ(table.meeting.notice.place, "Biblioteket");
  EXPECT_EQ(table.meeting.status, MeetingStatus::called);
  ASSERT_EQ(table.meeting.voided.size(), 4U);
  EXPECT_EQ(table.meeting.voided[1].state, SeatState::voided);
  EXPECT_EQ(table.meeting.voided[1].answers.size(), 1U);
  EXPECT_EQ(table.meeting.voided[1].version, 1U);
  ASSERT_EQ(table.meeting.seats.size(), 3U);
  EXPECT_TRUE(table.seat(clinic).answers.empty());
  EXPECT_EQ(table.seat(clinic).version, 2U);
  EXPECT_EQ(table.seat(anna).state, SeatState::created);
}

TEST(MeetingEvolve, EveryVersionIsKept) {
  Table table = called();
  for (std::uint32_t version = 2; version <= 4; ++version) {
    table.take(
        MeetingChanged{1, version, table.meeting.notice, {summoned(clinic)}, {}, {}, {}, {}});
  }
  EXPECT_EQ(table.meeting.voided.size(), 6U);
  EXPECT_EQ(table.meeting.voided.back().version, 3U);
}

TEST(MeetingEvolve, CancellingVoidsEverySeatWhereItIs) {
  Table table = called();
  table.take(MeetingCancelled{1, "Sjukdom"});
  EXPECT_EQ(table.meeting.status, MeetingStatus::cancelled);
  for (const auto& seat : table.meeting.seats) EXPECT_EQ(seat.state, SeatState::voided);
  EXPECT_TRUE(table.meeting.voided.empty());
}

TEST(MeetingEvolve, RolesAndOpening) {
  Table table = called();
  table.take(RolesAssigned{1, "Mona Mötesledare", "Sten Sekreterare"}).take(MeetingOpened{1});
  EXPECT_EQ(table.meeting.chair, "Mona Mötesledare");
  EXPECT_EQ(table.meeting.secretary, "Sten Sekreterare");
  EXPECT_EQ(table.meeting.status, MeetingStatus::open);
}

TEST(MeetingEvolve, ClosingAttendanceSettlesThoseMarked) {
  for (const auto attendance :
       {Attendance::present, Attendance::present_digitally, Attendance::substitute_present,
        Attendance::late, Attendance::left_early, Attendance::absent}) {
    Table table = called();
    table.take(AttendanceClosed{1, {mark(clinic, attendance)}});
    EXPECT_EQ(table.seat(clinic).state,
              attendance == Attendance::absent ? SeatState::absent : SeatState::attended);
    EXPECT_EQ(table.seat(clinic).mark->attendance, attendance);
    EXPECT_EQ(table.seat(clinic).marked, table.last());
    EXPECT_EQ(table.seat(adults).state, SeatState::sent);
    EXPECT_EQ(table.meeting.attendance_closed, table.last());
    EXPECT_EQ(table.meeting.status, MeetingStatus::attendance_closed);
  }
}

TEST(MeetingEvolve, ACorrectionSettlesAnewAndLeavesTheClosingAsItWas) {
  Table table = called();
  table.take(AttendanceClosed{1, {mark(clinic, Attendance::absent)}});
  const Cited closed = table.last();
  table.take(AttendanceCorrected{1, mark(clinic, Attendance::late), "Kom 13.20"});
  EXPECT_EQ(table.seat(clinic).state, SeatState::attended);
  EXPECT_EQ(table.seat(clinic).marked, table.last());
  EXPECT_EQ(table.meeting.attendance_closed, closed);
  EXPECT_EQ(table.meeting.status, MeetingStatus::attendance_closed);
}

TEST(MeetingEvolve, AMarkOfNobodysSeatChangesNothing) {
  Table table = called();
  table.take(AttendanceClosed{1, {mark(PartyId{"bjuv/vuxen"}, Attendance::present)}});
  EXPECT_EQ(table.meeting.seats.size(), 4U);
}

TEST(MeetingEvolve, CalledOffItIsNotHeldAndTheMarksAreNotes) {
  Table table = called();
  table.take(MeetingCalledOff{1, {clinic}, {mark(clinic, Attendance::absent)}, "Ingen kom"});
  EXPECT_EQ(table.meeting.status, MeetingStatus::not_held);
  EXPECT_EQ(table.meeting.not_held, table.last());
  EXPECT_EQ(table.meeting.causes, std::vector{clinic});
  EXPECT_EQ(table.seat(clinic).state, SeatState::sent);
  EXPECT_EQ(table.seat(clinic).mark->attendance, Attendance::absent);
  EXPECT_FALSE(table.meeting.attendance_closed);
}

TEST(MeetingEvolve, EndsWithItsFollowUp) {
  Table table = called();
  table.take(AttendanceClosed{1, {}}).take(MeetingEnded{1, day(2026, 6, 12), {}, {}});
  EXPECT_EQ(table.meeting.status, MeetingStatus::ended);
  EXPECT_EQ(table.meeting.follow_up_on, day(2026, 6, 12));
  EXPECT_EQ(table.meeting.ended, table.last());
}

TEST(MeetingEvolve, AnOfficialsMeetingInvitesAndIsRecordedInOneGo) {
  Table table;
  MeetingNotice notice;
  notice.form = MeetingForm::officials;
  table.take(OfficialsMeetingCalled{1, 2, notice, {adults, clinic}});
  EXPECT_EQ(table.meeting.round, 2U);
  EXPECT_EQ(table.seat(clinic).calling, Calling::invited);
  EXPECT_FALSE(table.seat(clinic).has_duty);
  table.take(OfficialsMeetingRecorded{1, {clinic}, "Ett SIP-möte behövs"});
  EXPECT_EQ(table.seat(clinic).state, SeatState::attended);
  EXPECT_EQ(table.seat(adults).state, SeatState::sent);
  EXPECT_EQ(table.meeting.status, MeetingStatus::ended);
  EXPECT_EQ(table.meeting.attendance_closed, table.last());
}

TEST(MeetingEvolve, ForwardingSeatsTheReceiverWithoutDutyOrDeadline) {
  Table table = called();
  table.take(SummonsForwarded{1, clinic, health_centre});
  const Seat& receiver = table.seat(health_centre);
  EXPECT_EQ(table.meeting.seats.size(), 4U);  // it takes the seat that waited
  EXPECT_EQ(receiver.state, SeatState::sent);
  EXPECT_EQ(receiver.calling, Calling::summoned);
  EXPECT_FALSE(receiver.has_duty);
  EXPECT_EQ(receiver.forwarded_from, clinic);
  EXPECT_FALSE(receiver.acknowledge_by);
  EXPECT_TRUE(table.seat(clinic).has_duty);
}

TEST(MeetingEvolve, TheDutyMovesWithItsDeadline) {
  Table table = called();
  const Instant answer_by = table.calendar.zone().end_of(day(2026, 3, 13));
  table.take(SummonsForwarded{1, clinic, health_centre})
      .take(DutyMoved{1, clinic, health_centre, answer_by});
  EXPECT_FALSE(table.seat(clinic).has_duty);
  EXPECT_TRUE(table.seat(health_centre).has_duty);
  EXPECT_EQ(table.seat(health_centre).answer_by, answer_by);
}

TEST(MeetingEvolve, TakenBackTheReceiverIsVoidAndTheSenderStandsForItself) {
  Table table = called();
  find_seat(table.meeting, clinic)->forwarded_to = health_centre;
  table.take(SummonsForwarded{1, clinic, health_centre})
      .take(ForwardingTakenBack{1, clinic, health_centre});
  EXPECT_EQ(table.seat(health_centre).state, SeatState::voided);
  EXPECT_FALSE(table.seat(clinic).forwarded_to);
  EXPECT_TRUE(table.seat(clinic).has_duty);
}

TEST(MeetingEvolve, ForwardedAgainTheVoidSeatLivesAnew) {
  Table table = called();
  table.take(SummonsForwarded{1, clinic, health_centre})
      .take(ForwardingTakenBack{1, clinic, health_centre});
  table.take(SummonsForwarded{1, adults, health_centre});
  EXPECT_EQ(table.seat(health_centre).state, SeatState::sent);
  EXPECT_EQ(table.seat(health_centre).forwarded_from, adults);
}

// --- questions
// ----------------------------------------------------------------------------------------

TEST(MeetingQuestions, WhoHasTheDutyAndIsNotMarked) {
  Table table = called();
  EXPECT_EQ(unmarked(table.meeting), (std::vector{adults, clinic}));
  find_seat(table.meeting, adults)->mark = mark(adults, Attendance::present);
  EXPECT_EQ(unmarked(table.meeting), std::vector{clinic});
  table.take(DutyMoved{1, clinic, health_centre, table.now});
  EXPECT_EQ(unmarked(table.meeting), std::vector{health_centre});
}

TEST(MeetingQuestions, IsLiveUntilAttendanceIsClosedOrItIsOff) {
  EXPECT_TRUE(is_live(called().meeting));
  EXPECT_TRUE(is_live(called().take(MeetingOpened{1}).meeting));
  EXPECT_FALSE(is_live(called().take(AttendanceClosed{1, {}}).meeting));
  EXPECT_FALSE(is_live(called().take(MeetingCancelled{1, "Sjukdom"}).meeting));
  EXPECT_FALSE(is_live(called().take(MeetingCalledOff{1, {}, {}, {}}).meeting));
  EXPECT_FALSE(is_live(called().take(MeetingEnded{1, {}, "Flyttar", {}}).meeting));
  EXPECT_TRUE(is_live(called().take(MeetingChanged{1, 2, {}, {}, {}, {}, {}, {}}).meeting));
}

TEST(MeetingQuestions, ASeatIsFoundByItsParty) {
  const Table table = called();
  EXPECT_EQ(find_seat(table.meeting, clinic)->party, clinic);
  EXPECT_EQ(find_seat(table.meeting, PartyId{"bjuv/vuxen"}), nullptr);
}

}  // namespace
}  // namespace kallad::meeting
