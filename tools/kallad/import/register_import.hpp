// Tables of the register into its log.
// Not the weighing of rows: adapters/import.
#pragma once

#include "tools/kallad/import/files_read.hpp"

namespace kallad::importing {

/// Tells the fate of each row, and where it is no dry run stores them all in one transaction, or
/// none: 0 or 1 as run_import answers.
int import_register(const program::ImportOptions& options, const FilesRead& read);

}  // namespace kallad::importing
