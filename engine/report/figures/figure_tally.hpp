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
  explicit FigureTally(const FigureGround& ground) : ground_(ground) {}

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
  using Parts = std::unordered_map<std::string, FigureCount>;
  static constexpr std::size_t dimensions = 7;  ///< without times

  void add(const Observation& one, const std::array<std::string, dimensions>& keys);

  FigureGround ground_;
  std::map<FigureId, std::array<Parts, dimensions>> parts_;
  std::unordered_map<std::size_t, std::uint32_t> meetings_of_;  ///< by person_key
  std::vector<std::uint32_t> meetings_of_others_;               ///< of each case without a key
};

}  // namespace kallad::report
