// Adding up observations into the key figures of a council and year, one case after another.
// Not what counts: observations.hpp. Rule kept: people are told apart within one tally by their
// identity number and never outside it; a person without a number is taken as one for each case.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/report/figures/observations.hpp"

namespace kallad::report {

/// How the figures are published.
struct FigurePublication {
  int version = 1;
  int threshold = 5;                     ///< counts from 1 below it are hidden
  bool by_sex = false;                   ///< only where the council has decided to part by sex
  const KeyFigures* previous = nullptr;  ///< the version published before, if any
};

/// What was added up of one part of one figure.
struct FigureCount {
  std::int64_t of = 0;
  std::int64_t among = 0;
  std::int64_t missing = 0;
  std::map<std::int32_t, std::int64_t> days;  ///< working days, and how many had so many
};

/// What tells a person from another within a tally: a hash of the number's last ten digits. Nothing
/// where there are not so many. Not to be kept as it is: numbers are few enough to try them all.
std::optional<std::size_t> person_key(const Person& person);

/// The sums. Keeps no case, name or number; of numbers a hash each, as long as the tally lives.
class FigureTally {
 public:
  explicit FigureTally(const FigureGround& ground);

  /// Adds what the case has for the year. A case is handed in once.
  void add(const CaseFile& file);
  /// The same of a case that has no event after the frozen moment, or is kept as a count alone.
  /// `person` is the same for two cases where they are the same person's, see person_key; a case
  /// without it counts as one person.
  void add(const CountedCase& counted, std::optional<std::size_t> person);

  /// The figures; hidden as the yearly report hides, see YearTally::report.
  KeyFigures figures(const FigurePublication& publication) const;

  /// What was added up of a part; zeros where nothing was.
  FigureCount count(FigureId figure, Dimension dimension, const std::string& key) const;

 private:
  friend class FigureCells;
  static constexpr std::size_t dimensions = 7;  ///< without times

  /// The keys of the parts of a dimension, and the number each has within the tally.
  struct Keys {
    std::vector<std::string> keys;
    std::unordered_map<std::string, std::size_t> numbers;
    std::size_t number_of(const std::string& key);
  };
  /// A unit's own part and its principal's.
  struct UnitParts {
    std::size_t unit = 0;
    std::size_t principal = 0;
  };
  using PartNumbers = std::array<std::size_t, dimensions>;
  using OfFigure = std::array<std::vector<FigureCount>, dimensions>;  ///< by the part's number

  Keys& keys(Dimension dimension) { return keys_.at(static_cast<std::size_t>(dimension)); }
  const UnitParts& parts_of(const UnitId& unit);
  void add(const Observation& one, PartNumbers& parts);
  /// The keys of the parts in which something was added up.
  std::vector<std::string> keys_of(FigureId figure, Dimension dimension) const;

  FigureGround ground_;
  Date frozen_on_;
  std::array<Keys, dimensions> keys_;
  std::unordered_map<UnitId, UnitParts> units_;
  std::map<FigureId, OfFigure> parts_;
  std::unordered_map<std::size_t, std::uint32_t> meetings_of_;  ///< by person_key
  std::vector<std::uint32_t> meetings_of_others_;               ///< of each case without a key
};

}  // namespace kallad::report
