// The settings of a run: what the command line said, over the environment, over a file.
// Not the settings themselves: adapters/config.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "adapters/config/settings.hpp"

namespace kallad::program {

/// All sources laid over one another, or nothing after each error has been told on standard error.
/// `flags` are what the command line said, by the settings' keys.
std::optional<Settings> read_settings(const std::filesystem::path& config,
                                      const std::map<std::string, std::string>& flags);

}  // namespace kallad::program
