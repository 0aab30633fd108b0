// How a fact changes a seat: state, proofs of arrival, answers, and the chain of substitutes.
// Only this file changes seats before attendance is closed; case_evolve.cpp opens, voids and
// settles them.
#include <algorithm>

#include "engine/seat/seat_decide.hpp"

namespace kallad::seat {

namespace {

bool waits_for_party(const Seat& seat) {
  return seat.state == SeatState::sent || seat.state == SeatState::delivered ||
         seat.state == SeatState::delivery_failed;
}

/// Whatever the party does itself proves that the summons has arrived.
void prove(Seat& seat, const Stamp& stamp) {
  if (seat.reach == Reach::proven) return;
  seat.reach = Reach::proven;
  seat.reached = cite(stamp);
}

void add_answer(Seat& seat, AnswerKind kind, Instant given_at, const Stamp& stamp) {
  const bool by_unit = stamp.by.role == Role::attendee || stamp.by.role == Role::unit_head;
  if (seat.representative.empty() && by_unit) seat.representative = stamp.by.name;
  seat.answers.push_back({kind, given_at, cite(stamp)});
}

void apply(Seat& seat, const DeliveryAccepted& event, const Stamp& stamp) {
  if (seat.state == SeatState::delivery_failed) {
    seat.state = SeatState::sent;
    seat.reach = Reach::unknown;
  }
  seat.accepted = cite(stamp);
  seat.presumed_at = event.presumed_at;
}

void apply(Seat& seat, const SummonsDelivered&, const Stamp& stamp) {
  prove(seat, stamp);
  if (waits_for_party(seat)) seat.state = SeatState::delivered;
}

void apply(Seat& seat, const DeliveryPresumed&, const Stamp& stamp) {
  seat.reach = Reach::presumed;
  seat.reached = cite(stamp);
  seat.state = SeatState::delivered;
}

void apply(Seat& seat, const DeliveryFailed&, const Stamp&) {
  seat.reach = Reach::failed;
  seat.reached.reset();
  seat.accepted.reset();
  seat.presumed_at.reset();
  if (waits_for_party(seat)) seat.state = SeatState::delivery_failed;
}

void apply(Seat& seat, const AddressBounced&, const Stamp&) { seat.address_bounced = true; }

void apply(Seat& seat, const SummonsOpened&, const Stamp& stamp) {
  prove(seat, stamp);
  seat.opened = cite(stamp);
  if (waits_for_party(seat)) seat.state = SeatState::opened;
}

void apply(Seat& seat, const SummonsAcknowledged&, const Stamp& stamp) {
  prove(seat, stamp);
  seat.acknowledged = cite(stamp);
  if (waits_for_party(seat) || seat.state == SeatState::opened)
    seat.state = SeatState::acknowledged;
}

/// Those in the chain after the first `kept` are not to come any more.
void release(Seat& seat, std::size_t kept, const Stamp& stamp) {
  for (std::size_t place = kept; place < seat.chain.size(); ++place)
    seat.released.push_back({std::move(seat.chain[place]), stamp.event});
  seat.chain.resize(std::min(seat.chain.size(), kept));
}

void apply(Seat& seat, const SeatAnswered& event, const Stamp& stamp) {
  prove(seat, stamp);
  const bool overtaken = is_overtaken(seat, event.given_at);
  add_answer(seat, event.answer, event.given_at, stamp);
  if (overtaken) return;
  seat.state = SeatState::answered;
  release(seat, 0, stamp);
  seat.forwarded_to.reset();
  if (event.forward_to) seat.forwarded_to = party_of(*event.forward_to);
}

void apply(Seat& seat, const SubstituteNamed& event, const Stamp& stamp) {
  prove(seat, stamp);
  add_answer(seat, AnswerKind::sends_substitute, stamp.at, stamp);
  release(seat, event.depth - 1, stamp);
  seat.chain.push_back({event.substitute, cite(stamp), std::nullopt});
  std::erase_if(seat.released, [&](const ReleasedSubstitute& one) {
    return one.link.who.contact == event.substitute.contact;  // comes after all
  });
  seat.forwarded_to.reset();
  seat.state = SeatState::substitute_named;
}

void apply(Seat& seat, const SubstituteConfirmed& event, const Stamp& stamp) {
  seat.chain.back().who = event.substitute;
  seat.chain.back().confirmed = cite(stamp);
  seat.state = SeatState::substitute_confirmed;
}

void apply(Seat& seat, const SubstituteDeclined&, const Stamp&) {
  seat.chain.pop_back();
  seat.state = seat.chain.empty() ? SeatState::answered : SeatState::substitute_confirmed;
}

void apply(Seat& seat, const SeatTakenBack&, const Stamp& stamp) {
  release(seat, 0, stamp);
  add_answer(seat, AnswerKind::attends, stamp.at, stamp);
  seat.state = SeatState::answered;
}

void apply(Seat& seat, const AcknowledgeDeadlinePassed& event, const Stamp& stamp) {
  seat.acknowledge_lapsed = Cited{stamp.event, event.due};
  seat.reach_at_acknowledge_lapse = event.reach;
}

void apply(Seat& seat, const AnswerDeadlinePassed& event, const Stamp& stamp) {
  seat.answer_lapsed = Cited{stamp.event, event.due};
  seat.reach_at_answer_lapse = event.reach;
}

void apply(Seat& seat, const ReminderIssued& event, const Stamp&) {
  seat.reminders_done.push_back(event.step);
}

void apply(Seat& seat, const ReminderSkipped& event, const Stamp&) {
  seat.reminders_done.push_back(event.step);
}

void apply(Seat& seat, const AttendanceMarked& event, const Stamp& stamp) {
  seat.mark = event.mark;
  seat.marked = cite(stamp);
}

void apply(Seat& seat, const AttendanceUnmarked&, const Stamp&) {
  seat.mark.reset();
  seat.marked.reset();
}

}  // namespace

Seat evolve(Seat seat, const SeatEvent& event, const Stamp& stamp) {
  boost::variant2::visit([&](const auto& fact) { apply(seat, fact, stamp); }, event);
  return seat;
}

}  // namespace kallad::seat
