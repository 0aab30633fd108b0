// Webhooks for those who administer: which there are, their secrets, what could not be delivered.
// Not the sending. Rule kept: whoever may point the program at an address is an administrator, who
// sees no case; what is sent is asked of authority for the endpoint's unit.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// None where the house has no webhooks.
std::vector<Route> hook_routes(House& house);

}  // namespace kallad::api
