// The routes of lists of cases and of Min dag.
// Not what they answer: case_lists.hpp, my_day.hpp.
#pragma once

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

std::vector<Route> list_routes(House& house);

}  // namespace kallad::api
