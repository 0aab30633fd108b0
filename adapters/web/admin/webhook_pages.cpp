// Other systems that are told what happens: the list, one of them with what did not arrive, and the
// secrets. Not the sending: adapters/webhook. Rules kept: a secret is shown once, in the answer to
// the press that made it; what cannot be undone is asked about.
#include <array>
#include <nlohmann/json.hpp>

#include "adapters/api/hooks/hook_answers.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/admin/admin_pages.hpp"
#include "adapters/web/admin/people_view.hpp"
#include "adapters/web/frame/act.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

constexpr std::string_view place = "/admin/webhooks";

struct HookLine {
  std::string href;
  std::string url;
  std::string unit;
  std::string state;
  std::string tone;
  std::string waiting;  ///< counted; empty: none
  std::string dead;
  std::optional<When> delivered;
};
BOOST_DESCRIBE_STRUCT(HookLine, (), (href, url, unit, state, tone, waiting, dead, delivered))

struct HooksView {
  static constexpr std::string_view page = "webhooks";
  std::optional<AdminNav> nav;
  std::vector<HookLine> hooks;
  bool has_hooks = false;
};
BOOST_DESCRIBE_STRUCT(HooksView, (), (nav, hooks, has_hooks))

HookLine line_of(const api::House& house, const api::WebhookShown& one, Language language) {
  HookLine line{admin_address("webhooks", one.id),
                one.url,
                unit_name(house, one.unit),
                said_of("webhook_state." + one.state, language),
                one.state == "enabled" ? "success" : "warning",
                {},
                {},
                {}};
  if (one.waiting > 0) line.waiting = std::to_string(one.waiting);
  if (one.dead > 0) line.dead = std::to_string(one.dead);
  if (one.delivered) line.delivered = moment_told(*one.delivered, house.calendar, language);
  return line;
}

HttpResponse list_page(const api::House& house, const api::Call& call, Form form, unsigned status,
                       const api::WebhookList& list, const api::RegisterShown& known) {
  const Language language = language_of(call.request);
  HooksView view;
  view.nav = admin_places(house, place, language);
  for (const auto& each : list.webhooks) view.hooks.push_back(line_of(house, each, language));
  view.has_hooks = !view.hooks.empty();
  form.offer("unit", unit_choices(known));
  std::vector<Choice> kinds;
  for (const std::string& each : list.event_kinds)
    kinds.push_back({each, words::capitalised(word_of("event", each, language))});
  form.offer("kinds", std::move(kinds));
  Showing showing = admin_showing(call, {});
  showing.status = status;
  showing.form = &form;
  return page_of(house, call, view, showing);
}

void list(const api::House& house, const Within& within, const api::Call& call, const Form& form,
          unsigned status) {
  within.ask("webhooks", call, {}, {},
             [&house, &within, call, form, status](HttpResponse response) {
               const auto all = codec::read_text<api::WebhookList>(response.body);
               if (!all) return call.answer(std::move(response));
               with_register(within, call,
                             [&house, call, form, status, all = all.value()](const auto& known) {
                               return list_page(house, call, form, status, all, known);
                             });
             });
}

HttpResponse once(const api::House& house, const api::Call& call, std::string secret,
                  const std::string& id) {
  const Language language = language_of(call.request);
  const OnceView view{said("webhook.secret_heading"_text, language),
                      said("webhook.secret_about"_text, language), std::move(secret),
                      admin_address("webhooks", id)};
  return page_of(house, call, view,
                 admin_showing(call, view.heading,
                               {{std::string{place}, said("webhooks.title"_text, language)}}));
}

void add(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const json body{
      {"url", form->value("url")}, {"unit", form->value("unit")}, {"kinds", form->values("kinds")}};
  within.say("add_webhook", call, {}, body.dump(), form->value("key"), {},
             [&house, &within, call, form = *form](const HttpResponse& response) {
               const auto added = codec::read_text<api::WebhookAdded>(response.body);
               if (response.status < 400 && added)
                 return call.answer(once(house, call, added.value().secret, added.value().id));
               Form anew = form;
               anew.wrong(response, language_of(call.request));
               list(house, within, call, anew, response.status);
             });
}

// One of them
// --------------------------------------------------------------------------------------

struct LetterLine {
  std::string number;
  std::string what;
  std::string of_case;
  std::string fate;
  std::string tried;
};
BOOST_DESCRIBE_STRUCT(LetterLine, (), (number, what, of_case, fate, tried))

struct HookView {
  static constexpr std::string_view page = "webhook";
  std::string heading;
  std::optional<AdminNav> nav;
  HookLine line;
  std::vector<std::string> kinds;
  bool has_kinds = false;
  bool is_enabled = false;
  bool has_former = false;
  std::vector<LetterLine> letters;
  bool has_letters = false;
};
BOOST_DESCRIBE_STRUCT(HookView, (),
                      (heading, nav, line, kinds, has_kinds, is_enabled, has_former, letters,
                       has_letters))

LetterLine line_of(const api::House& house, const api::DeadLetter& one, Language language) {
  LetterLine line{std::to_string(one.number),
                  words::capitalised(word_of("event", one.kind, language)),
                  one.subject.text,
                  said_of("webhook_fate." + one.fate, language),
                  {}};
  if (one.status > 0) line.fate += " (" + std::to_string(one.status) + ")";
  line.tried = said("webhook.tried"_text, language,
                    {{"count", std::to_string(one.attempts)},
                     {"when", one.tried ? moment_told(*one.tried, house.calendar, language).text
                                        : std::string{}}});
  return line;
}

HttpResponse page(const api::House& house, const api::Call& call, const Form& form, unsigned status,
                  const api::WebhookShown& one, const api::DeadLetters& dead) {
  const Language language = language_of(call.request);
  HookView view;
  view.heading = one.url;
  view.nav = admin_places(house, place, language);
  view.line = line_of(house, one, language);
  for (const std::string& each : one.kinds)
    view.kinds.push_back(words::capitalised(word_of("event", each, language)));
  view.has_kinds = !view.kinds.empty();
  view.is_enabled = one.state == "enabled";
  view.has_former = one.has_former_secret;
  for (const auto& each : dead.letters) view.letters.push_back(line_of(house, each, language));
  view.has_letters = !view.letters.empty();
  Showing showing = admin_showing(call, view.heading,
                                  {{std::string{place}, said("webhooks.title"_text, language)}});
  showing.status = status;
  showing.form = &form;
  return page_of(house, call, view, showing);
}

void show_webhook(const api::House& house, const Within& within, const api::Call& call,
                  const Form& form, unsigned status) {
  const std::vector<std::string> id{call.values.at(0)};
  within.ask("webhook", call, id, {},
             [&house, &within, call, form, status, id](HttpResponse response) {
               const auto one = codec::read_text<api::WebhookShown>(response.body);
               if (!one) return call.answer(std::move(response));
               within.read<api::DeadLetters>(
                   "dead_letters", call, id, {},
                   [&house, call, form, status, one = one.value()](const api::DeadLetters& dead) {
                     return page(house, call, form, status, one, dead);
                   });
             });
}

constexpr auto acts = std::to_array<Act>({
    {"enable", "enable_webhook", "done.webhook_enabled"_text},
    {"disable", "disable_webhook", "done.webhook_disabled"_text},
    {"remove", "remove_webhook", "done.webhook_removed"_text},
    {"secret", "replace_webhook_secret", "done.recorded"_text},
    {"drop", "drop_former_webhook_secret", "done.webhook_dropped"_text},
    {"resend", "resend_webhook", "done.webhook_resent"_text},
});

/// One dead letter by its number, or all where the button names none.
std::string body_of(const Act& act, const Form& form) {
  if (act.name != "resend") return {};
  const std::string number = form.value("number");
  if (number.empty()) return "{}";
  const auto read = nlohmann::json::parse(number, nullptr, false);
  return nlohmann::json{{"number", read.is_discarded() ? nlohmann::json{number} : read}}.dump();
}

void press(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const Act* act = pressed(acts, form);
  if (act == nullptr) return call.answer(api::problem(400, "bad_form"));
  const ShowAgain again = [&house, &within, call](const Form& anew, unsigned status) {
    show_webhook(house, within, call, anew, status);
  };
  if (act->name == "remove" && form->value("sure") != "yes") {
    Form anew = *form;
    anew.wrong("sure", said("webhook.sure_required"_text, language_of(call.request)));
    return again(std::move(anew), 422);
  }
  const std::string id = call.values.at(0);
  within.say(act->route, call, {id}, body_of(*act, *form), form->value("key"), {},
             [&house, call, form = *form, act, again, id](const HttpResponse& response) {
               if (const auto made = codec::read_text<api::WebhookSecret>(response.body);
                   act->name == "secret" && response.status < 400 && made)
                 return call.answer(once(house, call, made.value().secret, id));
               if (response.status < 400) {
                 const bool is_gone = act->name == "remove";
                 return call.answer(go_to(
                     call.request, is_gone ? std::string{place} : admin_address("webhooks", id),
                     act->done));
               }
               Form anew = form;
               anew.wrong(response, language_of(call.request), std::vector<std::string_view>{});
               again(std::move(anew), response.status);
             });
}

}  // namespace

std::vector<api::Route> webhook_pages(api::House& house, const Within& within) {
  if (house.hooks == nullptr) return {};
  const std::string one = "/admin/webhooks/{webhook}";
  return {admin_route(
              "GET", std::string{place}, "page_webhooks",
              [&house, &within](const api::Call& call) { list(house, within, call, Form{}, 200); }),
          admin_route("POST", std::string{place}, "page_webhooks_add",
                      [&house, &within](const api::Call& call) { add(house, within, call); }),
          admin_route("GET", one, "page_webhook",
                      [&house, &within](const api::Call& call) {
                        show_webhook(house, within, call, Form{}, 200);
                      }),
          admin_route("POST", one, "page_webhook_press",
                      [&house, &within](const api::Call& call) { press(house, within, call); })};
}

}  // namespace kallad::web
