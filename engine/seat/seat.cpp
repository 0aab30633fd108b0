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
