// What has happened in a case, event by event: when, what, by whose hand. Never an event's content:
// that is in the case as it is shown.
// Rules kept (domain 6): others' staff are not named to a party, and deficiencies are shown with
// the case, to those who stand to them; a frozen sight ends at its horizon.
#include <algorithm>
#include <charconv>

#include "adapters/api/routes/answers.hpp"
#include "adapters/api/routes/opening.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/api/way/event_sight.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::api {

namespace {

CaseEvent shown(const EventView& event, bool whole, const UnitId& own) {
  const Actor by = read_actor(event.actor);
  CaseEvent one{event.sequence, event.at, std::string{event.type}, event.version, by.role, {}, {}};
  if (!whole && by.unit != own) return one;
  if (!by.unit.empty()) one.unit = by.unit;
  if (!by.name.empty()) one.name = by.name;
  return one;
}

HttpResponse events_of(House& house, const Call& call, const Sight& sight) {
  const bool whole = sight.of_case == CaseSight::whole;
  CaseEvents body;
  house.shelf.read(call.values.at(0), [&](const EventView& event) {
    if (may_know(sight, event.type, event.sequence, event.at)) {
      body.events.push_back(shown(event, whole, sight.unit));
    }
  });
  return json(codec::write_compact(body));
}

void show(House& house, Call call) {
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  auto seen = look(house, call.caller, call.values.at(0), occasion);
  // What the council and reports see of a case is no account of its events.
  if (seen && seen->sight.of_case < CaseSight::frozen) seen.reset();
  HttpResponse response = seen ? events_of(house, call, seen->sight) : HttpResponse{};
  answer_logged(house, std::move(call), "events", seen, occasion.at, std::move(response));
}

/// Last-Event-ID as a browser sends it when it comes again.
std::optional<std::int64_t> last_received(const HttpRequest& request) {
  const std::string* said = request.header("last-event-id");
  std::int64_t position = 0;
  if (said == nullptr) return std::nullopt;
  const char* end = said->data() + said->size();
  const auto read = std::from_chars(said->data(), end, position);
  return read.ec == std::errc{} && read.ptr == end ? std::optional{position} : std::nullopt;
}

void follow(Followers& followers, const Call& call) {
  auto feed =
      followers.follow(session_token_of(call.request), call.caller, last_received(call.request));
  if (!feed) return call.answer(problem(503, "overloaded"));
  call.answer({.status = 200,
               .headers = {{"cache-control", "no-store"}},
               .body = {},
               .feed = std::move(feed)});
}

}  // namespace

std::vector<Route> case_event_routes(House& house, Followers& followers) {
  return {{.method = "GET",
           .pattern = "/api/v1/events",
           .id = "follow_events",
           .about = "det som händer i ärenden du får se, medan det händer (server-sent events)",
           .entry = Entry::watching,
           .handle = [&followers](const Call& call) { follow(followers, call); },
           .form = {.media = "text/event-stream"}},
          {.method = "GET",
           .pattern = "/api/v1/cases/{case}/events",
           .id = "list_case_events",
           .about = "vad som har hänt i ett ärende, utan innehåll",
           .handle = [&house](Call call) { show(house, std::move(call)); },
           .form = {.answer = &codec::shape_of<CaseEvents>()}}};
}

}  // namespace kallad::api
