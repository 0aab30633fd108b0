// What a case file has for one year, seen up to a frozen moment: an oracle for what is counted for
// all years at once. Not the product's counting: engine/count.
#pragma once

#include "engine/report/figures/observations.hpp"

namespace kallad::report::test {

/// What the file, folded up to the frozen moment, has for the year.
std::vector<Observation> plainly_observed(const CaseFile& file, const FigureGround& ground);

}  // namespace kallad::report::test
