// The files made from the machines' tables: docs/process/*.md for people, schemas/tables/*.json for
// programs. Not hand-written anywhere: a test holds the committed ones against these.
// Rule kept: a table that changes takes its papers with it.
#pragma once

#include <string>
#include <vector>

#include "engine/spine/table.hpp"

namespace kallad {

/// One file: its path from the repository's root, with forward slashes, and its whole text.
struct ProcessFile {
  std::string path;
  std::string text;
};

/// The tables of all machines: case, seat, deficiency.
std::vector<TableText> process_tables();

/// All files of all machines, and those of authority.
std::vector<ProcessFile> process_files();

}  // namespace kallad
