// The agreement's yearly follow-up and the figures for internal control, as values. Not the
// definitions people read (adapters/report), and not the counting (figure_tally.hpp).
// Rules kept: domain 3 "Reports" (seed 004, 4.2.2; seed 002, 4.4); every figure has a population
// and says how many it lacks a fact for; small counts are hidden as in the yearly report.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/count/figure_id.hpp"
#include "engine/count/person_traits.hpp"
#include "engine/report/yearly_report.hpp"

namespace kallad::report {

using count::AgeGroup;
using count::FigureId;
using count::Sex;

/// What a figure is: a number, a part of a population, or days.
enum class FigureForm { count, share, days };
BOOST_DESCRIBE_ENUM(FigureForm, count, share, days)

/// The form of a figure.
FigureForm form_of(FigureId figure);

/// What figures are parted by. The unit is the party's for what a party does at a meeting, else the
/// coordinating one; the principal is the unit's.
enum class Dimension { total, quarter, principal, unit, municipality, age_group, sex, times };
BOOST_DESCRIBE_ENUM(Dimension, total, quarter, principal, unit, municipality, age_group, sex, times)

/// Where a case has no one municipality: none among its parties, several, or a protected person.
inline constexpr std::string_view no_municipality = "-";

/// One figure of one part. A count has `of` alone. A share has `of` out of `among`. Days have
/// `among` values, their median and the value that nine in ten do not exceed (working days).
/// `missing`: how many are left out because a fact is missing.
struct FigureCell {
  Dimension dimension = Dimension::total;
  std::string key;
  Count of;
  Count among;
  Count missing;
  std::optional<std::int32_t> median;
  std::optional<std::int32_t> ninth_decile;
  bool operator==(const FigureCell&) const = default;
};
BOOST_DESCRIBE_STRUCT(FigureCell, (), (dimension, key, of, among, missing, median, ninth_decile))

/// One figure with all its parts, the whole first.
struct Figure {
  FigureId id = FigureId::new_sips;
  std::vector<FigureCell> cells;
  bool operator==(const Figure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (id, cells))

/// The figures of one council and year.
struct KeyFigures {
  ReportHead head;
  std::vector<Figure> figures;
  std::vector<Organisation> organisations;
  bool operator==(const KeyFigures&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeyFigures, (), (head, figures, organisations))

/// The figure of that part, or null.
const FigureCell* find_figure(const KeyFigures& figures, FigureId figure,
                              Dimension dimension = Dimension::total, std::string_view key = {});

}  // namespace kallad::report
