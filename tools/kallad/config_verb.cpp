// `kallad config check`: says what would hold, and what is wrong, without starting anything.
// Not secrets: of files with keys only the name is printed.
#include <iostream>

#include "tools/kallad/said/settings_said.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

int run_config_check(const ServeOptions& options) {
  const auto settings = read_settings(options.config, options.flags);
  if (!settings) return wrong_input;
  for (const Setting& setting : all_settings()) {
    std::cout << setting.key << " = " << value_of(*settings, setting) << '\n';
  }
  return good;
}

}  // namespace kallad::program
