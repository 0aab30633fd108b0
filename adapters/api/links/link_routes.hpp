// Answer links over JSON, for a party's own systems and for tests of other peers.
// Not the pages behind a letter's address. Rules kept: GET shows and never acts, POST acts; no
// session and no cookie: who holds the link is who it was sent to.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// No links where the house has no door for them.
std::vector<Route> link_routes(House& house);

}  // namespace kallad::api
