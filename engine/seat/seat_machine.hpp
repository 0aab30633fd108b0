// The seat's machine as plain C++: callers know nothing of Boost.MSM.
// Not the table, and no state of its own: the state is put in and taken out for one command.
#pragma once

#include "engine/seat/seat_commands.hpp"
#include "engine/seat/seat_facts.hpp"
#include "engine/spine/ruling.hpp"
#include "engine/spine/table.hpp"

namespace kallad::seat {

/// Rules on what a command, as the machine hears it, does to the seat in `facts`. Defined in
/// seat_machine.cpp for every command of seat_table.hpp.
template <class Command>
Ruling<SeatState> rule(const SeatFacts& facts, const Command& command);

/// The seat's table as text.
TableText table_text();

}  // namespace kallad::seat
