// What in one case counts for which figure, of all years at once. Not deficiencies: those are
// counted in counted_case.cpp, whose helper this is. Rules kept: see counted_case.hpp.
#pragma once

#include <vector>

#include "engine/count/counted_case.hpp"

namespace kallad::count {

/// All that counts in the case, in no order. The case is opened and no coordination case.
std::vector<Observation> observed(const Case& running, const Calendar& calendar);

/// The unit that the party is; nothing where the case knows it as somebody else.
UnitId unit_in(const Case& running, const PartyId& party);

}  // namespace kallad::count
