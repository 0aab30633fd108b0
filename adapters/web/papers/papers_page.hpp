// /cases/{case}/papers, and /cases/{case}/papers/{kind}: on the screen, or with format=pdf as a
// file. Not the documents: adapters/paper. Rule kept: each opening is in the access log, for the
// page asks the API.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> papers_pages(api::House& house, const Within& within);

}  // namespace kallad::web
