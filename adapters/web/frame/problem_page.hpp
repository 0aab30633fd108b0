// A no as a page: what happened, why, and what one can do now.
// Not the no itself: way/problem.hpp. Rule kept: every reason is told in the reader's language; a
// mistake of the program says so and blames nobody.
#pragma once

#include "adapters/api/way/call.hpp"

namespace kallad::web {

/// The problem as a page, with its status and its headers.
HttpResponse problem_page(const api::House& house, const api::Call& call, HttpResponse problem);

/// The rule of a problem's first reason.
std::string rule_of(const HttpResponse& problem);

}  // namespace kallad::web
