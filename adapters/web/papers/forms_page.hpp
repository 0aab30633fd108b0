// /forms: the empty forms to print for a day without power, and /forms/{kind}: one of them on the
// screen, or with format=pdf as a file. Not a case's documents: papers_page.hpp. Rule kept: they
// hold nothing of anybody, so nothing is logged.
#pragma once

#include <vector>

#include "adapters/web/frame/within.hpp"

namespace kallad::web {

std::vector<api::Route> forms_pages(api::House& house);

}  // namespace kallad::web
