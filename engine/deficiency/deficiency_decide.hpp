// The functions a deficiency speaks: decide a command, take a fact in, and tell what time will
// demand; and its machine as plain C++, so that callers know nothing of Boost.MSM. Not the raising
// of deficiencies: that is raising.hpp, whose events are taken in here like any other.
#pragma once

#include <vector>

#include "engine/deadline/due.hpp"
#include "engine/deficiency/deficiency_rules.hpp"
#include "engine/spine/ruling.hpp"
#include "engine/spine/table.hpp"

namespace kallad::deficiency {

/// Yes with what has happened (nothing, where it was said before), or no with every rule that
/// forbids it.
Verdict<DeficiencyEvent> decide(const DeficiencyFacts& facts, const DeficiencyCommand& command);

/// What the clock's word comes to; `due` is a row that due() gave for this deficiency. Answered in
/// the meantime it is refused with not_in_this_step, said twice or too early with
/// deadline_not_passed.
Verdict<DeficiencyEvent> pass_time(const DeficiencyFacts& facts, const Due& due);

/// The deficiency after the event. Never refuses. `stamp` is the event's own.
Deficiency evolve(Deficiency deficiency, const DeficiencyEvent& event, const Stamp& stamp);

/// What time will demand: the counterpart's answer, a second after the last one to answer in.
std::vector<Due> due(const Deficiency& deficiency);

/// Rules on what a command, as the machine hears it, does to the deficiency in `facts`. Defined in
/// deficiency_machine.cpp for every command of deficiency_table.hpp.
template <class Command>
Ruling<DeficiencyState> rule(const DeficiencyFacts& facts, const Command& command);

/// The deficiency's table as text.
TableText table_text();

}  // namespace kallad::deficiency
