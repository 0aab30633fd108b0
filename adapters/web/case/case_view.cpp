// Words for a case and its parts.
// Not the seats of the present meeting: seat_lines.cpp.
#include "adapters/web/case/case_view.hpp"

#include <algorithm>

#include "adapters/api/examples/examples.hpp"
#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/case/command_groups.hpp"
#include "adapters/web/case/fields/command_labels.hpp"
#include "adapters/web/case/seat_lines.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/case/case_machine.hpp"

namespace kallad::web {

namespace {

/// The steps as one meets them: the preparation, and the seven.
std::vector<StepLine> steps_of(const CaseView& shown, Language language) {
  std::vector<StepLine> lines;
  bool past = true;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Step>>([&](auto each) {
    const bool here = each.value == shown.step;
    if (here) past = false;
    const auto state = here   ? said("case.step_here"_text, language)
                       : past ? said("case.step_past"_text, language)
                              : std::string{};
    lines.push_back({words::capitalised(word(each.value, language)), state, past, here});
  });
  return lines;
}

/// The preparation comes before the first of the seven.
std::string step_told(const std::vector<StepLine>& steps, Language language) {
  const auto here = std::ranges::find(steps, true, &StepLine::is_here);
  if (here == steps.end()) return {};
  if (here == steps.begin()) return said("case.step_before"_text, language, {{"step", here->name}});
  return said("case.step_of"_text, language,
              {{"number", std::to_string(here - steps.begin())},
               {"count", std::to_string(steps.size() - 1)},
               {"step", here->name}});
}

/// Where the case stands on the map of its process, and where it can go.
void tell_course(CasePageView& view, const CaseView& shown, Language language) {
  const TableText table = casework::table_text();
  const auto here = table::state_id(shown.step);
  view.round = said("case.round"_text, language, {{"number", std::to_string(shown.round)}});
  view.map = step_map(table, here, "step", language);
  view.steps = steps_of(shown, language);
  view.step_now = step_told(view.steps, language);
  for (const StepMove& each : moves_from(table, here)) {
    MoveLine line{words::capitalised(word_of("step", each.to, language)), {}};
    for (const std::string_view command : each.commands) {
      if (!line.how.empty()) line.how += said("case.or"_text, language);
      line.how += word_of("command", command, language);
    }
    view.moves.push_back(std::move(line));
  }
  view.has_moves = !view.moves.empty();
}

const CommandNow* find(const ShownCase& now, std::string_view command) {
  const auto found = std::ranges::find(now.commands, command, &CommandNow::id);
  return found == now.commands.end() ? nullptr : &*found;
}

ActionLine action(const ShownCase& now, const CommandNow& command, Language language,
                  const std::string& query = {}) {
  return {command_address(now.shown, command.id) + query, heading_of(command.id, language),
          command.why_not.empty() ? std::string{} : command.why_not.front()};
}

std::string answer_told(Language language) { return said("case.answer_own"_text, language); }

/// Marks before a meeting has begun or after they were closed, and corrections before that, lead
/// nowhere.
bool leads_nowhere(std::string_view id, const CaseView& shown, Instant at) {
  const bool marks = id == "mark_attendance" || id == "unmark_attendance";
  if (!marks && id != "correct_attendance") return false;
  if (shown.meetings.empty()) return true;
  const MeetingView& last = shown.meetings.back();
  return marks ? last.starts > at || last.attendance_closed_at : !last.attendance_closed_at;
}

bool is_rare(std::string_view id, CaseKind kind) {
  if (kind == CaseKind::discharge && id == RecordDischargeFacts::id) return false;
  return std::ranges::count(rare_commands, id) > 0;
}

/// Who takes part answers for their own unit, and not for others by telephone.
bool answers_alone(const CommandRows& rows, const ShownCase& now) {
  return rows.commands.data() == answer_rows.data() && !leads(now);
}

std::vector<ActionGroup> groups_of(const ShownCase& now, const UnitId& own, Instant at,
                                   Language language) {
  std::vector<ActionGroup> groups;
  for (const CommandRows& rows : command_groups) {
    ActionGroup group;
    const bool is_own = answers_alone(rows, now);
    group.heading = said(is_own ? "case.group_answer_own"_text : rows.heading, language);
    const std::string query = is_own ? "?party=" + http::form_encoded(own.text) : std::string{};
    for (const std::string_view id : rows.commands) {
      const CommandNow* command = find(now, id);
      if (command == nullptr || leads_nowhere(id, now.shown, at)) continue;
      auto& into = !command->allowed             ? group.cannot
                   : is_rare(id, now.shown.kind) ? group.rare
                                                 : group.can;
      into.push_back(action(now, *command, language, query));
      if (is_own && id == AnswerSummons::id) into.back().text = answer_told(language);
    }
    group.has_can = !group.can.empty();
    group.has_rare = !group.rare.empty();
    group.has_cannot = !group.cannot.empty();
    if (group.has_can || group.has_rare || group.has_cannot) groups.push_back(std::move(group));
  }
  return groups;
}

/// Whether the command, though it can be said, is not what one would do next.
bool comes_later(std::string_view id, const CaseView& shown, Date today, const Zone& zone) {
  const bool is_called =
      !shown.meetings.empty() && shown.meetings.back().status == MeetingStatus::called;
  if (id == "accept_coordination") return !shown.coordination_offered;
  if (id == "record_consent") return shown.consent.standing == ConsentStanding::in_force;
  const bool is_prepared = shown.step == Step::preparation || shown.step == Step::summons;
  if (id == "send_summons") return is_called || !is_prepared || shown.parties.size() < 2;
  if (id == "add_party") return is_called || !is_prepared;
  if (id == "assign_roles") return !is_called || !shown.meetings.back().chair.empty();
  const bool is_closed =
      !shown.meetings.empty() && shown.meetings.back().attendance_closed_at.has_value();
  if (id == "end_meeting") return !is_closed;
  if (id == "close_attendance" && is_closed) return true;
  const bool of_meeting = id == "open_meeting" || id == "close_attendance";
  const bool is_evaluated = shown.step == Step::evaluation;
  if (id == "record_evaluation") return is_evaluated;
  if (id == "close_case") return !is_evaluated;
  return of_meeting && is_called && zone.day_of(shown.meetings.back().starts) > today;
}

std::optional<ActionLine> main_of(const ShownCase& now, const api::House& house,
                                  Language language) {
  const Zone& zone = house.calendar.zone();
  const Date today = zone.day_of(house.now());
  for (const std::string_view id : first_choices) {
    const CommandNow* command = find(now, id);
    if (command == nullptr || !command->allowed) continue;
    if (!comes_later(id, now.shown, today, zone)) return action(now, *command, language);
  }
  return std::nullopt;
}

std::string consent_told(const ConsentView& consent, Language language) {
  std::string text{word_of("consent_standing", table::state_id(consent.standing), language)};
  if (consent.until && consent.standing == ConsentStanding::in_force) {
    text += said("case.consent_until"_text, language,
                 {{"day", day_told(*consent.until, language).text}});
  }
  return text;
}

/// Who gave it, and where it does not reach, as far as the reader is shown.
std::vector<std::string> consent_more(const CaseView& shown, const api::House& house,
                                      Language language) {
  const ConsentView& consent = shown.consent;
  std::vector<std::string> lines;
  std::string givers;
  for (const Giver& each : consent.given_by) {
    givers += (givers.empty() ? "" : ", ") + each.name + " (" +
              std::string{word(each.capacity, language)} + ")";
  }
  if (!givers.empty()) lines.push_back(said("case.consent_by"_text, language, {{"who", givers}}));
  std::string left_out;
  for (const UnitId& each : consent.except)
    left_out += (left_out.empty() ? "" : ", ") + unit_name(house, each);
  if (!left_out.empty())
    lines.push_back(said("case.consent_except"_text, language, {{"who", left_out}}));
  if (consent.not_shared) {
    lines.push_back(
        said("case.consent_not_shared"_text, language, {{"what", *consent.not_shared}}));
  }
  return lines;
}

/// Whether the reader may say the command for that party: their own unit's, or as coordinator.
bool speaks_for(const ShownCase& now, const PartyId& party, const UnitId& own) {
  return leads(now) || party.text == own.text;
}

std::vector<ActivityLine> activities_of(const ShownCase& now, const UnitId& own,
                                        Language language) {
  const CaseView& shown = now.shown;
  const CommandNow* report = find(now, ReportActivity::id);
  std::vector<ActivityLine> lines;
  for (const ActivityView& each : shown.plan.activities) {
    ActivityLine line{each.what, party_name(shown, each.owner),
                      std::string{word(each.status, language)}};
    if (each.due) line.due = day_told(*each.due, language);
    if (report != nullptr && report->allowed && speaks_for(now, each.owner, own)) {
      line.report =
          command_address(shown, report->id) + "?activity=" + http::form_encoded(each.id.text);
      if (each.status != ActivityStatus::done) line.done = each.id.text;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<DeficiencyLine> deficiencies_of(const ShownCase& now, const api::House& house,
                                            Language language) {
  std::vector<DeficiencyLine> lines;
  for (const DeficiencyView& each : now.shown.deficiencies) {
    DeficiencyLine line;
    const std::string about = against(now.shown, each, house);
    line.heading = said("case.deficiency"_text, language,
                        {{"number", std::to_string(each.number)}, {"about", about}});
    line.href = case_address(now.shown.id) + "/deficiencies/" + std::to_string(each.number);
    line.state = word(each.state, language);
    for (const DeficiencyKind kind : each.kinds) line.kinds.emplace_back(word(kind, language));
    lines.push_back(std::move(line));
  }
  return lines;
}

/// What a demand is about: an activity, or a party.
std::string about_told(const CaseView& shown, const PartyId& about) {
  for (const ActivityView& each : shown.plan.activities) {
    if (each.id.text == about.text) return each.what;
  }
  return party_name(shown, about);
}

/// Whether the board of the meeting's seats tells it.
bool is_of_seat(DueKind kind) { return kind <= DueKind::remind_head; }

/// The day for what ends with a day: it falls due the second after.
When due_told(Instant at, const Calendar& calendar, Language language) {
  const Instant last = at - after_the_last_second;
  const bool ends_a_day = calendar.zone().day_of(last) != calendar.zone().day_of(at);
  return ends_a_day ? day_told(calendar.zone().day_of(last), language)
                    : moment_told(at, calendar, language);
}

std::vector<DueLine> due_of(const CaseView& shown, const Calendar& calendar, Language language) {
  std::vector<DueLine> lines;
  for (const DueView& each : shown.due) {
    if (is_of_seat(each.kind) || is_the_programs(each.kind)) continue;
    std::string what = words::capitalised(word(each.kind, language));
    if (!each.about.empty()) what += ": " + about_told(shown, each.about);
    lines.push_back({std::move(what), due_told(each.at, calendar, language)});
  }
  return lines;
}

/// What is said by telephone most, as one press; that nobody comes says first what it means.
void offer_presses(SeatLine& line, const SeatView& seat, Language language) {
  line.seat =
      std::to_string(seat.meeting) + "." + std::to_string(seat.version) + "." + seat.party.text;
  line.has_answered = seat.answer.has_value();
  line.presses = {{"attends", said("case.answer_attends"_text, language)},
                  {"attends_digitally", said("case.answer_digitally"_text, language)}};
}

/// Beside each seat the way to write down what somebody said by telephone, with the party chosen.
void offer_answers(MeetingPart& part, const ShownCase& now, const UnitId& own, Language language) {
  const CommandNow* command = find(now, AnswerSummons::id);
  if (command == nullptr || !command->allowed) return;
  const MeetingView& meeting = now.shown.meetings.back();
  if (meeting.status != MeetingStatus::called) return;
  for (std::size_t i = 0; i < part.seats.size(); ++i) {
    const SeatView& seat = meeting.seats[i];
    if (!speaks_for(now, seat.party, own)) continue;
    part.seats[i].record =
        command_address(now.shown, command->id) + "?party=" + http::form_encoded(seat.party.text);
    offer_presses(part.seats[i], seat, language);
    part.seats[i].spoken =
        leads(now) ? said("case.answer_by_phone"_text, language) : answer_told(language);
  }
}

/// Who is called answers by one press at the own seat, which is where the main action leads.
void lead_to_seat(CasePageView& view, const ShownCase& now, Language language) {
  const bool answers =
      view.main && view.main->href == command_address(now.shown, std::string{AnswerSummons::id});
  if (!answers || !view.meeting || leads(now)) return;
  view.main.reset();
  for (const SeatLine& seat : view.meeting->seats) {
    if (seat.record.empty() || seat.has_answered) continue;
    view.main = ActionLine{"#seat-" + std::to_string(seat.number), answer_told(language), {}};
    return;
  }
}

/// Whether somebody still has something to do with it.
bool is_pending(const DeficiencyView& one) {
  return one.state != DeficiencyState::closed && one.state != DeficiencyState::withdrawn &&
         one.state != DeficiencyState::not_a_deficiency;
}

/// The first of them by its name, several by the page that has them all.
std::optional<DeficiencyNote> deficiency_note_of(const ShownCase& now,
                                                 const std::vector<DeficiencyLine>& lines) {
  const auto& all = now.shown.deficiencies;
  const auto count = std::ranges::count_if(all, is_pending);
  if (count == 0) return std::nullopt;
  const auto first = std::ranges::find_if(all, is_pending) - all.begin();
  const DeficiencyLine& line = lines[static_cast<std::size_t>(first)];
  if (count == 1) return DeficiencyNote{line.href, line.heading};
  return DeficiencyNote{case_address(now.shown.id) + "/deficiencies", std::to_string(count)};
}

/// Who has agreed or not: a huvudman, under LPT a unit.
std::string agreeing_name(const CaseView& shown, const PartyId& who, const api::House& house) {
  const auto unit = std::ranges::find(shown.parties, who, &PartyView::id);
  if (unit != shown.parties.end()) return unit->name;
  return principal_name(house.shelf.ledger()->ledger.known, PrincipalId{who.text});
}

/// Who it is about, and how the case is kept.
void tell_head(CasePageView& view, const CaseView& shown, const api::House& house,
               Language language) {
  view.id = shown.id.text;
  view.kind = word(shown.kind, language);
  view.heading = said("case.heading"_text, language, {{"id", shown.id.text}});
  view.person = shown.person.name;
  view.identity_number = shown.person.identity_number;
  view.example = api::is_example(house, shown.id);
  if (shown.person.protection != Protection::none) {
    view.protection = word(shown.person.protection, language);
  }
  view.need = shown.need;
  for (const std::string& source : shown.origins)
    view.origin += (view.origin.empty() ? "" : "; ") + source;
  view.coordinator = shown.coordinator.name + ", " + unit_name(house, shown.coordinator.unit);
  view.consent = consent_told(shown.consent, language);
  view.consent_more = consent_more(shown, house, language);
  for (const PlanNoView& each : shown.plan.declined_by) {
    view.declined += (view.declined.empty() ? "" : ", ") + agreeing_name(shown, each.by, house);
  }
  if (shown.closing_reason) view.closed = word(*shown.closing_reason, language);
}

}  // namespace

std::string command_address(const CaseView& shown, const std::string& command) {
  if (command == AddParty::id) return case_address(shown.id) + "/parties";
  const auto placed = std::ranges::find(placed_commands, command, &PlacedCommand::command);
  const bool on_page = placed != placed_commands.end() && !shown.meetings.empty();
  return case_address(shown.id) + (on_page ? std::string{placed->end} : "/do/" + command);
}

CasePageView case_page_view(const ShownCase& now, const UnitId& own, const api::House& house,
                            Language language) {
  const CaseView& shown = now.shown;
  CasePageView view;
  tell_head(view, shown, house, language);
  view.inside = is_inside(shown);
  if (view.inside) view.nav = case_places(shown.id, "", language, leads(now));
  tell_course(view, shown, language);
  for (const PartyView& each : shown.parties) {
    if (!each.left_at) {
      view.parties.push_back(party_name(shown, each.id) + ", " +
                             std::string{word(each.calling, language)});
    }
  }
  view.meeting = meeting_part(shown, house.calendar, house.now(), language);
  if (view.meeting) offer_answers(*view.meeting, now, own, language);
  for (const Goal& each : shown.plan.goals) view.goals.push_back(each.text);
  view.activities = activities_of(now, own, language);
  view.deficiencies = deficiencies_of(now, house, language);
  view.deficiency_note = deficiency_note_of(now, view.deficiencies);
  view.due = due_of(shown, house.calendar, language);
  view.has_goals = !view.goals.empty();
  view.has_activities = !view.activities.empty();
  view.has_deficiencies = !view.deficiencies.empty();
  view.has_due = !view.due.empty();
  view.main = main_of(now, house, language);
  lead_to_seat(view, now, language);
  view.groups = groups_of(now, own, house.now(), language);
  return view;
}

}  // namespace kallad::web
