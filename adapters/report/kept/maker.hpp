// The next version of a report, counted out of the store; and a published one made again.
// Not publishing: report_file.hpp keeps it. Rules kept (issue 6): the same log up to the frozen
// moment gives the same report; an earlier version of the year is taken into account when small
// counts are hidden, so that two versions tell no more than one; cases are counted one at a time.
#pragma once

#include <optional>

#include "adapters/report/gather.hpp"
#include "adapters/report/kept/report_file.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"

namespace kallad::report {

/// What is to be counted, besides which year: as it is published.
struct Settings {
  int threshold = 5;
  bool by_sex = false;
  CouncilWords words;
};

/// Counts beside the writer, on whichever thread asks. All of it outlives the maker.
class Maker {
 public:
  /// `tail` is the writer's in the same process, or null.
  Maker(ReportFile& file, StorePlace place, const Tail* tail, Calendar calendar)
      : file_(file), place_(std::move(place)), tail_(tail), calendar_(std::move(calendar)) {}

  /// The council's next report of that year. `named` tells where its words name somebody in one of
  /// the council's cases: then it is not to be published. Throws StoreError.
  GatheredYear year(const Wanted& wanted, const Settings& settings);
  /// The next version of the key figures.
  KeyFigures figures(const Wanted& wanted, const Settings& settings);

  /// A published report once more, from the log as it is now. Nothing where it is a historical one,
  /// which has no log. It differs from the published one where the log or the program does.
  std::optional<YearlyReport> again(const YearlyReport& published);

 private:
  GatheredYear counted(const Wanted& wanted, Publication publication);
  std::vector<EarlierYear> earlier_than(const Wanted& wanted);
  std::optional<YearlyReport> version_before(const YearlyReport& published);

  ReportFile& file_;
  StorePlace place_;
  const Tail* tail_;
  Calendar calendar_;
};

/// The kept report as a value. Throws std::runtime_error where the row was changed.
YearlyReport year_in(const KeptReport& kept);
KeyFigures figures_in(const KeptReport& kept);

/// The report to be kept.
KeptReport kept_of(const YearlyReport& report, Instant published_at);
KeptReport kept_of(const KeyFigures& figures, Instant published_at);

}  // namespace kallad::report
