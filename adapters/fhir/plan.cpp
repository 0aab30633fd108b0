// The plan with its activities, a Goal for each goal, a Task for each activity.
// Not deficiencies: they are no part of the plan and are not exported. Rule kept (2009:981 and
// today's act): the law's four points stand in the plan, as notes under the law's own words.
#include <algorithm>

#include "adapters/fhir/packing.hpp"

namespace kallad::fhir {

namespace {

bool is_mistake(const Case& running) {
  return running.closing_reason == ClosingReason::opened_by_mistake;
}

/// A plan is a draft until the meeting that makes it is over, or somebody has agreed to it.
bool is_draft(const Case& running) {
  return running.step <= Step::meeting && !running.plan.first_agreed;
}

std::string_view plan_status(const Case& running) {
  if (is_mistake(running)) return "entered-in-error";
  if (running.closed) {
    return running.closing_reason == ClosingReason::evaluated ? "completed" : "revoked";
  }
  return is_draft(running) ? "draft" : "active";
}

std::string_view goal_status(const Case& running) {
  if (is_mistake(running)) return "entered-in-error";
  if (running.closed) {
    return running.closing_reason == ClosingReason::evaluated ? "completed" : "cancelled";
  }
  return running.plan.first_agreed ? "active" : "proposed";
}

std::string_view activity_status(ActivityStatus status) {
  switch (status) {
    case ActivityStatus::planned:
      return "not-started";
    case ActivityStatus::started:
      return "in-progress";
    case ActivityStatus::done:
      return "completed";
    case ActivityStatus::blocked:
      return "on-hold";
  }
  return "unknown";
}

std::string_view task_status(const Case& running, ActivityStatus status) {
  if (is_mistake(running)) return "entered-in-error";
  if (status == ActivityStatus::planned) return running.plan.first_agreed ? "requested" : "draft";
  return activity_status(status);
}

/// SIP is the word of the national contract (TypeOfCarePlanEnum). A standing coordination meeting
/// is none.
Json category_of(const Case& running) {
  if (running.kind == CaseKind::coordination) return our_code(running.kind);
  const std::string system = std::string{our_base} + "CodeSystem/care-plan-type";
  return coded(system, "SIP", "Samordnad individuell plan (SIP)");
}

Json notes_of(const Packing& to) {
  const PlanPoints& points = to.running().plan.points;
  const Register& known = to.from().known;
  Json notes = Json::array();
  const auto note = [&](const std::string& label, const std::string& text) {
    if (!text.empty()) notes.push_back({{"text", label + ": " + text}});
  };
  note("Insatser som behövs", points.efforts_needed.value_or(""));
  for (const Responsibility& each : points.responsibilities) {
    note("Insatser som " + name_of(known, each.principal) + " svarar för", each.efforts);
  }
  note("Åtgärder av andra", points.others_measures.value_or(""));
  if (points.no_others_measures.value_or(false)) note("Åtgärder av andra", "inga");
  if (points.overall_responsible) {
    note("Övergripande ansvar", name_of(known, *points.overall_responsible));
  }
  return notes;
}

Json activity_of(Packing& to, const ActivityInPlan& entry) {
  const Activity& said = entry.activity;
  Json detail;
  const auto& goals = to.running().plan.goals;
  if (said.goal && std::ranges::find(goals, *said.goal, &Goal::id) != goals.end()) {
    detail["goal"] = Json::array({to.to("goal/" + said.goal->text)});
  }
  detail["status"] = activity_status(entry.status);
  if (entry.status == ActivityStatus::blocked && !entry.note.empty()) {
    detail["statusReason"] = worded(entry.note);
  }
  if (said.due) detail["scheduledPeriod"] = {{"end", iso(*said.due)}};
  detail["performer"] = Json::array({to.party(said.owner)});
  if (said.named_person && !said.named_person->empty()) {
    detail["performer"].push_back({{"display", *said.named_person}});
  }
  put(detail, "description", said.what);
  return {{"detail", std::move(detail)}};
}

Json period_of(const Packing& to) {
  const Case& running = to.running();
  Json period;
  if (running.plan.first_agreed) period["start"] = to.at(running.plan.first_agreed->at);
  if (running.plan.first_agreed && running.closed) period["end"] = to.at(running.closed->at);
  return period;
}

void add_care_plan(Packing& to) {
  const Case& running = to.running();
  const std::string numbers = std::string{our_base} + "sid/case";
  Json content{{"identifier", Json::array({{{"system", numbers}, {"value", running.id.text}}})},
               {"status", plan_status(running)},
               {"intent", "plan"},
               {"category", Json::array({category_of(running)})},
               {"title", word(running.kind, Language::swedish)}};
  put(content, "description", running.need);
  content["subject"] = to.patient();
  put(content, "period", period_of(to));
  if (running.opened) content["created"] = to.at(running.opened->at);
  content["author"] = to.coordinator();
  content["careTeam"] = Json::array({to.to("care-team")});
  Json goals = Json::array();
  for (const Goal& each : running.plan.goals) goals.push_back(to.to("goal/" + each.id.text));
  put(content, "goal", std::move(goals));
  Json activities = Json::array();
  for (const ActivityInPlan& each : running.plan.activities) {
    activities.push_back(activity_of(to, each));
  }
  put(content, "activity", std::move(activities));
  put(content, "note", notes_of(to));
  to.add("care-plan", "CarePlan", std::move(content));
}

Json achievement_of(GoalVerdict verdict) {
  const auto code = [verdict] {
    if (verdict == GoalVerdict::reached) return "achieved";
    return verdict == GoalVerdict::partly_reached ? "in-progress" : "not-achieved";
  };
  return coded("http://terminology.hl7.org/CodeSystem/goal-achievement", code(),
               word(verdict, Language::swedish));
}

void add_goal(Packing& to, const Goal& goal) {
  const auto& evaluated = to.from().told.evaluated;
  const auto verdict = std::ranges::find(evaluated, goal.id, &GoalEvaluation::goal);
  Json content{{"lifecycleStatus", goal_status(to.running())}};
  if (verdict != evaluated.end()) content["achievementStatus"] = achievement_of(verdict->verdict);
  content["category"] = Json::array({our_code(goal.kind)});
  content["description"] = worded(goal.text);
  content["subject"] = to.patient();
  if (goal.own_words) content["expressedBy"] = to.patient();
  to.add("goal/" + goal.id.text, "Goal", std::move(content));
}

void add_task(Packing& to, const ActivityInPlan& entry) {
  const Activity& said = entry.activity;
  Json content{{"basedOn", Json::array({to.plan()})},
               {"status", task_status(to.running(), entry.status)},
               {"intent", "plan"}};
  put(content, "description", said.what);
  content["for"] = to.patient();
  if (entry.reported) content["lastModified"] = to.at(entry.reported->at);
  content["owner"] = to.party(said.owner);
  if (!entry.note.empty()) content["note"] = Json::array({{{"text", entry.note}}});
  if (said.due) content["restriction"] = {{"period", {{"end", iso(*said.due)}}}};
  to.add("activity/" + said.id.text, "Task", std::move(content));
}

}  // namespace

void add_plan(Packing& to) {
  add_care_plan(to);
  for (const Goal& each : to.running().plan.goals) add_goal(to, each);
  for (const ActivityInPlan& each : to.running().plan.activities) add_task(to, each);
}

}  // namespace kallad::fhir
