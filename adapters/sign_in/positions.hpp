// The positions an account can have, and how they are kept: words with a space between.
// Not what a position allows: that is authority's. Rule kept: an unknown word gives no rights.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace kallad {

inline constexpr std::array<std::string_view, 7> known_positions{
    "coordinator",   "attendee", "unit_head",    "council_secretary",
    "report_reader", "auditor",  "administrator"};

inline bool is_position(std::string_view word) {
  return std::ranges::find(known_positions, word) != known_positions.end();
}

inline std::string positions_text(const std::vector<std::string>& positions) {
  std::string text;
  for (const std::string& position : positions) text += (text.empty() ? "" : " ") + position;
  return text;
}

inline std::vector<std::string> positions_in(std::string_view text) {
  std::vector<std::string> positions;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    positions.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return positions;
}

}  // namespace kallad
