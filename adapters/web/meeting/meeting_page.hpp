// The pages of a meeting: /cases/{case}/meeting, the latest, and /cases/{case}/meetings/{number}.
// Not its closing: closing_page.hpp. Rules kept: one press is one command; nothing typed is lost
// when somebody else was faster.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> meeting_pages(api::House& house, const Within& within);

}  // namespace kallad::web
