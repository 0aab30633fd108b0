// Before attendance is closed, or the meeting called off: who was there, which deficiencies that
// drafts, and why. Not the drafting: the engine's. Rule kept: nobody learns afterwards what a press
// led to (domain 3: a deficiency is a draft that a human looks at).
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// /cases/{case}/meetings/{meeting}/closing and …/calling-off, the latter with ?causes=.
std::vector<api::Route> closing_pages(api::House& house, const Within& within);

}  // namespace kallad::web
