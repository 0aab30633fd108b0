// The pages of administration: register, routines, accounts, what failed, webhooks.
// Not what they do: each asks the API's own routes. Rule kept: for administrators alone.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// All of them.
std::vector<api::Route> admin_pages(api::House& house, const Within& within);

/// /admin/people, one account's page, and inviting somebody.
std::vector<api::Route> people_pages(api::House& house, const Within& within);
/// /admin/trouble
std::vector<api::Route> trouble_pages(api::House& house, const Within& within);
/// /admin/routines, one version of one, and the form of a new version.
std::vector<api::Route> routine_pages(api::House& house, const Within& within);
/// /admin/webhooks and one of them; none where the server has no webhooks.
std::vector<api::Route> webhook_pages(api::House& house, const Within& within);
/// /admin/demo: what goes and what stays when the examples are removed, and their removal.
std::vector<api::Route> demo_pages(api::House& house, const Within& within);

}  // namespace kallad::web
