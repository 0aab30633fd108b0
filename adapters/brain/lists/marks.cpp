// "=", a letter, and ten letters of a digest: short, since every line has a dozen of them. Two ids
// of one digest would find each other's cases, and only those that the reader may see; of a million
// units the chance is one in two thousand.
// Not read back, and no secret: marks are only compared.
#include "adapters/brain/lists/marks.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <string_view>

namespace kallad::lists {

namespace {

/// FNV-1a, whose result is the same on every machine and in every version.
std::uint64_t digest_of(std::string_view text) {
  std::uint64_t digest = 0xcbf29ce484222325U;
  for (const char c : text) {
    digest ^= static_cast<unsigned char>(c);
    digest *= 0x100000001b3U;
  }
  return digest;
}

std::string mark(char sort, std::string_view text) {
  static constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuv";
  std::string out{'=', sort};
  std::uint64_t digest = digest_of(text);
  for (int i = 0; i < 10; ++i) {
    out += letters[digest >> 59U];
    digest <<= 5U;
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
