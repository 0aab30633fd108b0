// Lists of one's own cases, and of the last of them the parties.
// Not an opening of anybody: nothing of a case is shown, so nothing is logged.
#include "adapters/web/case/own_cases.hpp"

#include <algorithm>

#include "adapters/api/lists/case_lists.hpp"

namespace kallad::web {

namespace {

constexpr std::size_t most_meetings = 200;
/// More cases would be older, and take longer to read than the page may.
constexpr std::size_t most_cases = 8;

struct Called {
  UnitId unit;
  int times = 0;
};

void count(std::vector<Called>& called, const Case& running) {
  for (const Party& party : running.parties) {
    if (party.unit.empty() || party.left) continue;
    const auto found = std::ranges::find(called, party.unit, &Called::unit);
    if (found == called.end()) {
      called.push_back({party.unit, 1});
    } else {
      ++found->times;
    }
  }
}

}  // namespace

std::vector<LocalTime> own_meeting_starts(api::House& house, const Caller& caller,
                                          const CaseId& but) {
  const Instant now = house.now();
  const auto ledger = house.shelf.ledger();
  const api::CaseLists lists{house, caller, ledger->ledger.known, now};
  const api::CaseFilter filter{.closed = false, .mine = true, .meeting_from = now};
  std::vector<LocalTime> starts;
  for (const auto& line : lists.page(filter, most_meetings, EntryOrder::meeting).cases) {
    if (line.id == but || !line.next_meeting) continue;
    starts.push_back(house.calendar.zone().to_local(*line.next_meeting));
  }
  return starts;
}

std::vector<UnitId> units_called_lately(api::House& house, const Caller& caller, const CaseId& but,
                                        std::size_t most) {
  const auto ledger = house.shelf.ledger();
  const api::CaseLists lists{house, caller, ledger->ledger.known, house.now()};
  std::vector<Called> called;
  for (const auto& line : lists.page({.mine = true}, most_cases).cases) {
    if (line.id == but || line.sight != CaseSight::whole) continue;
    if (const auto read = house.shelf.find_case(line.id.text)) count(called, read->file.running);
  }
  std::ranges::stable_sort(called, std::ranges::greater{}, &Called::times);
  std::vector<UnitId> units;
  for (const Called& each : called) {
    if (units.size() == most) break;
    if (ledger->ledger.known.units.contains(each.unit)) units.push_back(each.unit);
  }
  return units;
}

}  // namespace kallad::web
