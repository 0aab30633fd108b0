// How a fact changes a plan.
// Never refuses. Rule kept: a material change needs the agreement of the parties again.
#include <algorithm>

#include "engine/plan/plan_messages.hpp"

namespace kallad::plan {

namespace {

void apply(Plan& plan, const GoalRecorded& event, const Stamp&) {
  const auto known = std::find_if(plan.goals.begin(), plan.goals.end(),
                                  [&](const Goal& goal) { return goal.id == event.goal.id; });
  if (known == plan.goals.end()) {
    plan.goals.push_back(event.goal);
  } else {
    *known = event.goal;
  }
  plan.content = event.content;
}

ActivityInPlan* entry_of(Plan& plan, const ActivityId& id) {
  const auto known =
      std::find_if(plan.activities.begin(), plan.activities.end(),
                   [&](const ActivityInPlan& entry) { return entry.activity.id == id; });
  return known == plan.activities.end() ? nullptr : &*known;
}

void apply(Plan& plan, const ActivityRecorded& event, const Stamp&) {
  if (auto* entry = entry_of(plan, event.activity.id)) {
    entry->activity = event.activity;
  } else {
    plan.activities.push_back({event.activity, ActivityStatus::planned, {}, std::nullopt});
  }
  plan.content = event.content;
}

void apply(Plan& plan, const PlanPointsRecorded& event, const Stamp&) {
  plan.points = event.points;
  plan.content = event.content;
}

void apply(Plan& plan, const PlanAgreedTo& event, const Stamp& stamp) {
  std::erase_if(plan.declined, [&](const PlanDeclined& one) { return one.by == event.by; });
  plan.agreements.push_back({event.by, event.content, cite(stamp)});
  if (!plan.first_agreed) plan.first_agreed = cite(stamp);
}

/// Also after a yes to the same content: the last word stands.
void apply(Plan& plan, const PlanDeclinedBy& event, const Stamp& stamp) {
  std::erase_if(plan.declined, [&](const PlanDeclined& one) { return one.by == event.by; });
  std::erase_if(plan.agreements, [&](const PlanAgreed& one) {
    return one.by == event.by && one.content == event.content;
  });
  plan.declined.push_back({event.by, event.content, event.reason, cite(stamp)});
}

void apply(Plan& plan, const CopyHandedOutTo& event, const Stamp& stamp) {
  for (const auto& to : event.to) plan.copies.push_back({to, cite(stamp)});
}

void apply(Plan& plan, const ActivityReported& event, const Stamp& stamp) {
  auto* entry = entry_of(plan, event.activity);
  if (!entry) return;
  entry->status = event.status;
  entry->note = event.note.value_or("");
  entry->reported = cite(stamp);
}

}  // namespace

PlanPoints merged(PlanPoints standing, const PlanPoints& said) {
  if (said.efforts_needed) standing.efforts_needed = said.efforts_needed;
  if (!said.responsibilities.empty()) standing.responsibilities = said.responsibilities;
  // Point 3 has one answer: a measure takes the place of "none", and "none" of a measure.
  if (said.others_measures) {
    standing.others_measures = said.others_measures;
    standing.no_others_measures = said.no_others_measures;
  } else if (said.no_others_measures) {
    standing.no_others_measures = said.no_others_measures;
    if (*said.no_others_measures) standing.others_measures.reset();
  }
  if (said.overall_responsible) standing.overall_responsible = said.overall_responsible;
  return standing;
}

Plan evolve(Plan plan, const PlanEvent& event, const Stamp& stamp) {
  boost::variant2::visit([&](const auto& fact) { apply(plan, fact, stamp); }, event);
  return plan;
}

}  // namespace kallad::plan
