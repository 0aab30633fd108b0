// Codes to scan at the table: each party that was called checks itself in with its own phone.
// Not the checking in: the page behind the link does that, and takes it back (adapters/web/link).
// Rules kept: a code is the party's own and names nobody; what a party says of itself is a note
// until the chair closes attendance.
#pragma once

#include <string>
#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// /cases/{case}/meeting/check-in. `public_url`: what links begin with; empty: as the page was
/// asked for.
std::vector<api::Route> check_in_pages(api::House& house, const Within& within,
                                       std::string public_url);

}  // namespace kallad::web
