// Raising, growing, narrowing and withdrawing deficiencies by itself: the grounds as they stand now
// are held against the deficiencies as they stand, and the difference is what happens. Not the
// grounds themselves: those are grounds.hpp. Running it twice gives nothing the second time. Rules
// kept: domain 3 ("raised once per party and meeting", "one deficiency that grows, not two") and
// the rulings "Coming cures" (withdrawn with a trace while it has not left the unit; grounded again
// it is the same deficiency), "Meetings".
#pragma once

#include <vector>

#include "engine/case/case.hpp"
#include "engine/deficiency/deficiency_messages.hpp"
#include "engine/seat/ground.hpp"

namespace kallad::deficiency {

/// The deficiency about this party and this meeting, or null. At most one is not withdrawn; of
/// withdrawn ones only an automatic one counts, for it can be grounded again.
const Deficiency* find_about(const std::vector<Deficiency>& known, std::uint32_t meeting,
                             const PartyId& party);

/// What the grounds in `running` make happen, in the order of meetings and seats. `stamp` is that
/// of the event that changed them: withdrawals cite its number.
std::vector<DeficiencyEvent> raise(const Case& running, const std::vector<Deficiency>& known,
                                   const Stamp& stamp, const Ground& ground);

}  // namespace kallad::deficiency
