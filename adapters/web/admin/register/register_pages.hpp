// The pages about the register: units, principals, agreements, councils, and their forms.
// Not what they do: each asks the API's own routes. Rule kept: for administrators alone.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// All of them.
std::vector<api::Route> register_pages(api::House& house, const Within& within);

/// /admin/units and one unit's page.
std::vector<api::Route> unit_pages(api::House& house, const Within& within);
/// /admin/organisations
std::vector<api::Route> organisation_pages(api::House& house, const Within& within);
/// The forms of units, principals and councils, and that of agreements.
std::vector<api::Route> record_pages(api::House& house, const Within& within);
std::vector<api::Route> agreement_pages(api::House& house, const Within& within);
/// /account/absence for heads, /admin/units/{unit}/absence.
std::vector<api::Route> absence_pages(api::House& house, const Within& within);

}  // namespace kallad::web
