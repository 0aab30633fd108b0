// Settings of accounts, the installation's key, and the address people see.
// Not the accounts. Rule kept: the key's file is its owner's alone, and is made where there is
// none.
#pragma once

#include <cstdint>

#include "adapters/config/settings.hpp"
#include "adapters/sign_in/people.hpp"

namespace kallad::program {

/// The key that protects secrets; made, readable by its owner alone, where there is no such file.
/// Throws std::runtime_error where the file does not hold one.
InstallationKey key_said(const Settings& said);

PeopleSettings people_said(const Settings& said);

/// "https://kallad.example", as it was set, else where the server listens.
std::string url_said(const Settings& said, std::uint16_t port);

}  // namespace kallad::program
