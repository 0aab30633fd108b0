// What became of rows, files and the whole import, as text and as JSON: what all tables share.
// Not the lines of one kind of table: register_import.cpp, cases_import.cpp.
#pragma once

#include <boost/describe.hpp>
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
/// What an import came to.
enum class Ending { dry_run, refused, nothing_new, stored };
BOOST_DESCRIBE_ENUM(Ending, dry_run, refused, nothing_new, stored)

/// What a run in earnest comes to: all rows are taken or none, unless it is told to skip some.
Ending ending_of(const program::ImportOptions& options, bool any_refused, bool any_new);
/// How it ended, in a sentence.
void print_ending(Ending ending, bool any_refused);
/// The whole plan as one JSON object: how it ended, how many rows have each fate, and the rows.
void print_plan_json(Ending ending, nlohmann::ordered_json counts, nlohmann::ordered_json rows);
/// 0 where every row was taken, 1 where some was refused.
int exit_code(bool any_refused);
/// Every fault of files that could not be read; the exit code for them.
int print_faults(const FilesRead& read, bool json);

}  // namespace kallad::importing
