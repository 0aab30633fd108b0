// The one place that runs the seat's table on Boost.MSM.
// Not the law itself: seat_table.hpp is. Apart, because the back end is slow to compile.
#include "engine/seat/seat_machine.hpp"

#include "engine/seat/seat_table.hpp"
#include "engine/spine/machine_back.hpp"

namespace kallad::seat {

using Machine = table::Machine<SeatState, SeatState::created, Lines, SeatFacts, SeatState::voided>;

namespace {
bool is_without_row(const Ruling<SeatState>& ruling) {
  return ruling.refusals.size() == 1 && ruling.refusals.front().rule == "not_in_this_step";
}
}  // namespace

template <class Command>
Ruling<SeatState> rule(const SeatFacts& facts, const Command& command) {
  auto ruling = Machine::rule(facts.seat.state, facts, command);
  if (!is_without_row(ruling)) return ruling;
  // A seat that takes no more answers says why, rather than only that the command has no place
  // here.
  for (const auto& reason : {SummonsStands::ask(facts), AttendanceIsOpen::ask(facts)}) {
    if (reason) return {ruling.next, {*reason}};
  }
  return ruling;
}

template Ruling<SeatState> rule(const SeatFacts&, const Send&);
template Ruling<SeatState> rule(const SeatFacts&, const DeliveryAcceptedBy&);
template Ruling<SeatState> rule(const SeatFacts&, const DeliveryProven&);
template Ruling<SeatState> rule(const SeatFacts&, const DeliveryBroken&);
template Ruling<SeatState> rule(const SeatFacts&, const ReportAfterProof&);
template Ruling<SeatState> rule(const SeatFacts&, const PresumeDelivery&);
template Ruling<SeatState> rule(const SeatFacts&, const PassAcknowledgeDeadline&);
template Ruling<SeatState> rule(const SeatFacts&, const PassAnswerDeadline&);
template Ruling<SeatState> rule(const SeatFacts&, const Remind&);
template Ruling<SeatState> rule(const SeatFacts&, const OpenSummons&);
template Ruling<SeatState> rule(const SeatFacts&, const Acknowledge&);
template Ruling<SeatState> rule(const SeatFacts&, const AnswerSummons&);
template Ruling<SeatState> rule(const SeatFacts&, const AnswerOvertaken&);
template Ruling<SeatState> rule(const SeatFacts&, const NameSubstitute&);
template Ruling<SeatState> rule(const SeatFacts&, const HandBack&);
template Ruling<SeatState> rule(const SeatFacts&, const ConfirmSubstitute&);
template Ruling<SeatState> rule(const SeatFacts&, const DeclineSubstitution&);
template Ruling<SeatState> rule(const SeatFacts&, const DeclineInChain&);
template Ruling<SeatState> rule(const SeatFacts&, const TakeBackSeat&);
template Ruling<SeatState> rule(const SeatFacts&, const SettlePresent&);
template Ruling<SeatState> rule(const SeatFacts&, const SettleAbsent&);
template Ruling<SeatState> rule(const SeatFacts&, const MakeVoid&);

TableText table_text() { return table::describe<SeatState, Lines>("seat"); }

}  // namespace kallad::seat
