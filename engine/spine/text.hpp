// What rooms ask of a text that somebody wrote. Not a search for what it says: see running_text.hpp
// in mention/. Rule kept: white space answers nothing.
#pragma once

#include <string_view>

namespace kallad {

/// Whether a text says nothing: empty, or white space only.
inline bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace kallad
