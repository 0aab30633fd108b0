// The page for the person: who comes, what was agreed, who does what by when, when it is followed
// up, how to say no, and how to see who has looked. To be read together, or printed.
// Not a page the person signs in to. Rule kept (domain 6): plain Swedish, and large print.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

/// /cases/{case}/person, with ?size=large in large print.
std::vector<api::Route> person_pages(api::House& house, const Within& within);

}  // namespace kallad::web
