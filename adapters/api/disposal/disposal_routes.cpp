// The two lists behind one question: may the caller decide about copies at all?
// Not what stands in them: copies.cpp.
#include "adapters/api/disposal/disposal_routes.hpp"

#include "adapters/api/disposal/copies.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::api {

namespace {

/// Answers with what `read` makes of the caller's lists.
template <class Read>
RouteHandler for_deciders(House& house, Read read) {
  return [&house, read](const Call& call) {
    if (!decides_disposal(call.caller)) return call.answer(problem(403, "position_missing"));
    call.answer(json(codec::write_compact(read(CopyLists{house, call.caller}))));
  };
}

}  // namespace

std::vector<Route> disposal_routes(House& house) {
  return {{.method = "GET",
           .pattern = "/api/v1/disposals",
           .id = "list_disposals",
           .about = "huvudmäns kopior som får gallras nu, det som är mest bråttom först",
           .handle = for_deciders(house, [](const CopyLists& lists) { return lists.due(); }),
           .form = {.answer = &codec::shape_of<DueCopies>()}},
          {.method = "GET",
           .pattern = "/api/v1/disposals/done",
           .id = "list_disposed",
           .about = "kopior av ärenden som är gallrade, de senaste först",
           .handle = for_deciders(house, [](const CopyLists& lists) { return lists.gone(); }),
           .form = {.answer = &codec::shape_of<GoneCopies>()}}};
}

}  // namespace kallad::api
