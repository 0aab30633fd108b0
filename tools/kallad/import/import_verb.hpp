// `kallad import`: what it is told, and the exit code it gives.
// Not the command line (main.cpp) and not the weighing of rows (adapters/import). Rule kept: 0
// every row was taken, 1 some row was refused, 2 a file could not be read for certain.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kallad::program {

struct ImportOptions {
  std::filesystem::path data;
  std::vector<std::filesystem::path> files;
  std::string encoding;              ///< "utf-8" or "windows-1252"; empty: told by the file
  std::string by = "kallad import";  ///< who is named in the log
  bool dry_run = false;
  bool skip_refused = false;
  bool json = false;
};

/// Takes tables into the register, all rows or none, or cases, each whole or not at all; and prints
/// what becomes of each row.
int run_import(const ImportOptions& options);

}  // namespace kallad::program
