// A copy has a line in the list of each unit that has it, so that whoever answers for one of them
// finds it. Not for open cases, nor while a deficiency is on its way: nothing can go then.
#include "adapters/brain/lists/disposal_entries.hpp"

#include <algorithm>

#include "engine/spine/table.hpp"

namespace kallad::lists {

namespace {

struct Copy {
  UnitId unit;
  PrincipalId principal;  ///< empty where only the register knows it
};

std::vector<Copy> copies_of_units(const Case& running) {
  std::vector<Copy> all;
  const auto add = [&](const UnitId& unit, const PrincipalId& principal) {
    const auto is_same = [&](const Copy& one) { return one.unit == unit; };
    if (!unit.empty() && std::ranges::none_of(all, is_same)) all.push_back({unit, principal});
  };
  for (const Party& party : running.parties) add(party.unit, party.principal);
  add(running.coordinator.unit, {});
  return all;
}

const KeptCopy* kept_of(const Disposal& disposal, const PrincipalId& principal) {
  const auto found = std::ranges::find(disposal.kept, principal, &KeptCopy::principal);
  return found == disposal.kept.end() ? nullptr : &*found;
}

ListEntry line(std::string list, Instant due) {
  ListEntry entry;
  entry.list = std::move(list);
  entry.closed = true;
  entry.due = due;
  entry.readers = 1;
  return entry;
}

std::vector<ListEntry> of_disposed(const Disposal& disposal) {
  std::vector<ListEntry> all;
  for (const DisposedCopy& copy : disposal.disposed) {
    for (const UnitId& unit : copy.units) {
      all.push_back(line(disposed_list_of(unit), disposal.fact->at));
    }
  }
  return all;
}

}  // namespace

std::string disposal_list_of(const UnitId& unit) { return "disposal:" + unit.text; }
std::string disposed_list_of(const UnitId& unit) { return "disposed:" + unit.text; }
std::string examples_list() { return "examples"; }

std::vector<ListEntry> example_entries(const CaseFile& file) {
  if (!file.disposal.is_example || file.disposal.fact) return {};
  return {line(examples_list(), file.running.last_at)};
}

std::vector<ListEntry> disposal_entries(const CaseFile& file, const Zone& zone) {
  if (file.disposal.fact) return of_disposed(file.disposal);
  const Case& running = file.running;
  std::vector<ListEntry> all;
  const bool may_go =
      running.step == Step::closed && std::ranges::none_of(file.deficiencies, is_open);
  if (!may_go) return all;
  for (const Copy& copy : copies_of_units(running)) {
    const KeptCopy* kept = kept_of(file.disposal, copy.principal);
    if (has_lost_copy(file.disposal, copy.unit) || (kept && !kept->until)) continue;
    ListEntry entry =
        line(disposal_list_of(copy.unit), file.disposal.last_entry.value_or(running.last_at));
    entry.kind = table::state_id(running.kind);
    entry.is_protected = running.person.protection != Protection::none;
    if (!entry.is_protected) entry.unit = running.coordinator.unit.text;
    if (kept)
      entry.begins =
          zone.start_of(Date{std::chrono::sys_days{*kept->until} + std::chrono::days{1}});
    all.push_back(std::move(entry));
  }
  return all;
}

}  // namespace kallad::lists
