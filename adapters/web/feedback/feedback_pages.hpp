// /accessibility/tell: what is hard to use, told by anybody; /admin/feedback: what has come in, for
// administrators, until they have read it.
// Not mail: nothing leaves the program. Rule kept (lag 2018:1937): no account is asked for.
#pragma once

#include <vector>

#include "adapters/web/frame/frame.hpp"

namespace kallad::web {

/// None where the server keeps no feedback.
std::vector<api::Route> feedback_pages(api::House& house);

}  // namespace kallad::web
