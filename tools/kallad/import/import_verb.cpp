// Reads the files, and hands them to the import of their kind.
// Not the imports themselves.
#include "tools/kallad/import/import_verb.hpp"

#include "tools/kallad/import/cases_import.hpp"
#include "tools/kallad/import/register_import.hpp"
#include "tools/kallad/import/told.hpp"

namespace kallad::program {

int run_import(const ImportOptions& options) {
  const auto read = importing::read_files(options);
  if (!read.faults.empty() || !read.unreadable.empty()) {
    return importing::print_faults(read, options.json);
  }
  return importing::are_of_cases(read) ? importing::import_cases(options, read)
                                       : importing::import_register(options, read);
}

}  // namespace kallad::program
