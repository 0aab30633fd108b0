// Comma separated values as RFC 4180 has them, with the separators of a Swedish spreadsheet as
// well. Not what the cells mean: tables.hpp. Rules kept: a cell is text and never a formula, also
// where it begins with = + - or @; what cannot be read for certain is a fault with its place, and
// nothing is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/import/fault.hpp"

namespace kallad::importing {

/// A cell and where it begins.
struct Cell {
  std::string text;
  Place at;
};

using CsvRow = std::vector<Cell>;

/// How much is taken in: room for the register of a whole region, none for a flood.
struct CsvLimits {
  std::size_t bytes = 8'388'608;
  std::size_t rows = 20'000;
  std::size_t columns = 64;
  std::size_t cell_bytes = 8'192;
};

/// The rows, the head first, or the fault that stopped the reading.
struct Csv {
  std::vector<CsvRow> rows;
  std::optional<Fault> fault;
};

/// Reads UTF-8 text. The separator is `;`, `,` or TAB, whichever the head has; a first line `sep=;`
/// (as Excel writes) says it. Lines end with LF or CRLF; empty lines are passed over. Every row has
/// as many cells as the head. Rules: csv_empty, csv_separator_unclear, csv_quote_unclosed,
/// csv_quote_misplaced, csv_cell_count, csv_cell_too_long, csv_too_many_columns, csv_too_many_rows,
/// csv_too_large.
Csv read_csv(std::string_view text, const CsvLimits& limits = {});

}  // namespace kallad::importing
