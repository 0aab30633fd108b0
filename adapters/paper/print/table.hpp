// Tables on pages: caption, header, rows; the header again on each page.
// Not a spreadsheet: no sums, no joined cells.
#pragma once

#include "adapters/paper/model/document.hpp"
#include "adapters/paper/sheet/sheet.hpp"

namespace kallad::paper {

/// How much of a page the table's beginning takes, which stands together: caption, header and the
/// first row, or the whole of it where it is short.
double start_height(Sheet& sheet, const Table& table);

/// Sets the table with its elements below `node`. Throws std::invalid_argument where a row has not
/// as many cells as there are columns.
void set_table(Sheet& sheet, const Table& table, Node& node);

}  // namespace kallad::paper
