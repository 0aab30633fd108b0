// Capitals and small letters are one: wording/words/letters.hpp.
// Not a language's grammar: "vård" is found in "vårdcentral", and "vårda" is not found in "vård".
#include "adapters/web/template/words_in.hpp"

#include <sstream>

#include "adapters/wording/words/letters.hpp"

namespace kallad::web {

std::string sort_key(std::string_view name) {
  std::string key = words::small_letters(name);
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
  return words::small_letters(text).find(words::small_letters(part)) != std::string::npos;
}

bool has_words(std::string_view text, std::string_view words) {
  std::istringstream each{std::string{words}};
  for (std::string one; each >> one;) {
    if (!has_part(text, one)) return false;
  }
  return true;
}

}  // namespace kallad::web
