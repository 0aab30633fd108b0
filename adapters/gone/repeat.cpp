// From the file's end back to where the store has them, and forward again.
// Not a second decision table: the desk and the engine's brain decide, as for anybody.
#include "adapters/gone/repeat.hpp"

#include <algorithm>
#include <ranges>
#include <system_error>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/engine_brain.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"

namespace kallad {

namespace {

enum class Standing { gone, there, unknown };

Standing standing_of(Reader& reader, const GoneCase& one) {
  Instant opened_at{};
  reader.read(one.of_case.text, [&](const EventView& event, const ShortDigest&) {
    if (event.sequence == 1) opened_at = event.at;
  });
  const auto file = load_case(streams_of(reader), one.of_case.text);
  if (!file) return Standing::unknown;
  if (file->disposal.fact) return Standing::gone;
  if (opened_at != one.opened_at) return Standing::unknown;
  const auto& gone = file->disposal.disposed;
  const bool has_gone = std::ranges::count(gone, one.principal, &DisposedCopy::principal) > 0;
  return has_gone ? Standing::gone : Standing::there;
}

/// Those the store lacks, in the order they went. A restored store lacks the last ones, so the
/// search ends where many in a row have gone.
std::vector<GoneCase> lacking(const StorePlace& place, const GoneCases& all, Repeated& report) {
  constexpr int enough = 100;
  Reader reader{place};
  std::vector<GoneCase> found;
  int in_a_row = 0;
  for (const GoneCase& one : std::views::reverse(all.cases)) {
    const Standing standing = standing_of(reader, one);
    in_a_row = standing == Standing::gone ? in_a_row + 1 : 0;
    if (standing == Standing::there) found.push_back(one);
    if (standing == Standing::unknown) report.unknown.push_back(one);
    if (in_a_row == enough) break;
  }
  std::ranges::reverse(found);
  std::ranges::reverse(report.unknown);
  return found;
}

const Actor by_restore{Role::administrator, {}, "återställning"};

/// What was decided: of a huvudman's copy, or that an example goes.
FileCommand wish_of(const GoneCase& one) {
  if (one.principal.empty()) return RemoveExample{};
  return DisposeCopy{one.principal};
}

void do_again(const StorePlace& place, const Calendar& calendar, const std::vector<GoneCase>& all,
              Repeated& report) {
  SqliteStore store{place, Access::write};
  EngineBrain brain{log_of(store), calendar};
  Instant now{};
  Desk desk{store, brain, [&now] { return now; }};
  for (const GoneCase& one : all) {
    now = one.at;
    const Outcome outcome =
        desk.submit_now(submission_of(one.of_case.text, one.command_id, by_restore, wish_of(one)));
    const bool is_refused = outcome.answer == Answer::refused;
    if (!outcome.stored() && !is_refused) {
      throw StoreError(StoreFault::failed,
                       "a disposal could not be repeated: " + std::string{name_of(outcome.answer)} +
                           " " + outcome.detail);
    }
    (is_refused ? report.refused : report.done).push_back(one);
  }
  desk.stop();
}

/// Leaves what was told before out of the list, and notes the rest as told.
void leave_out_told(std::vector<GoneCase>& cases, const GoneCases& all, const GoneFile& file,
                    Repeated& report) {
  report.told_before += std::erase_if(cases, [&](const GoneCase& one) {
    return std::ranges::find(all.told, one) != all.told.end();
  });
  if (cases.empty()) return;
  try {
    file.note_told(cases);
  } catch (const std::system_error&) {  // then it is told again next time
  }
}

}  // namespace

Repeated repeat_disposals(const StorePlace& place, const GoneFile& file, const Calendar& calendar) {
  const GoneCases all = file.read();
  Repeated report;
  report.file_is_there = all.is_there;
  report.unreadable = all.unreadable;
  if (all.cases.empty()) return report;
  const auto again = lacking(place, all, report);
  if (!again.empty()) do_again(place, calendar, again, report);
  leave_out_told(report.refused, all, file, report);
  leave_out_told(report.unknown, all, file, report);
  return report;
}

}  // namespace kallad
