// The access log for the auditor: who has opened what, and the extract to hand out for a person.
// Not the log and not who may read it: the API's routes. Rules kept (PDL 4:3, 8:5, by domain.md):
// the log is searched by person and by case; handing it out has a stated ground and is logged.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> access_pages(api::House& house, const Within& within);

}  // namespace kallad::web
