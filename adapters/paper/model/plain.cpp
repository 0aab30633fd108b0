// UTF-8 read by hand, code point for code point, so that one bad byte costs one character.
// Not normalisation: letters stay as they were typed.
#include "adapters/paper/model/plain.hpp"

#include <utility>

namespace kallad::paper {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// How many bytes a code point with this first byte has, and the bits of it that count; 0: none.
std::pair<int, char32_t> lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte};
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1FU};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0FU};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07U};
  return {0, 0};
}

bool is_possible(char32_t point, int bytes) {
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return point >= least[bytes] && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

/// Control characters but the line break, and marks that turn the reading direction.
bool is_forbidden(char32_t point) {
  if (point == U'\n') return false;
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069) || point == 0x2028 || point == 0x2029 ||
         point == 0xFEFF || (point >= 0xFFF9 && point <= 0xFFFB) || (point & 0xFFFEU) == 0xFFFEU;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto [bytes, lead] = lead_of(static_cast<unsigned char>(text[at]));
  char32_t point = lead;
  int read = 1;
  for (; read < bytes && at + read < text.size(); ++read) {
    const auto byte = static_cast<unsigned char>(text[at + read]);
    if ((byte & 0xC0U) != 0x80U) break;
    point = (point << 6U) | (byte & 0x3FU);
  }
  if (bytes == 0 || read < bytes || !is_possible(point, bytes)) {
    ++at;
    return replacement;
  }
  at += static_cast<std::size_t>(bytes);
  return point;
}

void append(std::string& text, char32_t point) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0U | (point >> 6U));
    put(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    put(0xE0U | (point >> 12U));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  } else {
    put(0xF0U | (point >> 18U));
    put(0x80U | ((point >> 12U) & 0x3FU));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  }
}

std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    if (point == U'\t' || point == 0x2028 || point == 0x2029) {
      out += ' ';
    } else if (!is_forbidden(point)) {
      append(out, point);
    }
  }
  return out;
}

}  // namespace kallad::paper
