// The years a council published before the product kept a log, as part of the program.
// Not counted and never counted anew: what they hold is in adapters/report/history. Rule kept
// (rulings, "Deficiency"): they are shown as the council published them.
#pragma once

#include <vector>

#include "engine/report/yearly_report.hpp"

namespace kallad::report {

/// All of them, the earliest first. Made once; throws std::logic_error where a file is broken.
const std::vector<YearlyReport>& historical_years();

}  // namespace kallad::report
