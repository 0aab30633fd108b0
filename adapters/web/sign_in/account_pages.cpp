// One's own account: who one is, the password, where one is signed in; and the language.
// Not other people's accounts: those are the administrator's.
#include "adapters/api/routes/session_answer.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/sign_in/sign_in_pages.hpp"
#include "adapters/web/template/days.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

constexpr int language_seconds = 365 * 24 * 60 * 60;

struct SessionView {
  std::string browser;
  When began;
  bool is_this = false;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (browser, began, is_this))

struct AccountView {
  static constexpr std::string_view page = "account";
  std::string name;
  std::string user_name;
  std::string unit;
  std::vector<std::string> positions;
  bool is_head = false;
  std::vector<SessionView> sessions;
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (name, user_name, unit, positions, is_head, sessions))

/// A browser by the name people know it by: of "Mozilla/5.0 ... Firefox/128.0", "Firefox".
std::string browser_called(std::string_view agent, Language language) {
  for (const std::string_view known : {"Edg", "OPR", "Firefox", "Chrome", "Safari"}) {
    if (agent.find(std::string{known} + "/") == std::string_view::npos) continue;
    return known == "Edg" ? "Edge" : known == "OPR" ? "Opera" : std::string{known};
  }
  return said("account.unknown_browser"_text, language);
}

HttpResponse show_account(api::House& house, const api::Call& call, const Form& form,
                          unsigned status) {
  const Language language = language_of(call.request);
  const Session& own = call.session;
  AccountView view{own.shown_name, own.user_name, unit_name(house, own.unit), {}, {}, {}};
  for (const std::string& position : own.positions) {
    view.positions.emplace_back(word_of("position", position, language));
  }
  view.is_head = authority::has(call.caller, Position::unit_head);
  for (const Session& each : house.people.sessions.of_account(own.account, house.now())) {
    if (each.kind != SessionKind::browser) continue;
    view.sessions.push_back({browser_called(each.name, language),
                             moment_told(each.began, house.calendar, language), each.id == own.id});
  }
  return page_of(house, call, view, {.status = status, .form = &form});
}

/// Which field a reason is about: the new password where it is a rule of passwords.
std::string_view password_field_of(const Refusal& reason) {
  return reason.rule.starts_with("password_") ? "wanted" : "current";
}

HttpResponse change_password(api::House& house, const api::Call& call) {
  auto form = Form::sent(call.request);
  if (!form) return api::problem(400, "bad_form");
  const auto answer = house.people.sign_in.change_password(
      call.session, {form->raw("current"), form->raw("wanted"), api::browser_of(call.request)},
      house.now());
  if (const auto* no = boost::variant2::get_if<NotSignedIn>(&answer)) {
    for (const Refusal& each : no->reasons) {
      form->wrong(password_field_of(each), text_of(each, language_of(call.request)));
    }
    form->forget("current");
    form->forget("wanted");
    return show_account(house, call, *form, no->again ? 429 : 422);
  }
  HttpResponse response = go_to(call.request, "/account", "done.password"_text);
  api::add_cookies(response, boost::variant2::get<SignedIn>(answer), call.request.secure,
                   house.now());
  return response;
}

HttpResponse choose_language(const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form || api::is_cross_site(call.request)) return api::problem(400, "bad_form");
  const std::string back = form->raw("back");
  HttpResponse response = go_to(call.request, is_own_address(back) ? back : "/");
  const bool secure = call.request.secure;
  response.headers.emplace_back(
      "set-cookie",
      api::set_cookie(language_cookie(secure), form->value("language") == "en" ? "en" : "sv",
                      secure, language_seconds));
  return response;
}

}  // namespace

std::vector<api::Route> account_pages(api::House& house) {
  return {
      page_route("GET", "/account", "page_account", api::Entry::signed_in,
                 [&house](const api::Call& call) { return show_account(house, call, {}, 200); }),
      api::hashing(
          page_route("POST", "/account", "page_account_password", api::Entry::signed_in,
                     [&house](const api::Call& call) { return change_password(house, call); })),
      page_route("POST", "/language", "page_language", api::Entry::anyone, choose_language)};
}

}  // namespace kallad::web
