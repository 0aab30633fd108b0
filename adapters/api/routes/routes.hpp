// The routes of /api/v1, by subject; api.cpp lists them all.
// Not what they do: the file of each subject. Rule kept: every command and every read is a route,
// made from the same lists as the codec, so that none is forgotten.
#pragma once

#include "adapters/api/follow/followers.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

std::vector<Route> command_routes(House& house);     ///< each command of a case, open_case first
std::vector<Route> case_routes(House& house);        ///< cases as they may be seen
std::vector<Route> case_event_routes(House& house);  ///< what has happened in a case
std::vector<Route> follow_routes(Followers& followers);  ///< what happens anywhere, as it happens
std::vector<Route> register_routes(House& house);        ///< the register and the routines
std::vector<Route> session_routes(House& house);         ///< signing in and out, who one is
std::vector<Route> elsewhere_routes(House& house);       ///< signing in with somebody else's word
std::vector<Route> account_routes(House& house);         ///< accounts, and the access log
std::vector<Route> status_routes(House& house);          ///< alive, ready, and numbers

/// The API's description as JSON and as a page. Both texts must outlive the routes.
std::vector<Route> description_routes(const std::string& openapi, const std::string& page);

}  // namespace kallad::api
