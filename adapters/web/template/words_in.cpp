// Small letters are made of capitals for ASCII and for Latin-1 (Å, Ä, Ö, É); all other letters are
// compared as they are.
// Not a language's grammar: "vård" is found in "vårdcentral", and "vårda" is not found in "vård".
#include "adapters/web/template/words_in.hpp"

#include <sstream>

namespace kallad::web {

namespace {

/// Lower case for ASCII, and for the letters of Latin-1 in UTF-8: Å, Ä, Ö, É.
std::string folded(std::string_view text) {
  constexpr unsigned char latin = 0xC3;
  constexpr unsigned char times = 0x97;
  std::string out{text};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + 0x20);
    const bool is_capital = i > 0 && static_cast<unsigned char>(out[i - 1]) == latin && c >= 0x80 &&
                            c <= 0x9E && c != times;
    if (is_capital) out[i] = static_cast<char>(c + 0x20);
  }
  return out;
}

}  // namespace

std::string sort_key(std::string_view name) {
  std::string key = folded(name);
  for (std::size_t at = key.find('\xC3'); at != std::string::npos && at + 1 < key.size();
       at = key.find('\xC3', at + 1)) {
    char& letter = key[at + 1];  // of "å" and "ä", whose order in Unicode is not the alphabet's
    if (letter == '\xA5') {
      letter = '\xA4';
    } else if (letter == '\xA4') {
      letter = '\xA5';
    }
  }
  return key;
}

bool has_part(std::string_view text, std::string_view part) {
  return folded(text).find(folded(part)) != std::string::npos;
}

bool has_words(std::string_view text, std::string_view words) {
  std::istringstream each{std::string{words}};
  for (std::string one; each >> one;) {
    if (!has_part(text, one)) return false;
  }
  return true;
}

}  // namespace kallad::web
