// The files of one import, read as tables: CSV, and every sheet of a spreadsheet.
// Not what their rows do. Rule kept: what cannot be read for certain stops the import.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "adapters/import/tables.hpp"
#include "tools/kallad/import/import_verb.hpp"

namespace kallad::importing {

struct FilesRead {
  std::vector<TableFile> tables;
  std::vector<std::pair<std::string, Fault>> faults;  ///< with the file's name
  std::vector<std::string> unreadable;
};

/// Reads them all. A sheet's name stands after its file's. Rules: those of tables.hpp, book.hpp,
/// and cases_come_after_register where both kinds stand in one import.
FilesRead read_files(const program::ImportOptions& options);

/// Whether the tables are of cases.
bool are_of_cases(const FilesRead& read);

}  // namespace kallad::importing
