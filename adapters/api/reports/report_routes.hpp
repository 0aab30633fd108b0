// A council's reports: which there are, one of them in a form, the draft of the next, publishing.
// Not the counting (adapters/report/kept) and not who may (engine/authority). Rules kept: only what
// was published is read by others than the council's secretary, since two reports that anybody
// could freeze at will would tell together what neither tells alone; every opening is logged.
#pragma once

#include <vector>

#include "adapters/api/reports/report_house.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// None where the house has no reports.
std::vector<Route> report_routes(House& house);

}  // namespace kallad::api
