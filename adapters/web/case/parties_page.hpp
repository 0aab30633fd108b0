// Several parties added to a case at once: units ticked in a list by huvudman, each with whether it
// would be summoned or invited, and why.
// Not who may be one: each is a command of its own, and the engine says yes or no to each. Rule
// kept: what became of each is told, and what was not taken stays ticked.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// /cases/{case}/parties.
std::vector<api::Route> parties_pages(api::House& house, const Within& within);

}  // namespace kallad::web
