// Runs the table of door_machine.hpp. By itself, for MSM's back end is slow to compile.
// Not a copy of the table: a line is added to the real one.
#include "tests/engine/seat/door_machine.hpp"

#include "engine/seat/seat_table.hpp"
#include "engine/spine/machine_back.hpp"

namespace kallad::seat {

namespace {
struct Knock {
  static constexpr std::string_view id = "knock";
};

using Everywhere = From<created, sent, delivered, delivery_failed, opened, acknowledged, answered,
                        substitute_named, substitute_confirmed, attended, absent, voided>;
using WithDoor = boost::mp11::mp_push_back<Lines, Stays<Everywhere, Knock>>;
using Machine =
    table::Machine<SeatState, SeatState::created, WithDoor, SeatFacts, SeatState::voided>;
}  // namespace

Ruling<SeatState> knock(const SeatFacts& facts, SeatState state) {
  return Machine::rule(state, facts, Knock{});
}

}  // namespace kallad::seat
