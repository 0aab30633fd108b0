// Letters folded by ICU, so that also those outside of ASCII have their small ones.
// Not a language's grammar: "vård" is found in "vårdcentral", not "vårda" in "vård".
#include "adapters/web/template/words_in.hpp"

#include <unicode/unistr.h>

#include <sstream>

namespace kallad::web {

namespace {

std::string folded(const std::string& text) {
  std::string out;
  icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(out);
  return out;
}

}  // namespace

bool has_words(const std::string& text, const std::string& words) {
  const std::string where = folded(text);
  std::istringstream each{folded(words)};
  for (std::string one; each >> one;) {
    if (where.find(one) == std::string::npos) return false;
  }
  return true;
}

}  // namespace kallad::web
