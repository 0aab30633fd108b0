// Forms in, endpoints and dead letters out.
// Not who is told of what: hook_house.hpp and engine/authority.
#include "adapters/api/hooks/hook_routes.hpp"

#include <charconv>

#include "adapters/api/hooks/hook_answers.hpp"
#include "adapters/api/hooks/hook_house.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::api {

namespace {

constexpr std::size_t page_rows = 100;

HttpResponse no(const Refusals& why) {
  const bool unknown = why.front().rule == "webhook_unknown";
  return problem(No{unknown ? 404U : 422U, reasons_of(why)});
}

HttpResponse done_or(const Refusals& why) {
  return why.empty() ? HttpResponse{.status = 204} : no(why);
}

WebhookShown shown(const webhook::Endpoint& one) {
  return {one.id,   one.url,       one.unit,    one.kinds, one.state, one.has_former_secret,
          one.made, one.delivered, one.waiting, one.dead};
}

DeadLetter shown(const webhook::Delivery& one) {
  return {one.number,  one.id,       one.news.kind, one.news.subject, one.news.event,
          one.news.at, one.attempts, one.tried,     one.fate,         static_cast<int>(one.status)};
}

HttpResponse list(Hooks& hooks) {
  WebhookList all{{}, webhook::event_kinds()};
  for (const auto& one : hooks.endpoints.list()) all.webhooks.push_back(shown(one));
  return json(codec::write_compact(all));
}

HttpResponse find(Hooks& hooks, const Call& call) {
  const auto one = hooks.endpoints.find(call.values.at(0));
  return one ? json(codec::write_compact(shown(*one))) : problem(404, "webhook_unknown");
}

HttpResponse add(House& house, const Call& call) {
  const auto form = codec::read_text<WebhookForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  const WebhookForm& said = form.value();
  if (find_unit(house.shelf.ledger()->ledger.known, said.unit) == nullptr) {
    return problem(422, std::vector{Reason{"unit_unknown", "/unit", {}}});
  }
  const auto added = house.hooks->endpoints.add({said.url, said.unit, said.kinds}, house.now());
  if (const auto* why = boost::variant2::get_if<Refusals>(&added)) return no(*why);
  const auto& yes = boost::variant2::get<webhook::AddedEndpoint>(added);
  return json(codec::write_compact(WebhookAdded{yes.id, yes.secret}), 201);
}

HttpResponse replace_secret(Hooks& hooks, const Call& call) {
  const auto made = hooks.endpoints.replace_secret(call.values.at(0));
  if (const auto* why = boost::variant2::get_if<Refusals>(&made)) return no(*why);
  return json(codec::write_compact(WebhookSecret{boost::variant2::get<std::string>(made)}));
}

HttpResponse dead_letters(Hooks& hooks, const Call& call) {
  std::int64_t after = 0;
  const std::string text = query_value(call.request.query, "after");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), after);
  if (!text.empty() && (error != std::errc{} || end != text.data() + text.size())) {
    return problem(400, "bad_page");
  }
  if (!hooks.endpoints.find(call.values.at(0))) return problem(404, "webhook_unknown");
  DeadLetters page;
  for (const auto& one : hooks.deliveries.dead_letters(call.values.at(0), after, page_rows)) {
    page.letters.push_back(shown(one));
  }
  if (page.letters.size() == page_rows) page.next = page.letters.back().number;
  return json(codec::write_compact(page));
}

HttpResponse resend(House& house, const Call& call) {
  const auto form = codec::read_text<ResendForm>(call.request.body);
  if (!form) return problem_of(form.errors());
  auto& line = house.hooks->deliveries;
  const auto number = form.value().number;
  const Refusals why = number ? line.resend(call.values.at(0), *number, house.now())
                              : line.resend_all(call.values.at(0), house.now());
  house.hooks->runner.wake();
  return done_or(why);
}

template <class Work>
Route for_administrator(std::string method, std::string_view below, std::string id,
                        std::string about, RouteForm form, Work work) {
  return {.method = std::move(method),
          .pattern = "/api/v1/webhooks" + std::string{below},
          .id = std::move(id),
          .about = std::move(about),
          .handle = for_position(Position::administrator, std::move(work)),
          .form = std::move(form)};
}

using Change = Refusals (webhook::Endpoints::*)(const std::string&);

Route change(Hooks& hooks, std::string method, std::string_view below, std::string id,
             std::string about, Change what) {
  return for_administrator(std::move(method), below, std::move(id), std::move(about),
                           {.status = 204}, [&hooks, what](const Call& call) {
                             return done_or((hooks.endpoints.*what)(call.values.at(0)));
                           });
}

std::vector<Route> routes_of_endpoints(House& house) {
  using webhook::Endpoints;
  Hooks& hooks = *house.hooks;
  return {for_administrator("GET", "", "webhooks", "mottagare av webhookar",
                            {.answer = &codec::shape_of<WebhookList>()},
                            [&hooks](const Call&) { return list(hooks); }),
          for_administrator("POST", "", "add_webhook", "lägg till en mottagare",
                            {.body = &codec::shape_of<WebhookForm>(),
                             .status = 201,
                             .answer = &codec::shape_of<WebhookAdded>()},
                            [&house](const Call& call) { return add(house, call); }),
          for_administrator("GET", "/{webhook}", "webhook", "en mottagare",
                            {.answer = &codec::shape_of<WebhookShown>()},
                            [&hooks](const Call& call) { return find(hooks, call); }),
          change(hooks, "DELETE", "/{webhook}", "remove_webhook", "ta bort en mottagare",
                 &Endpoints::remove),
          change(hooks, "POST", "/{webhook}/disable", "disable_webhook", "stäng av en mottagare",
                 &Endpoints::disable),
          change(hooks, "POST", "/{webhook}/enable", "enable_webhook", "slå på en mottagare",
                 &Endpoints::enable),
          change(hooks, "POST", "/{webhook}/drop-former-secret", "drop_former_webhook_secret",
                 "sluta signera med den förra hemligheten", &Endpoints::drop_former_secret)};
}

}  // namespace

std::vector<Route> hook_routes(House& house) {
  if (house.hooks == nullptr) return {};
  Hooks& hooks = *house.hooks;
  std::vector<Route> routes = routes_of_endpoints(house);
  routes.push_back(
      for_administrator("POST", "/{webhook}/replace-secret", "replace_webhook_secret",
                        "ny hemlighet; den förra signerar bredvid tills den tas bort",
                        {.answer = &codec::shape_of<WebhookSecret>()},
                        [&hooks](const Call& call) { return replace_secret(hooks, call); }));
  routes.push_back(for_administrator(
      "GET", "/{webhook}/dead-letters", "dead_letters", "det som inte har gått att leverera",
      {.answer = &codec::shape_of<DeadLetters>(), .query = {"after"}},
      [&hooks](const Call& call) { return dead_letters(hooks, call); }));
  routes.push_back(for_administrator("POST", "/{webhook}/resend", "resend_webhook",
                                     "försök igen med ett eller alla",
                                     {.body = &codec::shape_of<ResendForm>(), .status = 204},
                                     [&house](const Call& call) { return resend(house, call); }));
  return routes;
}

}  // namespace kallad::api
