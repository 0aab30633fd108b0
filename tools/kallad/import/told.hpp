// What became of rows and files, as text and as JSON: the parts that all tables share.
// Not the lines of one kind of table: register_import.cpp, cases_import.cpp.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "adapters/import/fault.hpp"
#include "tools/kallad/import/files_read.hpp"

namespace kallad::importing {

/// "rad 3, kolumn 7"; "" where the place is the whole file.
std::string place_text(Place at);
/// The place, the text and the rule. `column` is the name of the cell's column, where it is known.
std::string fault_text(const Fault& fault, const std::string& column = {});
nlohmann::ordered_json fault_json(const Fault& fault, const std::string& column = {});
void print_json(const nlohmann::ordered_json& told);
/// Every fault of files that could not be read; the exit code for them.
int print_faults(const FilesRead& read, bool json);

}  // namespace kallad::importing
