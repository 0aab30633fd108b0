// The invented cases, and the way rid of them: what goes, what stays and why, and one press.
// Not the removal itself: adapters/api/examples. Rules kept: nothing goes before it is said what
// goes and that it cannot be undone; a store that was never marked is told of as it is, for no
// button may guess what is invented.
#include <filesystem>

#include "adapters/api/examples/examples.hpp"
#include "adapters/web/admin/admin_pages.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"

namespace kallad::web {

namespace {

struct DemoView {
  static constexpr std::string_view page = "demo";
  bool has_examples = false;
  std::vector<std::string> going;
  std::vector<std::string> staying;
  bool has_staying = false;
  std::vector<Link> led;  ///< real cases that lose their coordinator's account
  bool has_led = false;
  bool can_remove = false;
  bool own_account = false;
  bool other_administrator = false;
  bool unmarked = false;  ///< said to be invented, and nothing is marked
  std::string command;
};
BOOST_DESCRIBE_STRUCT(DemoView, (),
                      (has_examples, going, staying, has_staying, led, has_led, can_remove,
                       own_account, other_administrator, unmarked, command))

/// The folder as a shell takes it, whatever its name.
std::string quoted(const std::string& folder) {
  std::string text = "'";
  for (const char c : folder) text += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return text + "'";
}

/// "20 ärenden"; nothing where there are none.
void count(std::vector<std::string>& lines, std::size_t number, TextKey one, TextKey many,
           Language language) {
  if (number == 0) return;
  lines.push_back(said(number == 1 ? one : many, language, {{"count", std::to_string(number)}}));
}

std::vector<std::string> going_told(const api::Examples& all, Language language) {
  std::vector<std::string> lines;
  count(lines, all.cases.size(), "demo.case"_text, "demo.cases"_text, language);
  if (!all.accounts.empty()) {
    std::string names;
    for (const Account& each : all.accounts) names += (names.empty() ? "" : ", ") + each.shown_name;
    lines.push_back(said("demo.accounts"_text, language,
                         {{"count", std::to_string(all.accounts.size())}, {"names", names}}));
  }
  count(lines, all.going.units.size(), "demo.unit"_text, "demo.units"_text, language);
  count(lines, all.going.principals.size(), "demo.principal"_text, "demo.principals"_text,
        language);
  count(lines, all.going.agreements.size(), "demo.agreement"_text, "demo.agreements"_text,
        language);
  count(lines, all.going.councils.size(), "demo.council"_text, "demo.councils"_text, language);
  return lines;
}

template <class Map, class Id>
std::string name_in(const Map& known, const Id& id) {
  const auto found = known.find(id);
  return found == known.end() ? id.text : found->second.name;
}

/// Examples that stay, by name: some real case, account or entry uses them.
std::vector<std::string> staying_told(const api::House& house, const api::Examples& all) {
  const auto ledger = house.shelf.ledger();
  const Register& known = ledger->ledger.known;
  std::vector<std::string> names;
  for (const auto& id : all.kept.units) names.push_back(name_in(known.units, id));
  for (const auto& id : all.kept.principals) names.push_back(name_in(known.principals, id));
  for (const auto& id : all.kept.agreements) names.push_back(name_in(known.agreements, id));
  for (const auto& id : all.kept.councils) names.push_back(name_in(known.councils, id));
  return names;
}

HttpResponse demo_page(const api::House& house, const api::Call& call, const Form& form,
                       unsigned status) {
  const Language language = language_of(call.request);
  const api::Examples all = api::examples_in(house, call.session.account);
  DemoView view;
  view.has_examples = !all.empty();
  view.going = going_told(all, language);
  view.staying = staying_told(house, all);
  view.has_staying = !view.staying.empty();
  for (const CaseId& id : all.led_by_examples) view.led.push_back({"/cases/" + id.text, id.text});
  view.has_led = !view.led.empty();
  view.own_account = all.own_account;
  view.other_administrator = all.own_account && all.other_administrator;
  view.can_remove = view.has_examples && !all.own_account;
  view.unmarked = !view.has_examples && !house.demo_folder.empty();
  if (view.unmarked)
    view.command = "rm -r -- " + quoted(std::filesystem::absolute(house.demo_folder).string());
  Showing showing = admin_showing(call, said("demo.title"_text, language), {});
  showing.status = status;
  showing.form = &form;
  return page_of(house, call, view, showing);
}

void remove_demo(api::House& house, const api::Call& call) {
  auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const Language language = language_of(call.request);
  if (form->value("sure") != "yes") {
    form->wrong("sure", said("demo.tick"_text, language));
    return call.answer(demo_page(house, call, *form, 422));
  }
  const Actor by{Role::administrator, call.caller.unit, call.caller.name};
  const api::Removal done = api::remove_examples(house, by, call.session.account);
  if (done == api::Removal::done)
    return call.answer(go_to(call.request, "/admin/demo", "done.examples_removed"_text));
  const bool is_own = done == api::Removal::own_account;
  form->wrong("", said(is_own ? "demo.own_no"_text : "demo.not_whole"_text, language));
  call.answer(demo_page(house, call, *form, is_own ? 409 : 503));
}

}  // namespace

std::vector<api::Route> demo_pages(api::House& house, const Within&) {
  return {admin_route("GET", "/admin/demo", "page_demo",
                      [&house](const api::Call& call) {
                        call.answer(demo_page(house, call, Form{}, 200));
                      }),
          admin_route("POST", "/admin/demo", "page_demo_remove",
                      [&house](const api::Call& call) { remove_demo(house, call); })};
}

}  // namespace kallad::web
