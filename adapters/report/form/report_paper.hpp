// A report as a document of blocks, for paper: the same tables as everywhere, and the council's own
// words. Not a PDF: adapters/paper/print sets the blocks. Rule kept: a chart is not drawn here, for
// its table says the same and is read aloud.
#pragma once

#include "adapters/paper/model/document.hpp"
#include "adapters/wording/words/language.hpp"
#include "engine/report/figures/key_figures.hpp"

namespace kallad::report {

/// The yearly report.
paper::Document paper_of(const YearlyReport& report, Language language);

/// The key figures, each with its definition.
paper::Document paper_of(const KeyFigures& figures, Language language);

}  // namespace kallad::report
