// "=" and a letter, and the rest as digits: one word, whatever stands in an id.
// Not read back: marks are only compared.
#include "adapters/brain/lists/marks.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <string_view>

namespace kallad::lists {

namespace {

std::string mark(char sort, std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out{'=', sort};
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte / 16];
    out += digits[byte % 16];
  }
  return out;
}

/// By its name, which stays when others come before it.
template <class Enum>
std::string mark_of_value(char sort, Enum value) {
  std::string name;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
    if (each.value == value) name = each.name;
  });
  return mark(sort, name);
}

}  // namespace

std::string mark_of(const UnitId& unit) { return mark('u', unit.text); }
std::string mark_of(const PrincipalId& principal) { return mark('p', principal.text); }
std::string mark_of(CaseKind kind) { return mark_of_value('k', kind); }
std::string mark_of(Step step) { return mark_of_value('s', step); }

}  // namespace kallad::lists
