// Limits first, then whose it is, then their meetings. A calendar that has the same already is told
// so (RFC 9110, If-None-Match).
#include "adapters/api/feed/feed_routes.hpp"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <iterator>

#include "adapters/api/feed/feed_answers.hpp"
#include "adapters/api/feed/link_calendar.hpp"
#include "adapters/api/feed/own_meetings.hpp"
#include "adapters/api/links/link_door.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/desk/digest/digest.hpp"
#include "adapters/sign_in/throttle.hpp"

namespace kallad::api {

namespace {

constexpr std::string_view suffix = ".ics";

Caller caller_of(const FeedOwner& owner) {
  Caller caller{.account = owner.account,
                .name = owner.name,
                .unit = owner.unit,
                .positions = {},
                .named_for = owner.named_for};
  for (const std::string& held : owner.positions) {
    Position position{};
    if (boost::describe::enum_from_string(held.c_str(), position)) {
      caller.positions.push_back(position);
    }
  }
  return caller;
}

HttpResponse too_often(std::chrono::seconds wait) {
  No no{429, {{"too_many_requests", "", {}}}, 0};
  no.retry_after = static_cast<int>(wait.count());
  return problem(no);
}

HttpResponse calendar_of(House& house, const Call& call, const FeedOwner& owner, Instant now) {
  const bool is_english = query_value(call.request.query, "language") == "en";
  const Language language = is_english ? Language::english : Language::swedish;
  const calendar::Written written =
      calendar::write_feed(own_meetings(house, caller_of(owner), owner.scope, language, now),
                           language, house.calendar.zone());
  if (written.fault) return problem(500, "accident");
  const std::string etag = "\"" + hex(content_digest("calendar feed", written.text)) + "\"";
  const HttpHeaders headers{{"etag", etag}, {"cache-control", "private, max-age=900"}};
  const auto* known = call.request.header("if-none-match");
  if (known != nullptr && known->find(etag) != std::string::npos) return {304, headers, {}};
  HttpResponse response{200, headers, written.text};
  response.headers.emplace_back("content-type", "text/calendar; charset=utf-8");
  return response;
}

HttpResponse fetch(House& house, const Call& call) {
  const Instant now = house.now();
  const std::string client = "feed " + client_network(call.request.client);  // not the links' own
  LinkLimits& limits = house.links->limits;
  if (const auto wait = limits.take(client, client_bucket, look_cost, now)) return too_often(*wait);
  std::string_view secret = call.values.at(0);
  if (secret.ends_with(suffix)) secret.remove_suffix(suffix.size());
  const auto owner = FeedSecrets{house.people.file}.open(secret, now);
  if (owner) return calendar_of(house, call, *owner, now);
  limits.add(client, client_bucket, dead_cost, now);
  return problem(404, "calendar_address_dead");
}

HttpResponse show_address(House& house, const Call& call) {
  const auto known = FeedSecrets{house.people.file}.of_account(call.session.account);
  if (!known) return problem(404, "calendar_address_none");
  return json(
      codec::write_compact(CalendarAddressShown{known->scope, known->made, known->fetched}));
}

HttpResponse make_address(House& house, const Call& call) {
  const auto said = codec::read_text<CalendarAddressForm>(call.request.body);
  if (!said) return problem_of(said.errors());
  const auto made =
      FeedSecrets{house.people.file}.make(call.session.account, said.value().scope, house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&made))
    return problem(No{422, reasons_of(*no), 0});
  const auto& secret = boost::variant2::get<std::string>(made);
  return json(codec::write_compact(CalendarAddressMade{feed_path(secret, Language::swedish)}), 201);
}

HttpResponse revoke_address(House& house, const Call& call) {
  const bool was_there = FeedSecrets{house.people.file}.revoke(call.session.account);
  return was_there ? HttpResponse{.status = 204} : problem(404, "calendar_address_none");
}

/// One's own address: shown without its secret, made, revoked.
std::vector<Route> address_routes(House& house) {
  const auto route = [&house](std::string method, std::string id, std::string about,
                              HttpResponse (*work)(House&, const Call&), RouteForm form) {
    return Route{.method = std::move(method),
                 .pattern = "/api/v1/me/calendar",
                 .id = std::move(id),
                 .about = std::move(about),
                 .handle = [&house, work](const Call& call) { call.answer(work(house, call)); },
                 .form = std::move(form)};
  };
  return {route("GET", "show_calendar_address", "den egna kalenderadressen, utan sin hemlighet",
                show_address, {.answer = &codec::shape_of<CalendarAddressShown>()}),
          route("POST", "make_calendar_address", "gör en ny kalenderadress; den förra slutar gälla",
                make_address,
                {.body = &codec::shape_of<CalendarAddressForm>(),
                 .status = 201,
                 .answer = &codec::shape_of<CalendarAddressMade>()}),
          route("DELETE", "revoke_calendar_address", "låt kalenderadressen sluta gälla",
                revoke_address, {.status = 204})};
}

}  // namespace

std::vector<Route> feed_routes(House& house) {
  if (house.links == nullptr || house.mail == nullptr) return {};
  std::vector<Route> routes = link_calendar_routes(house);
  std::ranges::move(address_routes(house), std::back_inserter(routes));
  routes.push_back({.method = "GET",
                    .pattern = "/calendar/{secret}",
                    .id = "calendar_feed",
                    .about = "en persons möten som kalender, under den egna hemliga adressen",
                    .entry = Entry::anyone,
                    .handle = [&house](const Call& call) { call.answer(fetch(house, call)); },
                    .form = {.media = "text/calendar",
                             .query = {{"language", "en: på engelska; annars på svenska"}}}});
  return routes;
}

std::string feed_path(std::string_view secret, Language language) {
  return "/calendar/" + std::string{secret} + std::string{suffix} +
         (language == Language::english ? "?language=en" : "");
}

}  // namespace kallad::api
