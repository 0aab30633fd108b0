// Which of what a case counts as belongs to a year and a frozen moment, and the parts it falls in;
// also to list the cases behind a figure for those who may see them.
// Not what counts (engine/count) and not the adding up (figure_tally.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/between/case_file.hpp"
#include "engine/count/counted_case.hpp"
#include "engine/deadline/calendar.hpp"
#include "engine/report/figures/key_figures.hpp"

namespace kallad::report {

using count::CountedCase;
using count::Observation;

/// Which year is counted, by which calendar and register, and up to when the files are folded.
/// Lives as long as what is made of it; register and calendar are not owned.
struct FigureGround {
  CouncilId council;
  int year = 0;
  Instant frozen_at;
  const Register& known;
  const Calendar& calendar;
};

/// Whether it belongs to the year and is known at the frozen moment, of which `frozen_on` is the
/// local day.
bool is_counted(const Observation& one, const FigureGround& ground, Date frozen_on);

/// What the case gives for the year, as it is known at the frozen moment; empty for a case of
/// another council.
std::vector<Observation> observations_of(const CountedCase& counted, const FigureGround& ground);

/// The one municipality among the principals that take part, or no_municipality.
std::string municipality_of(const CountedCase& counted, const Register& known);

/// The parts that the observations of one case fall in. What is the same for all of them is looked
/// up once. Lives no longer than the ground it is made of.
class PartKeys {
 public:
  PartKeys(const CountedCase& counted, const FigureGround& ground);

  /// The key of the part of that dimension; empty for the whole.
  std::string of(const Observation& seen, Dimension dimension) const;

 private:
  const FigureGround& ground_;
  std::string municipality_;
  std::string_view sex_;
};

}  // namespace kallad::report
