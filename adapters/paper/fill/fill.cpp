// Names of units and principals come from the register, those of persons from the case.
// Not words for enums: the documents find them.
#include "adapters/paper/fill/fill.hpp"

#include "adapters/paper/fill/names.hpp"
#include "adapters/wording/words/sentence.hpp"
#include "engine/deadline/deadlines.hpp"

namespace kallad::paper {

namespace {

std::optional<LocalTime> wall(const Source& from, const std::optional<Instant>& at) {
  return at ? std::optional{from.zone.to_local(*at)} : std::nullopt;
}

/// A follow-up that falls on a red day is shown as the working day before (rulings, "Edge cases").
std::optional<Date> shown(const Source& from, const std::optional<Date>& day) {
  return day ? std::optional{shown_day(Calendar{from.zone}, *day)} : std::nullopt;
}

Attending attending(const Source& from, const Seat& seat) {
  Attending out;
  out.party = party_name(from, seat.party);
  out.who = who_sits(from, seat);
  out.calling = seat.calling;
  if (seat.mark) {
    out.mark = seat.mark->attendance;
    out.mandate = seat.mark->mandate;
    out.arrived = wall(from, seat.mark->arrived_at);
  }
  if (const GivenAnswer* answer = seat::standing_answer(seat)) out.answer = answer->kind;
  return out;
}

std::vector<Attending> all_seats(const Source& from, const Meeting& meeting) {
  std::vector<Attending> out;
  for (const Seat& seat : meeting.seats) out.push_back(attending(from, seat));
  return out;
}

std::vector<ActivityLine> activities(const Source& from) {
  std::vector<ActivityLine> out;
  for (const ActivityInPlan& each : from.file.running.plan.activities) {
    ActivityLine line;
    line.what = each.activity.what;
    line.owner = party_name(from, each.activity.owner);
    line.named_person = each.activity.named_person.value_or("");
    line.due = each.activity.due;
    line.status = each.status;
    line.note = each.note;
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<std::string> goals(const Source& from) {
  std::vector<std::string> out;
  for (const Goal& goal : from.file.running.plan.goals) out.push_back(goal.text);
  return out;
}

const Meeting* latest(const Source& from) {
  return casework::find_meeting(from.file.running, std::nullopt);
}

/// The day whose law the plan rests on: when it was first agreed to, else that of its meeting, else
/// the day the case was opened.
std::optional<Date> day_made(const Source& from) {
  const Case& running = from.file.running;
  if (running.plan.first_agreed) return from.zone.day_of(running.plan.first_agreed->at);
  if (const Meeting* meeting = latest(from)) return from.zone.day_of(meeting->notice.starts);
  return running.opened ? std::optional{from.zone.day_of(running.opened->at)} : std::nullopt;
}

void fill_points(const Source& from, PlanPaper& out) {
  const PlanPoints& points = from.file.running.plan.points;
  out.efforts_needed = points.efforts_needed.value_or("");
  for (const Responsibility& each : points.responsibilities) {
    out.responsibilities.push_back({principal_name(from, each.principal), each.efforts});
  }
  out.others_measures = points.others_measures.value_or("");
  out.no_others_measures = points.no_others_measures.value_or(false);
  if (points.overall_responsible) {
    out.overall_responsible = principal_name(from, *points.overall_responsible);
  }
}

void fill_meeting(const Source& from, PlanPaper& out) {
  const Meeting* meeting = latest(from);
  if (meeting == nullptr) return;
  out.met = wall(from, meeting->notice.starts);
  out.present = all_seats(from, *meeting);
  out.follow_up_on = shown(from, meeting->follow_up_on);
  out.chair = meeting->chair;
  out.secretary = meeting->secretary;
}

Naming naming(const Source& from) {
  const auto name = [from](std::string_view kind, std::string_view id) -> std::string {
    if (kind == "party") return party_role(from, PartyId{id});
    if (kind == "unit") return unit_name(from, UnitId{id});
    return {};
  };
  const auto moment = [from](Instant at) {
    const LocalTime reading = from.zone.to_local(at);
    const auto day = std::chrono::floor<std::chrono::days>(reading);
    const std::chrono::hh_mm_ss time{reading - day};
    const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
    return iso(Date{day}) + " " + two(time.hours().count()) + ":" + two(time.minutes().count());
  };
  return {name, moment};
}

}  // namespace

Subject subject_of(const Source& from) {
  const Case& running = from.file.running;
  Subject of;
  of.case_number = running.id.text;
  of.name = running.person.name;
  of.identity_number = running.person.identity_number;
  of.unit = unit_name(from, running.coordinator.unit);
  of.coordinator = running.coordinator.name;
  if (const Unit* unit = find_unit(from.known, running.coordinator.unit))
    of.contact = unit->mailbox;
  return of;
}

ConsentPaper consent_of(const Source& from) {
  ConsentPaper out;
  out.of = subject_of(from);
  const ConsentState& state = from.file.running.consent;
  out.withdrawn = state.withdrawn.has_value();
  if (!state.given) return out;
  const Consent& given = *state.given;
  out.given_by = given.given_by;
  out.form = given.form;
  out.from = given.from;
  out.until = given.until;
  for (const PartyId& each : given.covers) out.covers.push_back(any_name(from, each.text));
  for (const UnitId& each : given.except) out.except.push_back(unit_name(from, each));
  out.not_shared = given.not_shared.value_or("");
  out.one_guardian_motive = given.one_guardian_motive.value_or("");
  out.cannot_consent_motive = given.cannot_consent_motive.value_or("");
  return out;
}

std::optional<SummonsPaper> summons_of(const Source& from, const PartyId& party,
                                       const std::string& link) {
  const Meeting* meeting = latest(from);
  const Seat* seat = meeting == nullptr ? nullptr : meeting::find_seat(*meeting, party);
  if (seat == nullptr) return std::nullopt;
  const Subject of = subject_of(from);
  SummonsPaper out;
  out.case_number = of.case_number;
  out.to = party_role(from, party);
  out.from_unit = of.unit;
  out.from_contact = of.contact;
  out.starts = wall(from, meeting->notice.starts);
  const bool is_open = from.file.running.person.protection == Protection::none;
  if (is_open) out.place = meeting->notice.place.value_or("");
  out.calling = seat->calling;
  out.acknowledge_by = wall(from, seat->acknowledge_by);
  out.answer_by = wall(from, seat->answer_by);
  out.version = seat->version;
  out.link = link;
  return out;
}

MappingPaper mapping_of(const Source& from) {
  MappingPaper out;
  out.of = subject_of(from);
  for (const Mapping& each : from.file.running.mappings) {
    const std::string by = each.by ? party_name(from, *each.by) : party_role(from, PartyId{});
    out.told.push_back({by, each.needs, each.efforts, each.network});
  }
  return out;
}

PlanPaper plan_of(const Source& from) {
  const Case& running = from.file.running;
  PlanPaper out;
  out.of = subject_of(from);
  if (const auto made = day_made(from)) {
    for (const LegalReference& each : plan_references(running.plan.law, *made)) {
      out.law.push_back(cited(each));
    }
  }
  out.need = running.need;
  out.goals = running.plan.goals;
  fill_points(from, out);
  fill_meeting(from, out);
  out.activities = activities(from);
  if (running.next_follow_up) out.follow_up_on = shown(from, running.next_follow_up);
  for (const PlanAgreed& each : running.plan.agreements) {
    out.agreed.push_back({any_name(from, each.by.text), from.zone.day_of(each.fact.at),
                          each.content == running.plan.content});
  }
  for (const CopyHandedOut& each : running.plan.copies) {
    out.copies.push_back(party_name(from, each.to) + ", " + iso(from.zone.day_of(each.fact.at)));
  }
  return out;
}

QuestionsPaper questions_of(const Source& from) { return {from.file.running.id.text, goals(from)}; }

FollowUpPaper follow_up_of(const Source& from) {
  const Case& running = from.file.running;
  FollowUpPaper out;
  out.of = subject_of(from);
  if (!running.follow_ups.empty()) out.held_on = running.follow_ups.back().held_on;
  out.activities = activities(from);
  out.goals = goals(from);
  out.next = shown(from, running.next_follow_up);
  return out;
}

EvaluationPaper evaluation_of(const Source& from) {
  EvaluationPaper out;
  out.of = subject_of(from);
  for (const std::string& goal : goals(from)) out.goals.push_back({goal, {}, {}});
  out.persons_verdict = from.file.running.persons_verdict;
  out.reason = from.file.running.closing_reason;
  return out;
}

std::optional<DeficiencyPaper> deficiency_of(const Source& from, std::uint32_t number) {
  for (const Deficiency& one : from.file.deficiencies) {
    if (one.number != number) continue;
    DeficiencyPaper out;
    out.case_number = from.file.running.id.text;
    out.number = number;
    const Case& running = from.file.running;
    out.cover = cover_of(one, running.person, running.consent.withdrawn.has_value());
    out.registered = from.zone.day_of(one.registered.at);
    out.form = one.form;
    out.kinds = one.kinds;
    const Naming said = naming(from);
    for (const CitedFact& fact : one.facts) {
      out.facts.push_back(sentence_of(fact, from.language, said));
    }
    out.answer_by = wall(from, one.answer_by);
    for (const CounterpartWords& answer : one.answers) out.answers.push_back(answer.text);
    out.measure = one.measure;
    out.result = one.result;
    return out;
  }
  return std::nullopt;
}

AttendancePaper attendance_of(const Source& from) {
  AttendancePaper out;
  out.case_number = from.file.running.id.text;
  const Meeting* meeting = latest(from);
  if (meeting == nullptr) return out;
  out.starts = wall(from, meeting->notice.starts);
  out.place = meeting->notice.place.value_or("");
  out.chair = meeting->chair;
  out.secretary = meeting->secretary;
  out.seats = all_seats(from, *meeting);
  return out;
}

PersonPaper person_of(const Source& from) {
  const Case& running = from.file.running;
  PersonPaper out;
  out.of = subject_of(from);
  const Meeting* meeting = latest(from);
  if (meeting != nullptr && meeting::is_live(*meeting)) {
    out.meets = wall(from, meeting->notice.starts);
    out.place = meeting->notice.place.value_or("");
    for (Attending& each : all_seats(from, *meeting)) {
      if (each.party != party_role(from, PartyId{})) out.comes.push_back(std::move(each));
    }
  }
  out.goals = goals(from);
  out.activities = activities(from);
  out.follow_up_on = shown(from, running.next_follow_up);
  if (!out.follow_up_on && meeting != nullptr) {
    out.follow_up_on = shown(from, meeting->follow_up_on);
  }
  return out;
}

}  // namespace kallad::paper
