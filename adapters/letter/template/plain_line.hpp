// A text made into one line that shows what it holds.
// Not an escape: what a sign means in html or in a mail's head is for whoever writes there.
// Rule kept: no value ends a line of a letter, and none turns or hides the letters beside it.
#pragma once

#include <string>
#include <string_view>

namespace kallad::letter {

/// `text` (UTF-8) with control characters as spaces, and without what is not seen: characters of
/// zero width, marks of direction, separators of lines and paragraphs, the byte order mark.
std::string plain_line(std::string_view text);

}  // namespace kallad::letter
