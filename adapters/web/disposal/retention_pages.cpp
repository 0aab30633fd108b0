// By which law each huvudman keeps its copies, and whose it keeps for research: one form for each.
// Not the years: engine/disposal/term.cpp. Rule kept: what nobody has recorded is told as what the
// product takes it to be.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/disposal/disposal_pages.hpp"
#include "adapters/web/template/words_in.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/spine/table.hpp"

namespace kallad::web {

namespace {

struct OptionView {
  std::string value;
  std::string text;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(OptionView, (), (value, text, chosen))

/// A huvudman. `name`: its place on the page.
struct RetentionLine {
  std::string name;
  std::string principal;
  std::string shown;
  std::string law;
  std::string research;  ///< empty: none
  bool assumed = false;  ///< nobody has recorded it
  std::vector<OptionView> laws;
  std::vector<OptionView> samples;
};
BOOST_DESCRIBE_STRUCT(RetentionLine, (),
                      (name, principal, shown, law, research, assumed, laws, samples))

struct RetentionView {
  static constexpr std::string_view page = "retention";
  std::optional<AdminNav> nav;
  std::vector<RetentionLine> principals;
  bool has_principals = false;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(RetentionView, (), (nav, principals, has_principals, version))

template <class Enum>
std::vector<OptionView> options(Enum chosen, Language language) {
  std::vector<OptionView> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
    all.push_back({each.name, std::string{word(each.value, language)}, each.value == chosen});
  });
  return all;
}

RetentionLine line_of(const api::RegisterShown& known, const api::RetentionShown& kept,
                      std::size_t place, Language language) {
  RetentionLine line;
  line.name = "principal-" + std::to_string(place);
  line.principal = kept.principal.text;
  const auto found = std::ranges::find(known.principals, kept.principal, &Principal::id);
  line.shown = found == known.principals.end() ? kept.principal.text : found->name;
  line.law = words::capitalised(word(kept.retention.law, language));
  if (kept.retention.research != ResearchSample::none)
    line.research = word(kept.retention.research, language);
  line.assumed = !kept.recorded;
  line.laws = options(kept.retention.law, language);
  line.samples = options(kept.retention.research, language);
  return line;
}

void show_retention(const api::House& house, const Within& within, const api::Call& call,
                    const Form& form, unsigned status) {
  with_register(within, call, [&house, call, form, status](const api::RegisterShown& known) {
    const Language language = language_of(call.request);
    RetentionView view;
    view.nav = admin_places(house, "/admin/retention", language);
    std::vector<api::RetentionShown> retentions = known.retentions;
    std::ranges::sort(retentions, {}, [&](const api::RetentionShown& one) {
      const auto found = std::ranges::find(known.principals, one.principal, &Principal::id);
      return sort_key(found == known.principals.end() ? one.principal.text : found->name);
    });
    for (const api::RetentionShown& kept : retentions)
      view.principals.push_back(line_of(known, kept, view.principals.size() + 1, language));
    view.has_principals = !view.principals.empty();
    view.version = known.version;
    Showing showing = admin_showing(call, {});
    showing.status = status;
    showing.form = &form;
    return page_of(house, call, view, showing);
  });
}

void save_retention(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const nlohmann::json data{
      {"principal", form->value("principal")},
      {"retention", {{"law", form->value("law")}, {"research", form->value("research")}}}};
  say_ledger(within, call, *form,
             {.command = std::string{RecordRetention::id},
              .data = data.dump(),
              .location = "/admin/retention",
              .done = "done.recorded"_text},
             [&house, &within, call](const Form& again, unsigned status) {
               show_retention(house, within, call, again, status);
             });
}

}  // namespace

std::vector<api::Route> retention_pages(api::House& house, const Within& within) {
  return {admin_route("GET", "/admin/retention", "page_retention",
                      [&house, &within](const api::Call& call) {
                        show_retention(house, within, call, Form{}, 200);
                      }),
          admin_route(
              "POST", "/admin/retention", "page_retention_save",
              [&house, &within](const api::Call& call) { save_retention(house, within, call); })};
}

}  // namespace kallad::web
