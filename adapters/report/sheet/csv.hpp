// A table as CSV for spreadsheets and open data: UTF-8 with byte order mark, semicolons, CRLF.
// Not a reader of CSV: adapters/import. Rule kept: no cell becomes a formula when a spreadsheet
// opens the file.
#pragma once

#include <string>

#include "adapters/report/sheet/sheet.hpp"

namespace kallad::sheet {

/// The table's head and rows. A text that begins with = + - @, a tab or a line break gets an
/// apostrophe before it; one that holds a separator, quote or line break is quoted.
std::string to_csv(const Sheet& sheet);

}  // namespace kallad::sheet
