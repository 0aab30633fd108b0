// Routes found by id and run with a call made of the page's.
// Not the gate: the page's call has passed it.
#include "adapters/web/frame/within.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "adapters/api/disposal/disposal_routes.hpp"
#include "adapters/api/hooks/hook_routes.hpp"
#include "adapters/api/inbox/inbox_routes.hpp"
#include "adapters/api/letters/letter_routes.hpp"
#include "adapters/api/links/link_routes.hpp"
#include "adapters/api/papers/draft_routes.hpp"
#include "adapters/api/papers/extract_routes.hpp"
#include "adapters/api/papers/paper_routes.hpp"
#include "adapters/api/reports/report_routes.hpp"
#include "adapters/api/routes/routes.hpp"

namespace kallad::web {

namespace {

void append(std::vector<api::Route>& all, std::vector<api::Route> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

/// A page is made on whichever thread knows the answer, and none of them may fall for one that
/// cannot be made.
HttpAnswer held(HttpAnswer answer, const HttpAnswer& otherwise) {
  return [answer = std::move(answer), otherwise](HttpResponse response) {
    try {
      answer(std::move(response));
    } catch (const std::exception&) {
      otherwise(api::problem(500, "accident"));
    }
  };
}

}  // namespace

Within::Within(api::House& house) : routes_(api::case_routes(house)) {
  append(routes_, api::case_event_routes(house));
  append(routes_, api::paper_routes(house));
  append(routes_, api::draft_routes(house));
  append(routes_, api::extract_routes(house));
  append(routes_, api::command_routes(house));
  append(routes_, api::register_routes(house));
  append(routes_, api::account_routes(house));
  append(routes_, api::report_routes(house));
  append(routes_, api::letter_routes(house));
  append(routes_, api::link_routes(house));
  append(routes_, api::hook_routes(house));
  append(routes_, api::inbox_routes(house));
  append(routes_, api::disposal_routes(house));
}

void Within::ask(std::string_view id, const api::Call& call, std::vector<std::string> values,
                 std::string query, HttpAnswer answer) const {
  HttpRequest request;
  request.query = std::move(query);
  run(id, call, std::move(request), std::move(values), std::move(answer));
}

void Within::say(std::string_view id, const api::Call& call, std::vector<std::string> values,
                 std::string body, const std::string& key, const std::string& version,
                 HttpAnswer answer) const {
  HttpRequest request;
  request.body = std::move(body);
  request.headers = {{"content-type", "application/json"}, {"idempotency-key", key}};
  if (!version.empty()) request.headers.emplace_back("if-match", "\"" + version + "\"");
  run(id, call, std::move(request), std::move(values), std::move(answer));
}

namespace {

/// What is being said in turn.
struct Turns {
  const Within& within;
  api::Call call;
  std::vector<Turn> all;
  AfterNo after;
  Within::TurnsDone done;
  std::map<std::string, std::string> versions;  ///< of the cases, as the last answer told them
  std::vector<HttpResponse> answers;
};

void take_turn(const std::shared_ptr<Turns>& turns) {
  const std::size_t next = turns->answers.size();
  const bool is_refused = next > 0 && turns->answers.back().status >= 400;
  if (next == turns->all.size() || (is_refused && turns->after == AfterNo::ends))
    return turns->done(std::move(turns->answers));
  const Turn& turn = turns->all[next];
  const auto told = turns->versions.find(turn.of_case);
  const bool builds = !turn.version.empty();
  turns->within.say(turn.id, turns->call, {turn.of_case}, turn.body, turn.key,
                    builds && told != turns->versions.end() ? told->second : turn.version,
                    [turns, &turn](HttpResponse answer) {
                      const auto read = nlohmann::json::parse(answer.body, nullptr, false);
                      if (answer.status < 400 && read.contains("version"))
                        turns->versions[turn.of_case] = read["version"].dump();
                      turns->answers.push_back(std::move(answer));
                      take_turn(turns);
                    });
}

}  // namespace

void Within::say_in_turn(const api::Call& call, std::vector<Turn> turns, AfterNo after,
                         TurnsDone done) const {
  take_turn(std::make_shared<Turns>(
      Turns{*this, call, std::move(turns), after, std::move(done), {}, {}}));
}

void Within::run(std::string_view id, const api::Call& call, HttpRequest request,
                 std::vector<std::string> values, HttpAnswer answer) const {
  const auto route = std::ranges::find(routes_, id, &api::Route::id);
  if (route == routes_.end()) throw std::logic_error("no route " + std::string{id});
  request.method = route->method;
  request.path = call.request.path;
  request.client = call.request.client;
  request.secure = call.request.secure;
  request.via_proxy = call.request.via_proxy;
  route->handle({.request = std::move(request),
                 .values = std::move(values),
                 .caller = call.caller,
                 .session = call.session,
                 .answer = held(std::move(answer), call.answer)});
}

}  // namespace kallad::web
