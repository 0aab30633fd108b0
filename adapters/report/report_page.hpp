// A report as an HTML fragment: heading, what it stands on, tables with charts, and the council's
// own words. Not a page: the web puts it into its frame, and a file of its own needs one around it.
// Rules kept: every chart has its table beside it; headings begin at the level asked for; whatever
// the council has written is text.
#pragma once

#include <string>
#include <string_view>

#include "adapters/wording/words/language.hpp"
#include "engine/report/figures/key_figures.hpp"

namespace kallad::report {

/// The yearly report. `level` is that of its first heading, 1 to 4.
std::string page_of(const YearlyReport& report, Language language, int level = 2);

/// The key figures, each with its definition.
std::string page_of(const KeyFigures& figures, Language language, int level = 2);

/// A whole HTML document around a fragment, for a file: no style, no script, nothing fetched.
std::string document_of(const std::string& title, const std::string& fragment, Language language);

/// One table's chart alone, by the id of its sheet ("cause", "outcome"): SVG with title and
/// description. Empty where there is no such chart.
std::string chart_of(const YearlyReport& report, std::string_view sheet, Language language);

}  // namespace kallad::report
