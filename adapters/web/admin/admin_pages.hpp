// The pages of administration: register, routines, accounts, what failed, webhooks.
// Not what they do: each asks the API's own routes. Rule kept: for administrators alone.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// All of them.
std::vector<api::Route> admin_pages(api::House& house, const Within& within);

}  // namespace kallad::web
