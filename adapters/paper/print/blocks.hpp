// A document's blocks set on pages, each with its elements in the tree.
// Not the file: print.hpp makes that. Rule kept: a heading never stands last on a page, a table's
// header is repeated on each page and read once.
#pragma once

#include <set>
#include <vector>

#include "adapters/paper/model/document.hpp"
#include "adapters/paper/sheet/sheet.hpp"

namespace kallad::paper {

/// On which page a block began and ended.
struct Extent {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Sets all blocks; before those of `turn_before` a new page is begun. Where each came to stand.
std::vector<Extent> set_blocks(Sheet& sheet, const Document& document,
                               const std::set<std::size_t>& turn_before);

}  // namespace kallad::paper
