// A text as its reader sees it: signs that nobody sees are left out, and signs of other alphabets
// that look like Latin letters and digits are written as those. What is searched in place of the
// text. Not a repair: the text is kept as it was written, and every place found is told in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/mention/running_text.hpp"

namespace kallad::mention {

/// A text (UTF-8) and its smooth form. Neither copies what is smooth already; the text is not
/// owned.
class Smooth {
 public:
  explicit Smooth(std::string_view text);

  /// What is searched: lives as long as this and the text.
  std::string_view text() const { return smooth_ ? std::string_view{*smooth_} : text_; }

  /// Places found in text(), as places in the text as it was written.
  std::vector<TextFinding> as_written(std::vector<TextFinding> found) const;

 private:
  std::string_view text_;
  std::optional<std::string> smooth_;
  std::vector<std::size_t> begins_;  ///< for each byte of smooth_, where its sign begins in text_
  std::vector<std::size_t> ends_;    ///< and where it ends
};

}  // namespace kallad::mention
