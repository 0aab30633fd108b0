// The routes of gallring: what may go now, and what has gone.
// Not the decisions: those are commands of a case. Rule kept: for heads of units and administrators
// alone.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

std::vector<Route> disposal_routes(House& house);

}  // namespace kallad::api
