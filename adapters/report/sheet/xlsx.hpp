// Tables as one spreadsheet file, a worksheet each.
// Not a reader of spreadsheets. Rules kept: texts are texts and never formulas; the file's only
// time is the one given, so that the same report is the same file years later.
#pragma once

#include <string>
#include <vector>

#include "adapters/report/sheet/sheet.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::sheet {

/// What stands in the file's properties.
struct Properties {
  std::string title;
  std::string subject;
  Instant made;  ///< when the report was frozen
};

/// The file's bytes. Throws std::runtime_error where there is no memory for a file.
std::string xlsx_of(const std::vector<Sheet>& sheets, const Properties& properties);

}  // namespace kallad::sheet
