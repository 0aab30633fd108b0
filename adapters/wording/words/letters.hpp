// Small letters for capital ones, as names are compared: ASCII and Latin-1 (Å, Ä, Ö, É) in UTF-8.
// Not a language's rules: all other letters stay as they are. Rule kept: å, ä and ö are letters of
// their own.
#pragma once

#include <string>
#include <string_view>

namespace kallad::words {

std::string small_letters(std::string_view text);

}  // namespace kallad::words
