// Accounts: the list, one account with what can be done to it, and inviting somebody.
// Not signing in and not passwords, which nobody but their person sees. Rules kept: a one-time link
// is shown once, in the answer to the press that made it; a wrong press on "close" is asked about.
#include <array>
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/admin/admin_pages.hpp"
#include "adapters/web/admin/people_view.hpp"
#include "adapters/web/frame/act.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

struct StateLine {
  std::string value;
  std::string text;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(StateLine, (), (value, text, chosen))

struct PeopleView {
  static constexpr std::string_view page = "people";
  std::optional<AdminNav> nav;
  std::vector<StateLine> units;
  std::vector<StateLine> states;
  bool is_chosen = false;
  std::vector<AccountLine> people;
  bool has_people = false;
  std::string more;
};
BOOST_DESCRIBE_STRUCT(PeopleView, (), (nav, units, states, is_chosen, people, has_people, more))

constexpr std::size_t full_page = 100;  ///< of the API's list

PeopleView view_of(const api::House& house, const api::Call& call, const api::AccountPage& page,
                   const api::RegisterShown& known) {
  const Language language = language_of(call.request);
  const std::string unit = api::query_value(call.request.query, "unit");
  const std::string state = api::query_value(call.request.query, "state");
  PeopleView view;
  view.nav = admin_places(house, "/admin/people", language);
  view.is_chosen = !unit.empty() || !state.empty();
  for (const Choice& each : unit_choices(known))
    view.units.push_back({each.value, each.text, each.value == unit});
  for (const char* each : {"active", "invited", "locked", "closed"})
    view.states.push_back(
        {each, said_of("account_state." + std::string{each}, language), state == each});
  for (const api::AccountShown& each : page.accounts)
    view.people.push_back(account_line(house, each, language));
  view.has_people = !view.people.empty();
  if (page.accounts.size() == full_page)
    view.more = "/admin/people?unit=" + http::form_encoded(unit) + "&state=" + state +
                "&after=" + http::form_encoded(page.accounts.back().user_name);
  return view;
}

void list(const api::House& house, const Within& within, const api::Call& call) {
  within.ask("list_accounts", call, {}, call.request.query,
             [&house, &within, call](HttpResponse response) {
               const auto page = codec::read_text<api::AccountPage>(response.body);
               if (!page) return call.answer(std::move(response));
               with_register(within, call, [&house, call, page = page.value()](const auto& known) {
                 return page_of(house, call, view_of(house, call, page, known),
                                admin_showing(call, {}));
               });
             });
}

HttpResponse once(const api::House& house, const api::Call& call, const api::Invited& invited) {
  const Language language = language_of(call.request);
  const OnceView view{
      said("people.link_heading"_text, language), said("people.link_about"_text, language),
      link_address(house, call.request, invited.token), admin_address("people", invited.account)};
  return page_of(
      house, call, view,
      admin_showing(call, view.heading, {{"/admin/people", said("people.title"_text, language)}}));
}

/// Answers with the link that was made; `again` shows the form anew where none was.
void take_link(const api::House& house, const api::Call& call, const Form& form,
               const HttpResponse& response, const ShowAgain& again) {
  const auto invited = codec::read_text<api::Invited>(response.body);
  if (response.status < 400 && invited) return call.answer(once(house, call, invited.value()));
  Form anew = form;
  anew.wrong(response, language_of(call.request));
  again(std::move(anew), response.status);
}

// Inviting
// -----------------------------------------------------------------------------------------

struct InviteView {
  static constexpr std::string_view page = "invite";
  std::optional<AdminNav> nav;
};
BOOST_DESCRIBE_STRUCT(InviteView, (), (nav))

void show_invite(const api::House& house, const Within& within, const api::Call& call,
                 const Form& form, unsigned status) {
  with_register(within, call, [&house, call, form = form, status](const auto& known) mutable {
    const Language language = language_of(call.request);
    form.offer("unit", unit_choices(known));
    form.offer("positions", position_choices(language));
    Showing showing =
        admin_showing(call, {}, {{"/admin/people", said("people.title"_text, language)}});
    showing.status = status;
    showing.form = &form;
    return page_of(house, call, InviteView{admin_places(house, "/admin/people", language)},
                   showing);
  });
}

/// An unset unit is left to the API to judge: an administrator or auditor needs none.
json rights_in(const Form& form) {
  json rights{{"positions", form.values("positions")}};
  rights["unit"] = form.value("unit");
  return rights;
}

void invite(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  json body = rights_in(*form);
  body["user_name"] = form->value("user_name");
  body["shown_name"] = form->value("shown_name");
  within.say("invite", call, {}, body.dump(), form->value("key"), {},
             [&house, &within, call, form = *form](const HttpResponse& response) {
               take_link(house, call, form, response, [&](const Form& again, unsigned status) {
                 show_invite(house, within, call, again, status);
               });
             });
}

// One account
// --------------------------------------------------------------------------------------

struct PersonView {
  static constexpr std::string_view page = "account_of";
  std::string heading;
  std::optional<AdminNav> nav;
  AccountLine line;
  bool can_sign_in = false;
  bool can_link = false;
  bool can_lock = false;
  bool can_unlock = false;
  bool can_close = false;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (heading, nav, line, can_sign_in, can_link, can_lock, can_unlock, can_close))

PersonView view_of(const api::House& house, const api::AccountShown& account, Language language) {
  const bool is_closed = account.state == "closed";
  const bool is_active = account.state == "active";
  return {account.name,
          admin_places(house, "/admin/people", language),
          account_line(house, account, language),
          is_active,
          !is_closed && account.state != "locked",
          is_active,
          account.state == "locked",
          !is_closed};
}

HttpResponse page(const api::House& house, const api::Call& call, Form form, unsigned status,
                  const api::AccountShown& account, const api::RegisterShown& known) {
  const Language language = language_of(call.request);
  if (form.fields().empty()) {
    form.put("unit", account.unit.text);
    for (const std::string& each : account.positions) form.add("positions", each);
  }
  form.offer("unit", unit_choices(known));
  form.offer("positions", position_choices(language));
  Showing showing =
      admin_showing(call, account.name, {{"/admin/people", said("people.title"_text, language)}});
  showing.status = status;
  showing.form = &form;
  return page_of(house, call, view_of(house, account, language), showing);
}

void show_person(const api::House& house, const Within& within, const api::Call& call,
                 const Form& form, unsigned status) {
  within.ask("show_account", call, {call.values.at(0)}, {},
             [&house, &within, call, form, status](HttpResponse response) {
               const auto account = codec::read_text<api::AccountShown>(response.body);
               if (!account) return call.answer(std::move(response));
               with_register(
                   within, call,
                   [&house, call, form, status, account = account.value()](const auto& known) {
                     return page(house, call, form, status, account, known);
                   });
             });
}

constexpr auto acts = std::to_array<Act>({
    {"rights", "set_account_rights", "done.rights"_text},
    {"link", "reset_account", "done.rights"_text},
    {"sign_out", "sign_out_account", "done.signed_out_other"_text},
    {"lock", "lock_account", "done.locked"_text},
    {"unlock", "unlock_account", "done.unlocked"_text},
    {"close", "close_account", "done.account_closed"_text},
});

void press(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  const Act* act = pressed(acts, form);
  if (act == nullptr) return call.answer(api::problem(400, "bad_form"));
  const ShowAgain again = [&house, &within, call](const Form& anew, unsigned status) {
    show_person(house, within, call, anew, status);
  };
  if (act->name == "close" && form->value("sure") != "yes") {
    Form anew = *form;
    anew.wrong("sure", said("account_of.sure_required"_text, language_of(call.request)));
    return again(std::move(anew), 422);
  }
  const std::string body = act->name == "rights" ? rights_in(*form).dump() : std::string{};
  within.say(act->route, call, {call.values.at(0)}, body, form->value("key"), {},
             [&house, call, form = *form, act, again](const HttpResponse& response) {
               if (act->name == "link") return take_link(house, call, form, response, again);
               if (response.status < 400) {
                 const std::string back = admin_address("people", call.values.at(0));
                 return call.answer(go_to(call.request, back, act->done));
               }
               Form anew = form;
               anew.wrong(response, language_of(call.request));
               again(std::move(anew), response.status);
             });
}

}  // namespace

std::vector<api::Route> people_pages(api::House& house, const Within& within) {
  const std::string one = "/admin/people/{account}";
  return {admin_route("GET", "/admin/people", "page_people",
                      [&house, &within](const api::Call& call) { list(house, within, call); }),
          admin_route("GET", "/admin/people/new", "page_invite",
                      [&house, &within](const api::Call& call) {
                        show_invite(house, within, call, Form{}, 200);
                      }),
          admin_route("POST", "/admin/people/new", "page_invite_send",
                      [&house, &within](const api::Call& call) { invite(house, within, call); }),
          admin_route("GET", one, "page_account_of",
                      [&house, &within](const api::Call& call) {
                        show_person(house, within, call, Form{}, 200);
                      }),
          admin_route("POST", one, "page_account_of_press",
                      [&house, &within](const api::Call& call) { press(house, within, call); })};
}

}  // namespace kallad::web
