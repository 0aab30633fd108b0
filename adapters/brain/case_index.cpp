// Numbers are compared by their last ten digits, so that 19121212-1212 and 121212-1212 are one.
// Not a search by name: only a number says that two cases are of the same person. Below stands what
// else is looked up in other streams: which real cases use an example.
#include "adapters/brain/case_index.hpp"

#include <algorithm>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/example_uses.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad {

namespace {

constexpr std::size_t significant_digits = 10;

bool tells_number(const EventView& event) {
  return event.type == CaseOpened::id || event.type == PersonCorrected::id;
}

/// The identity number that such an event tells.
std::string number_in(const EventView& event) {
  const auto read = codec::read_data<FileEvent>(event.type, event.version, event.payload);
  promise(read.ok(), "every stored event of a case has a reader");
  const auto* opened = boost::variant2::get_if<CaseOpened>(&read.value());
  const Person& person =
      opened ? opened->person : boost::variant2::get<PersonCorrected>(read.value()).person;
  return lookup_digits(person.identity_number);
}

}  // namespace

std::string lookup_digits(std::string_view identity_number) {
  std::string digits;
  for (const char c : identity_number) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  if (digits.size() > significant_digits) digits.erase(0, digits.size() - significant_digits);
  return digits;
}

bool CaseIndex::is_open_for(const std::string& stream, const std::string& number) const {
  bool open = false;
  read_(stream, [&](const EventView& event) {
    if (tells_number(event)) open = number_in(event) == number;
    if (event.type == CaseClosed::id) open = false;
  });
  return open;
}

std::vector<CaseId> CaseIndex::open_cases(std::string_view identity_number,
                                          const CaseId& except) const {
  std::vector<CaseId> found;
  const std::string number = lookup_digits(identity_number);
  if (number.empty()) return found;
  for (const std::string& stream : find_(number)) {
    if (stream != except.text && is_open_for(stream, number)) found.emplace_back(stream);
  }
  return found;
}

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
