// Tables of cases into the log.
// Not the weighing of rows: adapters/import/cases.
#pragma once

#include "tools/kallad/import/files_read.hpp"

namespace kallad::importing {

/// Tells the fate of each row, and where it is no dry run says to the desk what is not said yet: 0
/// or 1 as run_import answers.
int import_cases(const program::ImportOptions& options, const FilesRead& read);

}  // namespace kallad::importing
