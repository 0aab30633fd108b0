// `kallad config check`: says what would hold, and what is wrong, without starting anything.
// Not secrets: of files with keys only the name is printed.
#include <unistd.h>

#include <iostream>

#include "tools/kallad/settings_said.hpp"

namespace kallad::program {

std::optional<Settings> read_settings(const ServeOptions& options) {
  std::vector<SaidValues> sources;
  if (!options.config.empty()) sources.push_back(read_toml(options.config.string()));
  sources.push_back(read_environment(environ));
  SaidValues& flags = sources.emplace_back();
  for (const Setting& setting : all_settings()) {
    const auto said = options.flags.find(std::string{setting.key});
    if (said != options.flags.end()) {
      flags.values.push_back({said->first, said->second, flag_of(setting)});
    }
  }
  ReadSettings read = settings_from(sources);
  for (const SettingError& error : read.errors) std::cerr << "kallad: " << text_of(error) << '\n';
  if (!read.errors.empty()) return std::nullopt;
  return std::move(read.settings);
}

int run_config_check(const ServeOptions& options) {
  const auto settings = read_settings(options);
  if (!settings) return wrong_input;
  for (const Setting& setting : all_settings()) {
    std::cout << setting.key << " = " << value_of(*settings, setting) << '\n';
  }
  return good;
}

}  // namespace kallad::program
