// Cells side by side that begin at one height and may run over to the next pages together: a row of
// a table, a line of boxes, or a paragraph, which is a row of one cell.
// Not what the cells are: their elements are given. Rule kept: no single line of a paragraph is
// left alone at a page's foot or head.
#pragma once

#include <functional>
#include <vector>

#include "adapters/paper/sheet/sheet.hpp"

namespace kallad::paper {

/// One text in a cell, and the element it is the content of; none: it is not read.
struct Piece {
  Lines text;
  Node* node = nullptr;
};

/// A cell: its pieces under each other, in a space `width` wide with `pad` around them.
struct Cell {
  double x = 0;
  double width = 0;
  double pad = 0;
  std::vector<Piece> pieces;
};

/// Where one stretch of a row came to stand, and whether it is the first and the last one.
struct Stretch {
  double top = 0;
  double height = 0;
  bool first = true;
  bool last = true;
};

struct Row {
  std::vector<Cell> cells;
  double least = 0;                           ///< at least this high
  bool keep_together = true;                  ///< goes to the next page whole where it fits there
  std::function<void(const Stretch&)> under;  ///< drawn before the texts
  std::function<void(const Stretch&)> over;   ///< drawn after them
  std::function<void()> on_new_page;          ///< after a page was turned for it
};

/// How high the row is when it is not broken.
double height_of(const Row& row);

/// Draws the row where the pen is and moves the pen below it.
void place(Sheet& sheet, const Row& row);

}  // namespace kallad::paper
