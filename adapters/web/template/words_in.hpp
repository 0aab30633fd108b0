// Whether a text has the words that somebody typed to find it.
// Not a search of cases: those are found by the API. Rule kept: å, ä and ö are letters of their
// own, and capital letters are the same as small ones.
#pragma once

#include <string>

namespace kallad::web {

/// True where each of the words stands somewhere in the text; also where there are none.
bool has_words(const std::string& text, const std::string& words);

}  // namespace kallad::web
