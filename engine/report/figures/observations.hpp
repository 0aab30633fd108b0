// What in one case counts for which figure. Pure: the same file gives the same observations, also
// to list the cases behind a figure for those who may see them.
// Not the adding up: figure_tally.hpp. Rules kept: a meeting that was moved or cancelled in time is
// no meeting; a party that was never reached is neither absent nor late (rulings, "Delivered");
// the person and those invited are never absent (domain 2).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/between/case_file.hpp"
#include "engine/deadline/calendar.hpp"
#include "engine/report/figures/key_figures.hpp"
#include "engine/report/figures/person_traits.hpp"

namespace kallad::report {

/// Which year is counted, by which calendar and register, and up to when the files are folded.
/// Lives as long as what is made of it; register and calendar are not owned.
struct FigureGround {
  CouncilId council;
  int year = 0;
  Instant frozen_at;
  const Register& known;
  const Calendar& calendar;
};

/// One thing that counts. `day` is the local day by which it belongs to its year.
struct Observation {
  FigureId figure = FigureId::new_sips;
  Date day;
  UnitId unit;
  bool counts = true;                ///< of a share: whether it is among the numerator
  bool missing = false;              ///< the fact is missing; it is in no population
  std::optional<std::int32_t> days;  ///< working days
};

/// What the case gives for the year; empty for a case of another council. Of figures that share a
/// population (attended, substituted, absent) each has one observation for each party.
std::vector<Observation> observations_of(const CaseFile& file, const FigureGround& ground);

/// The one municipality among the units that take part, or no_municipality.
std::string municipality_of(const Case& running, const Register& known);

/// The parts that the observations of one case fall in. What is the same for all of them is looked
/// up once. Lives no longer than the case and the ground it is made of.
class PartKeys {
 public:
  PartKeys(const Case& running, const FigureGround& ground);

  /// The key of the part of that dimension; empty for the whole.
  std::string of(const Observation& seen, Dimension dimension);

 private:
  std::string age_on(Date day);

  const Case& case_;
  const FigureGround& ground_;
  std::string municipality_;
  std::string sex_;
  std::optional<std::pair<Date, std::string>> age_;  ///< of the day asked for last
};

}  // namespace kallad::report
