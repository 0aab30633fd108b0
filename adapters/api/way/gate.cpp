// Sessions of cookies and tokens of programs, turned into callers.
// Not signing in: session_routes.cpp. Rule kept (OWASP): a cookie alone changes nothing; the
// request must also carry the session's own word, or come from a program's token.
#include "adapters/api/way/gate.hpp"

#include <algorithm>
#include <array>

#include "adapters/api/way/problem.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "engine/spine/table.hpp"

namespace kallad::api {

namespace {

constexpr std::string_view bearer = "Bearer ";

bool changes_something(const HttpRequest& request) {
  return request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
}

std::vector<Position> positions_of(const Session& session) {
  std::vector<Position> positions;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Position>>([&](auto each) {
    for (const std::string& held : session.positions) {
      if (held == each.name) positions.push_back(each.value);
    }
  });
  return positions;
}

bool carries_own_word(const HttpRequest& request, const Session& session) {
  const std::string* word = request.header("x-csrf-token");
  if (word != nullptr) return Sessions::form_fits(session, *word);
  const std::string* type = request.header("content-type");
  const auto form = type != nullptr && http::is_form(*type) ? http::read_form(request.body)
                                                            : std::optional<http::FormFields>{};
  return form && std::ranges::any_of(*form, [&session](const auto& field) {
           return field.first == csrf_field && Sessions::form_fits(session, field.second);
         });
}

HttpResponse not_signed_in() {
  HttpResponse response = problem(401, "not_signed_in");
  response.headers.emplace_back("www-authenticate", "Bearer realm=\"kallad\"");
  return response;
}

}  // namespace

Caller caller_of(const Session& session) {
  return {.account = session.account,
          .name = session.shown_name,
          .unit = session.unit,
          .positions = positions_of(session),
          .named_for = session.named_for};
}

bool is_cross_site(const HttpRequest& request) {
  const std::string* from = request.header("sec-fetch-site");
  return from != nullptr && *from != "same-origin" && *from != "none";
}

std::string cookie(const HttpRequest& request, std::string_view name) {
  std::string found;
  int times = 0;
  for (const auto& [header, value] : request.headers) {
    if (header != "cookie") continue;
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find(';', at), value.size());
      std::string_view pair = std::string_view{value}.substr(at, end - at);
      while (pair.starts_with(' ')) pair.remove_prefix(1);
      if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
        found = std::string{pair.substr(name.size() + 1)};
        ++times;
      }
      at = end + 1;
    }
  }
  return times == 1 ? found : std::string{};
}

std::string session_token_of(const HttpRequest& request) {
  const std::string* authorization = request.header("authorization");
  if (authorization != nullptr) {
    return authorization->starts_with(bearer) ? authorization->substr(bearer.size())
                                              : std::string{};
  }
  return cookie(request, request.secure ? secure_cookie : plain_cookie);
}

std::optional<HttpResponse> enter(House& house, const Route& route, Call& call) {
  if (route.entry == Entry::anyone) return std::nullopt;
  const std::string token = session_token_of(call.request);
  const Presence presence =
      route.entry == Entry::watching ? Presence::only_watching : Presence::counts;
  const auto session =
      token.empty() ? std::nullopt : house.people.sessions.session(token, house.now(), presence);
  if (!session) return not_signed_in();
  const bool by_cookie = call.request.header("authorization") == nullptr;
  if (by_cookie == (session->kind == SessionKind::program)) return not_signed_in();
  if (by_cookie && changes_something(call.request) &&
      (is_cross_site(call.request) || !carries_own_word(call.request, *session))) {
    return problem(403, "csrf_required");
  }
  call.caller = caller_of(*session);
  call.session = *session;
  return std::nullopt;
}

RouteHandler for_whole_case(House& house, std::string kind, WholeWork work) {
  return [&house, kind = std::move(kind), work = std::move(work)](Call call) {
    const auto found = house.shelf.find_case(call.values.at(0));
    const auto ledger = house.shelf.ledger();
    const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
    const Sight sight = found ? authority::sight(call.caller, found->file, occasion) : Sight{};
    const bool whole = sight.of_case == CaseSight::whole;
    HttpResponse response = sight.is_none() ? problem(404, "no_such_case")
                            : whole         ? work({found->file, ledger->ledger, occasion.at}, call)
                                            : problem(403, "coordinator_only");
    Opening opening = opening_by(call, kind);
    opening.ground = table::state_id(sight.of_case);
    if (whole) opening.outcome = "shown";
    answer_logged(house, std::move(opening), occasion.at, std::move(call.answer),
                  std::move(response));
  };
}

}  // namespace kallad::api
