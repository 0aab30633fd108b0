// The agreement's yearly follow-up and the figures for internal control, as values. Not the
// definitions people read (adapters/report), and not the counting (figure_tally.hpp).
// Rules kept: domain 3 "Reports" (seed 004, 4.2.2; seed 002, 4.4); every figure has a population
// and says how many it lacks a fact for; small counts are hidden as in the yearly report.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/yearly_report.hpp"

namespace kallad::report {

/// The figures. Stored and published by name; a name never changes its meaning.
enum class FigureId {
  new_sips,                 ///< cases opened
  carried_out_sips,         ///< SIP meetings held
  people_with_sip,          ///< people with at least one SIP meeting held
  need_to_summons,          ///< days from the case's opening to its first summons
  summons_to_meeting,       ///< days from a meeting's first summons to the meeting
  meeting_to_copy,          ///< days from a meeting to the person's copy of the plan
  meeting_to_follow_up,     ///< days from a meeting to the first follow-up held
  answered_in_time,         ///< summons answered by the last day
  attended,                 ///< summoned parties that came themselves
  substituted,              ///< summoned parties for which a substitute came
  absent,                   ///< summoned parties for which nobody came
  all_summoned_present,     ///< meetings to which all summoned parties came
  called_off_at_table,      ///< meetings called off at the table
  followed_up_as_promised,  ///< meetings followed up by the promised day
  closed_with_evaluation,   ///< cases closed after an evaluation
  person_took_part,         ///< meetings at which the person was there
};
BOOST_DESCRIBE_ENUM(FigureId, new_sips, carried_out_sips, people_with_sip, need_to_summons,
                    summons_to_meeting, meeting_to_copy, meeting_to_follow_up, answered_in_time,
                    attended, substituted, absent, all_summoned_present, called_off_at_table,
                    followed_up_as_promised, closed_with_evaluation, person_took_part)

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
