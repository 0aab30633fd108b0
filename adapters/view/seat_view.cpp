// Copies what is shown out of the engine's seat and meeting; nothing is decided here.
// Not the words people read: those are adapters/wording.
#include "adapters/view/seat_view.hpp"

#include <algorithm>
#include <iterator>

#include "adapters/view/cited.hpp"

namespace kallad {

namespace {

SubstituteView view_of(const ChainLink& link) {
  return {link.who.name, link.who.role, link.who.mandate,    link.who.briefed,
          link.who.unit, link.named.at, when(link.confirmed)};
}

void copy_answer(SeatView& view, const Seat& seat) {
  if (const GivenAnswer* answer = seat::standing_answer(seat)) {
    view.answer = answer->kind;
    view.answered_at = answer->given_at;
  }
  for (const ChainLink& link : seat.chain) view.chain.push_back(view_of(link));
  if (seat.chain.empty()) return;
  view.substitute = seat.chain.back().who.name;
  view.substitute_confirmed = seat.chain.back().confirmed.has_value();
}

void copy_mark(SeatView& view, const Seat& seat) {
  if (!seat.mark) return;
  view.attendance = seat.mark->attendance;
  view.mandate = seat.mark->mandate;
  view.arrived_at = seat.mark->arrived_at;
}

}  // namespace

SeatView view_of(const Seat& seat, std::uint32_t meeting) {
  SeatView view;
  view.party = seat.party;
  view.state = seat.state;
  view.calling = seat.calling;
  view.has_duty = seat.has_duty;
  view.reach = seat.reach;
  view.meeting = meeting;
  view.version = seat.version;
  copy_answer(view, seat);
  view.forwarded_to = seat.forwarded_to;
  view.forwarded_from = seat.forwarded_from;
  copy_mark(view, seat);
  view.sent_at = when(seat.sent);
  view.reached_at = when(seat.reached);
  view.opened_at = when(seat.opened);
  view.acknowledged_at = when(seat.acknowledged);
  view.acknowledge_by = seat.acknowledge_by;
  view.answer_by = seat.answer_by;
  view.acknowledge_lapsed_at = when(seat.acknowledge_lapsed);
  view.answer_lapsed_at = when(seat.answer_lapsed);
  view.reminders = seat.reminders_done;
  view.address_bounced = seat.address_bounced;
  return view;
}

MeetingView view_of(const Meeting& meeting) {
  MeetingView view;
  view.number = meeting.number;
  view.round = meeting.round;
  view.version = meeting.version;
  view.form = meeting.notice.form;
  view.status = meeting.status;
  view.starts = meeting.notice.starts;
  view.place = meeting.notice.place;
  view.link = meeting.notice.link;
  view.purpose = meeting.notice.purpose;
  view.questions = meeting.notice.questions;
  view.expectations = meeting.notice.expectations;
  view.chair = meeting.chair;
  view.secretary = meeting.secretary;
  view.attendance_closed_at = when(meeting.attendance_closed);
  view.not_held_at = when(meeting.not_held);
  view.ended_at = when(meeting.ended);
  view.causes = meeting.causes;
  view.follow_up_on = meeting.follow_up_on;
  const auto seen = [&](const Seat& seat) { return view_of(seat, meeting.number); };
  std::transform(meeting.seats.begin(), meeting.seats.end(), std::back_inserter(view.seats), seen);
  std::transform(meeting.voided.begin(), meeting.voided.end(), std::back_inserter(view.voided),
                 seen);
  return view;
}

}  // namespace kallad
