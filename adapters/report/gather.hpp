// From a log to a report: each case is folded up to the frozen moment and counted, one at a time.
// Not the counting: engine/report. Rule kept: the report is a function of the log up to that
// moment; what was recorded later, in cases or in the register, does not reach it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/brain/counts/count_row.hpp"
#include "adapters/brain/ledger.hpp"
#include "engine/report/figures/figure_tally.hpp"
#include "engine/report/year_tally.hpp"

namespace kallad::report {

using TakeName = std::function<void(const std::string&)>;

/// How what cases count as is handed over. `take` gets the row, and who tells the stream's name. A
/// stream that has grown since the frozen moment is asked about: `may_differ` says, by the row as
/// it is now, whether it may have counted otherwise then. Such a one, and one without a row, is
/// named to `fold`. Where `only_come_in`, cases in which nothing has come in are not handed over.
struct TakeCounts {
  std::function<void(const CountRow&, const std::function<std::string()>&)> take;
  std::function<bool(const CountRow&)> may_differ;
  TakeName fold;
  bool only_come_in = false;
};

/// A log to count. `each` hands over the name of every stream once, in any order; so does `counts`,
/// where there is one, with what streams count as.
struct Log {
  std::function<void(const TakeName&)> each;
  ReadStream read;
  std::function<void(Instant frozen_at, const TakeCounts&)> counts = {};
};

/// What is asked for.
struct Wanted {
  CouncilId council;
  int year = 0;
  Instant frozen_at;
};

/// The register as it was at that moment.
Ledger ledger_at(const Log& log, Instant frozen_at);

/// A year's report, or where the council's words name somebody: then it is not to be published.
struct GatheredYear {
  YearlyReport report;
  std::vector<WordsFinding> named;
};

/// The report of the year. `publication.frozen_at` is taken from `wanted`. Throws what reading
/// does.
GatheredYear gather_year(const Log& log, const Wanted& wanted, Publication publication,
                         const Calendar& calendar);

/// The key figures of the year.
KeyFigures gather_figures(const Log& log, const Wanted& wanted,
                          const FigurePublication& publication, const Calendar& calendar);

/// One part of one figure.
struct FigurePart {
  FigureId figure = FigureId::new_sips;
  Dimension dimension = Dimension::total;
  std::string key;
};

/// The cases behind a part of a figure, each once, in the order of their names: those of its
/// numerator, or of a count; of days those that have a value. Not to be shown to whom the case is
/// not shown.
std::vector<CaseId> cases_behind(const Log& log, const Wanted& wanted, const FigurePart& part,
                                 const Calendar& calendar);

}  // namespace kallad::report
