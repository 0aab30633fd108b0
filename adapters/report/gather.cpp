// Reading streams and folding them, or taking what they count as. An event after the frozen moment
// is not folded; time in a log never runs backwards, so what is folded is the log as it was.
#include "adapters/report/gather.hpp"

#include <algorithm>

#include "adapters/brain/case_reader.hpp"

namespace kallad::report {

Ledger ledger_at(const Log& log, Instant frozen_at) {
  Ledger ledger;
  log.read(register_stream, [&](const EventView& event) {
    if (event.at <= frozen_at) ledger::apply(ledger, event);
  });
  return ledger;
}

namespace {

/// What is left of a case that is disposed of tells what it was before: it counts whenever that
/// was. An example that was removed counts as nothing, whenever one asks.
CaseFile case_at(const Log& log, Instant frozen_at, const std::string& stream) {
  CaseFile file = fresh_case(stream);
  log.read(stream, [&](const EventView& event) {
    const bool was_then =
        event.at <= frozen_at || event.type == CaseDisposed::id || event.type == ExampleRemoved::id;
    if (was_then) kallad::take(file, event, read_actor(event.actor));
  });
  return file;
}

using TakeRow = std::function<void(const CountRow&, const std::function<std::string()>&)>;

/// Which cases are counted. Of one that has grown since nothing is read where `may_differ` says no.
struct CasesWanted {
  std::function<bool(const CountRow&)> may_differ;
  bool only_come_in = false;  ///< those in which nothing has come in need not be handed over
};

/// What every case that had been opened by then counted as then, in any order.
void each_count_at(const Log& log, Instant frozen_at, const Calendar& calendar,
                   const CasesWanted& wanted, const TakeRow& take) {
  const auto fold = [&](const std::string& stream) {
    if (stream == register_stream) return;
    const CaseFile file = case_at(log, frozen_at, stream);
    const bool counts = file.running.is_opened() || file.disposal.counted;
    if (counts) take(count_row_of(file, calendar), [&] { return stream; });
  };
  if (log.counts)
    return log.counts(frozen_at, {take, wanted.may_differ, fold, wanted.only_come_in});
  log.each(fold);
}

PeopleOfCase people_of(const CountRow& row) {
  return {row.person, {row.beside.begin(), row.beside.end()}, {}};
}

bool is_of_council(const CountRow& row, const Wanted& wanted) {
  return row.counted.council == wanted.council;
}

}  // namespace

GatheredYear gather_year(const Log& log, const Wanted& wanted, Publication publication,
                         const Calendar& calendar) {
  const Ledger ledger = ledger_at(log, wanted.frozen_at);
  YearTally tally{{wanted.council, wanted.year, ledger.known, calendar.zone(), wanted.frozen_at}};
  GatheredYear gathered;
  const bool has_words = publication.words != CouncilWords{};
  // What has come in once stays in, so a case that has nothing in now had nothing then.
  const auto may_differ = [&](const CountRow& row) {
    return is_of_council(row, wanted) && (has_words || !row.counted.deficiencies.empty());
  };
  const CasesWanted cases{may_differ, !has_words};
  each_count_at(log, wanted.frozen_at, calendar, cases, [&](const CountRow& row, const auto&) {
    if (!is_of_council(row, wanted)) return;
    tally.add(row.counted);
    if (!has_words) return;
    for (WordsFinding& one : find_known(publication.words, people_of(row))) {
      gathered.named.push_back(std::move(one));
    }
  });
  for (WordsFinding& one : find_any_number(publication.words)) {
    gathered.named.push_back(std::move(one));
  }
  publication.frozen_at = wanted.frozen_at;
  gathered.report = tally.report(publication);
  return gathered;
}

KeyFigures gather_figures(const Log& log, const Wanted& wanted,
                          const FigurePublication& publication, const Calendar& calendar) {
  const Ledger ledger = ledger_at(log, wanted.frozen_at);
  FigureTally tally{{wanted.council, wanted.year, wanted.frozen_at, ledger.known, calendar}};
  each_count_at(
      log, wanted.frozen_at, calendar,
      {[&](const CountRow& row) { return is_of_council(row, wanted); }},
      [&](const CountRow& row, const auto&) { tally.add(row.counted, person_key(row.person)); });
  return tally.figures(publication);
}

std::vector<CaseId> cases_behind(const Log& log, const Wanted& wanted, const FigurePart& part,
                                 const Calendar& calendar) {
  const Ledger ledger = ledger_at(log, wanted.frozen_at);
  const FigureGround ground{wanted.council, wanted.year, wanted.frozen_at, ledger.known, calendar};
  std::vector<CaseId> found;
  const auto is_behind = [&](const CountedCase& counted) {
    const PartKeys parts{counted, ground};
    return std::ranges::any_of(observations_of(counted, ground), [&](const Observation& one) {
      return one.figure == part.figure && one.counts && !one.missing &&
             parts.of(one, part.dimension) == part.key;
    });
  };
  each_count_at(log, wanted.frozen_at, calendar,
                {[&](const CountRow& row) { return is_of_council(row, wanted); }},
                [&](const CountRow& row, const auto& name) {
                  if (is_behind(row.counted)) found.emplace_back(name());
                });
  std::ranges::sort(found);
  return found;
}

}  // namespace kallad::report
