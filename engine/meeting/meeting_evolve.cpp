// How a fact changes a meeting and opens, voids and settles its seats.
// Never refuses: what is in the log has happened. Rule kept: a new version voids the seats before.
#include "engine/meeting/meeting_events.hpp"

namespace kallad::meeting {

namespace {

Seat sent_seat(const SummonedSeat& summoned, std::uint32_t version, const Stamp& stamp) {
  Seat seat;
  seat.party = summoned.party;
  seat.calling = summoned.calling;
  seat.state = SeatState::sent;
  seat.version = version;
  seat.has_duty = summoned.calling == Calling::summoned;
  seat.acknowledge_by = summoned.acknowledge_by;
  seat.answer_by = summoned.answer_by;
  seat.sent = cite(stamp);
  return seat;
}

Seat waiting_seat(const PartyId& party, std::uint32_t version) {
  Seat seat;
  seat.party = party;
  seat.version = version;
  return seat;
}

void seat_all(Meeting& meeting, const std::vector<SummonedSeat>& sent,
              const std::vector<PartyId>& waiting, const Stamp& stamp) {
  for (const auto& one : sent) meeting.seats.push_back(sent_seat(one, meeting.version, stamp));
  for (const auto& party : waiting) meeting.seats.push_back(waiting_seat(party, meeting.version));
}

void void_all(Meeting& meeting) {
  for (auto& seat : meeting.seats) {
    seat.state = SeatState::voided;
    meeting.voided.push_back(std::move(seat));
  }
  meeting.seats.clear();
}

void settle(Meeting& meeting, const AttendanceMark& mark, const Stamp& stamp) {
  Seat* seat = find_seat(meeting, mark.party);
  if (!seat) return;
  seat->mark = mark;
  seat->marked = cite(stamp);
  seat->state = mark.attendance == Attendance::absent ? SeatState::absent : SeatState::attended;
}

void apply(Meeting& meeting, const SummonsSent& event, const Stamp& stamp) {
  meeting.number = event.meeting;
  meeting.round = event.round;
  meeting.notice = event.notice;
  seat_all(meeting, event.seats, event.waiting, stamp);
}

void apply(Meeting& meeting, const OfficialsMeetingCalled& event, const Stamp& stamp) {
  meeting.number = event.meeting;
  meeting.round = event.round;
  meeting.notice = event.notice;
  for (const auto& party : event.invited) {
    meeting.seats.push_back(sent_seat({party, Calling::invited, {}, {}}, 1, stamp));
  }
}

void apply(Meeting& meeting, const OfficialsMeetingRecorded& event, const Stamp& stamp) {
  for (const auto& party : event.present) {
    settle(meeting, {party, Attendance::present, {}, {}}, stamp);
  }
  meeting.attendance_closed = cite(stamp);
  meeting.ended = cite(stamp);
  meeting.status = MeetingStatus::ended;
}

void apply(Meeting& meeting, const PartySummoned& event, const Stamp& stamp) {
  const Seat sent = sent_seat(event.seat, meeting.version, stamp);
  if (Seat* seat = find_seat(meeting, event.seat.party)) {
    *seat = sent;
  } else {
    meeting.seats.push_back(sent);
  }
}

void apply(Meeting& meeting, const MeetingChanged& event, const Stamp& stamp) {
  void_all(meeting);
  meeting.version = event.meeting_version;
  meeting.notice = event.notice;
  seat_all(meeting, event.seats, event.waiting, stamp);
}

void apply(Meeting& meeting, const MeetingCancelled&, const Stamp&) {
  for (auto& seat : meeting.seats) seat.state = SeatState::voided;
  meeting.status = MeetingStatus::cancelled;
}

void apply(Meeting& meeting, const RolesAssigned& event, const Stamp&) {
  meeting.chair = event.chair;
  meeting.secretary = event.secretary;
}

void apply(Meeting& meeting, const MeetingOpened&, const Stamp&) {
  meeting.status = MeetingStatus::open;
}

void apply(Meeting& meeting, const AttendanceClosed& event, const Stamp& stamp) {
  for (const auto& mark : event.marks) settle(meeting, mark, stamp);
  meeting.attendance_closed = cite(stamp);
  meeting.status = MeetingStatus::attendance_closed;
}

void apply(Meeting& meeting, const AttendanceCorrected& event, const Stamp& stamp) {
  settle(meeting, event.mark, stamp);
}

void apply(Meeting& meeting, const MeetingCalledOff& event, const Stamp& stamp) {
  for (const auto& mark : event.marks) {
    if (Seat* seat = find_seat(meeting, mark.party)) {
      seat->mark = mark;
      seat->marked = cite(stamp);
    }
  }
  meeting.causes = event.causes;
  meeting.not_held = cite(stamp);
  meeting.status = MeetingStatus::not_held;
}

void apply(Meeting& meeting, const MeetingEnded& event, const Stamp& stamp) {
  meeting.follow_up_on = event.follow_up_on;
  meeting.ended = cite(stamp);
  meeting.status = MeetingStatus::ended;
}

void apply(Meeting& meeting, const SummonsForwarded& event, const Stamp& stamp) {
  const Seat* from = find_seat(meeting, event.from);
  const Calling calling = from ? from->calling : Calling::summoned;
  Seat seat = sent_seat({event.to, calling, {}, {}}, meeting.version, stamp);
  seat.has_duty = false;
  seat.forwarded_from = event.from;
  if (Seat* known = find_seat(meeting, event.to)) {
    *known = std::move(seat);
  } else {
    meeting.seats.push_back(std::move(seat));
  }
}

void apply(Meeting& meeting, const ForwardingTakenBack& event, const Stamp&) {
  if (Seat* seat = find_seat(meeting, event.from)) seat->forwarded_to.reset();
  if (Seat* seat = find_seat(meeting, event.to)) seat->state = SeatState::voided;
}

void apply(Meeting& meeting, const DutyMoved& event, const Stamp&) {
  if (Seat* from = find_seat(meeting, event.from)) from->has_duty = false;
  if (Seat* to = find_seat(meeting, event.to)) {
    to->has_duty = true;
    to->answer_by = event.answer_by;
  }
}

}  // namespace

Meeting evolve(Meeting meeting, const MeetingEvent& event, const Stamp& stamp) {
  boost::variant2::visit([&](const auto& fact) { apply(meeting, fact, stamp); }, event);
  return meeting;
}

}  // namespace kallad::meeting
