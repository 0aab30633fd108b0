// A document as an HTML fragment: what a screen shows of the same blocks.
// Not a page: no head, no style, no script; the page around it brings the class names' look. Rule
// kept: every text is escaped, and headings keep their order.
#pragma once

#include <string>

#include "adapters/paper/model/document.hpp"

namespace kallad::paper {

/// The fragment, one <article lang="sv"> with everything in it. Boxes to write in are shown empty:
/// a screen's forms are other pages.
std::string html_of(const Document& document);

}  // namespace kallad::paper
