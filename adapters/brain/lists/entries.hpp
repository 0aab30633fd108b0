// The lines of a case in lists of cases: one list for each unit that may know of it, and one for
// its council.
// Not a second authority: each line comes from authority::sight. Rule kept: a caller has a line in
// a list exactly while authority lets them know of the case.
#pragma once

#include <vector>

#include "adapters/brain/lists/facts.hpp"

namespace kallad::lists {

/// All lines, in no order. None of a case that is not opened. A function of case and demands.
std::vector<ListEntry> entries(const Listing& listing);

}  // namespace kallad::lists
