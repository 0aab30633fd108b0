// The settings of a run: what the command line said, over the environment, over a file.
// Not the settings themselves: adapters/config.
#pragma once

#include <optional>

#include "adapters/config/settings.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

/// All sources laid over one another, or nothing after each error has been told on standard error.
std::optional<Settings> read_settings(const ServeOptions& options);

}  // namespace kallad::program
