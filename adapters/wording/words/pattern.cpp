// One walk over the pattern. A group in brackets is filled by itself and kept only when it is
// whole. Not checking patterns: a test fills each of them.
#include "adapters/wording/words/pattern.hpp"

#include <algorithm>

namespace kallad::words {

namespace {

/// A stretch of a pattern, filled; `whole` where every name in it had a value.
struct Filled {
  std::string text;
  bool whole = true;
};

Filled fill_names(std::string_view pattern, const ValueOf& value_of) {
  Filled filled;
  while (!pattern.empty()) {
    const auto open = std::min(pattern.find('{'), pattern.size());
    filled.text.append(pattern.substr(0, open));
    if (open == pattern.size()) break;
    const auto close = std::min(pattern.find('}', open), pattern.size() - 1);
    const std::string value = value_of(pattern.substr(open + 1, close - open - 1));
    filled.whole = filled.whole && !value.empty();
    if (value.empty() && filled.text.ends_with(' ')) filled.text.pop_back();
    filled.text += value;
    pattern.remove_prefix(close + 1);
  }
  return filled;
}

}  // namespace

std::string filled_in(std::string_view pattern, const ValueOf& value_of) {
  std::string text;
  while (!pattern.empty()) {
    const auto open = std::min(pattern.find('['), pattern.size());
    text += fill_names(pattern.substr(0, open), value_of).text;
    if (open == pattern.size()) break;
    const auto close = std::min(pattern.find(']', open), pattern.size() - 1);
    const auto group = fill_names(pattern.substr(open + 1, close - open - 1), value_of);
    if (group.whole) text += group.text;
    pattern.remove_prefix(close + 1);
  }
  return text;
}

std::string capitalised(std::string_view text) {
  std::string out{text};
  if (out.empty()) return out;
  if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  // U+00E0 to U+00FE stand 0x20 after their large letters, and share the first byte with them.
  const bool is_latin = out.size() > 1 && out[0] == '\xC3' && out[1] >= '\xA0' && out[1] != '\xB7';
  if (is_latin) out[1] = static_cast<char>(out[1] - 0x20);
  return out;
}

}  // namespace kallad::words
