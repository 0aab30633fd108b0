// A column of a table as horizontal bars, SVG with title and description.
// Not instead of the table: the table always stands beside it. Rules kept: nothing is told by
// colour alone; a hidden count is drawn as a dashed outline with its word, the same for all of
// them, so that its length tells nothing.
#pragma once

#include <string>
#include <string_view>

#include "adapters/report/sheet/sheet.hpp"

namespace kallad::sheet {

/// The chart of the sheet's chart column; empty where it has none or no count to draw. `id` makes
/// the ids of title and description unique in the page; `description` is read out after the title.
std::string to_svg(const Sheet& sheet, std::string_view id, std::string_view description);

}  // namespace kallad::sheet
