// A plan for tests that answers all four points of the law and follows good practice.
// Not a test. Rule kept: the plan is folded from events, as in a case.
#pragma once

#include "engine/plan/plan_messages.hpp"
#include "tests/support/north_west.hpp"

namespace kallad::plan {

inline const GoalId home{"bo-hemma"};
inline const GoalId sleep{"sova"};
inline const ActivityId support_at_home{"boendestod"};

/// The stamp of the event with this number, on a day in March 2026.
inline Stamp stamp(std::uint32_t event) {
  return {support::at(support::day(2026, 3, 20), std::chrono::hours{13}), {}, event};
}

inline PlanPoints all_points() {
  PlanPoints points;
  points.efforts_needed = "Boendestöd och samtal";
  points.responsibilities = {{support::helsingborg, "Boendestöd"}, {support::region, "Samtal"}};
  points.no_others_measures = true;
  points.overall_responsible = support::helsingborg;
  return points;
}

inline Goal long_term_goal() { return {home, "Jag vill bo hemma", GoalKind::long_term, true}; }
inline Goal part_goal() { return {sleep, "Sova hela natten", GoalKind::part, false}; }

inline Activity activity() {
  return {support_at_home,  "Boendestöd tre gånger i veckan", party_of(support::adults),
          "Ola Stödperson", support::day(2026, 4, 20),        home};
}

/// The plan with points, goals and activity, not agreed by anybody. Its content is version 4.
inline Plan whole_plan() {
  Plan plan;
  plan = evolve(plan, PlanPointsRecorded{all_points(), 1}, stamp(1));
  plan = evolve(plan, GoalRecorded{long_term_goal(), 2}, stamp(2));
  plan = evolve(plan, GoalRecorded{part_goal(), 3}, stamp(3));
  return evolve(plan, ActivityRecorded{activity(), 4}, stamp(4));
}

}  // namespace kallad::plan
