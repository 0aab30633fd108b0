// The law's four points, good practice, and what changes a plan so much that it must be agreed
// again. Not when each may be said: that is the case's table.
#include <gtest/gtest.h>

#include "tests/engine/plan/sample.hpp"

namespace kallad::plan {
namespace {

using support::day;
using support::helsingborg;
using support::reception;
using support::region;
using support::we_mind;
using Points = std::vector<int>;
using Practice = std::vector<std::string>;

/// What the law misses in the whole plan after this change of its points.
template <class Change>
Points missing_after(Change change) {
  Plan plan = whole_plan();
  change(plan.points);
  return missing_points(plan);
}

TEST(MissingPoints, AnEmptyPlanLacksAllFourInTheirOrder) {
  EXPECT_EQ(missing_points(Plan{}), (Points{1, 2, 3, 4}));
}

TEST(MissingPoints, AWholePlanLacksNone) { EXPECT_EQ(missing_points(whole_plan()), Points{}); }

TEST(MissingPoints, EachIsMissedByItself) {
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.efforts_needed.reset(); }), Points{1});
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.responsibilities.clear(); }), Points{2});
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.no_others_measures.reset(); }), Points{3});
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.overall_responsible.reset(); }), Points{4});
}

TEST(MissingPoints, WhiteSpaceAnswersNothing) {
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.efforts_needed = " \n"; }), Points{1});
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.responsibilities.back().efforts = " "; }),
            Points{2});
  EXPECT_EQ(missing_after([](PlanPoints& p) {
              p.others_measures = " ";
              p.no_others_measures.reset();
            }),
            Points{3});
}

TEST(MissingPoints, AnEmptyAnswerIsNone) {
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.efforts_needed = ""; }), Points{1});
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.overall_responsible = PrincipalId{}; }), Points{4});
}

TEST(MissingPoints, EachPrincipalNamedSaysItsEfforts) {
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.responsibilities.back().efforts = ""; }),
            Points{2});
  EXPECT_EQ(missing_after([](PlanPoints& p) { p.responsibilities.front().principal = {}; }),
            Points{2});
}

TEST(MissingPoints, PointThreeIsAMeasureOrAnExplicitNone) {
  const auto answered = [](const char* measures, std::optional<bool> none) {
    return missing_after([&](PlanPoints& p) {
      p.others_measures = measures;
      p.no_others_measures = none;
    });
  };
  EXPECT_EQ(answered("Försäkringskassan prövar ersättning", {}), Points{});
  EXPECT_EQ(answered("Försäkringskassan prövar ersättning", false), Points{});
  EXPECT_EQ(answered("", true), Points{});
  EXPECT_EQ(answered("", {}), Points{3});
  EXPECT_EQ(answered("", false), Points{3});
}

TEST(MissingPractice, AnEmptyPlanLacksItsGoals) {
  EXPECT_EQ(missing_practice(Plan{}), (Practice{"long_term_goal_missing", "part_goal_missing"}));
}

TEST(MissingPractice, AWholePlanLacksNothing) {
  EXPECT_EQ(missing_practice(whole_plan()), Practice{});
}

TEST(MissingPractice, EachKindOfGoalIsMissedByItself) {
  auto plan = whole_plan();
  std::erase_if(plan.goals, [](const Goal& goal) { return goal.kind == GoalKind::part; });
  EXPECT_EQ(missing_practice(plan), Practice{"part_goal_missing"});
  plan = whole_plan();
  std::erase_if(plan.goals, [](const Goal& goal) { return goal.kind == GoalKind::long_term; });
  EXPECT_EQ(missing_practice(plan), Practice{"long_term_goal_missing"});
}

TEST(MissingPractice, OneActivityWithoutPersonOrDateIsEnough) {
  auto plan = whole_plan();
  auto second = activity();
  second.id = ActivityId{"samtal"};
  second.named_person.reset();
  plan = evolve(plan, ActivityRecorded{second, 5}, stamp(5));
  EXPECT_EQ(missing_practice(plan), Practice{"activity_without_person"});
  second.due.reset();
  plan = evolve(plan, ActivityRecorded{second, 6}, stamp(6));
  EXPECT_EQ(missing_practice(plan), (Practice{"activity_without_person", "activity_without_date"}));
  second.named_person = "Lena Samtalsson";
  plan = evolve(plan, ActivityRecorded{second, 7}, stamp(7));
  EXPECT_EQ(missing_practice(plan), Practice{"activity_without_date"});
}

/// Whether recording the sample's goal, activity or points after this change is material.
template <class Change>
bool goal_changes(Change change) {
  Goal goal = long_term_goal();
  change(goal);
  return is_material(whole_plan(), goal);
}
template <class Change>
bool activity_changes(Change change) {
  Activity changed = activity();
  change(changed);
  return is_material(whole_plan(), changed);
}
template <class Change>
bool points_change(Change change) {
  PlanPoints points = all_points();
  change(points);
  return is_material(whole_plan(), points);
}

TEST(Materiality, TheSameAgainIsNoChange) {
  EXPECT_FALSE(goal_changes([](Goal&) {}));
  EXPECT_FALSE(activity_changes([](Activity&) {}));
  EXPECT_FALSE(points_change([](PlanPoints&) {}));
}

TEST(Materiality, AGoalsTextAndKindAre) {
  EXPECT_TRUE(goal_changes([](Goal& goal) { goal.id = GoalId{"nytt"}; }));
  EXPECT_TRUE(goal_changes([](Goal& goal) { goal.text = "Jag vill flytta"; }));
  EXPECT_TRUE(goal_changes([](Goal& goal) { goal.kind = GoalKind::part; }));
  EXPECT_FALSE(goal_changes([](Goal& goal) { goal.own_words = false; }));
}

TEST(Materiality, AnActivitysContentOwnerAndDatesAre) {
  EXPECT_TRUE(activity_changes([](Activity& one) { one.id = ActivityId{"samtal"}; }));
  EXPECT_TRUE(activity_changes([](Activity& one) { one.what = "En gång i veckan"; }));
  EXPECT_TRUE(activity_changes([](Activity& one) { one.owner = party_of(reception); }));
  EXPECT_TRUE(activity_changes([](Activity& one) { one.due = day(2026, 4, 21); }));
  EXPECT_TRUE(activity_changes([](Activity& one) { one.due.reset(); }));
  EXPECT_FALSE(activity_changes([](Activity& one) { one.named_person = "Någon Annan"; }));
  EXPECT_FALSE(activity_changes([](Activity& one) { one.goal = sleep; }));
}

TEST(Materiality, TheResponsiblePrincipalAndWhoAnswersForWhatAre) {
  EXPECT_TRUE(points_change([](PlanPoints& p) { p.overall_responsible = region; }));
  EXPECT_TRUE(points_change([](PlanPoints& p) { p.responsibilities.pop_back(); }));
  EXPECT_TRUE(points_change([](PlanPoints& p) { p.efforts_needed = "Samtal"; }));
  EXPECT_FALSE(points_change([](PlanPoints& p) { p.others_measures = "Personligt ombud"; }));
}

Plan agreed_by_both() {
  Plan plan = whole_plan();
  plan = evolve(plan, PlanAgreedTo{PartyId{helsingborg.text}, 4, {}}, stamp(5));
  return evolve(plan, PlanAgreedTo{PartyId{region.text}, 4, {}}, stamp(6));
}

TEST(Agreement, IsToThePlanAsItIs) {
  const auto plan = agreed_by_both();
  EXPECT_TRUE(has_agreed(plan, PartyId{helsingborg.text}));
  EXPECT_TRUE(has_agreed(plan, PartyId{region.text}));
  EXPECT_FALSE(has_agreed(plan, PartyId{we_mind.text}));
}

TEST(Agreement, AMaterialChangeNeedsItAgainFromEverybody) {
  auto plan =
      evolve(agreed_by_both(), GoalRecorded{{sleep, "Vila", GoalKind::part, true}, 5}, stamp(7));
  EXPECT_FALSE(has_agreed(plan, PartyId{helsingborg.text}));
  EXPECT_FALSE(has_agreed(plan, PartyId{region.text}));
  plan = evolve(plan, PlanAgreedTo{PartyId{region.text}, 5, {}}, stamp(8));
  EXPECT_TRUE(has_agreed(plan, PartyId{region.text}));
  EXPECT_FALSE(has_agreed(plan, PartyId{helsingborg.text}));
}

TEST(Agreement, IsGoneWithANoWhichAMaterialChangeAnswers) {
  const PartyId by{region.text};
  auto plan = evolve(agreed_by_both(), PlanDeclinedBy{by, 4, "För lite stöd"}, stamp(7));
  EXPECT_FALSE(has_agreed(plan, by));
  EXPECT_TRUE(has_agreed(plan, PartyId{helsingborg.text}));
  ASSERT_NE(standing_no(plan, by), nullptr);
  EXPECT_EQ(standing_no(plan, by)->reason, "För lite stöd");
  EXPECT_EQ(standing_no(plan, PartyId{helsingborg.text}), nullptr);
  plan = evolve(plan, GoalRecorded{{sleep, "Vila", GoalKind::part, true}, 5}, stamp(8));
  EXPECT_EQ(standing_no(plan, by), nullptr);
}

TEST(Agreement, StandsThroughWhatIsNotMaterial) {
  auto named = activity();
  named.named_person = "Någon Annan";
  const auto plan = evolve(agreed_by_both(), ActivityRecorded{named, 4}, stamp(7));
  EXPECT_TRUE(has_agreed(plan, PartyId{helsingborg.text}));
}

TEST(Agreement, ToAnEarlierVersionAloneIsNone) {
  const auto plan = evolve(whole_plan(), PlanAgreedTo{PartyId{region.text}, 3, {}}, stamp(5));
  EXPECT_FALSE(has_agreed(plan, PartyId{region.text}));
}

}  // namespace
}  // namespace kallad::plan
