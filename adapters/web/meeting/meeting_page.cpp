// Shows the meeting, says what was pressed, and comes back to the part of the page it was about.
// Not the view: meeting_view.cpp.
#include "adapters/web/meeting/meeting_page.hpp"

#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/meeting/meeting_acts.hpp"
#include "adapters/web/meeting/meeting_view.hpp"
#include "engine/deadline/deadlines.hpp"

namespace kallad::web {

namespace {

struct NoMeetingView {
  static constexpr std::string_view page = "no_meeting";
  std::optional<CaseNav> nav;
  std::string summon;
};
BOOST_DESCRIBE_STRUCT(NoMeetingView, (), (nav, summon))

void show_none(const api::House& house, const api::Call& call, const ShownCase& now) {
  const Language language = language_of(call.request);
  NoMeetingView view{case_places(now.shown.id, "/meeting", language, leads(now)), {}};
  for (const CommandNow& each : now.commands) {
    if (each.id == SendSummons::id && each.allowed) {
      view.summon = case_address(now.shown.id) + "/do/" + each.id;
    }
  }
  call.answer(page_of(house, call, view,
                      case_showing(call, now.shown.id, said("no_meeting.title"_text, language))));
}

/// What stands in the forms at first; what was typed stays.
void preset(Form& form, const MeetingPageView& view, const PlanPoints& points) {
  const std::string act = form.value("act");
  const auto put = [&form](const std::string& name, const std::string& value) {
    if (!value.empty()) form.put(name, value);
  };
  if (act != "roles") {
    put("chair", view.chair);
    put("secretary", view.secretary);
  }
  if (act == "points") return;  // also what was emptied, or ticked off
  put("points-efforts_needed", points.efforts_needed.value_or(""));
  put("points-others_measures", points.others_measures.value_or(""));
  put("points-overall_responsible",
      points.overall_responsible ? points.overall_responsible->text : "");
  put("points-no_others_measures", points.no_others_measures.value_or(false) ? "yes" : "");
}

/// The last day on which the routine wants the first follow-up; nothing where it has passed.
std::string proposed_follow_up(const api::House& house, const ShownCase& now,
                               const MeetingView& meeting) {
  const Zone& zone = house.calendar.zone();
  const Date held = zone.day_of(meeting.starts);
  const auto ledger = house.shelf.ledger();
  const Routine* found = routine_at(ledger->ledger.routines, now.shown.council, held);
  const int weeks = (found == nullptr ? Routine{} : *found).first_follow_up_within_weeks;
  const Date day = shown_day(house.calendar, follow_up_by(held, weeks));
  return day < zone.day_of(house.now()) ? std::string{} : iso(day);
}

/// What can be chosen: who answers for an activity, and which huvudman has the whole.
void offer_choices(Form& form, const ShownCase& now, const api::House& house) {
  std::vector<Choice> owners;
  for (const PartyView& each : now.shown.parties) {
    if (!each.left_at) owners.push_back({each.id.text, party_name(now.shown, each.id)});
  }
  form.offer("activity-owner", std::move(owners));
  std::vector<Choice> principals;
  for (const PrincipalId& each : principals_of(now.shown)) {
    principals.push_back({each.text, principal_name(house, each)});
  }
  form.offer("points-overall_responsible", std::move(principals));
}

/// Which form is open: after a no, so that what was typed is seen, and for another of the kind.
MeetingOpens opens_of(const Form& form, const api::Call& call) {
  std::string act = form.value("act");
  act = act.empty() ? api::query_value(call.request.query, "open") : act.substr(0, act.find(':'));
  return {act == "roles", act == "goal", act == "activity", act == "points"};
}

/// What was filled in as the command's own form names it: there the efforts of each huvudman stand
/// in the order of the parties, as here.
Form as_command(Form form, const CaseView& shown) {
  for (std::size_t i = 0; i < principals_of(shown).size(); ++i) {
    const std::string at = std::to_string(i);
    form.put("points-responsibilities-" + at + "-efforts", form.value("efforts-" + at));
  }
  return form;
}

void show_with(const api::House& house, const api::Call& call, const ShownCase& now, Form form,
               unsigned status, std::optional<ConflictView> conflict = {}) {
  const Language language = language_of(call.request);
  const MeetingView* meeting = meeting_in(now.shown, meeting_asked(call));
  if (meeting == nullptr && call.values.size() < 2) return show_none(house, call, now);
  if (meeting == nullptr) return call.answer(api::problem(404, "path_unknown"));
  MeetingPageView view = meeting_page_view(now, *meeting, house, language);
  view.opens = opens_of(form, call);
  view.conflict = std::move(conflict);
  if (view.conflict) view.conflict->leave = view.here;
  if (form.value("act") == "points") {
    for (ResponsibilityField& each : view.responsibilities) each.value = form.value(each.name);
  }
  preset(form, view, now.shown.plan.points);
  if (form.value("act") != "end")
    form.put("follow_up_on", proposed_follow_up(house, now, *meeting));
  offer_choices(form, now, house);
  Showing shown = case_showing(call, now.shown.id, view.heading);
  shown.status = status;
  shown.form = &form;
  call.answer(page_of(house, call, view, shown));
}

void show(api::House& house, const Within& within, const api::Call& call) {
  with_case(within, call, language_of(call.request),
            [&house, call](const ShownCase& now) { show_with(house, call, now, Form{}, 200); });
}

/// Shows the page again with what was filled in beside how the same things stand now.
void show_overtaken(const api::House& house, const Within& within, const api::Call& call,
                    const Form& form, const std::string& command) {
  const auto show_both = [&house, &within, call, form, command](const ConflictView& changes) {
    with_case(within, call, language_of(call.request),
              [&house, call, form, command, changes](const ShownCase& then) {
                ConflictView both = changes;
                tell_differences(both, command, as_command(form, then.shown), then.shown, house,
                                 call);
                show_with(house, call, then, form, 412, std::move(both));
              });
  };
  with_changes(house, within, call, form.value("version"), show_both);
}

/// What a press says, one after the other. Where the first builds on the case as it was shown, each
/// of the others builds on what the one before made of it.
std::vector<Turn> turns_of(const Saying& saying, const api::Call& call, const std::string& key,
                           const std::string& version) {
  const std::string& of_case = call.values.at(0);
  std::vector<Turn> turns{{saying.command, of_case, saying.data.dump(), key, version}};
  for (std::size_t i = 0; i < saying.then.size(); ++i) {
    turns.push_back({saying.command, of_case, saying.then[i].dump(), key + "-" + std::to_string(i),
                     saying.on_what_was_shown ? version : std::string{}});
  }
  return turns;
}

void say(api::House& house, const Within& within, const api::Call& call, const Form& form,
         const ShownCase& now) {
  const MeetingView* meeting = meeting_in(now.shown, meeting_asked(call));
  if (meeting == nullptr) return call.answer(api::problem(404, "path_unknown"));
  const auto saying = saying_of(form, now, *meeting, house.calendar);
  if (!saying) return call.answer(api::problem(400, "bad_form"));
  const std::string open = saying->opens.empty() ? "" : "?open=" + saying->opens;
  const std::string back =
      meeting_address(now.shown.id, meeting->number) + open + "#" + saying->part;
  const std::string key = (form.value("key") + "-" + form.value("act")).substr(0, 128);
  const auto done = [&house, &within, call, form, back,
                     command = saying->command](const std::vector<HttpResponse>& answers) {
    const HttpResponse& last = answers.back();
    if (last.status < 400) return call.answer(go_to(call.request, back));
    if (was_overtaken(last)) return show_overtaken(house, within, call, form, command);
    const Language language = language_of(call.request);
    Form again = form;
    again.wrong(last, language);
    with_case(within, call, language,
              [&house, call, again, status = last.status](const ShownCase& then) {
                show_with(house, call, then, again, status);
              });
  };
  const std::string version = saying->on_what_was_shown ? form.value("version") : now.version;
  within.say_in_turn(call, turns_of(*saying, call, key, version), AfterNo::ends, done);
}

void press(api::House& house, const Within& within, const api::Call& call) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  with_case(within, call, language_of(call.request),
            [&house, &within, call, form = *form](const ShownCase& now) {
              say(house, within, call, form, now);
            });
}

}  // namespace

std::vector<api::Route> meeting_pages(api::House& house, const Within& within) {
  const auto show_it = [&house, &within](const api::Call& call) { show(house, within, call); };
  const auto press_it = [&house, &within](const api::Call& call) { press(house, within, call); };
  return {later_route("GET", "/cases/{case}/meeting", "page_latest_meeting", show_it),
          later_route("POST", "/cases/{case}/meeting", "page_latest_meeting_send", press_it),
          later_route("GET", "/cases/{case}/meetings/{meeting}", "page_meeting", show_it),
          later_route("POST", "/cases/{case}/meetings/{meeting}", "page_meeting_send", press_it)};
}

}  // namespace kallad::web
