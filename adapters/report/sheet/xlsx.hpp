// Tables as one spreadsheet file, a worksheet each.
// Not a reader of spreadsheets. Rules kept: texts are texts and never formulas; the file's only
// time is the one given, so that the same report is the same file years later.
#pragma once

#include <filesystem>
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

/// Writes the file, replacing one of that name. Throws std::runtime_error where it cannot be
/// written.
void write_xlsx(const std::filesystem::path& file, const std::vector<Sheet>& sheets,
                const Properties& properties);

}  // namespace kallad::sheet
