// Any command of a case as a page with a form, and its way to the API.
// Not the commands' rules: a refusal comes back and stands at its field. Rules kept: nothing typed
// is lost, also when somebody else was faster; a form is stored once however often it is sent.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// /cases/new and /cases/{case}/do/{command}.
std::vector<api::Route> command_pages(api::House& house, const Within& within);

}  // namespace kallad::web
