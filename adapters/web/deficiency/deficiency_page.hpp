// /cases/{case}/deficiencies, and /cases/{case}/deficiencies/{number} with its form.
// Not the commands that need words of their own: command_page.hpp has their forms. Rule kept:
// nothing typed is lost, and a name or number in running text is refused at its field (seed 001).
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> deficiency_pages(api::House& house, const Within& within);

}  // namespace kallad::web
