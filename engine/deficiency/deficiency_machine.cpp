// The one place that runs the deficiency's table on Boost.MSM.
// Not the law itself: deficiency_table.hpp is. Apart, because the back end is slow to compile.
#include "engine/deficiency/deficiency_decide.hpp"
#include "engine/deficiency/deficiency_table.hpp"
#include "engine/spine/machine_back.hpp"

namespace kallad::deficiency {

using Machine = table::Machine<DeficiencyState, drafted, Lines, DeficiencyFacts, closed>;

template <class Command>
Ruling<DeficiencyState> rule(const DeficiencyFacts& facts, const Command& command) {
  return Machine::rule(facts.deficiency.state, facts, command);
}

template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const Raise&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const Grow&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const Narrow&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const LoseGround&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const PassAnswerDeadline&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const WriteDeficiency&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const CompleteDeficiency&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const HandToOwnManager&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const SendToCounterpart&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const AnswerDeficiency&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const ContestDeficiency&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const SendToCouncilSecretary&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const PutBeforeCouncil&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const SendBack&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const ResumeDeficiency&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const AcceptDeficiency&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const RuleNotADeficiency&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const CloseDeficiency&);
template Ruling<DeficiencyState> rule(const DeficiencyFacts&, const WithdrawDeficiency&);

TableText table_text() { return table::describe<DeficiencyState, Lines>("deficiency"); }

}  // namespace kallad::deficiency
