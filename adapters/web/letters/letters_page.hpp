// The page of a case's letters: what waits to be settled, what will be sent when, what was sent.
// Not the letters and not the mail. Rule kept: for who coordinates the case; the API says so.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// /cases/{case}/letters; none where the house has no mailroom.
std::vector<api::Route> letters_pages(api::House& house, const Within& within);

}  // namespace kallad::web
