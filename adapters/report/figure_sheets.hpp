// Key figures as tables with words: one for each figure, with its definition beside it.
// Not the figures: engine/report/figures.
#pragma once

#include <vector>

#include "adapters/report/sheet/sheet.hpp"
#include "adapters/wording/words/language.hpp"
#include "engine/report/figures/key_figures.hpp"

namespace kallad::report {

/// A table for each figure: the whole first, then its parts.
std::vector<sheet::Sheet> sheets_of(const KeyFigures& figures, Language language);

/// All figures in one table for programs.
sheet::Sheet data_of(const KeyFigures& figures, Language language);

/// What the columns of data_of mean, and each figure's id, name and definition.
sheet::Sheet figure_dictionary(Language language);

}  // namespace kallad::report
