// Shows, fills in and sends on.
// Not what may be filled in when: the engine's table.
#include "adapters/web/deficiency/deficiency_page.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "adapters/web/deficiency/deficiency_view.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/deficiency/grounds.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

struct DeficiencyRow {
  std::string href;
  std::string heading;
  std::string state;
  std::string kinds;
  std::optional<When> registered;
};
BOOST_DESCRIBE_STRUCT(DeficiencyRow, (), (href, heading, state, kinds, registered))

struct DeficiencyListView {
  static constexpr std::string_view page = "deficiencies";
  std::string heading;
  std::optional<CaseNav> nav;
  bool has_rows = false;
  std::vector<DeficiencyRow> rows;
  std::string write;
};
BOOST_DESCRIBE_STRUCT(DeficiencyListView, (), (heading, nav, has_rows, rows, write))

void show_list(const api::House& house, const api::Call& call, const ShownCase& now) {
  const Language language = language_of(call.request);
  DeficiencyListView view;
  view.heading = said("deficiencies.heading"_text, language, {{"id", now.shown.id.text}});
  if (is_inside(now.shown))
    view.nav = case_places(now.shown.id, "/deficiencies", language, leads(now));
  for (const DeficiencyView& each : now.shown.deficiencies) {
    DeficiencyRow row{
        deficiency_address(now.shown.id, each.number),
        said("case.deficiency"_text, language,
             {{"number", std::to_string(each.number)}, {"about", against(now.shown, each, house)}}),
        std::string{word(each.state, language)},
        {},
        moment_told(each.registered_at, house.calendar, language)};
    for (const DeficiencyKind kind : each.kinds) {
      row.kinds += (row.kinds.empty() ? "" : ", ") + std::string{word(kind, language)};
    }
    row.kinds = words::capitalised(row.kinds);
    view.rows.push_back(std::move(row));
  }
  view.has_rows = !view.rows.empty();
  for (const CommandNow& each : now.commands) {
    if (each.id == WriteDeficiency::id && each.allowed) {
      view.write = case_address(now.shown.id) + "/do/" + each.id;
    }
  }
  call.answer(page_of(house, call, view, case_showing(call, now.shown.id, view.heading)));
}

/// The form's texts, by field and by where the form keeps them.
struct TextField {
  const char* name;
  std::string (*value)(const DeficiencyForm&);
};

constexpr auto form_fields = std::to_array<TextField>(
    {{"registered_by-name", [](const DeficiencyForm& f) { return f.registered_by.name; }},
     {"registered_by-title", [](const DeficiencyForm& f) { return f.registered_by.title; }},
     {"registered_by-contact", [](const DeficiencyForm& f) { return f.registered_by.contact; }},
     {"nearest_manager-name", [](const DeficiencyForm& f) { return f.nearest_manager.name; }},
     {"nearest_manager-title", [](const DeficiencyForm& f) { return f.nearest_manager.title; }},
     {"nearest_manager-contact", [](const DeficiencyForm& f) { return f.nearest_manager.contact; }},
     {"event_date",
      [](const DeficiencyForm& f) { return f.event_date ? iso(*f.event_date) : std::string{}; }},
     {"found_at", [](const DeficiencyForm& f) { return f.found_at; }},
     {"parties_concerned", [](const DeficiencyForm& f) { return f.parties_concerned; }},
     {"what_happened", [](const DeficiencyForm& f) { return f.what_happened; }},
     {"measures_for_person", [](const DeficiencyForm& f) { return f.measures_for_person; }},
     {"measures_by_parties", [](const DeficiencyForm& f) { return f.measures_by_parties; }}});

/// What stands in the form at first; what was typed stays.
void preset(Form& form, const DeficiencyForm& known) {
  for (const TextField& each : form_fields) {
    if (form.value(each.name).empty()) form.put(each.name, each.value(known));
  }
  if (form.value("consent_to_pass_on").empty() && known.consent_to_pass_on) {
    form.put("consent_to_pass_on", *known.consent_to_pass_on ? "yes" : "no");
  }
  if (form.value("withhold_identity").empty() && known.withhold_identity) {
    form.put("withhold_identity", "yes");
  }
}

/// What the facts make likely, until somebody has said something else.
std::vector<Cause> guessed_causes(const DeficiencyView& one, const Zone& zone) {
  if (one.state != DeficiencyState::drafted || !one.form.causes.empty()) return {};
  return deficiency::likely_causes(one.kinds, int{zone.day_of(one.registered_at).year()});
}

/// What is known of who registers and of their manager: by the account and the unit's entry.
void propose_people(DeficiencyForm& form, const api::House& house, const Caller& caller) {
  const auto ledger = house.shelf.ledger();
  const Unit* unit = find_unit(ledger->ledger.known, caller.unit);
  if (form.registered_by.name.empty()) form.registered_by.name = caller.name;
  if (unit == nullptr) return;
  if (form.registered_by.contact.empty()) form.registered_by.contact = unit->mailbox;
  if (form.nearest_manager.name.empty()) form.nearest_manager.name = unit->head;
  if (form.nearest_manager.contact.empty()) form.nearest_manager.contact = unit->head_contact;
}

/// What the case and the reader tell of a draft that nobody has filled in: a proposal, to be read
/// and changed like all else in the form.
DeficiencyForm proposed(const api::House& house, const api::Call& call, const CaseView& shown,
                        const DeficiencyView& one) {
  DeficiencyForm form = one.form;
  if (form.causes.empty()) form.causes = guessed_causes(one, house.calendar.zone());
  if (one.state == DeficiencyState::drafted) propose_people(form, house, call.caller);
  if (form.found_at.empty()) form.found_at = unit_name(house, call.caller.unit);
  if (form.parties_concerned.empty()) {
    form.parties_concerned = unit_name(house, call.caller.unit) + "; " + against(shown, one, house);
  }
  const auto meeting = std::ranges::find(shown.meetings, one.meeting, &MeetingView::number);
  if (!form.event_date && meeting != shown.meetings.end()) {
    form.event_date = house.calendar.zone().day_of(meeting->starts);
  }
  return form;
}

/// What the cited facts say happened, as sentences: a beginning for whoever was there.
std::string happened_by(const DeficiencyPageView& view) {
  std::string text;
  for (const auto* lines : {&view.kinds, &view.facts}) {
    for (const std::string& each : *lines) text += (text.empty() ? "" : " ") + each + ".";
  }
  return text;
}

/// The causes of that year's list, those chosen ticked.
void offer_choices(Form& form, const DeficiencyForm& known, int year, Language language) {
  std::vector<Choice> causes;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Cause>>([&](auto each) {
    if (is_cause_of(each.value, year)) {
      causes.push_back({each.name, words::capitalised(word(each.value, language))});
    }
  });
  form.offer("causes", std::move(causes));
  if (form.values("causes").empty()) {
    for (const Cause each : known.causes) form.add("causes", std::string{table::state_id(each)});
  }
  form.offer("consent_to_pass_on", {{"yes", said("deficiency.yes"_text, language)},
                                    {"no", said("deficiency.no"_text, language)}});
  form.offer("withhold_identity", {{"yes", said("deficiency.withhold"_text, language)}});
}

const DeficiencyView* find(const api::Call& call, const CaseView& shown) {
  const std::string& text = call.values.at(1);
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  const auto found = std::ranges::find(shown.deficiencies, number, &DeficiencyView::number);
  return found == shown.deficiencies.end() ? nullptr : &*found;
}

void show_one(const api::House& house, const api::Call& call, const ShownCase& now, Form form,
              unsigned status) {
  const Language language = language_of(call.request);
  const DeficiencyView* one = find(call, now.shown);
  if (one == nullptr) return call.answer(api::problem(404, "path_unknown"));
  DeficiencyPageView view = deficiency_page_view(now, *one, house, call.caller.unit, language);
  const bool is_fresh = form.fields().empty();
  DeficiencyForm first = proposed(house, call, now.shown, *one);
  const bool has_guess = view.is_draft && first.what_happened.empty() && view.has_facts;
  if (has_guess) first.what_happened = happened_by(view);
  if (is_fresh) preset(form, first);
  const Date registered = house.calendar.zone().day_of(one->registered_at);
  offer_choices(form, is_fresh ? first : DeficiencyForm{}, int{registered.year()}, language);
  view.guesses = is_fresh && (has_guess || !guessed_causes(*one, house.calendar.zone()).empty());
  Showing shown = case_showing(call, now.shown.id, view.heading);
  shown.trail.push_back({view.back, said("place.deficiencies"_text, language)});
  shown.status = status;
  shown.form = &form;
  call.answer(page_of(house, call, view, shown));
}

/// The form as the command's data: "registered_by-name" goes into {"registered_by": {"name": …}}.
json data_of_form(const Form& form, std::uint32_t number) {
  json data{{"number", number}};
  for (const TextField& each : form_fields) {
    std::string path{"/"};
    for (const char c : std::string_view{each.name}) path += c == '-' ? '/' : c;
    const std::string value = form.value(each.name);
    const bool is_day = std::string_view{each.name} == "event_date";
    if (!is_day || !value.empty()) data[json::json_pointer{path}] = value;
  }
  if (!form.values("causes").empty()) data["causes"] = form.values("causes");
  const std::string consent = form.value("consent_to_pass_on");
  if (!consent.empty()) data["consent_to_pass_on"] = consent == "yes";
  data["withhold_identity"] = form.value("withhold_identity") == "yes";
  return data;
}

constexpr std::string_view complete_and_hand_on = "complete_and_hand_on";

std::string address_of_one(const api::Call& call) {
  return case_address(CaseId{call.values.at(0)}) + "/deficiencies/" +
         http::form_encoded(call.values.at(1));
}

/// The no, on the page as it is now; what was typed stays where it was the form that was refused.
void show_refused(api::House& house, const Within& within, const api::Call& call,
                  const HttpResponse& response, Form again) {
  const Language language = language_of(call.request);
  again.wrong(response, language);
  with_case(within, call, language,
            [&house, call, again, status = response.status](const ShownCase& then) {
              show_one(house, call, then, again, status);
            });
}

/// After the form was taken. A no is told on the page, and the form stays saved.
void hand_on(api::House& house, const Within& within, const api::Call& call, const Form& form,
             std::uint32_t number) {
  const std::string act{HandToOwnManager::id};
  within.say(act, call, {call.values.at(0)}, json{{"number", number}}.dump(),
             form.value("key") + "-" + act, {},
             [&house, &within, call](const HttpResponse& response) {
               if (response.status >= 400)
                 return show_refused(house, within, call, response, Form{});
               call.answer(go_to(call.request, address_of_one(call), "done.sent_on"_text));
             });
}

void say(api::House& house, const Within& within, const api::Call& call, const Form& form,
         const ShownCase& now) {
  const DeficiencyView* one = find(call, now.shown);
  if (one == nullptr) return call.answer(api::problem(404, "path_unknown"));
  const bool hands_on = form.value("act") == complete_and_hand_on;
  const std::string act = hands_on ? std::string{CompleteDeficiency::id} : form.value("act");
  const auto can = commands_for(now, *one);
  if (std::ranges::count(can, act) == 0) return call.answer(api::problem(400, "bad_form"));
  const bool fills = act == CompleteDeficiency::id;
  const json data = fills ? data_of_form(form, one->number) : json{{"number", one->number}};
  within.say(act, call, {call.values.at(0)}, data.dump(), form.value("key") + "-" + act, {},
             [&house, &within, call, form, fills, hands_on,
              number = one->number](const HttpResponse& response) {
               if (response.status >= 400)
                 return show_refused(house, within, call, response, fills ? form : Form{});
               if (hands_on) return hand_on(house, within, call, form, number);
               call.answer(go_to(call.request, address_of_one(call),
                                 fills ? "done.said"_text : "done.sent_on"_text));
             });
}

/// The draft that waits, for whoever comes for it and does not know its number; the list where none
/// does.
void show_draft(const api::House& house, const api::Call& call, const ShownCase& now) {
  const auto waits = std::ranges::find_if(now.shown.deficiencies, [&](const DeficiencyView& each) {
    return !commands_for(now, each).empty() && each.state == DeficiencyState::drafted;
  });
  if (waits == now.shown.deficiencies.end()) return show_list(house, call, now);
  call.answer(go_to(call.request, deficiency_address(now.shown.id, waits->number)));
}

void send(api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  with_case(within, call, language_of(call.request),
            [&house, &within, call, form = *form](const ShownCase& now) {
              say(house, within, call, form, now);
            });
}

}  // namespace

std::vector<api::Route> deficiency_pages(api::House& house, const Within& within) {
  const std::string at = "/cases/{case}/deficiencies";
  return {later_route("GET", at, "page_deficiencies",
                      [&house, &within](const api::Call& call) {
                        with_case(
                            within, call, language_of(call.request),
                            [&house, call](const ShownCase& now) { show_list(house, call, now); });
                      }),
          later_route("GET", at + "/{number}", "page_deficiency",
                      [&house, &within](const api::Call& call) {
                        with_case(within, call, language_of(call.request),
                                  [&house, call](const ShownCase& now) {
                                    if (call.values.at(1) == "draft")
                                      return show_draft(house, call, now);
                                    show_one(house, call, now, Form{}, 200);
                                  });
                      }),
          later_route("POST", at + "/{number}", "page_deficiency_send",
                      [&house, &within](const api::Call& call) { send(house, within, call); })};
}

}  // namespace kallad::web
