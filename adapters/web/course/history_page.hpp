// Everything that has happened in a case, newest first: when, what, by whom and from where.
// Not anybody's words: those stand in the case. Rule kept: what the reader may not know of it, the
// API has left out.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// /cases/{case}/history, with ?before=N for what is older.
std::vector<api::Route> history_pages(api::House& house, const Within& within);

}  // namespace kallad::web
