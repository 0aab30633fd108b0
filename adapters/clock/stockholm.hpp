// Europe/Stockholm as the engine's Zone, read from the system's time zone database (tzdata).
// Not a copy of the database: a new tzdata counts from the next start of the program.
// Rule kept (domain.md 3): deadlines are right across both changes of the clocks, also in years for
// which the database keeps a rule and no table.
#pragma once

#include <string>

#include "engine/spine/zone.hpp"

namespace kallad {

/// The zone of that name ("Europe/Stockholm") as a table of its changes 1970-2100. Throws
/// std::runtime_error, saying what to install, where the database or the zone is missing.
Zone zone_from_tzdata(const std::string& name);

/// Europe/Stockholm; throws as zone_from_tzdata does.
Zone stockholm();

}  // namespace kallad
