// A table of published counts, with its words: what every form is made from.
// Not a report: which tables there are and what they say is adapters/report. Rule kept: a count
// that is hidden or not stated is a cell of its own kind, so that no form can print it as nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kallad::sheet {

/// What a cell is. A hidden or unstated one has the word for it as its text.
enum class CellKind { text, number, hidden, not_stated };

/// One cell. `number` counts for numbers alone.
struct Cell {
  CellKind kind = CellKind::text;
  std::string text;
  std::int64_t number = 0;
  bool operator==(const Cell&) const = default;
};

/// A text cell.
inline Cell said(std::string text) { return {CellKind::text, std::move(text), 0}; }
/// A number; its text is its digits.
inline Cell counted(std::int64_t number) {
  return {CellKind::number, std::to_string(number), number};
}

/// A column's head, and whether numbers stand below.
struct Column {
  std::string head;
  bool numeric = false;
};

/// A table. The first column heads the rows. `id` is for file names and anchors: lower-case
/// letters, digits and -. `chart` is the number of the column that is drawn as bars, 0 for none.
struct Sheet {
  std::string id;
  std::string title;
  std::string note;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::size_t chart = 0;
};

}  // namespace kallad::sheet
