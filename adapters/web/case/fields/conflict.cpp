// Looks up, for each field of a command, what the case says of the same thing.
// Not the fields: command_fields.hpp. Rule kept: what the case does not show is not guessed.
#include "adapters/web/case/fields/conflict.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "adapters/api/routes/answers.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/web/case/fields/command_fields.hpp"
#include "adapters/web/case/fields/command_labels.hpp"
#include "adapters/web/course/case_places.hpp"
#include "adapters/web/course/history_page.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

namespace {

using Values = std::vector<std::string>;

/// So many of the latest changes are told; the rest stand on the page of what has happened.
constexpr std::size_t most_changes = 8;

/// What stands in the case, by the path of the field that says it.
using Standing = std::map<std::string, Values, std::less<>>;

template <class Ids>
Values texts_of(const Ids& ids) {
  Values all;
  for (const auto& each : ids) all.push_back(each.text);
  return all;
}

Values values_of(const std::string& text) { return text.empty() ? Values{} : Values{text}; }
Values values_of(const std::optional<std::string>& text) { return values_of(text.value_or("")); }
Values values_of(const std::optional<Date>& day) { return day ? Values{iso(*day)} : Values{}; }

void put_points(Standing& all, const PlanPoints& points, const std::vector<CommandGroup>& groups) {
  all["points.efforts_needed"] = values_of(points.efforts_needed);
  all["points.others_measures"] = values_of(points.others_measures);
  all["points.no_others_measures"] =
      points.no_others_measures.value_or(false) ? Values{"yes"} : Values{};
  all["points.overall_responsible"] =
      points.overall_responsible ? Values{points.overall_responsible->text} : Values{};
  for (const CommandGroup& group : groups) {
    if (group.fields.size() < 2 || group.fields[0].fixed.empty()) continue;
    const auto found = std::ranges::find_if(points.responsibilities, [&](const auto& each) {
      return each.principal.text == group.fields[0].fixed;
    });
    const bool is_there = found != points.responsibilities.end();
    all[group.fields[1].path] = is_there ? values_of(found->efforts) : Values{};
  }
}

void put_consent(Standing& all, const ConsentView& consent) {
  all["consent.from"] = values_of(consent.from);
  all["consent.until"] = values_of(consent.until);
  all["consent.covers"] = texts_of(consent.covers);
  all["consent.except"] = texts_of(consent.except);
  all["consent.not_shared"] = values_of(consent.not_shared);
  for (std::size_t i = 0; i < consent.given_by.size(); ++i) {
    all["consent.given_by." + std::to_string(i) + ".name"] = values_of(consent.given_by[i].name);
  }
}

void put_meeting(Standing& all, const MeetingView& meeting, const Calendar& calendar) {
  std::string starts;
  codec::put_local_time(starts, calendar.zone().to_local(meeting.starts));
  all["starts"] = values_of(starts);
  all["place"] = values_of(meeting.place);
  all["link"] = values_of(meeting.link);
  all["purpose"] = values_of(meeting.purpose);
  all["chair"] = values_of(meeting.chair);
  all["secretary"] = values_of(meeting.secretary);
  std::string lines;
  for (const std::string& each : meeting.questions) lines += (lines.empty() ? "" : "\n") + each;
  all["questions"] = values_of(lines);
}

Standing standing_of(std::string_view command, const CaseView& now,
                     const std::vector<CommandGroup>& groups, const Calendar& calendar) {
  Standing all;
  if (command == RecordPlanPoints::id) put_points(all, now.plan.points, groups);
  if (command == RecordConsent::id) put_consent(all, now.consent);
  if (command == HandOverCoordination::id) {
    all["to.unit"] = {now.coordinator.unit.text};
    all["to.name"] = values_of(now.coordinator.name);
  }
  const bool is_of_meeting =
      command == ChangeMeeting::id || command == SendSummons::id || command == AssignRoles::id;
  if (is_of_meeting && !now.meetings.empty()) {
    put_meeting(all, now.meetings.back(), calendar);
  }
  return all;
}

/// A field's values as its reader knows them: what was chosen by its text, a moment with a space.
std::string told(const CommandField& field, const Values& values, Language language) {
  std::string text;
  for (const std::string& value : values) {
    const auto found = std::ranges::find(field.choices, value, &Choice::value);
    std::string said_as = found == field.choices.end() ? value : found->text;
    if (field.control == Control::check) said_as = said("conflict.yes"_text, language);
    if (field.control == Control::moment) std::ranges::replace(said_as, 'T', ' ');
    text += (text.empty() ? "" : ", ") + said_as;
  }
  return text.empty() ? said("conflict.nothing"_text, language) : text;
}

Values filled_in(const CommandField& field, const Form& form) {
  if (field.control == Control::checks) return form.values(field.name);
  std::string text = form.value(field.name);
  std::erase(text, '\r');
  return values_of(text);
}

}  // namespace

void with_changes(const api::House& house, const Within& within, const api::Call& call,
                  const std::string& version, std::function<void(ConflictView)> then) {
  std::uint64_t since = 0;
  std::from_chars(version.data(), version.data() + version.size(), since);
  within.ask(
      "list_case_events", call, {call.values.at(0)}, {},
      [&house, call, since, then = std::move(then)](const HttpResponse& response) {
        const Language language = language_of(call.request);
        ConflictView view;
        view.leave = case_address(CaseId{call.values.at(0)});
        const auto read = codec::read_text<api::CaseEvents>(response.body);
        if (response.status >= 400 || !read) return then(std::move(view));
        const auto& events = read.value().events;
        for (auto each = events.rbegin(); each != events.rend(); ++each) {
          if (each->sequence <= since || view.changes.size() == most_changes) break;
          view.changes.push_back({moment_told(each->at, house.calendar, language).text,
                                  what_told(*each, language), who_told(house, *each, language)});
        }
        view.has_changes = !view.changes.empty();
        then(std::move(view));
      });
}

void tell_differences(ConflictView& view, std::string_view command, const Form& form,
                      const CaseView& now, const api::House& house, const api::Call& call) {
  const codec::Shape* shape = shape_of_command(command);
  if (shape == nullptr) return;
  const Language language = language_of(call.request);
  const auto ledger = house.shelf.ledger();
  const auto groups =
      fields_of(*shape, {&now, ledger->ledger.known, call.caller, house.calendar, language});
  const Standing standing = standing_of(command, now, groups, house.calendar);
  const bool replaces_all = command == RecordPlanPoints::id || command == RecordConsent::id;
  for (const CommandGroup& group : groups) {
    for (const CommandField& field : group.fields) {
      const auto found = standing.find(field.path);
      const Values mine = filled_in(field, form);
      if (found == standing.end() || mine == found->second) continue;
      if (mine.empty() && !replaces_all) continue;  // left out: it stays as it is
      std::string label = label_of(command, field.path, language);
      if (!group.about.empty()) label += ", " + group.about;
      view.differs.push_back(
          {std::move(label), told(field, mine, language), told(field, found->second, language)});
    }
  }
  view.has_differs = !view.differs.empty();
}

}  // namespace kallad::web
