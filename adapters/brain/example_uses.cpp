// Names of cases are remembered, what they use is read off them when somebody asks.
// Not remembered over a restart: whoever counted before it counts again.
#include "adapters/brain/example_uses.hpp"

#include <algorithm>

#include "adapters/brain/case_reader.hpp"

namespace kallad {

namespace {

template <class Id>
bool is_among(const std::vector<Id>& all, const Id& one) {
  return std::ranges::find(all, one) != all.end();
}

template <class Id>
bool meet(const std::vector<Id>& one, const std::vector<Id>& other) {
  return std::ranges::any_of(one, [&](const Id& id) { return is_among(other, id); });
}

bool is_real(const CaseFile& file) { return !file.disposal.is_example; }

bool use_meets(const Entries& used, const Entries& examples) {
  return meet(used.principals, examples.principals) || meet(used.units, examples.units) ||
         meet(used.agreements, examples.agreements) || meet(used.councils, examples.councils);
}

template <class Id>
void refuse(Refusals& why, const std::vector<Id>& examples, const std::vector<Id>& kept,
            const std::vector<Id>& used) {
  for (const Id& id : examples) {
    const bool goes = !is_among(kept, id);
    if (goes && is_among(used, id)) why.push_back({"entry_is_in_use", {{"value", id.text}}});
  }
}

}  // namespace

Entries used_by(const CaseFile& file) {
  Entries used;
  const auto take = [&](const UnitId& unit) {
    if (!unit.empty()) used.units.push_back(unit);
  };
  const Case& running = file.running;
  for (const Party& party : running.parties) {
    take(party.unit);
    if (!party.principal.empty()) used.principals.push_back(party.principal);
  }
  take(running.coordinator.unit);
  if (running.coordination_offered) take(running.coordination_offered->unit);
  used.agreements.push_back(running.agreement);
  used.councils.push_back(running.council);
  for (const DisposedCopy& copy : file.disposal.disposed) {
    used.principals.push_back(copy.principal);
    for (const UnitId& unit : copy.units) take(unit);
  }
  if (file.disposal.counted) used.councils.push_back(file.disposal.counted->council);
  return used;
}

void ExampleUses::note(std::string_view stream, const CaseFile& file, const Entries& examples) {
  if (examples.empty() || !is_real(file) || streams_.contains(stream)) return;
  if (use_meets(used_by(file), examples)) streams_.emplace(stream);
}

Refusals ExampleUses::against(const RemoveExampleEntries& wish, const Entries& examples) const {
  Refusals why;
  for (const std::string& stream : streams_) {
    const auto file = load_case(read_, stream);
    if (!file || !is_real(*file)) continue;
    const Entries used = used_by(*file);
    refuse(why, examples.principals, wish.kept.principals, used.principals);
    refuse(why, examples.units, wish.kept.units, used.units);
    refuse(why, examples.agreements, wish.kept.agreements, used.agreements);
    refuse(why, examples.councils, wish.kept.councils, used.councils);
  }
  return why;
}

}  // namespace kallad
