// The way of one request: route, gate, handler; and headers on every answer.
// Not a place for rules of a route.
#include "adapters/api/api.hpp"

#include <algorithm>

#include "adapters/api/disposal/disposal_routes.hpp"
#include "adapters/api/exchange/fhir_routes.hpp"
#include "adapters/api/feed/feed_routes.hpp"
#include "adapters/api/hooks/hook_routes.hpp"
#include "adapters/api/inbox/inbox_routes.hpp"
#include "adapters/api/letters/letter_routes.hpp"
#include "adapters/api/links/link_routes.hpp"
#include "adapters/api/openapi.hpp"
#include "adapters/api/papers/draft_routes.hpp"
#include "adapters/api/papers/extract_routes.hpp"
#include "adapters/api/papers/paper_routes.hpp"
#include "adapters/api/reports/report_routes.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/api/way/problem.hpp"

namespace kallad::api {

namespace {

/// What every answer says to the browser that gets it: show nothing of others, run nothing, sit in
/// nobody's frame, tell nobody where one came from.
HttpAnswer secured(HttpAnswer answer, bool by_tls) {
  return [answer = std::move(answer), by_tls](HttpResponse response) {
    static const HttpHeaders headers{
        {"content-security-policy",
         "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src "
         "'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
        {"x-content-type-options", "nosniff"},
        {"referrer-policy", "no-referrer"},
        {"cross-origin-opener-policy", "same-origin"},
        {"cross-origin-resource-policy", "same-origin"},
        {"permissions-policy", "camera=(), geolocation=(), microphone=()"}};
    response.headers.insert(response.headers.end(), headers.begin(), headers.end());
    // Whoever has once come by TLS is not led to come without; a year, and for this host alone.
    if (by_tls) response.headers.emplace_back("strict-transport-security", "max-age=31536000");
    answer(std::move(response));
  };
}

void append(std::vector<Route>& all, std::vector<Route> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

/// The description's own routes are in the description as well, so its texts are filled in later.
std::vector<Route> all_routes(House& house, Followers& followers, const std::string& openapi,
                              const std::string& page, std::vector<Route> pages) {
  std::vector<Route> all = status_routes(house);
  append(all, description_routes(openapi, page));
  append(all, session_routes(house));
  append(all, elsewhere_routes(house));
  append(all, account_routes(house));
  append(all, case_routes(house));
  append(all, case_event_routes(house));
  append(all, paper_routes(house));
  append(all, fhir_routes(house));
  append(all, draft_routes(house));
  append(all, extract_routes(house));
  append(all, follow_routes(followers));
  append(all, command_routes(house));
  append(all, register_routes(house));
  append(all, link_routes(house));
  append(all, feed_routes(house));
  append(all, hook_routes(house));
  append(all, letter_routes(house));
  append(all, inbox_routes(house));
  append(all, disposal_routes(house));
  append(all, report_routes(house));
  append(all, std::move(pages));
  return all;
}

HttpResponse not_matched(const HttpRequest& request, const Matched& matched) {
  const bool is_known = matched.status == 405;
  HttpResponse response =
      is_known && request.method == "OPTIONS"
          ? HttpResponse{.status = 204}
          : problem(matched.status, is_known ? "method_not_allowed" : "path_unknown");
  if (is_known) response.headers.emplace_back("allow", matched.allow);
  return response;
}

bool is_problem(const HttpResponse& response) {
  return std::ranges::any_of(response.headers, [](const auto& header) {
    return header.first == "content-type" && header.second == "application/problem+json";
  });
}

/// Browsers say so when a person goes to a page; programs that read JSON do not.
bool takes_pages(const HttpRequest& request) {
  const std::string* accepted = request.header("accept");
  return accepted != nullptr && accepted->find("text/html") != std::string::npos;
}

bool takes_json(const Route& route) {
  return !route.is_page && (route.form.body != nullptr || !route.form.own_body.empty());
}

/// The three kinds of body that any page on the web can send here without asking first (CORS).
bool is_of_plain_form(const HttpRequest& request) {
  const std::string* type = request.header("content-type");
  if (type == nullptr) return false;
  std::string kind = type->substr(0, type->find_first_of("; "));
  std::ranges::transform(kind, kind.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return kind == "text/plain" || kind == "multipart/form-data" ||
         kind == "application/x-www-form-urlencoded";
}

}  // namespace

Api::Api(House& house, unsigned threads, Pages pages)
    : house_(house),
      of_problem_(std::move(pages.of_problem)),
      followers_(house),
      router_(all_routes(house, followers_, openapi_, page_, std::move(pages.routes))),
      workers_(threads) {
  house_.later = [this](std::function<void()> work) {
    workers_.run([this, work = std::move(work)] {
      try {
        work();
      } catch (const StoreError& error) {  // the answer that `work` still held becomes 500
        house_.log.tell(LogLevel::error, "work_failed", {{"what", error.what()}});
      }
    });
  };
  openapi_ = openapi_of(router_);
  page_ = description_page(router_);
}

void Api::handle(HttpRequest request, HttpAnswer answer) {
  answer = for_people(request, secured(std::move(answer), request.secure));
  workers_.run([this, request = std::move(request), answer = std::move(answer)]() mutable {
    Matched matched = router_.match(request.method, request.path);
    if (matched.route == nullptr) return answer(not_matched(request, matched));
    if (!matched.route->slow) return answer_safely(std::move(matched), std::move(request), answer);
    slow_.run([this, matched = std::move(matched), request = std::move(request), answer] {
      answer_safely(matched, request, answer);
    });
  });
}

void Api::answer_safely(Matched matched, HttpRequest request, const HttpAnswer& answer) {
  const Route& route = *matched.route;
  const auto failed = [&](const std::exception& error, unsigned status, std::string_view rule) {
    house_.log.tell(LogLevel::error, "route_failed", {{"route", route.id}, {"what", error.what()}});
    answer(problem(status, rule));
  };
  try {
    answer_one(std::move(matched), std::move(request), answer);
  } catch (const StoreError& error) {
    failed(error, 503, "store_failed");
  } catch (const std::exception& error) {
    failed(error, 500, "accident");
  }
}

HttpAnswer Api::for_people(const HttpRequest& request, HttpAnswer answer) const {
  if (!of_problem_ || !takes_pages(request)) return answer;
  return [this, request, answer = std::move(answer)](HttpResponse response) {
    answer(is_problem(response) ? of_problem_(request, std::move(response)) : std::move(response));
  };
}

void Api::answer_one(Matched matched, HttpRequest request, HttpAnswer answer) {
  Call call{std::move(request), std::move(matched.values), {}, {}, std::move(answer)};
  if (auto refused = enter(house_, *matched.route, call)) return call.answer(*std::move(refused));
  if (takes_json(*matched.route) && is_of_plain_form(call.request)) {
    return call.answer(problem(415, "json_expected"));
  }
  matched.route->handle(std::move(call));
}

}  // namespace kallad::api
