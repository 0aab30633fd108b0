// The seven steps as a way, and every way back: not held, a next round, the plan goes on, and
// closing from each step; and the coordinator's role as it is handed over. Rules kept: domain 2
// ("The process", roles), rulings "Process", "Meetings", "Consent".
#include <algorithm>

#include "engine/deadline/deadlines.hpp"
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

using enum Step;

const std::vector<Step> every_open_step{preparation,        summons,   mapping,   meeting,
                                        activity_follow_up, follow_up, evaluation};

TEST(Way, GoesThroughTheSevenStepsToItsEnd) {
  World world = consented();
  std::vector<Step> way{world.running.step};
  const auto next = [&](const Actor& by, const CaseCommand& command) {
    world.must(by, command);
    way.push_back(world.running.step);
  };
  next(coordinator(), summons_to(friday_at_one));
  next(staff_of(psychosis_clinic),
       RecordMapping{{party_of(psychosis_clinic), "Stöd", "Samtal", "En syster"}});
  world.at(day(2026, 3, 20), 13);
  next(chair(), OpenMeeting{});
  world.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
  next(chair(), ends_with(day(2026, 6, 1)));
  world.at(day(2026, 6, 1), 10);
  next(coordinator(), HoldFollowUp{});
  next(coordinator(), RecordEvaluation{{}, "Det blev bra"});
  next(coordinator(), closing(ClosingReason::evaluated));
  EXPECT_EQ(way, (std::vector{preparation, summons, mapping, meeting, activity_follow_up, follow_up,
                              evaluation, closed}));
  EXPECT_EQ(world.running.closing_reason, ClosingReason::evaluated);
  EXPECT_EQ(world.running.closed, (Cited{world.running.events, world.now}));
  EXPECT_TRUE(world.due().empty());
}

TEST(Way, MappingMayBeLeftOutAndMayBeToldTwice) {
  World world = led_to(mapping);
  world.must(staff_of(psychosis_clinic),
             RecordMapping{{party_of(psychosis_clinic), "Stöd", "Samtal", ""}});
  EXPECT_EQ(world.running.mappings.size(), 2U);
  EXPECT_EQ(world.running.step, mapping);
  EXPECT_TRUE(held().running.mappings.empty());
}

TEST(Way, EveryEventIsCountedAndTimeStandsAtTheLast) {
  World world = led_to(evaluation);
  EXPECT_EQ(world.running.events, world.log.size());
  EXPECT_EQ(world.running.last_at, world.log.back().stamp.at);
  EXPECT_EQ(world.running.last_at, world.zone().to_instant(clock_at(day(2026, 6, 1), 10)));
  EXPECT_TRUE(
      std::is_sorted(world.log.begin(), world.log.end(),
                     [](const Logged& a, const Logged& b) { return a.stamp.at < b.stamp.at; }));
}

// --- follow-up, evaluation, and the ways back
// ---------------------------------------------------------

TEST(FollowUp, IsHeldTodayOrBeforeByTheCoordinator) {
  World world = led_to(activity_follow_up);
  const auto on = [&](Date date) {
    return rules_of(world.ask(coordinator(), HoldFollowUp{date, {}, {}}));
  };
  EXPECT_EQ(on(day(2026, 3, 21)), Rules{"follow_up_lies_ahead"});
  EXPECT_EQ(on(day(2026, 3, 20)), Rules{});
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), HoldFollowUp{})),
            Rules{"coordinator_only"});
}

TEST(FollowUp, NextIsSixMonthsLaterClampedToTheMonthsEnd) {
  World world = led_to(activity_follow_up).at(day(2026, 8, 31), 10);
  const auto followed = the<FollowUpHeld>(world.say(coordinator(), HoldFollowUp{}));
  EXPECT_EQ(followed.held_on, day(2026, 8, 31));
  EXPECT_EQ(followed.next_on, day(2027, 2, 28));
  EXPECT_EQ(world.running.next_follow_up, day(2027, 2, 28));
}

TEST(FollowUp, NextIsTheDayThatWasSaid) {
  World world = led_to(activity_follow_up).at(day(2026, 6, 1), 10);
  const HoldFollowUp said{day(2026, 5, 29), "Per telefon", day(2026, 9, 1)};
  const auto followed = the<FollowUpHeld>(world.say(coordinator(), said));
  EXPECT_EQ(followed.held_on, day(2026, 5, 29));
  EXPECT_EQ(followed.next_on, day(2026, 9, 1));
  ASSERT_EQ(world.running.follow_ups.size(), 1U);
  EXPECT_EQ(world.running.follow_ups.front().held_on, day(2026, 5, 29));
}

TEST(FollowUp, MayBeHeldAgainBeforeAnythingIsDecided) {
  World world = led_to(follow_up).at(day(2026, 9, 1), 10);
  world.must(coordinator(), HoldFollowUp{});
  EXPECT_EQ(world.running.step, follow_up);
  EXPECT_EQ(world.running.follow_ups.size(), 2U);
}

TEST(FollowUp, CallsANextRoundOfTheSameCase) {
  World world = led_to(follow_up).must(coordinator(), summons_to(clock_at(day(2026, 9, 1), 13)));
  EXPECT_EQ(world.running.step, summons);
  EXPECT_EQ(world.running.round, 2U);
  world.at(day(2026, 9, 1), 14)
      .must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
  world.must(chair(), ends_with(day(2026, 11, 2)));
  EXPECT_EQ(world.running.step, activity_follow_up);
  EXPECT_EQ(world.running.next_follow_up, day(2026, 11, 2));
  EXPECT_EQ(world.meeting().round, 2U);
}

TEST(FollowUp, TheNextOneLiesAhead) {
  World world = led_to(activity_follow_up);
  const Date today = world.calendar.zone().day_of(world.now);
  const Date yesterday = std::chrono::sys_days{today} - std::chrono::days{1};
  const Rules behind{"follow_up_lies_behind"};
  HoldFollowUp held;
  held.next_on = yesterday;
  EXPECT_EQ(rules_of(world.ask(coordinator(), held)), behind);
  held.held_on = yesterday;  // written down a day late
  EXPECT_EQ(rules_of(world.ask(coordinator(), held)), Rules{});
  held.next_on = today;
  world.must(coordinator(), held);
  EXPECT_EQ(rules_of(world.ask(coordinator(), ContinuePlan{"", yesterday})), behind);
  EXPECT_EQ(rules_of(world.ask(coordinator(), ContinuePlan{"", today})), Rules{});
}

TEST(FollowUp, LetsThePlanGoOn) {
  World world = led_to(follow_up);
  const auto on =
      the<PlanContinued>(world.say(coordinator(), ContinuePlan{"Insatserna fungerar", {}}));
  EXPECT_EQ(on.next_on, day(2026, 12, 1));  // six months from the last follow-up
  EXPECT_EQ(world.running.step, activity_follow_up);
}

TEST(FollowUp, ThePlanGoesOnToTheDayThatWasAgreedUnlessItHasPassed) {
  World world = led_to(activity_follow_up);
  HoldFollowUp held;
  held.next_on = day(2026, 8, 20);
  const Date today = world.calendar.zone().day_of(world.now);
  world.must(coordinator(), held);
  EXPECT_EQ(the<PlanContinued>(world.ask(coordinator(), ContinuePlan{})).next_on, held.next_on);
  world.at(day(2026, 8, 21), 9);
  EXPECT_EQ(the<PlanContinued>(world.ask(coordinator(), ContinuePlan{})).next_on,
            next_follow_up_by(today, 6));
}

TEST(Evaluation, IsGoalByGoalOfGoalsInThePlan) {
  World world = led_to(follow_up);
  const RecordEvaluation unknown{{{GoalId{"okant"}, GoalVerdict::reached, {}}}, {}};
  EXPECT_EQ(rules_of(world.ask(coordinator(), unknown)), Rules{"goal_unknown"});
  EXPECT_EQ(data_of(world.ask(coordinator(), unknown)), (Data{{"goal", "okant"}}));
  EXPECT_EQ(rules_of(world.ask(chair(), RecordEvaluation{})), Rules{"coordinator_only"});
  world.must(coordinator(),
             RecordEvaluation{{{GoalId{"hem"}, GoalVerdict::partly_reached, "Nästan"},
                               {GoalId{"stod"}, GoalVerdict::not_reached, {}}},
                              "Jag vill fortsätta"});
  EXPECT_EQ(world.running.persons_verdict, "Jag vill fortsätta");
  EXPECT_EQ(world.running.evaluated, (Cited{world.running.events, world.now}));
}

TEST(Evaluation, MayFindThatThePlanGoesOn) {
  World world = led_to(evaluation);
  EXPECT_EQ(rules_of(world.ask(chair(), ContinuePlan{})), Rules{"coordinator_only"});
  world.must(coordinator(), ContinuePlan{{}, day(2026, 10, 1)});
  EXPECT_EQ(world.running.step, activity_follow_up);
  EXPECT_EQ(world.running.next_follow_up, day(2026, 10, 1));
  EXPECT_EQ(rules_of(world.ask(coordinator(), closing(ClosingReason::evaluated))),
            Rules{"evaluation_required"});
}

TEST(Evaluation, MayBeToldAgain) {
  World world = led_to(evaluation);
  world.must(coordinator(), RecordEvaluation{{}, "Jag har ändrat mig"});
  EXPECT_EQ(world.running.step, evaluation);
  EXPECT_EQ(world.running.persons_verdict, "Jag har ändrat mig");
}

TEST(Way, AMeetingNotHeldGoesBackToKallelse) {
  for (const auto& open_first : {false, true}) {
    World world = at_the_table();
    if (open_first) world.must(chair(), OpenMeeting{});
    world.must(chair(), called_off({}));
    EXPECT_EQ(world.running.step, summons);
    world.must(coordinator(), summons_to(clock_at(day(2026, 4, 20), 13)));
    EXPECT_EQ(world.running.round, 1U);
  }
}

TEST(Way, AStandingMeetingGoesRoundEachQuarter) {
  World world = led_to(activity_follow_up, CaseKind::coordination);
  std::uint32_t round = 1;
  for (const auto& quarter : {day(2026, 6, 22), day(2026, 9, 21), day(2026, 12, 14)}) {
    world.must(coordinator(), summons_to(clock_at(quarter, 13))).at(quarter, 14);
    world.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
    world.must(chair(), EndMeeting{{}, "Nästa kvartal"});
    EXPECT_EQ(world.running.step, activity_follow_up);
    EXPECT_EQ(world.running.round, ++round);
  }
  EXPECT_EQ(world.running.meetings.size(), 4U);
}

// --- closing
// ----------------------------------------------------------------------------------------

TEST(Closing, AsEvaluatedNeedsTheEvaluation) {
  for (const auto step : every_open_step) {
    const auto why = rules_of(led_to(step).ask(coordinator(), closing(ClosingReason::evaluated)));
    EXPECT_EQ(why, step == evaluation ? Rules{} : Rules{"evaluation_required"})
        << table::state_id(step);
  }
}

TEST(Closing, ForAnotherReasonFromEveryStep) {
  for (const auto step : every_open_step) {
    for (const auto reason :
         {ClosingReason::persons_wish, ClosingReason::moved, ClosingReason::dead,
          ClosingReason::opened_by_mistake, ClosingReason::replaced_by_another_plan}) {
      World world = led_to(step);
      world.must(coordinator(), CloseCase{reason, "Annas önskan"});
      EXPECT_EQ(world.running.step, closed);
      EXPECT_EQ(world.running.closing_reason, reason);
    }
  }
}

TEST(Closing, OnWithdrawnConsentOnlyWhereItIsWithdrawn) {
  for (const auto step : every_open_step) {
    World world = led_to(step);
    EXPECT_EQ(rules_of(world.ask(coordinator(), closing(ClosingReason::consent_withdrawn))),
              Rules{"consent_is_not_withdrawn"});
    world.must(the_person(), WithdrawConsent{"Anna Testsson", Capacity::person});
    EXPECT_EQ(world.running.step, step);  // the case is not closed by itself
    world.must(coordinator(), closing(ClosingReason::consent_withdrawn));
    EXPECT_EQ(world.running.step, closed);
  }
}

TEST(Closing, IsTheCoordinatorsAlone) {
  for (const auto& by :
       {chair(), secretary(), the_person(), head_of(helsingborg_adults), the_clock()}) {
    EXPECT_EQ(rules_of(led_to(evaluation).ask(by, closing(ClosingReason::evaluated))),
              Rules{"coordinator_only"});
  }
  const Actor stand_in{Role::coordinator, helsingborg_adults, "Vera Vikarie"};
  EXPECT_EQ(rules_of(led_to(evaluation).ask(stand_in, closing(ClosingReason::evaluated))), Rules{});
}

TEST(Closing, CancelsAMeetingThatHasNotBegun) {
  World world = called();
  const auto said = world.say(coordinator(), closing(ClosingReason::persons_wish));
  EXPECT_EQ(events_of(said), (Rules{"meeting_cancelled", "case_closed"}));
  EXPECT_EQ(world.meeting().status, MeetingStatus::cancelled);
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::voided);
}

TEST(Closing, LeavesAMeetingThatHasBegunOrIsOverAsItWas) {
  World begun = at_the_table();
  EXPECT_EQ(events_of(begun.say(coordinator(), closing(ClosingReason::persons_wish))),
            Rules{"case_closed"});
  World over = led_to(evaluation);
  EXPECT_EQ(events_of(over.say(coordinator(), closing(ClosingReason::evaluated))),
            Rules{"case_closed"});
  EXPECT_EQ(over.meeting().status, MeetingStatus::ended);
}

TEST(Closing, WithoutAnyConsentEverGiven) {
  World world = opened();
  EXPECT_EQ(rules_of(world.ask(coordinator(), closing(ClosingReason::opened_by_mistake))), Rules{});
}

// --- the coordinator's role
// --------------------------------------------------------------------------

TEST(Coordination, IsHandedOverAndAcceptedByTheOneWhoTakesIt) {
  World world = led_to(activity_follow_up);
  const Coordinator next{psychosis_clinic, "Lena Skötare"};
  world.must(coordinator(), HandOverCoordination{next});
  EXPECT_EQ(world.running.coordinator.name, "Siv Samordnare");  // until it is accepted
  const Actor lena{Role::attendee, psychosis_clinic, "Lena Skötare"};
  const Actor another{Role::attendee, psychosis_clinic, "Ola Handläggare"};
  for (const auto& by : {another, coordinator(), staff_of(helsingborg_adults)}) {
    EXPECT_EQ(rules_of(world.ask(by, AcceptCoordination{})),
              Rules{"coordination_not_offered_to_you"});
  }
  world.must(lena, AcceptCoordination{});
  EXPECT_EQ(world.running.coordinator, next);
  EXPECT_FALSE(world.running.coordination_offered);
  EXPECT_EQ(rules_of(world.ask(coordinator(), HoldFollowUp{})), Rules{"coordinator_only"});
  const Actor as_coordinator{Role::coordinator, psychosis_clinic, "Lena Skötare"};
  EXPECT_EQ(rules_of(world.ask(as_coordinator, HoldFollowUp{})), Rules{});
}

TEST(Coordination, ThatIsNotOfferedCannotBeTaken) {
  EXPECT_EQ(rules_of(called().ask(staff_of(psychosis_clinic), AcceptCoordination{})),
            Rules{"coordination_not_offered_to_you"});
}

TEST(Coordination, IsOfferedToANamedOneOfARegisteredUnit) {
  World world = called();
  const auto offering = [&](const Coordinator& to) {
    return rules_of(world.ask(coordinator(), HandOverCoordination{to}));
  };
  EXPECT_EQ(offering({UnitId{"malmo/vuxen"}, "Lena Skötare"}), Rules{"coordinator_unit_unknown"});
  EXPECT_EQ(offering({psychosis_clinic, ""}), Rules{"coordinator_unit_unknown"});
  EXPECT_EQ(offering({psychosis_clinic, "Lena Skötare"}), Rules{});
}

TEST(Coordination, ASecondOfferReplacesTheFirst) {
  World world = called();
  world.must(coordinator(), HandOverCoordination{{psychosis_clinic, "Lena Skötare"}});
  world.must(coordinator(), HandOverCoordination{{helsingborg_adults, "Ola Handläggare"}});
  EXPECT_FALSE(world.ask({Role::attendee, psychosis_clinic, "Lena Skötare"}, AcceptCoordination{}));
  EXPECT_TRUE(world.ask(staff_of(helsingborg_adults), AcceptCoordination{}));
}

Rules offered_to(World& world, const UnitId& unit) {
  return rules_of(world.ask(coordinator(), HandOverCoordination{{unit, "Ola Handläggare"}}));
}

TEST(Coordination, GoesToNoUnitThatIsNoPartyAndInsideTheOwnAlways) {
  World world = called();
  EXPECT_EQ(offered_to(world, angelholm_adults), Rules{"coordinator_is_no_party"});
  EXPECT_EQ(offered_to(world, helsingborg_adults), Rules{});
  world.must(coordinator(), party(angelholm_adults));
  EXPECT_EQ(offered_to(world, angelholm_adults), Rules{});
  world.must(coordinator(), RemoveParty{party_of(angelholm_adults), "Avslutad"});
  EXPECT_EQ(offered_to(world, angelholm_adults), Rules{"coordinator_is_no_party"});
}

TEST(Coordination, GoesToNoPartyOutsideTheConsent) {
  World before = opened();
  EXPECT_EQ(offered_to(before, psychosis_clinic), Rules{"consent_missing"});
  EXPECT_EQ(offered_to(before, helsingborg_adults), Rules{});
  World world = called();
  auto narrow = annas_consent();
  narrow.consent.except = {psychosis_clinic};
  world.must(coordinator(), narrow);
  EXPECT_EQ(offered_to(world, psychosis_clinic), Rules{"outside_consent"});
  world.must(the_person(), WithdrawConsent{"Anna Testsson", Capacity::person});
  EXPECT_EQ(offered_to(world, psychosis_clinic), Rules{"consent_withdrawn"});
  EXPECT_EQ(offered_to(world, helsingborg_adults), Rules{});
}

TEST(Coordination, IsNotTakenWhereConsentHasEndedSinceItWasOffered) {
  World world = called();
  world.must(coordinator(), HandOverCoordination{{psychosis_clinic, "Lena Skötare"}});
  const Actor lena{Role::attendee, psychosis_clinic, "Lena Skötare"};
  World narrowed = world;
  auto narrow = annas_consent();
  narrow.consent.except = {psychosis_clinic};
  narrowed.must(coordinator(), narrow);
  EXPECT_EQ(rules_of(narrowed.ask(lena, AcceptCoordination{})), Rules{"outside_consent"});
  world.must(the_person(), WithdrawConsent{"Anna Testsson", Capacity::person});
  EXPECT_EQ(rules_of(world.ask(lena, AcceptCoordination{})), Rules{"consent_withdrawn"});
  world.must(coordinator(), annas_consent());
  EXPECT_EQ(rules_of(world.ask(lena, AcceptCoordination{})), Rules{});
}

TEST(Coordination, OfAClosedCaseIsNeitherOfferedNorTaken) {
  World world = called();
  world.must(coordinator(), HandOverCoordination{{psychosis_clinic, "Lena Skötare"}});
  world.must(coordinator(), closing(ClosingReason::moved));
  EXPECT_FALSE(world.running.coordination_offered);
  const Actor lena{Role::attendee, psychosis_clinic, "Lena Skötare"};
  EXPECT_EQ(rules_of(world.ask(lena, AcceptCoordination{})), Rules{"case_is_closed"});
  EXPECT_EQ(offered_to(world, helsingborg_adults), Rules{"case_is_closed"});
}

}  // namespace
}  // namespace kallad::casework
