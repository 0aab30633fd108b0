// Numbers are compared by their last ten digits, so that 19121212-1212 and 121212-1212 are one.
// Not a search by name: only a number says that two cases are of the same person.
#include "adapters/brain/case_index.hpp"

#include "adapters/codec/typed.hpp"

namespace kallad {

namespace {

constexpr std::size_t significant_digits = 10;

/// The identity number a case was opened with; "" for any other event.
std::string number_in(const EventView& event) {
  if (event.type != CaseOpened::id) return {};
  const auto read = codec::read_data<FileEvent>(event.type, event.version, event.payload);
  promise(read.ok(), "every stored event of a case has a reader");
  return lookup_digits(boost::variant2::get<CaseOpened>(read.value()).person.identity_number);
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
    if (event.type == CaseOpened::id) open = number_in(event) == number;
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

}  // namespace kallad
