// A capital letter of Latin-1 is two bytes, of which the second lies 0x20 before the small one's.
// Not U+00D7, which is no letter.
#include "adapters/wording/words/letters.hpp"

namespace kallad::words {

std::string small_letters(std::string_view text) {
  constexpr unsigned char latin = 0xC3;
  constexpr unsigned char times = 0x97;
  std::string out{text};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    const bool is_latin = i > 0 && static_cast<unsigned char>(out[i - 1]) == latin && c >= 0x80 &&
                          c <= 0x9E && c != times;
    if ((c >= 'A' && c <= 'Z') || is_latin) out[i] = static_cast<char>(c + 0x20);
  }
  return out;
}

}  // namespace kallad::words
