// A column of a table as horizontal bars, SVG with title and description.
// Not instead of the table: the table always stands beside it. Rules kept: nothing is told by
// colour alone; a hidden count is drawn as a dashed outline with its word, the same for all of
// them, so that its length tells nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/report/sheet/sheet.hpp"

namespace kallad::sheet {

/// One bar: its label above it, the count or its word to its right.
struct Bar {
  std::string label;
  std::string value;
  std::int64_t top = 0;     ///< of the row, from the upper edge
  std::int64_t length = 0;  ///< 0: no bar
  bool hidden = false;      ///< a dashed outline
};

/// Bars under each other in a drawing of 640 by `height`.
struct Chart {
  std::int64_t height = 0;
  std::vector<Bar> bars;
};

/// The bars of the sheet's chart column; none where it has no chart or no count to draw.
Chart chart_of(const Sheet& sheet);

/// The chart of the sheet's chart column as a file; empty where it has none or no count to draw.
/// `id` makes the ids of title and description unique in the page; `description` is read out after
/// the title.
std::string to_svg(const Sheet& sheet, std::string_view id, std::string_view description);

}  // namespace kallad::sheet
