// Routes of a case's letters: what will be sent when, what was sent and what became of it, what
// came by mail and waits to be settled; to hold, to send now, to settle. Not the mailroom's work.
// Rules kept: for who sees the whole case alone, and logged; a command that follows from a
// suggestion is said by its own route, with the coordinator's authority.
#pragma once

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// None where the house has no mailroom.
std::vector<Route> letter_routes(House& house);

}  // namespace kallad::api
