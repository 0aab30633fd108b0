// The calendar under a person's own address, for calendar programs: no session, no cookie.
// Not the page that makes the address (adapters/web/sign_in).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// No route where the house has no door for links, whose limits it is behind, or no mail, whose
/// entries it repeats.
std::vector<Route> feed_routes(House& house);

/// The path of an address, with the language of its entries: "/calendar/ab12….ics".
std::string feed_path(std::string_view secret, Language language);

}  // namespace kallad::api
