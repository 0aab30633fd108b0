// Limits first, then whose it is, then their meetings. A calendar that has the same already is told
// so (RFC 9110, If-None-Match).
#include "adapters/api/feed/feed_routes.hpp"

#include <boost/describe/enum_from_string.hpp>

#include "adapters/api/feed/own_meetings.hpp"
#include "adapters/api/links/link_door.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/desk/digest.hpp"
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
  const std::string client = client_network(call.request.client);
  LinkLimits& limits = house.links->limits;
  if (const auto wait = limits.take(client, client_bucket, look_cost, now)) return too_often(*wait);
  std::string_view secret = call.values.at(0);
  if (secret.ends_with(suffix)) secret.remove_suffix(suffix.size());
  const auto owner = FeedSecrets{house.people.file}.open(secret, now);
  if (owner) return calendar_of(house, call, *owner, now);
  limits.add(client, client_bucket, dead_cost, now);
  return problem(404, "calendar_address_dead");
}

}  // namespace

std::vector<Route> feed_routes(House& house) {
  if (house.links == nullptr || house.mail == nullptr) return {};
  return {{.method = "GET",
           .pattern = "/calendar/{secret}",
           .id = "calendar_feed",
           .about = "en persons möten som kalender, under den egna hemliga adressen",
           .entry = Entry::anyone,
           .handle = [&house](const Call& call) { call.answer(fetch(house, call)); },
           .form = {.media = "text/calendar",
                    .query = {{"language", "en: på engelska; annars på svenska"}}}}};
}

std::string feed_path(std::string_view secret, Language language) {
  return "/calendar/" + std::string{secret} + std::string{suffix} +
         (language == Language::english ? "?language=en" : "");
}

}  // namespace kallad::api
