// The documents of one case over HTTP: GET /api/v1/cases/{case}/papers/{kind}, as PDF or as a
// fragment of HTML. Not the documents: adapters/paper. Rules kept (domain 6): a paper holds what
// its reader may see of the case, and asking for one is an opening that is logged before it is
// answered; extracts of the access log are for those who may read it.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// Parameters: format=pdf (or html), lang=sv (or en), size=normal (or large); party of a summons,
/// number of a deficiency.
std::vector<Route> paper_routes(House& house);

}  // namespace kallad::api
