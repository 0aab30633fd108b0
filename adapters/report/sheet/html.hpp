// Tables as HTML that screen readers can walk: caption, heads with scope, a scroll region that can
// be focused. Not a page: pages put the fragment in. Rule kept: whatever a text holds, it is text.
#pragma once

#include <string>
#include <string_view>

#include "adapters/report/sheet/sheet.hpp"

namespace kallad::sheet {

/// The text with the five signs of markup written out; for content and quoted attributes.
std::string escaped(std::string_view text);

/// The table. `id` makes the caption's id unique in the page.
std::string to_html(const Sheet& sheet, std::string_view id);

}  // namespace kallad::sheet
