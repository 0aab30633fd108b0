// The plan in its case: who writes it, the four points before anybody agrees, who must agree,
// copies and reports. What a plan is by itself is tested in tests/engine/plan. Rules kept: domain 2
// ("The plan"), rulings "Process" and "Dates".
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

World under(PlanLaw law) {
  World world;
  auto command = annas_case();
  command.law = law;
  world.must(coordinator(), command);
  for (const auto& unit : {helsingborg_adults, psychosis_clinic, health_centre}) {
    world.must(coordinator(), party(unit));
  }
  world.must(coordinator(), AddParty{anna, PartyKind::person, {}, "Anna Testsson"});
  world.must(coordinator(), annas_consent()).must(coordinator(), summons_to(friday_at_one));
  world.at(day(2026, 3, 20), 14).must(chair(), OpenMeeting{});
  return world;
}

World agreed() {
  World world = held();
  world.must(staff_of(psychosis_clinic), AgreePlan{region});
  return world.must(staff_of(helsingborg_adults), AgreePlan{helsingborg});
}

TEST(Plan, LackingAPointIsNotAgreedTo) {
  World world = under(PlanLaw::sol_hsl);
  const AgreePlan agree{region};
  const auto asked = [&] { return world.ask(staff_of(psychosis_clinic), agree); };
  EXPECT_EQ(rules_of(asked()), Rules{"plan_points_missing"});
  EXPECT_EQ(data_of(asked()), (Data{{"missing", "1, 2, 3, 4"}}));
  const auto all = all_four_points().points;
  RecordPlanPoints some;
  some.points.efforts_needed = all.efforts_needed;
  world.must(chair(), some);
  EXPECT_EQ(data_of(asked()), (Data{{"missing", "2, 3, 4"}}));
  some = {};
  some.points.responsibilities = all.responsibilities;
  some.points.overall_responsible = all.overall_responsible;
  world.must(chair(), some);
  EXPECT_EQ(data_of(asked()), (Data{{"missing", "3"}}));
  some = {};
  some.points.no_others_measures = true;
  world.must(chair(), some);
  EXPECT_EQ(rules_of(asked()), Rules{});
}

TEST(Plan, IsAgreedToByEveryPrincipalOnce) {
  World world = held();
  EXPECT_EQ(must_agree(world.running), (std::vector{helsingborg, region}));
  EXPECT_FALSE(is_plan_agreed(world.running));
  const auto first = the<PlanAgreedTo>(world.say(staff_of(psychosis_clinic), AgreePlan{region}));
  EXPECT_EQ(first.content, world.running.plan.content);
  EXPECT_FALSE(is_plan_agreed(world.running));
  EXPECT_EQ(events_of(world.say(staff_of(psychosis_clinic), AgreePlan{region})), Rules{});
  world.must(staff_of(helsingborg_adults), AgreePlan{helsingborg});
  EXPECT_TRUE(is_plan_agreed(world.running));
}

TEST(Plan, IsDeclinedWithAReasonAndTheLastWordStands) {
  World world = held();
  const auto no = the<PlanDeclinedBy>(
      world.say(staff_of(psychosis_clinic), DeclinePlan{region, "Ingen samtalstid i mars"}));
  EXPECT_EQ(no.content, world.running.plan.content);
  EXPECT_EQ(plan::standing_no(world.running.plan, region)->reason, "Ingen samtalstid i mars");
  EXPECT_EQ(events_of(world.say(staff_of(psychosis_clinic),
                                DeclinePlan{region, "Ingen samtalstid i mars"})),
            Rules{});
  world.must(staff_of(helsingborg_adults), AgreePlan{helsingborg});
  EXPECT_FALSE(is_plan_agreed(world.running));
  world.must(staff_of(psychosis_clinic), AgreePlan{region});
  EXPECT_TRUE(is_plan_agreed(world.running));
  EXPECT_EQ(plan::standing_no(world.running.plan, region), nullptr);
  world.must(staff_of(psychosis_clinic), DeclinePlan{region, "Ändå inte"});
  EXPECT_FALSE(is_plan_agreed(world.running));
}

TEST(Plan, IsNotDeclinedWithoutAReasonNorByThoseWhoAreNotAsked) {
  World world = held();
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), DeclinePlan{region, " "})),
            Rules{"reason_required"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), DeclinePlan{PartyId{"bjuv"}, "Nej"})),
            Rules{"not_asked_to_agree"});
}

TEST(Plan, AsksNobodyElseToAgree) {
  World world = held();
  for (const auto& who : {PartyId{"bjuv"}, anna, party_of(psychosis_clinic)}) {
    EXPECT_EQ(rules_of(world.ask(coordinator(), AgreePlan{who})), Rules{"not_asked_to_agree"})
        << who.text;
  }
}

TEST(Plan, DoesNotAskInvitedPartiesNorThoseWhoLeft) {
  World world = called();
  world.must(coordinator(), party(police)).must(coordinator(), party(angelholm_adults));
  EXPECT_EQ(must_agree(world.running), (std::vector{helsingborg, region, PartyId{"angelholm"}}));
  world.must(coordinator(), RemoveParty{party_of(angelholm_adults), "Fel kommun"});
  EXPECT_EQ(must_agree(world.running), (std::vector{helsingborg, region}));
}

TEST(Plan, NobodyAskedIsNobodyAgreed) {
  World world;
  world.must(coordinator(), annas_case());
  EXPECT_TRUE(must_agree(world.running).empty());
  EXPECT_FALSE(is_plan_agreed(world.running));
}

TEST(Plan, UnderLptCountsWhenEveryUnitHasApproved) {
  World world = under(PlanLaw::lpt);
  world.must(chair(), all_four_points());
  EXPECT_EQ(must_agree(world.running),
            (std::vector{party_of(helsingborg_adults), party_of(psychosis_clinic),
                         party_of(health_centre)}));
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), AgreePlan{region})),
            Rules{"not_asked_to_agree"});
  for (const auto& unit : {helsingborg_adults, psychosis_clinic, health_centre}) {
    EXPECT_FALSE(is_plan_agreed(world.running));
    world.must(staff_of(unit), AgreePlan{party_of(unit)});
  }
  EXPECT_TRUE(is_plan_agreed(world.running));
}

TEST(Plan, AMaterialChangeNeedsAgreementAgain) {
  const std::vector<CaseCommand> changes{
      goal("hem", "Flytta till egen lägenhet", GoalKind::long_term), goal("nytt", "Börja simma"),
      activity("samtal", psychosis_clinic), [] {
        RecordPlanPoints other;
        other.points.overall_responsible = PrincipalId{"region"};
        return other;
      }()};
  for (const auto& change : changes) {
    World world = agreed();
    world.must(chair(), change);
    EXPECT_FALSE(is_plan_agreed(world.running));
    world.must(staff_of(psychosis_clinic), AgreePlan{region});
    world.must(staff_of(helsingborg_adults), AgreePlan{helsingborg});
    EXPECT_TRUE(is_plan_agreed(world.running));
  }
}

TEST(Plan, WhatIsNotMaterialLeavesTheAgreementStanding) {
  World world = agreed();
  const auto content = world.running.plan.content;
  world.must(chair(), goal("stod", "Ha boendestöd som fungerar"));
  world.must(chair(), all_four_points());
  EXPECT_EQ(world.running.plan.content, content);
  EXPECT_TRUE(is_plan_agreed(world.running));
}

TEST(Plan, TellsWhatGoodPracticeMissesAndStopsNothing) {
  World world = under(PlanLaw::sol_hsl);
  world.must(chair(), all_four_points());
  const auto agreement =
      the<PlanAgreedTo>(world.say(staff_of(psychosis_clinic), AgreePlan{region}));
  EXPECT_EQ(agreement.warnings,
            (std::vector<std::string>{"long_term_goal_missing", "part_goal_missing"}));
}

TEST(Plan, GoalsAndActivitiesHaveTheirText) {
  World world = held();
  EXPECT_EQ(rules_of(world.ask(chair(), goal("hem", ""))), Rules{"text_required"});
  EXPECT_EQ(rules_of(world.ask(chair(), goal("", "Bo kvar hemma"))), Rules{"text_required"});
  auto nothing = activity("samtal", psychosis_clinic);
  nothing.activity.what.clear();
  EXPECT_EQ(rules_of(world.ask(chair(), nothing)), Rules{"text_required"});
  nothing = activity("", psychosis_clinic);
  EXPECT_EQ(rules_of(world.ask(chair(), nothing)), Rules{"text_required"});
}

TEST(Plan, AnActivityIsOwnedByAParty) {
  World world = held();
  EXPECT_EQ(rules_of(world.ask(chair(), activity("samtal", angelholm_adults))),
            Rules{"activity_owner_unknown"});
  EXPECT_EQ(rules_of(world.ask(chair(), activity("samtal", psychosis_clinic))), Rules{});
  auto annas_own = activity("promenad", psychosis_clinic);
  annas_own.activity.owner = anna;
  EXPECT_EQ(rules_of(world.ask(chair(), annas_own)), Rules{});
  world.must(coordinator(), RemoveParty{party_of(psychosis_clinic), "Avslutad"});
  EXPECT_EQ(rules_of(world.ask(chair(), activity("samtal", psychosis_clinic))),
            Rules{"activity_owner_unknown"});
}

TEST(Plan, IsWrittenByTheStaffOfTheMeeting) {
  for (const CaseCommand& command :
       {CaseCommand{goal("hem", "Bo hemma")}, CaseCommand{activity("samtal", psychosis_clinic)},
        CaseCommand{all_four_points()}}) {
    EXPECT_EQ(rules_of(held().ask(staff_of(psychosis_clinic), command)),
              Rules{"chair_or_coordinator_only"});
    EXPECT_EQ(rules_of(held().ask(secretary(), command)), Rules{});
  }
}

TEST(Plan, IsBegunAtTheMappingAndAgreedToFromTheMeetingOn) {
  World world = led_to(Step::mapping);
  world.must(chair(), all_four_points());
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), AgreePlan{region})),
            Rules{"not_in_this_step"});
  world.at(day(2026, 3, 20), 13).must(chair(), OpenMeeting{});
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), AgreePlan{region})), Rules{});
}

TEST(Copies, GoToPartiesInsideTheConsentAndAreDated) {
  World world = held();
  EXPECT_EQ(rules_of(world.ask(coordinator(), HandOutCopy{})), Rules{"party_unknown"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), HandOutCopy{{party_of(angelholm_adults)}})),
            Rules{"party_unknown"});
  EXPECT_EQ(rules_of(world.ask(chair(), HandOutCopy{{anna}})), Rules{"coordinator_only"});
  world.must(coordinator(), HandOutCopy{{anna, party_of(psychosis_clinic)}});
  ASSERT_EQ(world.running.plan.copies.size(), 2U);
  EXPECT_EQ(world.running.plan.copies[1].to, party_of(psychosis_clinic));
  EXPECT_EQ(world.running.plan.copies[1].fact, (Cited{world.running.events, world.now}));
}

TEST(Copies, DoNotGoOutsideTheConsent) {
  World world = held();
  auto narrow = annas_consent();
  narrow.consent.except = {psychosis_clinic};
  world.must(coordinator(), narrow);
  const auto said = world.ask(coordinator(), HandOutCopy{{anna, party_of(psychosis_clinic)}});
  EXPECT_EQ(rules_of(said), Rules{"outside_consent"});
  EXPECT_EQ(data_of(said), (Data{{"party", psychosis_clinic.text}}));
  EXPECT_EQ(rules_of(world.ask(coordinator(), HandOutCopy{{anna, party_of(helsingborg_adults)}})),
            Rules{});
}

TEST(Reports, OfAnActivityComeFromItsOwnUnitOrTheCoordinator) {
  World world = held();
  world.must(chair(), activity("samtal", psychosis_clinic, day(2026, 5, 1)));
  const ReportActivity started{ActivityId{"samtal"}, ActivityStatus::started,
                               "Första samtalet hållet"};
  for (const auto& by :
       {staff_of(helsingborg_adults), head_of(health_centre), the_person(), chair()}) {
    EXPECT_EQ(rules_of(world.ask(by, started)), Rules{"not_your_activity"});
  }
  for (const auto& by : {staff_of(psychosis_clinic), head_of(psychosis_clinic), coordinator()}) {
    EXPECT_EQ(rules_of(world.ask(by, started)), Rules{});
  }
  EXPECT_EQ(rules_of(world.ask(coordinator(),
                               ReportActivity{ActivityId{"okand"}, ActivityStatus::done, {}})),
            Rules{"activity_unknown"});
}

TEST(Reports, ThatItIsBlockedWithItsNote) {
  World world = held();
  world.must(chair(), activity("samtal", psychosis_clinic, day(2026, 5, 1)));
  world.must(staff_of(psychosis_clinic),
             ReportActivity{ActivityId{"samtal"}, ActivityStatus::blocked, "Ingen behandlare"});
  const auto& entry = world.running.plan.activities.front();
  EXPECT_EQ(entry.status, ActivityStatus::blocked);
  EXPECT_EQ(entry.note, "Ingen behandlare");
  EXPECT_EQ(entry.reported, (Cited{world.running.events, world.now}));
  EXPECT_EQ(world.due(DueKind::activity_due).size(), 1U);  // blocked is not done
}

}  // namespace
}  // namespace kallad::casework
