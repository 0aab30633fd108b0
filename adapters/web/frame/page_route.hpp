// A page as a route of the API's router.
// Not who may see it: the gate and engine/authority. Rule kept: pages pass the same gate as the
// API's own routes, and are not in its description.
#pragma once

#include <string>
#include <utility>

#include "adapters/api/way/call.hpp"
#include "adapters/api/way/router.hpp"

namespace kallad::web {

/// A page that is answered at once. `id` is unique among all routes.
template <class Work>
api::Route page_route(std::string method, std::string pattern, std::string id, api::Entry entry,
                      Work work) {
  return {.method = std::move(method),
          .pattern = std::move(pattern),
          .id = std::move(id),
          .about = {},
          .entry = entry,
          .handle = [work](const api::Call& call) { call.answer(work(call)); },
          .is_page = true};
}

/// A page that is answered later, by whoever knows: `work` gets the call and answers it.
template <class Work>
api::Route later_route(std::string method, std::string pattern, std::string id, Work work) {
  return {.method = std::move(method),
          .pattern = std::move(pattern),
          .id = std::move(id),
          .about = {},
          .handle = [work](api::Call call) { work(std::move(call)); },
          .is_page = true};
}

}  // namespace kallad::web
