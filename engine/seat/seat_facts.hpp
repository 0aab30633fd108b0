// What the rules of a seat look at: the seat, its meeting, consent, and the ground of the decision.
// Not a copy of them: references that live as long as one decision.
#pragma once

#include <vector>

#include "engine/consent/consent.hpp"
#include "engine/seat/ground.hpp"
#include "engine/seat/seat.hpp"

namespace kallad {

/// Where a meeting stands, for its seats and for the chair.
enum class MeetingStatus { called, open, attendance_closed, ended, not_held, cancelled };
BOOST_DESCRIBE_ENUM(MeetingStatus, called, open, attendance_closed, ended, not_held, cancelled)

/// The facts of one decision about one seat. Nothing is owned.
struct SeatFacts {
  const Seat& seat;
  std::uint32_t meeting;
  Instant starts;
  MeetingStatus status;
  const std::vector<Seat>& seats;  ///< all seats of the meeting
  UnitId unit;                     ///< empty where the party is no unit
  PrincipalId principal;
  const ConsentState& consent;
  const Routine& routine;
  const Ground& ground;
  const Stamp& stamp;
};

}  // namespace kallad
