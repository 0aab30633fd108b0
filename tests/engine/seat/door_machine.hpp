// The seat's machine with one more command that is taken in every state and changes none, so that a
// test can put any state in and take it out again. Not the seat's law: that is seat_table.hpp,
// whole in it.
#pragma once

#include "engine/seat/seat_facts.hpp"
#include "engine/spine/ruling.hpp"

namespace kallad::seat {

/// The ruling on a knock in `state`: allowed, and `next` is what came out of MSM's serialize().
Ruling<SeatState> knock(const SeatFacts& facts, SeatState state);

}  // namespace kallad::seat
