// Settings of signing in elsewhere, turned into what the API is given.
// Not the settings' texts: adapters/config. Rule kept: what is said wrongly stops the start, in
// Swedish, and is not found out at the first sign-in.
#pragma once

#include "adapters/api/way/elsewhere.hpp"
#include "adapters/api/way/shelf.hpp"
#include "adapters/config/settings.hpp"

namespace kallad::program {

/// What is set of it. `shelf` must outlive what comes out. Throws std::runtime_error where the
/// table of positions or the secret's file cannot be read.
api::ElsewhereSettings elsewhere_said(const Settings& said, api::Shelf& shelf);

}  // namespace kallad::program
