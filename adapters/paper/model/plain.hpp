// Text as it may be printed: valid UTF-8 without control characters and without those that turn
// the direction of what stands beside them.
// Not escaping: HTML has its own. Rule kept: what somebody typed into a case can neither break a
// document nor make it read otherwise than it is written.
#pragma once

#include <string>
#include <string_view>

namespace kallad::paper {

/// The code point at `at` in valid or invalid UTF-8, moved past; U+FFFD for what is none.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// `point` as UTF-8 at the end of `text`.
void append(std::string& text, char32_t point);

/// The text without what must not be printed; line breaks stay.
std::string plain(std::string_view text);

}  // namespace kallad::paper
