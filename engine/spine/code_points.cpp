// Decoding, composing and folding by arithmetic and a few pairs.
// Not a search: engine/mention/running_text.hpp.
#include "engine/spine/code_points.hpp"

#include <string>

namespace kallad::text {

namespace {

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

Mark decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = sequence_length(lead);
  if (length == 0 || at + length > text.size()) return {0, at, 1};
  char32_t code = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80U) return {0, at, 1};
    code = (code << 6U) | (next & 0x3FU);
  }
  return {code, at, length};
}

/// The composed letter of a base letter and a combining mark (text copied from some PDFs is
/// decomposed); 0 where there is none. Base and whole stand in pairs.
char32_t compose(char32_t base, char32_t mark) {
  std::u32string_view pairs;
  if (mark == 0x30A) pairs = U"aåAÅ";
  if (mark == 0x308) pairs = U"aäAÄoöOÖuü";
  if (mark == 0x301) pairs = U"eéEÉaácć";
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    if (pairs[i] == base) return pairs[i + 1];
  }
  return 0;
}

constexpr char32_t soft_hyphen = 0xAD;

/// What people part a name or a number by.
bool parts(char32_t c) {
  return std::u32string_view{U"-/()."}.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0; }

std::u32string as_read(std::string_view text) {
  const bool is_address = text.find('@') != std::string_view::npos;
  std::u32string all;
  for (const Mark& mark : read(text)) {
    if (!is_blank(mark.code) && (is_address || !parts(mark.code))) all += lower(mark.code);
  }
  return all;
}

}  // namespace

std::vector<Mark> read(std::string_view text) {
  std::vector<Mark> marks;
  for (std::size_t at = 0; at < text.size();) {
    const Mark mark = decode(text, at);
    at += mark.length;
    if (mark.code == soft_hyphen) continue;
    const char32_t whole = marks.empty() ? 0 : compose(marks.back().code, mark.code);
    if (whole != 0) {
      marks.back().code = whole;
      marks.back().length += mark.length;
    } else {
      marks.push_back(mark);
    }
  }
  return marks;
}

std::vector<Mark> signs(std::string_view text) {
  std::vector<Mark> all;
  for (std::size_t at = 0; at < text.size(); at += all.back().length) {
    all.push_back(decode(text, at));
  }
  return all;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_letter(char32_t c) {
  const bool ascii = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return ascii || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c > 0x24F && c < 0x300) ||
         (c >= 0x370 && c < 0x2000);
}

char32_t lower(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  // Latin Extended-A is pairs of upper and lower; the even one is upper, but for two stretches.
  const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (c >= 0x100 && c <= 0x17E && (c % 2 == 1) == odd_is_upper && c != 0x178) return c + 1;
  return c;
}

bool is_same_written(std::string_view a, std::string_view b) { return as_read(a) == as_read(b); }

}  // namespace kallad::text
