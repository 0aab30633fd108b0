// The page of one case.
// Not its commands' forms: command_page.hpp. Rule kept: the opening is in the access log before
// anything is shown, for the page asks the API.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> case_pages(api::House& house, const Within& within);

}  // namespace kallad::web
