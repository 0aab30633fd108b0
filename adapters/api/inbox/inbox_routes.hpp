// The routes of the unit's shared inbox: what waits, taking it, handing it over, putting it back.
// Not the work itself, which is the case's own commands. Rule kept: for the unit's staff alone, and
// each thing only for those who may see it.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// None where the server keeps no takings.
std::vector<Route> inbox_routes(House& house);

}  // namespace kallad::api
