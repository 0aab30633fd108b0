// Counting the deficiencies of one council and year out of case files, one file after another.
// Not reading the log: whoever reads folds each case up to the frozen moment and hands it in, and
// need not keep it. Rules kept: a deficiency belongs to the year it was registered in (rulings,
// "Deficiency"); it has come in when it has left its unit, since a copy then goes to the council's
// secretary (seed 001); one against an outsider is taken in and counted (rulings, "Outsiders").
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/between/case_file.hpp"
#include "engine/deadline/calendar.hpp"
#include "engine/mention/running_text.hpp"
#include "engine/report/yearly_report.hpp"

namespace kallad::report {

using count::CountedCase;
using count::CountedDeficiency;

/// Which deficiencies are counted, and by which register and wall clock. Lives as long as the
/// tally; register and zone are not owned. The register is that of the frozen moment.
struct YearGround {
  CouncilId council;
  int year = 0;
  const Register& known;
  const Zone& zone;
  std::optional<Instant> frozen_at = {};  ///< what came in after its day is not counted
};

/// How the count is published.
struct Publication {
  int version = 1;
  Instant frozen_at;
  int threshold = 5;   ///< counts from 1 below it are hidden
  CouncilWords words;  ///< see find_known before they are published
  const YearlyReport* previous =
      nullptr;                       ///< the version of the same year published before, if any
  std::vector<EarlierYear> earlier;  ///< in any order
};

/// The count. Copies no person, case or free text out of the files.
class YearTally {
 public:
  explicit YearTally(const YearGround& ground) : ground_(ground) {}

  /// A count for each ActorGroup.
  using ByGroup = std::array<std::int64_t, 4>;

  /// Counts what the case has for this council and year. A case is handed in once.
  void add(const CaseFile& file);
  /// The same of a case that has no event after the frozen moment, or is kept as a count alone.
  void add(const CountedCase& counted);

  /// The report. What an earlier version of the year hid stays hidden, and what has changed by less
  /// than the threshold since is hidden too, so that two versions tell no more than one.
  YearlyReport report(const Publication& publication) const;

 private:
  using Units = std::map<std::pair<ActorGroup, UnitId>, std::int64_t>;

  void add(const std::vector<CountedDeficiency>& deficiencies, const AgreementId& agreement);
  void count(const CountedDeficiency& one, const AgreementId& agreement);
  void count_causes(const CountedDeficiency& one, ActorGroup group);
  std::pair<ActorGroup, UnitId> place_of(const UnitId& unit, const AgreementId& agreement,
                                         Date day) const;

  friend class YearCells;
  YearGround ground_;
  std::int64_t came_in_ = 0;
  std::array<std::int64_t, 4> outcomes_{};
  std::array<std::int64_t, 4> reasons_{};
  std::array<std::int64_t, 2> origins_{};
  std::array<std::int64_t, 7> kinds_{};
  std::int64_t of_a_kind_ = 0;  ///< that have one at least
  std::map<Cause, ByGroup> causes_;
  ByGroup off_{};
  ByGroup without_cause_{};
  Units counterparts_;
  Units reporters_;
};

/// Where a passage of the council's words names a person.
struct WordsFinding {
  std::string where;  ///< "analysis 2", "open_question 1"
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// Places in the words that name the person, the number or anybody beside the person, by the rule
/// for running texts. Such words are not to be published.
std::vector<WordsFinding> find_known(const CouncilWords& words, const PeopleOfCase& people);

/// Where they have an identity number of anybody, or initials with a birth date.
std::vector<WordsFinding> find_any_number(const CouncilWords& words);

}  // namespace kallad::report
