// The page after sign-in, and the pages that are the same for everybody.
// Not the list's rules: the API's list of cases. Rule kept: a list names no person.
#pragma once

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// What those who run the server have set for the pages.
struct PageSettings {
  std::string accessibility_contact = {};  ///< where to tell of shortcomings; empty: not said
  std::string public_url = {};  ///< the address that people use; empty: the one they came by
};

/// "/"
std::vector<api::Route> start_pages(api::House& house, const Within& within);
/// /inbox: what waits for the unit; none where the server keeps no takings.
std::vector<api::Route> inbox_pages(api::House& house, const Within& within);
/// /search
std::vector<api::Route> search_pages(api::House& house, const Within& within);
/// /help, /accessibility
std::vector<api::Route> static_pages(api::House& house, PageSettings settings);

}  // namespace kallad::web
