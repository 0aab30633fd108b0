// What closing attendance would draft, asked before it is done: GET /api/v1/cases/{case}/drafts.
// Not a second set of rules: the engine decides on the case as it is, and what it decided is shown
// instead of stored. Rules kept: who may close attendance may ask; what silence of others has led
// to is told to the coordinating unit alone.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// Parameter causes=region/a,region/b: the meeting called off because of these, in place of
/// attendance closed.
std::vector<Route> draft_routes(House& house);

}  // namespace kallad::api
