// Byte patterns of the few code points that are taken out; all others pass as they are.
// Not a judge of UTF-8: bytes that are none pass too, and the codec lets none in.
#include "adapters/letter/template/plain_line.hpp"

namespace kallad::letter {

namespace {

/// U+0080-U+009F, U+00AD, U+061C, U+200B-U+200F, U+2028-U+202E, U+2060-U+206F, U+FEFF.
bool is_hidden(std::string_view one) {
  const auto at = [&](std::size_t i) {
    return i < one.size() ? static_cast<unsigned char>(one[i]) : 0U;
  };
  if (at(0) == 0xC2) return at(1) < 0xA0 || at(1) == 0xAD;
  if (at(0) == 0xD8) return at(1) == 0x9C;
  if (at(0) == 0xEF) return at(1) == 0xBB && at(2) == 0xBF;
  if (at(0) != 0xE2) return false;
  if (at(1) == 0x81) return at(2) >= 0xA0 && at(2) <= 0xAF;
  const bool is_mark = (at(2) >= 0x8B && at(2) <= 0x8F) || (at(2) >= 0xA8 && at(2) <= 0xAE);
  return at(1) == 0x80 && is_mark;
}

std::size_t length_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

}  // namespace

std::string plain_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, length_of(text.front()));
    if (!is_hidden(one)) out.append(one.size() == 1 && is_control(one.front()) ? " " : one);
    text.remove_prefix(one.size());
  }
  // A byte that is no UTF-8 may have taken a control character along.
  for (char& c : out) {
    if (is_control(c)) c = ' ';
  }
  return out;
}

}  // namespace kallad::letter
