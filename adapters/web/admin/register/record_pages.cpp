// The forms by which units, principals and councils are recorded, new or changed, and what of the
// register is no unit. Not agreements: agreement_pages.cpp. Rules kept: an id is given once and
// never changed, for events name it; a new thing never takes the place of one that is there.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/admin/register/register_pages.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/register/register_messages.hpp"

namespace kallad::web {

namespace {

using api::RegisterShown;
using nlohmann::json;

struct RecordView {
  static constexpr std::string_view page = "record";
  std::string heading;
  std::optional<AdminNav> nav;
  std::string back;
  std::string version;
  bool is_new = false;
  bool unit = false;
  bool principal = false;
  bool council = false;
  std::optional<ConflictView> conflict;
};
BOOST_DESCRIBE_STRUCT(RecordView, (),
                      (heading, nav, back, version, is_new, unit, principal, council, conflict))

template <class Thing>
std::vector<Choice> choices_of(const std::vector<Thing>& things) {
  std::vector<Choice> all;
  for (const Thing& each : things) all.push_back({each.id.text, each.name});
  std::ranges::sort(all, {}, &Choice::text);
  return all;
}

template <class Thing>
const Thing* found_in(const std::vector<Thing>& things, const std::string& id) {
  const auto found = std::ranges::find(things, id, [](const Thing& each) { return each.id.text; });
  return found == things.end() ? nullptr : &*found;
}

json or_nothing(const std::string& text) { return text.empty() ? json() : json(text); }

void put_if(json& data, const char* member, json value) {
  if (!value.is_null()) data[member] = std::move(value);
}

json lines_in(const std::string& text) {
  json lines = json::array();
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    std::string line = text.substr(from, end - from);
    std::erase(line, '\r');
    if (!line.empty()) lines.push_back(std::move(line));
    from = end + 1;
  }
  return lines;
}

/// One kind of thing of the register: its form filled with what stands, and read back.
struct RecordKind {
  std::string_view below;  ///< of the address: "/admin/units/new"
  std::string_view list;   ///< the page it is listed on
  TextKey list_text;
  TextKey add;  ///< the heading of the form for a new one
  std::string_view id_field;
  std::string_view command;
  bool RecordView::*part;
  /// Puts what stands under the id into the form; its name, or nothing where there is none.
  std::optional<std::string> (*fill)(Form&, const RegisterShown&, const std::string& id);
  void (*offer)(Form&, const RegisterShown&, Language);
  json (*data)(const Form&);
};

// Units
// --------------------------------------------------------------------------------------------

std::optional<std::string> fill_unit(Form& form, const RegisterShown& known,
                                     const std::string& id) {
  const auto* unit = found_in(known.units, id);
  if (unit == nullptr) return std::nullopt;
  form.put("unit-name", unit->name);
  form.put("unit-principal", unit->principal.text);
  form.put("unit-mailbox", unit->mailbox.value_or(""));
  form.put("unit-head", unit->head.value_or(""));
  form.put("unit-head_contact", unit->head_contact.value_or(""));
  std::string deputies;
  for (const auto& each : unit->deputies.value_or(std::vector<std::string>{}))
    deputies += (deputies.empty() ? "" : "\n") + each;
  form.put("unit-deputies", deputies);
  form.put("unit-hsa_id", unit->hsa_id.value_or(""));
  form.put("unit-language", unit->language.value_or("sv"));
  return unit->name;
}

void offer_for_unit(Form& form, const RegisterShown& known, Language language) {
  form.offer("unit-principal", choices_of(known.principals));
  form.offer("unit-language", {{"sv", said("unit.language_sv"_text, language)},
                               {"en", said("unit.language_en"_text, language)}});
}

json unit_in(const Form& form) {
  json unit{{"id", form.value("unit-id")},
            {"principal", form.value("unit-principal")},
            {"name", form.value("unit-name")},
            {"mailbox", form.value("unit-mailbox")},
            {"head", form.value("unit-head")},
            {"head_contact", form.value("unit-head_contact")},
            {"deputies", lines_in(form.value("unit-deputies"))}};
  put_if(unit, "hsa_id", or_nothing(form.value("unit-hsa_id")));
  if (form.value("unit-language") == "en") unit["language"] = "en";  // Swedish is what is not said
  return {{"unit", std::move(unit)}};
}

// Principals
// ---------------------------------------------------------------------------------------

std::optional<std::string> fill_principal(Form& form, const RegisterShown& known,
                                          const std::string& id) {
  const auto* principal = found_in(known.principals, id);
  if (principal == nullptr) return std::nullopt;
  form.put("principal-name", principal->name);
  form.put("principal-kind", std::string{table::state_id(principal->kind)});
  form.put("principal-bound_like", principal->bound_like.value_or(PrincipalId{}).text);
  return principal->name;
}

void offer_for_principal(Form& form, const RegisterShown& known, Language language) {
  std::vector<Choice> kinds;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<PrincipalKind>>([&](auto each) {
    kinds.push_back({each.name, std::string{word(each.value, language)}});
  });
  form.offer("principal-kind", std::move(kinds));
  form.offer("principal-bound_like", choices_of(known.principals));
}

json principal_in(const Form& form) {
  json principal{{"id", form.value("principal-id")},
                 {"name", form.value("principal-name")},
                 {"kind", form.value("principal-kind")}};
  put_if(principal, "bound_like", or_nothing(form.value("principal-bound_like")));
  return {{"principal", std::move(principal)}};
}

// Councils
// -----------------------------------------------------------------------------------------

std::optional<std::string> fill_council(Form& form, const RegisterShown& known,
                                        const std::string& id) {
  const auto* council = found_in(known.councils, id);
  if (council == nullptr) return std::nullopt;
  form.put("council-name", council->name);
  form.put("council-secretary_unit", council->secretary_unit.text);
  return council->name;
}

void offer_for_council(Form& form, const RegisterShown& known, Language) {
  form.offer("council-secretary_unit", choices_of(known.units));
}

json council_in(const Form& form) {
  return {{"council",
           {{"id", form.value("council-id")},
            {"name", form.value("council-name")},
            {"secretary_unit", form.value("council-secretary_unit")}}}};
}

const RecordKind unit_kind{
    "units",        "/admin/units",    "units.title"_text, "record.new_unit"_text, "unit-id",
    RecordUnit::id, &RecordView::unit, fill_unit,          offer_for_unit,         unit_in};
const RecordKind principal_kind{"principals",
                                "/admin/organisations",
                                "organisations.title"_text,
                                "record.new_principal"_text,
                                "principal-id",
                                RecordPrincipal::id,
                                &RecordView::principal,
                                fill_principal,
                                offer_for_principal,
                                principal_in};
const RecordKind council_kind{"councils",
                              "/admin/organisations",
                              "organisations.title"_text,
                              "record.new_council"_text,
                              "council-id",
                              RecordCouncil::id,
                              &RecordView::council,
                              fill_council,
                              offer_for_council,
                              council_in};

// The form
// -----------------------------------------------------------------------------------------

/// Where a form leads when it is taken or left: a unit has a page of its own.
std::string back_of(const RecordKind& kind, const std::string& id) {
  const bool is_unit = kind.command == RecordUnit::id && !id.empty();
  return is_unit ? admin_address("units", id) : std::string{kind.list};
}

/// A field as its reader knows it: what was chosen by its text, and a word where there is nothing.
std::string told(const Form& form, const std::string& name, Language language) {
  const std::string value = form.value(name);
  if (value.empty()) return said("conflict.nothing"_text, language);
  const Data all = form.data();
  const Data* field = all.get(name);
  const Data* choices = field == nullptr ? nullptr : field->get("choices");
  if (choices == nullptr) return value;
  for (const Data& each : choices->list_value()) {
    if (each.get("value")->string_value() == value) return each.get("text")->string_value();
  }
  return value;
}

/// What was filled in beside what stands in the register now.
ConflictView conflict_of(const RecordKind& kind, const Form& form, const RegisterShown& known,
                         const std::string& id, Language language) {
  ConflictView view;
  view.leave = back_of(kind, id);
  Form standing;
  kind.fill(standing, known, id);
  kind.offer(standing, known, language);
  for (const auto& [name, value] : standing.fields()) {
    if (form.value(name) == standing.value(name)) continue;
    tell_difference(view, said_of("record." + name, language), told(form, name, language),
                    told(standing, name, language), language);
  }
  return view;
}

HttpResponse page(const api::House& house, const api::Call& call, const RecordKind& kind, Form form,
                  unsigned status, const RegisterShown& known) {
  const Language language = language_of(call.request);
  const std::string id = id_asked(call);
  RecordView view;
  view.is_new = id.empty();
  view.heading = said(kind.add, language);
  if (!view.is_new) {
    Form standing;
    const auto name = kind.fill(form.fields().empty() ? form : standing, known, id);
    if (!name) return api::problem(404, "path_unknown");
    view.heading = said("record.change"_text, language, {{"name", *name}});
  }
  if (status == overtaken && !view.is_new) form = without_wrongs(form);
  kind.offer(form, known, language);
  if (status == overtaken && !view.is_new) {
    view.conflict = conflict_of(kind, form, known, id, language);
  }
  view.nav = admin_places(house, kind.list, language);
  view.back = back_of(kind, id);
  view.version = form.value("version");
  if (view.version.empty()) view.version = std::to_string(known.version);
  view.*kind.part = true;
  Showing showing =
      admin_showing(call, view.heading, {{std::string{kind.list}, said(kind.list_text, language)}});
  showing.status = status;
  showing.form = &form;
  return page_of(house, call, view, showing);
}

void show(const api::House& house, const Within& within, const api::Call& call,
          const RecordKind& kind, const Form& form, unsigned status) {
  with_register(within, call, [&house, call, &kind, form, status](const RegisterShown& known) {
    return page(house, call, kind, form, status, known);
  });
}

void say(const api::House& house, const Within& within, const api::Call& call,
         const RecordKind& kind, const Form& form) {
  const std::string id = form.value(kind.id_field);
  say_ledger(within, call, form,
             {.command = std::string{kind.command},
              .data = kind.data(form).dump(),
              .location = back_of(kind, id),
              .done = "done.recorded"_text},
             [&house, &within, call, &kind](const Form& again, unsigned status) {
               show(house, within, call, kind, again, status);
             });
}

void send(const api::House& house, const Within& within, const api::Call& call,
          const RecordKind& kind) {
  auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  const std::string id = id_asked(call);
  if (!id.empty()) {
    form->put(kind.id_field, id);
    return say(house, within, call, kind, *form);
  }
  // Recording replaces what stands under an id: of a new thing that would be somebody's mistake.
  within.ask("show_register", call, {}, {},
             [&house, &within, call, &kind, form = *form](HttpResponse response) mutable {
               const auto known = codec::read_text<RegisterShown>(response.body);
               if (!known) return call.answer(std::move(response));
               Form standing;
               const Language language = language_of(call.request);
               if (!kind.fill(standing, known.value(), form.value(kind.id_field)))
                 return say(house, within, call, kind, form);
               form.wrong(kind.id_field, said("record.taken"_text, language));
               call.answer(page(house, call, kind, form, 422, known.value()));
             });
}

void add_routes(std::vector<api::Route>& routes, api::House& house, const Within& within,
                const RecordKind& kind) {
  const std::string all = "/admin/" + std::string{kind.below};
  const std::string name = "page_" + std::string{kind.command};
  for (const auto& [place, which] :
       {std::pair{all + "/new", name + "_new"}, std::pair{all + "/{id}/edit", name + "_edit"}}) {
    routes.push_back(
        admin_route("GET", place, which, [&house, &within, &kind](const api::Call& call) {
          show(house, within, call, kind, Form{}, 200);
        }));
    routes.push_back(admin_route(
        "POST", place, which + "_send",
        [&house, &within, &kind](const api::Call& call) { send(house, within, call, kind); }));
  }
}

}  // namespace

std::vector<api::Route> record_pages(api::House& house, const Within& within) {
  std::vector<api::Route> routes;
  for (const RecordKind* kind : {&unit_kind, &principal_kind, &council_kind})
    add_routes(routes, house, within, *kind);
  return routes;
}

}  // namespace kallad::web
