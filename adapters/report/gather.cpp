// Reading streams and folding them. An event after the frozen moment is not folded; time in a log
// never runs backwards, so what is folded is the log as it was.
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

void each_case_at(const Log& log, Instant frozen_at,
                  const std::function<void(const CaseFile&)>& take) {
  log.each([&](const std::string& stream) {
    if (stream == register_stream) return;
    CaseFile file = fresh_case(stream);
    log.read(stream, [&](const EventView& event) {
      if (event.at <= frozen_at) kallad::take(file, event, read_actor(event.actor));
    });
    if (file.running.is_opened()) take(file);
  });
}

GatheredYear gather_year(const Log& log, const Wanted& wanted, Publication publication,
                         const Calendar& calendar) {
  const Ledger ledger = ledger_at(log, wanted.frozen_at);
  YearTally tally{{wanted.council, wanted.year, ledger.known, calendar.zone()}};
  GatheredYear gathered;
  each_case_at(log, wanted.frozen_at, [&](const CaseFile& file) {
    tally.add(file);
    if (file.running.council != wanted.council) return;
    for (WordsFinding& one : find_person(publication.words, file.running.person)) {
      gathered.named.push_back(std::move(one));
    }
  });
  publication.frozen_at = wanted.frozen_at;
  gathered.report = tally.report(publication);
  return gathered;
}

KeyFigures gather_figures(const Log& log, const Wanted& wanted,
                          const FigurePublication& publication, const Calendar& calendar) {
  const Ledger ledger = ledger_at(log, wanted.frozen_at);
  FigureTally tally{{wanted.council, wanted.year, wanted.frozen_at, ledger.known, calendar}};
  each_case_at(log, wanted.frozen_at, [&](const CaseFile& file) { tally.add(file); });
  return tally.figures(publication);
}

std::vector<CaseId> cases_behind(const Log& log, const Wanted& wanted, const FigurePart& part,
                                 const Calendar& calendar) {
  const Ledger ledger = ledger_at(log, wanted.frozen_at);
  const FigureGround ground{wanted.council, wanted.year, wanted.frozen_at, ledger.known, calendar};
  std::vector<CaseId> found;
  each_case_at(log, wanted.frozen_at, [&](const CaseFile& file) {
    const auto counted = count::counted(file.running, {}, calendar);
    const auto seen = observations_of(counted, ground);
    const PartKeys parts{counted, ground};
    const bool is_behind = std::ranges::any_of(seen, [&](const Observation& one) {
      return one.figure == part.figure && one.counts && !one.missing &&
             parts.of(one, part.dimension) == part.key;
    });
    if (is_behind) found.push_back(file.running.id);
  });
  std::ranges::sort(found);
  return found;
}

}  // namespace kallad::report
