// The form by which the council's secretary publishes a year's report, with the council's words.
// Not the right to: the API's route asks that.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> publish_pages(api::House& house, const Within& within);

}  // namespace kallad::web
