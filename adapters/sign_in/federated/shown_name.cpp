// Reads UTF-8 a character at a time (Unicode table 3-7) and keeps what can be seen.
// Not a normalization: the same name in two forms stays two texts, and nothing is found by name.
#include "adapters/sign_in/federated/shown_name.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kallad {

namespace {

constexpr std::size_t most_characters = 100;

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

/// Controls, soft hyphen, marks of direction, zero widths, line ends, tags, variation selectors.
constexpr auto invisible = std::to_array<Range>({{0x00, 0x1F},
                                                 {0x7F, 0x9F},
                                                 {0xAD, 0xAD},
                                                 {0x34F, 0x34F},
                                                 {0x61C, 0x61C},
                                                 {0x115F, 0x1160},
                                                 {0x17B4, 0x17B5},
                                                 {0x180B, 0x180F},
                                                 {0x200B, 0x200F},
                                                 {0x2028, 0x202E},
                                                 {0x2060, 0x206F},
                                                 {0x3164, 0x3164},
                                                 {0xFE00, 0xFE0F},
                                                 {0xFEFF, 0xFEFF},
                                                 {0xFFA0, 0xFFA0},
                                                 {0xFFF0, 0xFFFF},
                                                 {0xE0000, 0xE0FFF}});

bool is_space(std::uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(std::uint32_t c) {
  return std::ranges::any_of(invisible, [&](Range r) { return r.first <= c && c <= r.last; });
}

/// The character at the front and its length in bytes; length 0 where there is none.
struct Character {
  std::uint32_t code = 0;
  std::size_t length = 0;
};

Character front_of(std::string_view text) {
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  const std::size_t length = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  if (byte(0) < 0xC2 || byte(0) > 0xF4 || text.size() < length) return {};
  std::uint32_t code = byte(0) & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    code = code << 6U | (byte(i) & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < least[length] || code > 0x10FFFF || surrogate) return {};
  return {code, length};
}

}  // namespace

std::string fit_to_show(std::string_view given) {
  std::string shown;
  std::size_t characters = 0;
  bool space = false;
  while (!given.empty()) {
    const Character c = front_of(given);
    if (c.length == 0) return {};
    const std::string_view bytes = given.substr(0, c.length);
    given.remove_prefix(c.length);
    space = space || is_space(c.code);
    if (is_space(c.code) || is_invisible(c.code)) continue;
    if (characters + (space ? 2 : 1) > most_characters) continue;
    if (space && !shown.empty()) shown += ' ', ++characters;
    shown += bytes;
    ++characters;
    space = false;
  }
  return shown;
}

}  // namespace kallad
