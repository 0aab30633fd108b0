// The one place that runs the seat's table on Boost.MSM.
#include "engine/seat/seat_machine.hpp"

#include "engine/seat/seat_table.hpp"
#include "engine/spine/machine_back.hpp"

namespace kallad::seat {

using Machine = table::Machine<SeatState, SeatState::created, Lines, SeatFacts, SeatState::voided>;

template <class Command>
Ruling<SeatState> rule(const SeatFacts& facts, const Command& command) {
  return Machine::rule(facts.seat.state, facts, command);
}

template Ruling<SeatState> rule(const SeatFacts&, const Send&);
template Ruling<SeatState> rule(const SeatFacts&, const DeliveryAcceptedBy&);
template Ruling<SeatState> rule(const SeatFacts&, const DeliveryProven&);
template Ruling<SeatState> rule(const SeatFacts&, const DeliveryBroken&);
template Ruling<SeatState> rule(const SeatFacts&, const BounceAfterProof&);
template Ruling<SeatState> rule(const SeatFacts&, const PresumeDelivery&);
template Ruling<SeatState> rule(const SeatFacts&, const PassAcknowledgeDeadline&);
template Ruling<SeatState> rule(const SeatFacts&, const PassAnswerDeadline&);
template Ruling<SeatState> rule(const SeatFacts&, const Remind&);
template Ruling<SeatState> rule(const SeatFacts&, const OpenSummons&);
template Ruling<SeatState> rule(const SeatFacts&, const Acknowledge&);
template Ruling<SeatState> rule(const SeatFacts&, const AnswerSummons&);
template Ruling<SeatState> rule(const SeatFacts&, const NameSubstitute&);
template Ruling<SeatState> rule(const SeatFacts&, const ConfirmSubstitute&);
template Ruling<SeatState> rule(const SeatFacts&, const DeclineSubstitution&);
template Ruling<SeatState> rule(const SeatFacts&, const DeclineInChain&);
template Ruling<SeatState> rule(const SeatFacts&, const TakeBackSeat&);
template Ruling<SeatState> rule(const SeatFacts&, const MarkAttendance&);
template Ruling<SeatState> rule(const SeatFacts&, const UnmarkAttendance&);
template Ruling<SeatState> rule(const SeatFacts&, const SettlePresent&);
template Ruling<SeatState> rule(const SeatFacts&, const SettleAbsent&);
template Ruling<SeatState> rule(const SeatFacts&, const MakeVoid&);

TableText table_text() { return table::describe<SeatState, Lines>("seat"); }

}  // namespace kallad::seat
