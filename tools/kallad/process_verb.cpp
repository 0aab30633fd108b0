// `kallad process`: a machine's table, printed by adapters/wording.
// Not the table: the engine's *_table.hpp is the only source.
#include <iostream>

#include "adapters/wording/process_files.hpp"
#include "adapters/wording/process_text.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

ProcessFormat format_named(std::string_view name) {
  ProcessFormat found = ProcessFormat::table;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<ProcessFormat>>([&](auto each) {
    if (name == each.name) found = each.value;
  });
  return found;
}

}  // namespace

int run_process(const ProcessOptions& options) {
  for (const TableText& table : process_tables()) {
    if (table.machine != options.machine) continue;
    std::cout << process_text(table, format_named(options.format));
    return good;
  }
  return wrong_input;
}

}  // namespace kallad::program
