// Numbers are compared by their last ten digits, so that 19121212-1212 and 121212-1212 are one.
// Not a search by name: only a number says that two cases are of the same person.
#include "adapters/brain/case_index.hpp"

#include "adapters/codec/typed.hpp"

namespace kallad {

namespace {

constexpr std::size_t significant_digits = 10;
constexpr std::size_t slice = 4'096;

std::string digits_of(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  if (digits.size() > significant_digits) digits.erase(0, digits.size() - significant_digits);
  return digits;
}

/// The identity number a case was opened with; "" for any other event.
std::string number_in(const EventView& event) {
  if (event.type != CaseOpened::id) return {};
  const auto read = codec::read_data<FileEvent>(event.type, event.version, event.payload);
  promise(read.ok(), "every stored event of a case has a reader");
  return digits_of(boost::variant2::get<CaseOpened>(read.value()).person.identity_number);
}

}  // namespace

void CaseIndex::build() {
  for (auto batch = list_(0, slice); !batch.empty(); batch = list_(batch.back().first, slice)) {
    for (const auto& [unused, name] : batch) {
      read_(name, [&, &stream = name](const EventView& event) {
        note_opened(CaseId{stream}, number_in(event));
      });
    }
  }
  built_ = true;
}

void CaseIndex::note_opened(const CaseId& id, std::string_view identity_number) {
  const std::string number = digits_of(identity_number);
  if (!number.empty()) by_number_[number].insert(id);
}

bool CaseIndex::is_open_for(const CaseId& id, const std::string& number) const {
  bool open = false;
  read_(id.text, [&](const EventView& event) {
    if (event.type == CaseOpened::id) open = number_in(event) == number;
    if (event.type == CaseClosed::id) open = false;
  });
  return open;
}

std::vector<CaseId> CaseIndex::open_cases(std::string_view identity_number, const CaseId& except) {
  std::vector<CaseId> found;
  const std::string number = digits_of(identity_number);
  if (number.empty()) return found;
  if (!built_) build();
  const auto candidates = by_number_.find(number);
  if (candidates == by_number_.end()) return found;
  for (const CaseId& id : candidates->second) {
    if (id != except && is_open_for(id, number)) found.push_back(id);
  }
  return found;
}

}  // namespace kallad
