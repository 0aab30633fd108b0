// One pass over the code points; a text of Latin letters alone is not copied.
// Not all of Unicode's confusables: the letters of the alphabets people here have on a keyboard or
// paste from a document. Cyrillic words are read so too, which harms nothing: nobody sees the
// result.
#include "engine/mention/smooth.hpp"

#include <array>
#include <utility>

#include "engine/spine/code_points.hpp"

namespace kallad::mention {

namespace {

constexpr char32_t hidden = 0;

/// Cyrillic and Greek letters and what they look like, in pairs.
constexpr std::u32string_view look_alikes =
    U"\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0423Y\u0425X"
    U"\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0406I\u0456i\u0407\u00CF\u0457\u00EF"
    U"\u0408J\u0458j\u0405S\u0455s\u04AEY\u04AFy\u04BBh\u04C0I\u04CFl\u0500D\u0501d\u051AQ\u051Bq"
    U"\u051CW\u051Dw\u04D2\u00C4\u04D3\u00E4\u04E6\u00D6\u04E7\u00F6\u0401\u00CB\u0451\u00EB"
    U"\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y"
    U"\u03A7X\u03B1a\u03B9i\u03BAk\u03BDv\u03BFo\u03C1p\u03C5u\u03C7x\u03F3j\u03F2c\u037FJ"
    U"\u212AK\u212B\u00C5\u0131i\u0261g\u0251a\u2C6Da";

/// Signs without a width, marks of direction, and marks laid over letters that make no letter of
/// ours. What makes one (å, ä, ö, é) is put together when the text is read.
bool is_hidden(char32_t c) {
  constexpr std::u32string_view makes_letters = U"\u0300\u0301\u0302\u0303\u0308\u030A\u030C\u0327";
  const bool over = c >= 0x300 && c <= 0x36F && makes_letters.find(c) == std::u32string_view::npos;
  return over || c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || c == 0xFEFF ||
         (c >= 0x115F && c <= 0x1160) || (c >= 0x17B4 && c <= 0x17B5) || c == 0x3164 ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0 ||
         (c >= 0xE0000 && c <= 0xE01EF);
}

/// Letters and digits in bold, italic and the like, as formulas have them.
char32_t of_formula(char32_t c) {
  constexpr char32_t first_letter = 0x1D400;
  constexpr char32_t last_letter = 0x1D6A3;
  constexpr char32_t first_digit = 0x1D7CE;
  constexpr char32_t last_digit = 0x1D7FF;
  constexpr char32_t both_cases = 52;
  if (c >= first_digit && c <= last_digit) return U'0' + (c - first_digit) % 10;
  if (c < first_letter || c > last_letter) return c;
  const char32_t at = (c - first_letter) % both_cases;
  return at < both_cases / 2 ? U'A' + at : U'a' + (at - both_cases / 2);
}

/// Digits of other scripts: the first of each ten.
char32_t digit_of(char32_t c) {
  constexpr auto zeros = std::to_array<char32_t>({0x660, 0x6F0, 0x966});
  for (const char32_t zero : zeros) {
    if (c >= zero && c < zero + 10) return U'0' + (c - zero);
  }
  return c;
}

char32_t seen(char32_t c) {
  constexpr char32_t first_look_alike = 0x131;
  if (c < first_look_alike && c != 0xAD) return c;
  if (is_hidden(c)) return hidden;
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;  // full width
  if (c == 0x3000 || c == 0x202F || (c >= 0x2000 && c <= 0x200A)) return U' ';
  for (std::size_t i = 0; i + 1 < look_alikes.size(); i += 2) {
    if (look_alikes[i] == c) return look_alikes[i + 1];
  }
  return digit_of(of_formula(c));
}

void put(std::string& out, char32_t code) {
  const auto add = [&](char32_t bits) { out += static_cast<char>(bits); };
  if (code < 0x80) return add(code);
  add(0xC0U | code >> 6U);  // what is put is Latin-1
  add(0x80U | (code & 0x3FU));
}

/// The sign of two to four bytes that begins there; 0 where it is none.
char32_t long_sign(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (lead < 0xC2 || text.size() < length) return 0;
  char32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  return code;
}

/// Whether there is nothing to smooth: the common case, and the quick one. The same texts are held
/// against every person of a council.
bool is_plain(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0xC2 || byte == 0xC3) continue;  // C3 alone are å, ä, ö, é and their like
    const char32_t code = long_sign(text.substr(at));
    if (code != 0 && seen(code) != code) return false;
  }
  return true;
}

}  // namespace

Smooth::Smooth(std::string_view text) : text_(text) {
  if (is_plain(text)) return;
  std::string smooth;
  bool changed = false;
  for (const text::Mark& mark : text::signs(text)) {
    const char32_t code = mark.code == 0 ? mark.code : seen(mark.code);
    const bool kept = code == mark.code;
    changed = changed || !kept;
    if (kept) {
      smooth += text.substr(mark.offset, mark.length);
    } else if (code != hidden) {
      put(smooth, code);
    }
    begins_.resize(smooth.size(), mark.offset);
    ends_.resize(smooth.size(), mark.offset + mark.length);
  }
  if (changed) smooth_ = std::move(smooth);
}

std::vector<TextFinding> Smooth::as_written(std::vector<TextFinding> found) const {
  if (!smooth_) return found;
  for (TextFinding& one : found) {
    if (one.length == 0) continue;
    const std::size_t begin = begins_[one.offset];
    one.length = ends_[one.offset + one.length - 1] - begin;
    one.offset = begin;
  }
  return found;
}

}  // namespace kallad::mention
