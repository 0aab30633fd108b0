// One's own calendar address: made, seen once, revoked.
// Not the calendar: adapters/api/feed. Rule kept: the secret is shown in the answer to the press
// that made it and nowhere else; it stands in no address of a page and in no cookie.
#include "adapters/api/feed/feed_routes.hpp"
#include "adapters/api/feed/feed_secrets.hpp"
#include "adapters/api/routes/session_answer.hpp"
#include "adapters/mailroom/mailroom.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/sign_in/sign_in_pages.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

namespace {

using api::FeedScope;

struct CalendarAddressView {
  static constexpr std::string_view page = "calendar_address";
  std::string address;    ///< only where it was just made
  std::string subscribe;  ///< the same for calendar programs: webcal://
  bool is_made = false;
  std::string chosen;
  When made;
  bool was_fetched = false;
  When fetched;
};
BOOST_DESCRIBE_STRUCT(CalendarAddressView, (),
                      (address, subscribe, is_made, chosen, made, was_fetched, fetched))

std::string scope_text(FeedScope scope, Language language) {
  return scope == FeedScope::mine ? said("calendar_address.scope_mine"_text, language)
                                  : said("calendar_address.scope_unit"_text, language);
}

/// "https://kallad.example.se": the installation's public address, where one is set; else the one
/// this request came to.
std::string origin_of(const api::House& house, const HttpRequest& request) {
  const std::string known = house.mail ? house.mail->links().of_case(CaseId{"x"}) : std::string{};
  const auto end = known.find("/cases/");
  if (known.starts_with("https://") && end != std::string::npos) return known.substr(0, end);
  const std::string* host = request.header("host");
  return host ? (request.secure ? "https://" : "http://") + *host : std::string{};
}

HttpResponse show(api::House& house, const api::Call& call, Form form, const std::string& secret,
                  unsigned status) {
  const Language language = language_of(call.request);
  CalendarAddressView view;
  if (!secret.empty()) {
    view.address = origin_of(house, call.request) + api::feed_path(secret, language);
    view.subscribe = "webcal" + view.address.substr(view.address.find("://"));
  }
  if (const auto known = api::FeedSecrets{house.people.file}.of_account(call.session.account)) {
    view.is_made = true;
    view.chosen = scope_text(known->scope, language);
    view.made = moment_told(known->made, house.calendar, language);
    view.was_fetched = known->fetched.has_value();
    if (known->fetched) view.fetched = moment_told(*known->fetched, house.calendar, language);
  }
  if (form.value("scope").empty()) form.put("scope", "unit");
  form.offer("scope", {{"unit", scope_text(FeedScope::unit, language)},
                       {"mine", scope_text(FeedScope::mine, language)}});
  const Link account{"/account", said("account.title"_text, language)};
  return page_of(house, call, view, {.status = status, .trail = {account}, .form = &form});
}

HttpResponse press(api::House& house, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return api::problem(400, "bad_form");
  api::FeedSecrets secrets{house.people.file};
  const std::string& account = call.session.account;
  if (form->value("act") == "revoke") {
    secrets.revoke(account);
    return go_to(call.request, "/account/calendar", "done.calendar_revoked"_text);
  }
  const bool is_mine = form->value("scope") == "mine";
  const auto made = secrets.make(account, is_mine ? FeedScope::mine : FeedScope::unit, house.now());
  if (const auto* no = boost::variant2::get_if<Refusals>(&made)) return api::refused(*no, 422);
  return show(house, call, *form, boost::variant2::get<std::string>(made), 200);
}

}  // namespace

std::vector<api::Route> calendar_address_pages(api::House& house) {
  return {
      page_route("GET", "/account/calendar", "page_calendar_address", api::Entry::signed_in,
                 [&house](const api::Call& call) { return show(house, call, {}, {}, 200); }),
      page_route("POST", "/account/calendar", "page_calendar_address_press", api::Entry::signed_in,
                 [&house](const api::Call& call) { return press(house, call); })};
}

}  // namespace kallad::web
