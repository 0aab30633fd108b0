// Lays the sources over one another.
// Not what a value may be: adapters/config checks that.
#include "tools/kallad/said/settings_said.hpp"

#include <unistd.h>

#include <iostream>

namespace kallad::program {

std::optional<Settings> read_settings(const std::filesystem::path& config,
                                      const std::map<std::string, std::string>& said_flags) {
  std::vector<SaidValues> sources;
  if (!config.empty()) sources.push_back(read_toml(config.string()));
  sources.push_back(read_environment(environ));
  SaidValues& flags = sources.emplace_back();
  for (const Setting& setting : all_settings()) {
    const auto said = said_flags.find(std::string{setting.key});
    if (said != said_flags.end()) {
      flags.values.push_back({said->first, said->second, flag_of(setting)});
    }
  }
  ReadSettings read = settings_from(sources);
  for (const SettingError& error : read.errors) std::cerr << "kallad: " << text_of(error) << '\n';
  if (!read.errors.empty()) return std::nullopt;
  return std::move(read.settings);
}

}  // namespace kallad::program
