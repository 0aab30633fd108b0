// What the drawing library leaves undone in a PDF: the tree of elements, language, title, the marks
// of PDF/UA, artifacts, and ids and dates that do not change from run to run.
// Not drawing: not a line is added to a page.
#pragma once

#include <string>

#include "adapters/paper/model/document.hpp"
#include "adapters/paper/print/print.hpp"
#include "adapters/paper/sheet/structure.hpp"

namespace kallad::paper {

/// The finished file. Throws std::logic_error where the pages do not hold the marks that the tree
/// names.
std::string finished(const std::string& drawn, const Node& root, const Document& document,
                     const PrintOptions& options);

}  // namespace kallad::paper
