// How facts change a plan, and how points that are answered one by one become whole.
// Not what may be recorded: a fact is never refused.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/engine/plan/sample.hpp"

namespace kallad::plan {
namespace {

using support::day;
using support::helsingborg;
using support::reception;
using support::region;

TEST(PlanEvolve, AGoalIsAddedAndChangedInItsPlace) {
  Plan plan = whole_plan();
  ASSERT_EQ(plan.goals.size(), 2U);
  EXPECT_EQ(plan.content, 4U);
  plan = evolve(plan, GoalRecorded{{home, "Jag vill bo kvar", GoalKind::long_term, true}, 5},
                stamp(5));
  ASSERT_EQ(plan.goals.size(), 2U);
  EXPECT_EQ(plan.goals.front().text, "Jag vill bo kvar");
  EXPECT_EQ(plan.goals.back(), part_goal());
  EXPECT_EQ(plan.content, 5U);
}

TEST(PlanEvolve, AnActivityKeepsWhatWasToldOfItWhenItIsChanged) {
  Plan plan = whole_plan();
  plan =
      evolve(plan, ActivityReported{support_at_home, ActivityStatus::started, "Går bra"}, stamp(5));
  Activity changed = activity();
  changed.due = day(2026, 5, 20);
  plan = evolve(plan, ActivityRecorded{changed, 5}, stamp(6));
  ASSERT_EQ(plan.activities.size(), 1U);
  const auto* entry = find_activity(plan, support_at_home);
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->activity, changed);
  EXPECT_EQ(entry->status, ActivityStatus::started);
  EXPECT_EQ(entry->note, "Går bra");
  EXPECT_EQ(entry->reported, (Cited{5, stamp(5).at}));
}

TEST(PlanEvolve, AReportTellsOfItsActivityAlone) {
  Plan plan = whole_plan();
  auto second = activity();
  second.id = ActivityId{"samtal"};
  plan = evolve(plan, ActivityRecorded{second, 5}, stamp(5));
  plan = evolve(plan, ActivityReported{second.id, ActivityStatus::blocked, "Ingen tid"}, stamp(6));
  EXPECT_EQ(find_activity(plan, second.id)->status, ActivityStatus::blocked);
  EXPECT_EQ(find_activity(plan, support_at_home)->status, ActivityStatus::planned);
  EXPECT_FALSE(find_activity(plan, support_at_home)->reported.has_value());
  plan = evolve(plan, ActivityReported{second.id, ActivityStatus::done, {}}, stamp(7));
  EXPECT_EQ(find_activity(plan, second.id)->status, ActivityStatus::done);
  EXPECT_EQ(find_activity(plan, second.id)->note, "");
  EXPECT_EQ(plan.content, 5U);
}

TEST(PlanEvolve, AReportOfAnActivityThatIsNotThereChangesNothing) {
  const Plan plan =
      evolve(whole_plan(), ActivityReported{ActivityId{"?"}, ActivityStatus::done, {}}, stamp(5));
  EXPECT_EQ(plan.activities.size(), 1U);
  EXPECT_EQ(plan.activities.front().status, ActivityStatus::planned);
  EXPECT_EQ(find_activity(plan, ActivityId{"?"}), nullptr);
}

TEST(PlanEvolve, TheFirstAgreementIsRemembered) {
  Plan plan = whole_plan();
  EXPECT_FALSE(plan.first_agreed.has_value());
  plan = evolve(plan, PlanAgreedTo{PartyId{region.text}, 4, {}}, stamp(5));
  plan = evolve(plan, PlanAgreedTo{PartyId{helsingborg.text}, 4, {}}, stamp(6));
  EXPECT_EQ(plan.first_agreed, (Cited{5, stamp(5).at}));
  EXPECT_EQ(plan.agreements.size(), 2U);
}

TEST(PlanEvolve, CopiesAreKeptWithWhomAndWhen) {
  Plan plan = whole_plan();
  plan = evolve(plan, CopyHandedOutTo{{PartyId{"anna"}, party_of(reception)}}, stamp(5));
  plan = evolve(plan, CopyHandedOutTo{{PartyId{"anna"}}}, stamp(6));
  ASSERT_EQ(plan.copies.size(), 3U);
  EXPECT_EQ(plan.copies[1].to, party_of(reception));
  EXPECT_EQ(plan.copies[1].fact.event, 5U);
  EXPECT_EQ(plan.copies[2].fact.event, 6U);
}

TEST(MergedPoints, WhatIsLeftOutStandsAsItWas) {
  EXPECT_EQ(merged(all_points(), PlanPoints{}), all_points());
  EXPECT_EQ(merged(PlanPoints{}, all_points()), all_points());
}

TEST(MergedPoints, EachIsAnsweredByItself) {
  PlanPoints points;
  PlanPoints said;
  said.efforts_needed = "Samtal";
  points = merged(points, said);
  said = {};
  said.responsibilities = {{region, "Samtal"}};
  points = merged(points, said);
  said = {};
  said.others_measures = "Personligt ombud hjälper med ekonomin";
  points = merged(points, said);
  said = {};
  said.overall_responsible = region;
  points = merged(points, said);
  Plan plan;
  plan.points = points;
  EXPECT_TRUE(missing_points(plan).empty());
  EXPECT_EQ(points.efforts_needed, "Samtal");
  EXPECT_EQ(points.overall_responsible, region);
}

TEST(MergedPoints, ANewListOfResponsibilitiesTakesTheWholeOldOnesPlace) {
  PlanPoints said;
  said.responsibilities = {{region, "Allt"}};
  const auto points = merged(all_points(), said);
  ASSERT_EQ(points.responsibilities.size(), 1U);
  EXPECT_EQ(points.responsibilities.front().principal, region);
}

TEST(MergedPoints, AMeasureOfOthersAndNoneAreNotSaidAtOnce) {
  PlanPoints measure;
  measure.others_measures = "Personligt ombud";
  PlanPoints none;
  none.no_others_measures = true;
  auto points = merged(merged(PlanPoints{}, none), measure);
  EXPECT_EQ(points.others_measures, "Personligt ombud");
  EXPECT_FALSE(points.no_others_measures.value_or(false));
  points = merged(points, none);
  EXPECT_EQ(points.no_others_measures, true);
  EXPECT_FALSE(points.others_measures.has_value());
  PlanPoints not_none;
  not_none.no_others_measures = false;
  EXPECT_EQ(merged(merged(points, measure), not_none).others_measures, "Personligt ombud");
  Plan plan;
  plan.points = merged(points, not_none);
  EXPECT_EQ(missing_points(plan), (std::vector<int>{1, 2, 3, 4}));
}

RC_GTEST_PROP(PlanProperty, RecordingThenRecordingTheSameIsNeverMaterial, ()) {
  Plan plan = whole_plan();
  Goal goal = long_term_goal();
  goal.id = GoalId{*rc::gen::element<std::string>("bo-hemma", "sova", "ny")};
  goal.text = *rc::gen::element<std::string>("Jag vill bo hemma", "Annat", "");
  goal.kind = *rc::gen::element(GoalKind::part, GoalKind::long_term);
  plan = evolve(plan, GoalRecorded{goal, 5}, stamp(5));
  RC_ASSERT(!is_material(plan, goal));
  Activity one = activity();
  one.id = ActivityId{*rc::gen::element<std::string>("boendestod", "ny")};
  if (*rc::gen::arbitrary<bool>()) one.due.reset();
  plan = evolve(plan, ActivityRecorded{one, 6}, stamp(6));
  RC_ASSERT(!is_material(plan, one));
  RC_ASSERT(!is_material(plan, goal));
}

}  // namespace
}  // namespace kallad::plan
