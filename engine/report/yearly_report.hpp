// The yearly report "Brister i samverkan" as a value: counts, and the council's own words.
// Not how it is counted (year_tally.hpp) and not how it looks (adapters/report). De-identified by
// construction: no field here holds a case, a party, a person or a member of staff; organisations
// stand by the name the register has for them, and free text is only what the council writes.
// Rules kept: domain 3 "Reports" (seed 000), rulings "Deficiency" (what a council has published is
// shown as published).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/count/counted_case.hpp"
#include "engine/deficiency/deficiency.hpp"
#include "engine/register/register.hpp"

namespace kallad::report {

/// Whether a count stands there as a number.
enum class CountState {
  shown,
  hidden,      ///< small, or told by what is shown
  not_stated,  ///< the publication names it and gives no number
};
BOOST_DESCRIBE_ENUM(CountState, shown, hidden, not_stated)

/// A count as it is published. `value` stands only where it is shown.
struct Count {
  CountState state = CountState::not_stated;
  std::optional<std::uint32_t> value;
  bool operator==(const Count&) const = default;
};
BOOST_DESCRIBE_STRUCT(Count, (), (state, value))

/// What a count is of. Rows and columns are enumerators or ids of the register.
enum class Section {
  came_in,      ///< one row: all that left their unit
  outcome,      ///< rows: Outcome; they add up to came_in
  reason,       ///< rows: NotDeficiencyReason; they add up to outcome/not_a_deficiency
  counted,      ///< one row: came in without "ej brist"
  origin,       ///< rows: Origin; they add up to counted
  cause,        ///< rows: Cause; columns: ActorGroup of the counterpart. Several for each
  cause_open,   ///< one row: counted, and no cause said yet
  kind,         ///< rows: DeficiencyKind. Several for each
  counterpart,  ///< rows: ActorGroup, principals, units; column: the level. Each adds up to came_in
  reporter,     ///< the same of those who wrote it
};
BOOST_DESCRIBE_ENUM(Section, came_in, outcome, reason, counted, origin, cause, cause_open, kind,
                    counterpart, reporter)

using count::Outcome;

/// How organisations are grouped (seed 000, "Berörda aktörer").
enum class ActorGroup { region, private_provider, municipality, outside };
BOOST_DESCRIBE_ENUM(ActorGroup, region, private_provider, municipality, outside)

/// The group of a kind of principal.
ActorGroup group_of(PrincipalKind kind);

/// One count. `column` is empty for the row's own count.
struct ReportCell {
  Section section = Section::came_in;
  std::string row;
  std::string column;
  Count count;
  bool operator==(const ReportCell&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReportCell, (), (section, row, column, count))

/// An organisation that a row names. A principal has an empty `principal`.
struct Organisation {
  std::string id;
  std::string name;
  ActorGroup group = ActorGroup::outside;
  std::string principal;
  bool operator==(const Organisation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (id, name, group, principal))

/// What came out well after a deficiency, told by the council about organisations.
struct GoodExample {
  std::string parties;
  std::string text;
  bool operator==(const GoodExample&) const = default;
};
BOOST_DESCRIBE_STRUCT(GoodExample, (), (parties, text))

/// A passage of the written analysis; about a cause, or about the year.
struct Passage {
  std::optional<Cause> about;
  std::string text;
  bool operator==(const Passage&) const = default;
};
BOOST_DESCRIBE_STRUCT(Passage, (), (about, text))

/// "Ej brist" in the council's words.
struct ReasonWords {
  NotDeficiencyReason reason = NotDeficiencyReason::other;
  std::string text;
  bool operator==(const ReasonWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReasonWords, (), (reason, text))

/// What the council writes itself; no case file holds it.
struct CouncilWords {
  std::vector<GoodExample> good_examples;
  std::vector<std::string> open_questions;
  std::vector<ReasonWords> reasons;
  std::vector<Passage> analysis;
  bool operator==(const CouncilWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(CouncilWords, (), (good_examples, open_questions, reasons, analysis))

/// What the report is of, and what it stands on.
struct ReportHead {
  CouncilId council;
  std::string council_name;
  std::int32_t year = 0;       ///< local year in which the deficiencies were registered
  std::int32_t version = 1;    ///< of this year's report
  Instant frozen_at;           ///< the log counts up to and with this moment
  std::int32_t threshold = 0;  ///< counts from 1 below it are hidden; 0: shown as published
  bool historical = false;     ///< published before the product kept a log
  std::string source;          ///< of a historical one
  bool operator==(const ReportHead&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReportHead, (),
                      (council, council_name, year, version, frozen_at, threshold, historical,
                       source))

/// An earlier year as it was published. It is never counted anew, so that what was hidden then
/// cannot be found by comparing.
struct EarlierYear {
  std::int32_t year = 0;
  std::int32_t version = 1;
  bool historical = false;
  std::vector<ReportCell> cells;
  std::optional<Cause> most_common;
  bool operator==(const EarlierYear&) const = default;
};
BOOST_DESCRIBE_STRUCT(EarlierYear, (), (year, version, historical, cells, most_common))

/// The report.
struct YearlyReport {
  ReportHead head;
  std::vector<ReportCell> cells;
  std::optional<Cause> most_common;  ///< where it can be told without telling a hidden count
  std::vector<Organisation> organisations;
  CouncilWords words;
  std::vector<EarlierYear> earlier;  ///< the latest first
  bool operator==(const YearlyReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearlyReport, (), (head, cells, most_common, organisations, words, earlier))

/// The count of that place, or null.
const Count* find_count(const std::vector<ReportCell>& cells, Section section,
                        std::string_view row = {}, std::string_view column = {});

/// The published report as a year to compare with: counts of came_in, outcome, reason, cause and
/// kind.
EarlierYear as_earlier(const YearlyReport& published);

}  // namespace kallad::report
