// The access log handed out per person: POST /api/v1/access-log/extract.
// Not the auditor's search in the log (routes/account_routes.cpp). Rules kept (PDL 8:5, by
// domain.md): whoever asks is told who has looked, in all cases with the person's number, closed
// ones too; only the auditor hands it out, with a stated ground; the handing out is logged on each
// case before it is answered; the number stands in no address and no log.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::api {

/// Parameters as for papers: format, lang, size. The body is that of a case search.
std::vector<Route> extract_routes(House& house);

}  // namespace kallad::api
