// A text read into code points, each with its place: what a search for names and numbers looks at.
// Not a full Unicode: Latin letters as our alphabets have them, and no locale. Rule kept: bytes
// that are no UTF-8 are told as such and end nothing but a word.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kallad::text {

/// One code point with where it stands; 0 for bytes that are no UTF-8.
struct Mark {
  char32_t code = 0;
  std::size_t offset = 0;
  std::size_t length = 1;
};

/// The text (UTF-8) as code points, composed, without soft hyphens.
std::vector<Mark> read(std::string_view text);

/// The same sign by sign: nothing composed, nothing left out.
std::vector<Mark> signs(std::string_view text);

/// Whether it is 0 to 9.
bool is_digit(char32_t c);
/// Whether it is a letter: Latin with its marks, Greek, Cyrillic and what follows up to U+2000.
bool is_letter(char32_t c);
/// The small letter of a capital of Latin-1 and Latin Extended-A; others as they are.
char32_t lower(char32_t c);
/// Whether two names or contacts (UTF-8) are one to a reader: capitals or not, blanks anywhere; and
/// of what is no mail address, however it is parted ("042-10 00 00", "Eva-Lis Ek").
bool is_same_written(std::string_view a, std::string_view b);

}  // namespace kallad::text
