// Questions to a plan.
// Not advice: good practice is warned about and never refused (domain 2, "The plan").
#include "engine/plan/plan.hpp"

#include <algorithm>

#include "engine/spine/text.hpp"

namespace kallad::plan {

namespace {
bool answered(const std::optional<std::string>& text) { return text && !is_blank(*text); }

bool says_nothing(const Responsibility& one) {
  return one.principal.empty() || is_blank(one.efforts);
}

const Goal* find_goal(const Plan& plan, const GoalId& id) {
  const auto found = std::find_if(plan.goals.begin(), plan.goals.end(),
                                  [&](const Goal& goal) { return goal.id == id; });
  return found == plan.goals.end() ? nullptr : &*found;
}

bool any_goal(const Plan& plan, GoalKind kind) {
  return std::any_of(plan.goals.begin(), plan.goals.end(),
                     [&](const Goal& goal) { return goal.kind == kind; });
}

template <class Lacks>
bool any_activity(const Plan& plan, Lacks lacks) {
  return std::any_of(plan.activities.begin(), plan.activities.end(),
                     [&](const ActivityInPlan& entry) { return lacks(entry.activity); });
}
}  // namespace

std::vector<int> missing_points(const Plan& plan) {
  const PlanPoints& points = plan.points;
  std::vector<int> missing;
  if (!answered(points.efforts_needed)) missing.push_back(1);
  const auto& answerable = points.responsibilities;
  if (answerable.empty() || std::any_of(answerable.begin(), answerable.end(), says_nothing)) {
    missing.push_back(2);
  }
  if (!answered(points.others_measures) && !points.no_others_measures.value_or(false)) {
    missing.push_back(3);
  }
  if (!points.overall_responsible || points.overall_responsible->empty()) missing.push_back(4);
  return missing;
}

std::vector<std::string> missing_practice(const Plan& plan) {
  std::vector<std::string> missing;
  if (!any_goal(plan, GoalKind::long_term)) missing.emplace_back("long_term_goal_missing");
  if (!any_goal(plan, GoalKind::part)) missing.emplace_back("part_goal_missing");
  if (any_activity(plan, [](const Activity& a) { return !answered(a.named_person); })) {
    missing.emplace_back("activity_without_person");
  }
  if (any_activity(plan, [](const Activity& a) { return !a.due; })) {
    missing.emplace_back("activity_without_date");
  }
  return missing;
}

bool has_agreed(const Plan& plan, const PartyId& who) {
  return std::any_of(plan.agreements.begin(), plan.agreements.end(), [&](const PlanAgreed& one) {
    return one.by == who && one.content == plan.content;
  });
}

const PlanDeclined* standing_no(const Plan& plan, const PartyId& who) {
  const auto found = std::ranges::find_if(plan.declined, [&](const PlanDeclined& one) {
    return one.by == who && one.content == plan.content;
  });
  return found == plan.declined.end() ? nullptr : &*found;
}

const ActivityInPlan* find_activity(const Plan& plan, const ActivityId& id) {
  const auto found =
      std::find_if(plan.activities.begin(), plan.activities.end(),
                   [&](const ActivityInPlan& entry) { return entry.activity.id == id; });
  return found == plan.activities.end() ? nullptr : &*found;
}

bool is_material(const Plan& plan, const Goal& goal) {
  const Goal* known = find_goal(plan, goal.id);
  return !known || known->text != goal.text || known->kind != goal.kind;
}

bool is_material(const Plan& plan, const Activity& activity) {
  const ActivityInPlan* known = find_activity(plan, activity.id);
  return !known || known->activity.what != activity.what ||
         known->activity.owner != activity.owner || known->activity.due != activity.due;
}

bool is_material(const Plan& plan, const PlanPoints& points) {
  return plan.points.overall_responsible != points.overall_responsible ||
         plan.points.responsibilities != points.responsibilities ||
         plan.points.efforts_needed != points.efforts_needed;
}

}  // namespace kallad::plan
