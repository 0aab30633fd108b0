// All pages, for the API's router.
// Not what they show: a room for each subject. Rule kept: a browser that is told no sees a page,
// whichever route said it.
#pragma once

#include "adapters/api/api.hpp"
#include "adapters/web/start/start_page.hpp"

namespace kallad::web {

/// What Api takes. Templates and texts are read now: throws std::logic_error for a mistake in them.
/// `house` outlives the answer.
api::Pages pages(api::House& house, PageSettings settings = {});

}  // namespace kallad::web
