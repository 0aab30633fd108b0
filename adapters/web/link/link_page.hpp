// The page that a letter's link leads to: understand in ten seconds, answer in one press.
// Not a session and not the JSON routes of links. Rules kept: GET shows and never acts; an answer
// is a POST of a person's own press; nothing of the person is named; no cookie is needed.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::web {

/// None where the house has no links.
std::vector<api::Route> link_pages(api::House& house);

}  // namespace kallad::web
