// Byte order marks, the check of UTF-8, and the table of Windows-1252.
// Not a library of encodings: Excel in Sweden writes these, and UTF-16, which is told apart.
#include "adapters/import/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "adapters/codec/forms.hpp"

namespace kallad::importing {

namespace {

/// What 0x80 to 0x9F mean in Windows-1252; 0 is nothing.
constexpr std::array<std::uint16_t, 32> upper = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byte_of(char c) { return static_cast<unsigned char>(c); }

void put(std::string& out, unsigned code) {
  const auto add = [&](unsigned bits) { out += static_cast<char>(bits); };
  if (code < 0x80) return add(code);
  if (code < 0x800) {
    add(0xC0U | code >> 6U);
  } else {
    add(0xE0U | code >> 12U);
    add(0x80U | (code >> 6U & 0x3FU));
  }
  add(0x80U | (code & 0x3FU));
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return byte_of(c) < 0x80; });
}

/// Line and column of the byte `at`.
Place place_of(const std::string& text, std::size_t at) {
  Place place{1, 1};
  for (std::size_t i = 0; i < std::min(at, text.size()); ++i) {
    const bool goes_on = (byte_of(text[i]) & 0xC0U) == 0x80;
    if (text[i] == '\n') {
      place = {place.line + 1, 1};
    } else if (!goes_on) {
      ++place.column;
    }
  }
  return place;
}

Decoded refused(std::string_view rule, Place at = {}) { return {{}, Fault{{rule, {}}, at}}; }

Decoded from_utf8(std::string bytes) {
  const auto wrong = codec::first_not_utf8(bytes);
  if (wrong == std::string::npos) return {std::move(bytes), {}};
  return refused("encoding_looks_windows", place_of(bytes, wrong));
}

Decoded from_windows_1252(const std::string& bytes) {
  if (!is_ascii(bytes) && codec::first_not_utf8(bytes) == std::string::npos) {
    return refused("encoding_looks_unicode");
  }
  Decoded decoded;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned byte = byte_of(bytes[at]);
    const unsigned code = byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80] : byte;
    if (code == 0 && byte != 0) {
      return refused("encoding_not_windows", place_of(decoded.text, std::string::npos));
    }
    put(decoded.text, code);
  }
  return decoded;
}

/// Swedish letters and those of our neighbours, and the signs a text processor puts in.
bool is_written_here(char c) {
  constexpr std::string_view signs =
      "\x80\x85\x91\x92\x93\x94\x95\x96\x97\xA0\xA7\xAB\xB0\xB4\xB7\xBB\xBD";
  constexpr std::string_view letters =
      "\xC0\xC1\xC4\xC5\xC6\xC8\xC9\xCB\xD3\xD6\xD8\xDC\xE0\xE1\xE4\xE5\xE6\xE8\xE9\xEA\xEB\xED\xF3"
      "\xF6\xF8\xFC";
  return byte_of(c) < 0x80 || signs.find(c) != signs.npos || letters.find(c) != letters.npos;
}

}  // namespace

Encoding told_by(const std::string& bytes) {
  const bool is_wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (is_wide || codec::first_not_utf8(bytes) == std::string::npos) return Encoding::utf8;
  return std::all_of(bytes.begin(), bytes.end(), is_written_here) ? Encoding::windows_1252
                                                                  : Encoding::utf8;
}

Decoded decode(std::string bytes, Encoding encoding) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return refused("encoding_wide");
  }
  const bool marked = bytes.starts_with(mark);
  if (marked) bytes.erase(0, mark.size());
  if (encoding == Encoding::utf8) return from_utf8(std::move(bytes));
  if (marked) return refused("encoding_looks_unicode");
  return from_windows_1252(bytes);
}

}  // namespace kallad::importing
