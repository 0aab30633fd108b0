// Spreadsheets as tables of text: .xlsx and .ods, each sheet read as if it had been saved as CSV.
// Not what the cells mean (tables.hpp), and no calculator: of a formula the value is taken that the
// spreadsheet program saved with it. Rules kept: a cell that cannot be read for certain is a fault
// with its place; what is packed small and unpacks large is not unpacked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/import/csv.hpp"

namespace kallad::importing {

/// A sheet with something in it. In a place the line is the row, and the column the sheet's column.
struct Sheet {
  std::string name;
  Csv csv;
};

/// The sheets in their order, or the fault that stopped the reading.
struct Book {
  std::vector<Sheet> sheets;
  std::optional<Fault> fault;
};

/// How much a book may unpack to.
struct BookLimits {
  std::size_t part_bytes = 33'554'432;  ///< of one file inside
  std::size_t parts = 2'048;            ///< files inside
  std::size_t sheets = 16;
  CsvLimits table;
};

/// Whether the bytes are a packed spreadsheet, or one that only older programs and passwords make.
bool is_book(std::string_view bytes);

/// Reads a book. Days come as YYYY-MM-DD, yes and no as ja and nej, whole numbers without decimals;
/// empty rows and columns at the end are left out. Rules: book_too_large, book_of_other_kind,
/// book_broken, book_empty, book_too_many_sheets; of a sheet: sheet_cells_merged,
/// sheet_cell_is_error, sheet_formula_without_value, sheet_cell_beyond_head, csv_too_large,
/// csv_too_many_rows, csv_too_many_columns, csv_cell_too_long.
Book read_book(const std::string& bytes, const BookLimits& limits = {});

}  // namespace kallad::importing
