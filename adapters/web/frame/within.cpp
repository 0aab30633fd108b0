// Routes found by id and run with a call made of the page's.
// Not the gate: the page's call has passed it.
#include "adapters/web/frame/within.hpp"

#include <algorithm>
#include <stdexcept>

#include "adapters/api/routes/routes.hpp"

namespace kallad::web {

namespace {

void append(std::vector<api::Route>& all, std::vector<api::Route> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

}  // namespace

Within::Within(api::House& house) : routes_(api::case_routes(house)) {
  append(routes_, api::command_routes(house));
  append(routes_, api::register_routes(house));
  append(routes_, api::account_routes(house));
}

void Within::ask(std::string_view id, const api::Call& call, std::vector<std::string> values,
                 std::string query, HttpAnswer answer) const {
  const auto route = std::ranges::find(routes_, id, &api::Route::id);
  if (route == routes_.end()) throw std::logic_error("no route " + std::string{id});
  api::Call within{.request = {.method = route->method,
                               .path = call.request.path,
                               .query = std::move(query),
                               .client = call.request.client,
                               .secure = call.request.secure,
                               .via_proxy = call.request.via_proxy},
                   .values = std::move(values),
                   .caller = call.caller,
                   .session = call.session,
                   .answer = std::move(answer)};
  route->handle(std::move(within));
}

}  // namespace kallad::web
