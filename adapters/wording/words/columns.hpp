// Text in columns for a terminal: width in characters, padding, wrapping, tables.
// Not typesetting: every character counts as one place, which holds for the Latin letters of the
// product's languages. Rule kept: å, ä and ö are one place, never two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kallad::words {

/// The number of characters of a UTF-8 text; combining marks take no place of their own.
std::size_t width_of(std::string_view text);

/// The text with spaces after it up to `width` places; longer texts stay as they are.
std::string padded(std::string_view text, std::size_t width);

/// The text in lines of at most `width` places, broken at spaces; a longer word is broken inside.
/// Line breaks of the text stay. At least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The text with `first` before its first line and as many spaces before the others, each line at
/// most `width` places and ended by a line break.
std::string hanging(std::string_view first, std::string_view text, std::size_t width = 100);

/// A table with a line under its head; each column as wide as its widest line, cells being wrapped
/// at `most` places (0: no limit) and at their own line breaks. Lines carry no spaces at their
/// ends. `indent` spaces before each line.
struct TextTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> most;
  std::size_t indent = 0;
};

/// The table as text, each line ended by a line break.
std::string to_text(const TextTable& table);

}  // namespace kallad::words
