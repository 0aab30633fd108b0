// /cases/{case}/afterwards: what was filled in by hand on a day without power, form by form, and
// which commands record it, with the time that each can say.
// Not a form of its own: the commands' forms are. Rule kept: nothing is dated back but what the
// engine lets be dated; where it does not, the page says what counts.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> afterwards_pages(api::House& house, const Within& within);

}  // namespace kallad::web
