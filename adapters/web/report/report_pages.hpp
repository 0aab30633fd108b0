// The pages of what councils publish: the list, a year's report, its key figures, and the draft.
// Not the files: those are the API's own addresses.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> report_pages(api::House& house, const Within& within);

}  // namespace kallad::web
