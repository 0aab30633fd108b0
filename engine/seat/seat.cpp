// Questions to a seat.
// Not a change of it: seat_evolve.cpp does that, and seat_rules.cpp says what may be done.
#include "engine/seat/seat.hpp"

#include <algorithm>

namespace kallad::seat {

const GivenAnswer* standing_answer(const Seat& seat) { return answer_at(seat, Instant::max()); }

const GivenAnswer* answer_at(const Seat& seat, Instant moment) {
  const GivenAnswer* latest = nullptr;
  for (const auto& answer : seat.answers) {
    if (answer.given_at <= moment && (!latest || latest->given_at <= answer.given_at))
      latest = &answer;
  }
  return latest;
}

const GivenAnswer* answer_in_time(const Seat& seat) {
  return seat.answer_by ? answer_at(seat, *seat.answer_by) : nullptr;
}

bool acknowledged_in_time(const Seat& seat) {
  return seat.acknowledge_by && seat.acknowledged && seat.acknowledged->at <= *seat.acknowledge_by;
}

bool waits_for_acknowledgement(const Seat& seat) {
  return seat.acknowledge_by && !seat.acknowledge_lapsed && !acknowledged_in_time(seat) &&
         !answer_in_time(seat);
}

bool has_no_substitute(const Seat& seat) {
  const auto* answer = standing_answer(seat);
  return answer && answer->kind == AnswerKind::sends_substitute && seat.chain.empty();
}

bool is_not_taken_on(const Seat& seat) {
  const auto* answer = standing_answer(seat);
  return seat.has_duty && answer && answer->kind == AnswerKind::forwarded;
}

bool brings_somebody(const Seat& seat, const GivenAnswer* answer) {
  return answer && answer->kind != AnswerKind::cannot_come && !has_no_substitute(seat) &&
         !is_not_taken_on(seat);
}

bool waits_for_answer(const Seat& seat) {
  return seat.answer_by && !seat.answer_lapsed && !brings_somebody(seat, answer_in_time(seat));
}

Reach reach_at(const Seat& seat, Instant moment) {
  const bool known_since_later = seat.reached && moment < seat.reached->at;
  if (!known_since_later) return seat.reach;
  const bool presumed = seat.presumed_at && *seat.presumed_at <= moment;
  return presumed ? Reach::presumed : Reach::unknown;
}

bool is_overtaken(const Seat& seat, Instant moment) {
  const auto* standing = standing_answer(seat);
  return standing && moment < standing->given_at;
}

bool is_reached(const Seat& seat) {
  return seat.reach == Reach::proven || seat.reach == Reach::presumed;
}

bool has_confirmed_substitute(const Seat& seat) {
  return std::any_of(seat.chain.begin(), seat.chain.end(),
                     [](const ChainLink& link) { return link.confirmed.has_value(); });
}

bool has_come(const Seat& seat) { return seat.mark && seat.mark->attendance != Attendance::absent; }

}  // namespace kallad::seat
