// The two functions a seat speaks: decide a command, and take a fact in.
// Not the rules (seat_rules.hpp) and not the table (seat_table.hpp). Rule kept: never both yes and
// no.
#pragma once

#include <vector>

#include "engine/deadline/due.hpp"
#include "engine/seat/seat_commands.hpp"
#include "engine/seat/seat_events.hpp"
#include "engine/seat/seat_facts.hpp"

namespace kallad::seat {

/// Yes with what has happened (nothing, where it was said before), or no with every rule that
/// forbids it.
Verdict<SeatEvent> decide(const SeatFacts& facts, const SeatCommand& command);

/// What the clock's word about one seat comes to; `due` is a row that due() gave for this seat.
/// A row that has lost its point is refused with not_in_this_step or deadline_not_passed.
Verdict<SeatEvent> pass_time(const SeatFacts& facts, const Due& due);

/// The seat after the event. Never refuses. `stamp` is the event's own.
Seat evolve(Seat seat, const SeatEvent& event, const Stamp& stamp);

/// What time will demand of a seat that waits for its party.
std::vector<Due> due(const Seat& seat, std::uint32_t meeting, const Routine& routine,
                     const Calendar& calendar);

}  // namespace kallad::seat
