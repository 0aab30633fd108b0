// Names as people look for them and expect them in lists: capitals or not, and Swedish letters in
// their own order. Not a search of cases: those are found by the API. Rule kept: å, ä and ö are
// letters of their own.
#pragma once

#include <string>
#include <string_view>

namespace kallad::web {

/// By which names are sorted: capitals or not, and å before ä before ö.
std::string sort_key(std::string_view name);

/// Whether `part` stands somewhere in `text`, capitals or not, also Å, Ä and Ö. An empty part does.
bool has_part(std::string_view text, std::string_view part);

/// Whether each of the words stands somewhere in the text; also where there are none.
bool has_words(std::string_view text, std::string_view words);

}  // namespace kallad::web
