// Routines: whose they are and from when, one with all its values, and a new version of one.
// Not the rules of a routine: engine/deadline. Rule kept (rulings, "Declining and deadlines"): a
// version is never rewritten; a change is a new version from a day, and counts for what is sent
// afterwards.
#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "adapters/codec/describe.hpp"
#include "adapters/web/admin/admin_pages.hpp"
#include "adapters/web/admin/routine_view.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/refusal_text.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/deadline/routine_messages.hpp"

namespace kallad::web {

namespace {

using api::RegisterShown;
using nlohmann::json;

struct RoutinesView {
  static constexpr std::string_view page = "routines";
  std::optional<AdminNav> nav;
  std::vector<RoutineOwner> owners;
};
BOOST_DESCRIBE_STRUCT(RoutinesView, (), (nav, owners))

struct RoutineView {
  static constexpr std::string_view page = "routine";
  std::string heading;
  std::optional<AdminNav> nav;
  std::string owner;
  When from;
  std::optional<When> until;
  std::string new_version;
  std::vector<ValueLine> values;
};
BOOST_DESCRIBE_STRUCT(RoutineView, (), (heading, nav, owner, from, until, new_version, values))

Showing showing_of(const api::Call& call, std::string title) {
  const Link above{"/admin/routines", said("routines.title"_text, language_of(call.request))};
  return admin_showing(call, std::move(title), {above});
}

Date today(const api::House& house) { return house.calendar.zone().day_of(house.now()); }

HttpResponse list(const api::House& house, const api::Call& call, const RegisterShown& known) {
  const Language language = language_of(call.request);
  return page_of(house, call,
                 RoutinesView{admin_places(house, "/admin/routines", language),
                              routine_owners(known, today(house), language)},
                 admin_showing(call, {}));
}

HttpResponse show(const api::House& house, const api::Call& call, const RegisterShown& known) {
  const Language language = language_of(call.request);
  const auto found = std::ranges::find_if(known.routines, [&](const Routine& each) {
    return each.id.text == call.values.at(0) && std::to_string(each.version) == call.values.at(1);
  });
  if (found == known.routines.end()) return api::problem(404, "path_unknown");
  RoutineView view;
  view.heading = said("routines.version"_text, language,
                      {{"name", found->name}, {"version", std::to_string(found->version)}});
  view.nav = admin_places(house, "/admin/routines", language);
  view.owner = owner_name(known, found->council, language);
  view.from = day_told(found->valid_from, language);
  if (found->valid_until) view.until = day_told(*found->valid_until, language);
  view.new_version = "/admin/routines/new?council=" + found->council.text;
  view.values = value_lines(*found, language);
  return page_of(house, call, view, showing_of(call, view.heading));
}

// A new version
// ------------------------------------------------------------------------------------

/// A value in the form; `unit` says what its number counts.
struct ValueField {
  std::string name;
  std::string label;
  std::string unit;
  std::string value;
  std::string error;
  bool number = false;
  bool yes = false;  ///< of one that is yes or no
};
BOOST_DESCRIBE_STRUCT(ValueField, (), (name, label, unit, value, error, number, yes))

struct NewRoutineView {
  static constexpr std::string_view page = "routine_new";
  std::string heading;
  std::optional<AdminNav> nav;
  std::string about;
  std::string version;
  std::vector<ValueField> values;
  std::vector<ValueLine> law;
  std::optional<ConflictView> conflict;
};
BOOST_DESCRIBE_STRUCT(NewRoutineView, (), (heading, nav, about, version, values, law, conflict))

/// What was filled in, and what is wrong with its values by name.
struct Draft {
  Form form;
  std::map<std::string, std::string> wrong = {};
  unsigned status = 200;
};

/// The council that the address names; nothing where there is no such council.
std::optional<CouncilId> council_asked(const api::Call& call, const RegisterShown& known) {
  const CouncilId council{api::query_value(call.request.query, "council")};
  const bool is_there =
      council.empty() || std::ranges::count(known.councils, council, &Council::id) > 0;
  return is_there ? std::optional{council} : std::nullopt;
}

/// What the new version is made of: the council's own routine, else the default one.
Routine model_for(const RegisterShown& known, const CouncilId& council, Date day) {
  if (const Routine* own = own_routine(known, council, day)) return *own;
  const Routine* model = routine_at(known.routines, council, day);
  Routine routine = model == nullptr ? routines::default_routine() : *model;
  routine.id = RoutineId{council.empty() ? std::string{"default"} : council.text};
  routine.council = council;
  routine.name.clear();
  routine.version = 0;
  return routine;
}

int next_version(const RegisterShown& known, const Routine& model) {
  int version = model.version;
  for (const Routine& each : known.routines) {
    if (each.id == model.id) version = std::max(version, each.version);
  }
  return version + 1;
}

void fill(Form& form, const Routine& model, const std::string& owner, Date day) {
  form.put("name", model.name.empty() ? owner : model.name);
  form.put("valid_from", iso(Date{std::chrono::sys_days{day} + std::chrono::days{1}}));
  for (const RoutineValue& each : routine_values(model)) {
    const bool is_no = each.unit == Measure::yes_no && each.value == 0;
    form.put(each.id, is_no ? std::string{} : std::to_string(each.value));
  }
}

ValueField field_of(const RoutineValue& value, const Draft& draft, Language language) {
  ValueField field{std::string{value.id},
                   words::capitalised(word_of("routine_value", value.id, language)),
                   std::string{word(value.unit, language)},
                   draft.form.value(value.id),
                   {},
                   value.unit != Measure::yes_no,
                   false};
  field.yes = !field.number && !field.value.empty();
  if (const auto found = draft.wrong.find(field.name); found != draft.wrong.end())
    field.error = found->second;
  return field;
}

/// A value as its line of a conflict has it: a number, or yes and no.
std::string value_told(const RoutineValue& value, const std::string& text, Language language) {
  if (value.unit != Measure::yes_no) return text;
  return said(text.empty() ? "conflict.no"_text : "conflict.yes"_text, language);
}

/// What was filled in beside the routine that counts now.
ConflictView conflict_of(const Draft& draft, const Routine& model, const std::string& owner,
                         Date day, Language language) {
  ConflictView view;
  view.leave = "/admin/routines";
  Form now;
  fill(now, model, owner, day);
  tell_difference(view, said("routine_new.name"_text, language), draft.form.value("name"),
                  now.value("name"), language);
  for (const RoutineValue& each : routine_values(model)) {
    if (each.basis == Basis::law) continue;
    tell_difference(view, words::capitalised(word_of("routine_value", each.id, language)),
                    value_told(each, draft.form.value(each.id), language),
                    value_told(each, now.value(each.id), language), language);
  }
  return view;
}

HttpResponse page(const api::House& house, const api::Call& call, Draft draft,
                  const RegisterShown& known) {
  const Language language = language_of(call.request);
  const auto council = council_asked(call, known);
  if (!council) return api::problem(404, "path_unknown");
  const Routine model = model_for(known, *council, today(house));
  const std::string owner = owner_name(known, *council, language);
  if (draft.form.fields().empty()) fill(draft.form, model, owner, today(house));
  NewRoutineView view;
  if (draft.status == overtaken) {
    draft.form = without_wrongs(draft.form);
    view.conflict = conflict_of(draft, model, owner, today(house), language);
  }
  view.heading = said("routine_new.heading"_text, language, {{"name", owner}});
  view.nav = admin_places(house, "/admin/routines", language);
  view.version = draft.form.value("version");
  if (view.version.empty()) view.version = std::to_string(known.version);
  for (const RoutineValue& each : routine_values(model)) {
    if (each.basis != Basis::law) view.values.push_back(field_of(each, draft, language));
  }
  for (ValueLine& each : value_lines(model, language)) {
    if (each.is_law) view.law.push_back(std::move(each));
  }
  Showing showing = showing_of(call, view.heading);
  showing.status = draft.status;
  showing.form = &draft.form;
  return page_of(house, call, view, showing);
}

void show_new(const api::House& house, const Within& within, const api::Call& call,
              const Draft& draft) {
  with_register(within, call, [&house, call, draft](const RegisterShown& known) {
    return page(house, call, draft, known);
  });
}

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional{number} : std::nullopt;
}

/// Says what is wrong with a value, at the field and in the summary.
void set_wrong(Draft& draft, std::string_view name, const std::string& text, Language language) {
  draft.wrong[std::string{name}] = text;
  draft.form.wrong(name,
                   words::capitalised(word_of("routine_value", name, language)) + ": " + text);
}

/// The routine as JSON; what is no number, or missing, is said in the draft.
json routine_in(Draft& draft, const Routine& model, int version, Language language) {
  const Form& form = draft.form;
  json routine{{"id", model.id.text},
               {"name", form.value("name")},
               {"council", model.council.text},
               {"valid_from", form.value("valid_from")},
               {"version", version}};
  if (const auto until = form.value("valid_until"); !until.empty()) routine["valid_until"] = until;
  if (form.value("valid_from").empty())
    draft.form.wrong("valid_from", text_of("routine_valid_from_missing", {}, language));
  for (const RoutineValue& each : routine_values(model)) {
    const std::string id{each.id};
    if (each.basis == Basis::law) continue;
    if (each.unit == Measure::yes_no) {
      routine[id] = !form.value(id).empty();
    } else if (const auto number = number_in(form.value(id))) {
      routine[id] = *number;
    } else {
      set_wrong(draft, id, said("routine_new.number_required"_text, language), language);
    }
  }
  return {{"routine", std::move(routine)}};
}

/// Why the API said no, at the values it is about.
void take_problem(Draft& draft, const HttpResponse& response, Language language) {
  draft.status = response.status;
  const json body = json::parse(response.body, nullptr, false);
  if (!body.is_object() || !body.contains("errors")) return;
  for (const json& each : body["errors"]) {
    std::string name = each.value("path", std::string{});
    name.erase(0, name.rfind('/') + 1);
    const std::string text = each["text"][std::string{tag_of(language)}];
    const bool is_value = word_of("routine_value", name, language) != name;
    if (is_value) {
      set_wrong(draft, name, text, language);
    } else {
      draft.form.wrong(name == "valid_from" || name == "valid_until" ? name : "", text);
    }
  }
}

void say(const api::House& house, const Within& within, const api::Call& call, Draft draft,
         const RegisterShown& known) {
  const Language language = language_of(call.request);
  const auto council = council_asked(call, known);
  if (!council) return call.answer(api::problem(404, "path_unknown"));
  const Routine model = model_for(known, *council, today(house));
  const int version = next_version(known, model);
  const json data = routine_in(draft, model, version, language);
  if (!draft.form.is_good()) {
    draft.status = 422;
    return call.answer(page(house, call, std::move(draft), known));
  }
  const std::string location =
      admin_address("routines", model.id.text) + "/" + std::to_string(version);
  std::string seen = draft.form.value("version");
  if (seen.empty()) seen = std::to_string(known.version);
  within.say(RecordRoutine::id, call, {}, data.dump(), draft.form.value("key"), seen,
             [&house, &within, call, draft, location](const HttpResponse& response) mutable {
               if (response.status < 400)
                 return call.answer(go_to(call.request, location, "done.routine"_text));
               take_problem(draft, response, language_of(call.request));
               draft.form.forget("version");
               show_new(house, within, call, draft);
             });
}

void send(const api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  within.ask("show_register", call, {}, {},
             [&house, &within, call, form = *form](HttpResponse response) {
               const auto known = codec::read_text<RegisterShown>(response.body);
               if (!known) return call.answer(std::move(response));
               say(house, within, call, {.form = form}, known.value());
             });
}

using ShowRoutine = HttpResponse (*)(const api::House&, const api::Call&, const RegisterShown&);

api::Route shown_route(std::string pattern, std::string id, api::House& house, const Within& within,
                       ShowRoutine work) {
  return admin_route(
      "GET", std::move(pattern), std::move(id), [&house, &within, work](const api::Call& call) {
        with_register(within, call,
                      [&house, call, work](const auto& known) { return work(house, call, known); });
      });
}

}  // namespace

std::vector<api::Route> routine_pages(api::House& house, const Within& within) {
  return {shown_route("/admin/routines", "page_routines", house, within, list),
          admin_route("GET", "/admin/routines/new", "page_routine_new",
                      [&house, &within](const api::Call& call) {
                        show_new(house, within, call, {.form = Form{}});
                      }),
          admin_route("POST", "/admin/routines/new", "page_routine_new_send",
                      [&house, &within](const api::Call& call) { send(house, within, call); }),
          shown_route("/admin/routines/{routine}/{version}", "page_routine", house, within, show)};
}

}  // namespace kallad::web
