// The pages of gallring: what may go, what has gone, and the decision.
// Not the clocks (engine/disposal). Rule kept (domain 6): a human decides, and is told before what
// it means; a page names no person.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> disposal_pages(api::House& house, const Within& within);

/// By which law each huvudman keeps its copies; for administrators.
std::vector<api::Route> retention_pages(api::House& house, const Within& within);

}  // namespace kallad::web
