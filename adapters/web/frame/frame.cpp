// Values of the shell, and the cookies of language and of what was just done.
// Not a session: those cookies say nothing of who has them.
#include "adapters/web/frame/frame.hpp"

#include <algorithm>
#include <array>

#include "adapters/api/examples/examples.hpp"
#include "adapters/api/routes/session_answer.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/web/frame/menu_table.hpp"
#include "adapters/web/look/look.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

constexpr int done_seconds = 60;

std::string_view done_cookie(bool secure) { return secure ? "__Host-kallad-done" : "kallad-done"; }

/// Who is signed in, for the menu of one's own.
struct Person {
  std::string name;
  std::string unit;
  std::vector<std::string> positions;
};
BOOST_DESCRIBE_STRUCT(Person, (), (name, unit, positions))

struct MenuLink {
  std::string href;
  std::string text;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(MenuLink, (), (href, text, here))

/// The shell's values, under "frame".
struct FrameView {
  static constexpr std::string_view page = "_shell";
  std::string language;
  std::string other_language;
  std::string title;
  std::string style;
  std::string script;
  std::string mark;
  std::string csrf;
  std::string owner;
  std::string path;
  std::string done;
  std::string help;         ///< the address of help, which begins with this page
  bool demo = false;        ///< all that is shown is invented
  bool examples = false;    ///< some is, and marked
  bool can_remove = false;  ///< and the reader can remove it
  bool has_trail = false;
  std::vector<Link> trail;
  std::vector<MenuLink> menu;
  std::optional<Person> person;
  bool wrong = false;
};
BOOST_DESCRIBE_STRUCT(FrameView, (),
                      (language, other_language, title, style, script, mark, csrf, owner, path,
                       done, help, demo, examples, can_remove, has_trail, trail, menu, person,
                       wrong))

Person person_of(const api::House& house, const Session& session, Language language) {
  Person person{session.shown_name, unit_name(house, session.unit), {}};
  for (const std::string& position : session.positions) {
    person.positions.emplace_back(word_of("position", position, language));
  }
  return person;
}

std::vector<MenuLink> menu_links(const Session& session, const std::string& here,
                                 Language language) {
  std::vector<MenuLink> menu;
  for (const MenuRow& row : menu_for(session)) {
    menu.push_back({std::string{row.href}, said(row.text, language), row.href == here});
  }
  return menu;
}

/// What a form that was just taken asked to be said; only texts of that family.
std::string done_text(const HttpRequest& request, Language language) {
  const std::string key = api::cookie(request, done_cookie(request.secure));
  const bool known = key.starts_with("done.") && texts(language).contains(key);
  return known ? said_of(key, language) : std::string{};
}

std::string address_of(const HttpRequest& request) {
  return request.query.empty() ? request.path : request.path + "?" + request.query;
}

/// What the page calls a field; empty where its text does not stand among the page's own.
std::string label_of(std::string_view page, std::string_view field, Language language) {
  const std::string key = std::string{page} + "." + std::string{field};
  return texts(language).contains(key) ? said_of(key, language) : std::string{};
}

FrameView frame_of(const api::House& house, const api::Call& call, std::string_view page,
                   const Showing& showing) {
  const Language language = language_of(call.request);
  FrameView frame;
  frame.language = tag_of(language);
  frame.other_language =
      tag_of(language == Language::swedish ? Language::english : Language::swedish);
  frame.title = showing.title;
  frame.style = look_path("style.css");
  frame.script = look_path("kallad.js");
  frame.mark = look_path("mark.svg");
  frame.path = address_of(call.request);
  frame.help = page == "help" ? "/help" : "/help?page=" + std::string{page};
  frame.done = done_text(call.request, language);
  frame.demo = !house.demo_folder.empty();
  frame.examples = !frame.demo && showing.tells_examples && api::has_examples(house);
  frame.trail = showing.trail;
  frame.has_trail = !showing.trail.empty();
  frame.wrong = showing.form != nullptr && !showing.form->is_good();
  if (const auto session = reader_of(house, call)) {
    frame.csrf = session->form_token;
    frame.owner = owner_word(house.people.keyring, session->account);
    frame.person = person_of(house, *session, language);
    frame.menu = menu_links(*session, showing.here, language);
    frame.can_remove = (frame.demo || frame.examples) &&
                       std::ranges::count(session->positions, "administrator") > 0;
  }
  return frame;
}

}  // namespace

std::vector<MenuRow> menu_for(const Session& session) {
  std::vector<MenuRow> menu;
  std::ranges::copy_if(menu_rows, std::back_inserter(menu), [&](const MenuRow& row) {
    return row.positions.empty() ||
           std::ranges::any_of(session.positions, [&](const std::string& position) {
             return row.positions.find(position) != std::string_view::npos;
           });
  });
  return menu;
}

std::string_view language_cookie(bool secure) {
  return secure ? "__Host-kallad-language" : "kallad-language";
}

std::string unit_name(const api::House& house, const UnitId& id) {
  const auto ledger = house.shelf.ledger();
  const Unit* unit = find_unit(ledger->ledger.known, id);
  return unit == nullptr ? id.text : unit->name;
}

Language language_of(const HttpRequest& request) {
  const bool english = api::cookie(request, language_cookie(request.secure)) == "en";
  return english ? Language::english : Language::swedish;
}

std::optional<Session> reader_of(const api::House& house, const api::Call& call) {
  if (!call.session.account.empty()) return call.session;
  const std::string token = api::session_token_of(call.request);
  if (token.empty() || call.request.header("authorization") != nullptr) return std::nullopt;
  return house.people.sessions.session(token, house.now(), Presence::only_watching);
}

HttpResponse page_of(const api::House& house, const api::Call& call, std::string_view page,
                     Data view, const Showing& showing) {
  static_cast<void>(view_is_known<FrameView>);
  const FrameView frame = frame_of(house, call, page, showing);
  view.set("frame", data_of(frame));
  const Labels labels = [&](std::string_view field) {
    return label_of(page, field, language_of(call.request));
  };
  view.set("form", showing.form == nullptr ? Form{}.data() : showing.form->data(labels));
  HttpResponse response{
      .status = showing.status,
      .headers = {{"content-type", "text/html; charset=utf-8"}, {"cache-control", "no-store"}}};
  if (!frame.done.empty()) {
    const bool secure = call.request.secure;
    response.headers.emplace_back("set-cookie",
                                  api::set_cookie(done_cookie(secure), "", secure, 0));
  }
  response.body = render(page, view, language_of(call.request));
  return response;
}

HttpResponse go_to(const HttpRequest& request, std::string location, std::optional<TextKey> done) {
  HttpResponse response{
      .status = 303, .headers = {{"location", std::move(location)}, {"cache-control", "no-store"}}};
  if (done) {
    response.headers.emplace_back(
        "set-cookie",
        api::set_cookie(done_cookie(request.secure), done->key, request.secure, done_seconds));
  }
  return response;
}

bool is_own_address(std::string_view address) {
  if (!address.starts_with('/') || address.starts_with("//")) return false;
  return std::ranges::all_of(address, [](char c) { return c > ' ' && c < 0x7F && c != '\\'; });
}

std::string sign_in_address(const HttpRequest& request) {
  const std::string here = address_of(request);
  return here == "/" ? "/sign-in" : "/sign-in?next=" + http::form_encoded(here);
}

std::string owner_word(const Keyring& keyring, std::string_view account) {
  return keyring.sign(Purpose::form, "owner\n" + std::string{account});
}

}  // namespace kallad::web
