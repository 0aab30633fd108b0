// The way of a deficiency, told as it goes: what each step does to it, and what the clock demands.
// Refusals are in rules_test.cpp.
#include "tests/engine/deficiency/way.hpp"

namespace kallad::deficiency {
namespace {

using enum DeficiencyState;

template <class Event>
bool says(const Verdict<DeficiencyEvent>& verdict) {
  return verdict.is_accepted() && verdict.events().size() == 1 &&
         boost::variant2::holds_alternative<Event>(verdict.events().front());
}

WriteDeficiency against_outsider(const char* name) {
  return {{}, name, day(2026, 3, 19), "Ingen kom till mötet.", {}};
}

TEST(DeficiencyWay, FromDraftToClosedEachStepIsDated) {
  World world;
  lead_to(world, closed);
  std::vector<std::string_view> told;
  std::uint32_t event = 0;
  for (const auto& step : world.deficiency.steps) {
    told.push_back(step.what);
    EXPECT_EQ(step.fact.event, ++event);
    EXPECT_EQ(step.fact.at, world.now);
  }
  EXPECT_EQ(told,
            (std::vector<std::string_view>{
                "deficiency_drafted", "deficiency_completed", "deficiency_handed_to_own_manager",
                "deficiency_sent_to_counterpart", "deficiency_answered",
                "deficiency_sent_to_council_secretary", "deficiency_put_before_council",
                "deficiency_accepted", "deficiency_closed"}));
  EXPECT_EQ(world.deficiency.measure, "Ny rutin");
  EXPECT_EQ(world.deficiency.result, "Kallelser bevakas dagligen");
  EXPECT_EQ(world.deficiency.steps[3].by, own_head());
}

TEST(DeficiencyWay, AnswerIsDueInSixtyDaysOnTheNextWorkingDay) {
  World world;
  world.at(day(2026, 3, 24), 10);  // 60 days later is Saturday 23 May
  lead_to(world, with_counterpart);
  const Zone& zone = world.calendar.zone();
  EXPECT_EQ(world.deficiency.answer_by, zone.end_of(day(2026, 5, 25)));
  const auto dues = due(world.deficiency);
  ASSERT_EQ(dues.size(), 1U);
  EXPECT_EQ(dues.front(), (Due{zone.start_of(day(2026, 5, 26)), DueKind::deficiency_answer_due, 1,
                               counterpart.text}));
}

TEST(DeficiencyWay, AnswerDeadlineOverChristmasAndFromTheRoutine) {
  World world;
  world.routines.front().deficiency_answer_within_days = 10;
  world.at(day(2026, 12, 14), 10);  // ten days later is Christmas Eve, then red days to Sunday
  lead_to(world, with_counterpart);
  EXPECT_EQ(world.deficiency.answer_by, world.calendar.zone().end_of(day(2026, 12, 28)));
}

TEST(DeficiencyWay, OverdueIsToldOnce) {
  World world;
  lead_to(world, with_counterpart);
  const Due row = due(world.deficiency).front();
  world.now = row.at;
  EXPECT_TRUE(says<DeficiencyAnswerOverdue>(world.clock_says(row)));
  EXPECT_TRUE(due(world.deficiency).empty());
  EXPECT_EQ(world.deficiency.answer_overdue->at, *world.deficiency.answer_by);
  EXPECT_EQ(world.deficiency.state, with_counterpart);
  EXPECT_EQ(rules_of(world.clock_says(row)), Rules{"deadline_not_passed"});
}

TEST(DeficiencyWay, OverdueIsNotToldInTheLastSecondNorAfterAnAnswer) {
  World world;
  lead_to(world, with_counterpart);
  const Due row = due(world.deficiency).front();
  world.now = row.at - std::chrono::seconds{1};
  EXPECT_EQ(rules_of(world.clock_says(row)), Rules{"deadline_not_passed"});
  EXPECT_TRUE(world.say(other_head(), answer("Ny rutin.")));
  EXPECT_TRUE(due(world.deficiency).empty());
  world.now = row.at;
  EXPECT_EQ(rules_of(world.clock_says(row)), Rules{"not_in_this_step"});
}

TEST(DeficiencyWay, NothingIsDueInAnyOtherState) {
  for (const auto state : {drafted, completed, with_own_manager, answered, sent_back, closed}) {
    World world;
    lead_to(world, state);
    EXPECT_TRUE(due(world.deficiency).empty()) << table::state_id(state);
  }
}

TEST(DeficiencyWay, GrowsWhereItIsAndNarrowsAgain) {
  World world;
  lead_to(world, completed);
  const std::vector<CitedFact> two{{FactKind::answer_deadline_passed, 7, world.now},
                                   {FactKind::marked_absent, 12, world.now}};
  world.take(DeficiencyGrown{{1}, {DeficiencyKind::not_answered, DeficiencyKind::absent}, two});
  EXPECT_EQ(world.deficiency.state, completed);
  EXPECT_EQ(world.deficiency.kinds.size(), 2U);
  EXPECT_EQ(world.deficiency.facts, two);
  world.take(DeficiencyNarrowed{{1}, {DeficiencyKind::not_answered}, {two.front()}});
  EXPECT_EQ(world.deficiency.kinds, std::vector{DeficiencyKind::not_answered});
  EXPECT_EQ(world.deficiency.facts.size(), 1U);
}

TEST(DeficiencyWay, WithdrawnAndGroundedAgainIsTheSameOfTheSameYear) {
  World world;
  world.at(day(2026, 12, 30), 9);
  world.raise();
  world.take(DeficiencyWithdrawn{{1}, WithdrawReason::party_came, 14});
  EXPECT_EQ(world.deficiency.state, withdrawn);
  EXPECT_EQ(world.deficiency.withdrawn_reason, WithdrawReason::party_came);
  EXPECT_EQ(world.deficiency.withdrawn_by, 14U);
  EXPECT_FALSE(is_open(world.deficiency));
  world.at(day(2027, 1, 4), 9);
  world.raise();
  EXPECT_EQ(world.deficiency.state, drafted);
  EXPECT_EQ(world.deficiency.number, 1U);
  EXPECT_FALSE(world.deficiency.withdrawn_reason);
  EXPECT_EQ(report_year(world.deficiency, world.calendar.zone()), 2026);
  EXPECT_EQ(world.deficiency.steps.size(), 3U);
}

TEST(DeficiencyWay, YearIsTheLocalOne) {
  World world;
  world.now = world.calendar.zone().start_of(day(2027, 1, 1));  // still 2026 in UTC
  world.raise();
  EXPECT_EQ(report_year(world.deficiency, world.calendar.zone()), 2027);
}

TEST(DeficiencyWay, WrittenByHandBelongsToItsWritersUnit) {
  World world;
  const WriteDeficiency wish{own, {}, day(2026, 3, 19), "Ingen kom till mötet.", 2};
  EXPECT_TRUE(says<DeficiencyWritten>(world.say(other_staff(), wish)));
  EXPECT_EQ(world.deficiency.origin, Origin::written);
  EXPECT_EQ(world.deficiency.unit, counterpart);
  EXPECT_EQ(world.deficiency.party, party_of(own));
  EXPECT_EQ(world.deficiency.meeting, 2U);
  EXPECT_EQ(world.deficiency.form.event_date, day(2026, 3, 19));
  EXPECT_EQ(world.deficiency.form.what_happened, "Ingen kom till mötet.");
  EXPECT_FALSE(world.deficiency.proposed);
  // It is not the coordinator's to withdraw: it is against the coordinator's own unit.
  EXPECT_EQ(rules_of(world.ask(coordinator(), withdraw("Nej"))), Rules{"not_your_deficiency"});
  EXPECT_TRUE(world.say(other_head(), withdraw("Dubblett")));
}

TEST(DeficiencyWay, AgainstAnOutsiderItIsProposedOffAndDecidedByAHuman) {
  World world;
  EXPECT_TRUE(says<DeficiencyWritten>(world.say(coordinator(), against_outsider("Polisen"))));
  EXPECT_EQ(world.deficiency.against_outsider, "Polisen");
  EXPECT_EQ(world.deficiency.proposed, DeficiencyOutcome::not_a_deficiency);
  EXPECT_EQ(world.deficiency.proposed_reason, NotDeficiencyReason::outside_agreement);
  EXPECT_EQ(world.deficiency.state, drafted);
  EXPECT_TRUE(world.say(own_staff(), whole_form()));
  EXPECT_TRUE(world.say(own_staff(), about_one<HandToOwnManager>()));
  EXPECT_EQ(rules_of(world.ask(own_head(), about_one<SendToCounterpart>())),
            Rules{"counterpart_has_no_unit"});
  EXPECT_TRUE(world.say(own_head(), about_one<SendToCouncilSecretary>()));
  EXPECT_TRUE(has_left_unit(world.deficiency));
  EXPECT_TRUE(world.say(secretary_of_council(), about_one<PutBeforeCouncil>()));
  EXPECT_FALSE(world.deficiency.decision);
  EXPECT_TRUE(world.say(secretary_of_council(), rule_off(NotDeficiencyReason::outside_agreement)));
  EXPECT_EQ(world.deficiency.decision, DeficiencyOutcome::not_a_deficiency);
  EXPECT_TRUE(world.say(secretary_of_council(), about_one<CloseDeficiency>()));
  EXPECT_EQ(world.deficiency.state, closed);
}

TEST(DeficiencyWay, AgainstTheOwnUnitItGoesFromTheManagerToTheCouncil) {
  World world;
  EXPECT_TRUE(says<DeficiencyWritten>(
      world.say(own_staff(), WriteDeficiency{own, {}, day(2026, 3, 19), "Vi kallade inte.", {}})));
  EXPECT_FALSE(world.deficiency.proposed) << "whether it is one is the council's to decide";
  EXPECT_TRUE(world.say(own_staff(), whole_form()));
  EXPECT_TRUE(world.say(own_staff(), about_one<HandToOwnManager>()));
  EXPECT_EQ(rules_of(world.ask(own_head(), about_one<SendToCounterpart>())),
            Rules{"counterpart_is_own_unit"});
  EXPECT_TRUE(world.say(own_head(), about_one<SendToCouncilSecretary>()));
  EXPECT_TRUE(world.say(secretary_of_council(), about_one<PutBeforeCouncil>()));
  EXPECT_TRUE(world.say(secretary_of_council(), rule_off(NotDeficiencyReason::internal_incident)));
  EXPECT_EQ(world.deficiency.state, not_a_deficiency);
}

TEST(DeficiencyWay, ARegisteredUnitOutsideTheAgreementIsAnOutsiderToo) {
  World world;
  EXPECT_TRUE(
      world.say(coordinator(), WriteDeficiency{police, {}, day(2026, 3, 19), "Ingen kom.", {}}));
  EXPECT_EQ(world.deficiency.proposed_reason, NotDeficiencyReason::outside_agreement);
  EXPECT_EQ(world.deficiency.party, party_of(police));
}

TEST(DeficiencyWay, WhoIsAMemberIsAskedOnTheDayItHappened) {
  World world;
  EXPECT_TRUE(world.say(coordinator(),
                        WriteDeficiency{counterpart, {}, day(2018, 12, 31), "Ingen kom.", {}}));
  EXPECT_EQ(world.deficiency.proposed, DeficiencyOutcome::not_a_deficiency);
}

TEST(DeficiencyWay, AnotherCouncilsAgreementDoesNotBind) {
  World world;
  world.routines.front().council = CouncilId{"another"};
  EXPECT_TRUE(world.say(coordinator(),
                        WriteDeficiency{counterpart, {}, day(2026, 3, 1), "Ingen kom.", {}}));
  EXPECT_EQ(world.deficiency.proposed, DeficiencyOutcome::not_a_deficiency);
}

TEST(DeficiencyWay, FormIsFilledInPieces) {
  World world;
  world.raise();
  CompleteDeficiency first = about_one<CompleteDeficiency>();
  first.what_happened = "Ingen svarade.";
  EXPECT_TRUE(says<DeficiencyCompleted>(world.say(own_staff(), first)));
  EXPECT_TRUE(world.say(own_staff(), first).events().empty());  // said before
  CompleteDeficiency second = about_one<CompleteDeficiency>();
  second.found_at = "Kommunen";
  EXPECT_TRUE(world.say(own_staff(), second));
  EXPECT_EQ(world.deficiency.form.what_happened, "Ingen svarade.");
  EXPECT_EQ(world.deficiency.form.found_at, "Kommunen");
  EXPECT_TRUE(world.say(own_staff(), about_one<HandToOwnManager>()));
  CompleteDeficiency third = about_one<CompleteDeficiency>();
  third.measures_by_parties = "Cheferna har talats vid.";
  EXPECT_TRUE(world.say(own_head(), third));
  EXPECT_EQ(world.deficiency.state, with_own_manager);
}

TEST(DeficiencyWay, WarningsAreKeptWithTheForm) {
  World world;
  world.raise();
  CompleteDeficiency form = whole_form();
  form.what_happened =
      "Vi ringde Rolf Enhetschef om A.T. och fick inget svar den veckan heller. Född 1912-12-12.";
  const auto verdict = world.say(own_staff(), form);
  ASSERT_TRUE(says<DeficiencyCompleted>(verdict));
  const auto& told = boost::variant2::get<DeficiencyCompleted>(verdict.events().front()).warnings;
  std::vector<std::string> rules;
  for (const auto& warning : told) {
    EXPECT_EQ(warning.field, "what_happened");
    rules.push_back(warning.rule);
  }
  std::sort(rules.begin(), rules.end());
  EXPECT_EQ(rules, (Rules{"identity_number_in_text", "person_name_in_text", "staff_name_in_text"}));
}

TEST(DeficiencyWay, WithheldIdentityGoesWithoutConsentAndTheCoverSaysSo) {
  World world;
  world.raise();
  CompleteDeficiency form = whole_form();
  form.consent_to_pass_on = false;
  form.withhold_identity = true;
  EXPECT_TRUE(world.say(own_staff(), form));
  EXPECT_TRUE(world.say(own_staff(), about_one<HandToOwnManager>()));
  EXPECT_TRUE(world.say(own_head(), about_one<SendToCounterpart>()));
  EXPECT_TRUE(world.deficiency.identity_withheld);
  const auto cover = cover_of(world.deficiency, world.person, false);
  EXPECT_TRUE(cover.withheld);
  EXPECT_TRUE(cover.name.empty());
  EXPECT_TRUE(cover.identity_number.empty());
}

TEST(DeficiencyWay, WithConsentTheCoverNamesThePerson) {
  World world;
  lead_to(world, with_counterpart);
  EXPECT_FALSE(world.deficiency.identity_withheld);
  EXPECT_EQ(cover_of(world.deficiency, world.person, false).name, "Anna Testsson");
}

TEST(DeficiencyWay, ContestedStaysAndIsNoted) {
  World world;
  lead_to(world, with_counterpart);
  EXPECT_TRUE(
      says<DeficiencyContested>(world.say(other_head(), contest("Vi fick ingen kallelse."))));
  EXPECT_EQ(world.deficiency.state, with_counterpart);
  ASSERT_EQ(world.deficiency.contests.size(), 1U);
  EXPECT_EQ(world.deficiency.contests.front().text, "Vi fick ingen kallelse.");
  EXPECT_TRUE(world.say(coordinator(), about_one<SendToCouncilSecretary>()));
}

TEST(DeficiencyWay, UnansweredGoesOnWhenItsTimeHasPassed) {
  World world;
  lead_to(world, with_counterpart);
  const auto on = about_one<SendToCouncilSecretary>();
  EXPECT_EQ(rules_of(world.ask(coordinator(), on)), Rules{"counterpart_still_has_time"});
  world.now = *world.deficiency.answer_by;
  EXPECT_EQ(rules_of(world.ask(coordinator(), on)), Rules{"counterpart_still_has_time"});
  world.now += std::chrono::seconds{1};
  EXPECT_TRUE(world.say(coordinator(), on));
}

TEST(DeficiencyWay, SentBackIsTakenUpAgainAndHasLeftForGood) {
  World world;
  lead_to(world, sent_back);
  EXPECT_EQ(world.deficiency.sent_back_reason, "Skriv vad som gjorts.");
  EXPECT_TRUE(world.say(own_staff(), about_one<ResumeDeficiency>()));
  EXPECT_EQ(world.deficiency.state, completed);
  EXPECT_TRUE(has_left_unit(world.deficiency));
  EXPECT_EQ(rules_of(world.ask(coordinator(), withdraw("Ångrat"))), Rules{"has_left_unit"});
  EXPECT_TRUE(world.say(own_staff(), about_one<HandToOwnManager>()));
  const auto first_answer_by = world.deficiency.answer_by;
  world.now += std::chrono::days{90};
  EXPECT_TRUE(world.say(own_head(), about_one<SendToCounterpart>()));
  EXPECT_GT(world.deficiency.answer_by, first_answer_by);
  // A contest of the first round does not shorten the second.
  EXPECT_EQ(rules_of(world.ask(coordinator(), about_one<SendToCouncilSecretary>())),
            Rules{"counterpart_still_has_time"});
}

TEST(DeficiencyWay, LeftTheUnitFromTheCounterpartOn) {
  for (const auto state : {drafted, completed, with_own_manager, withdrawn}) {
    World world;
    lead_to(world, state);
    EXPECT_FALSE(has_left_unit(world.deficiency)) << table::state_id(state);
  }
  for (const auto state : {with_counterpart, answered, with_council_secretary, at_council,
                           sent_back, accepted, not_a_deficiency, closed}) {
    World world;
    lead_to(world, state);
    EXPECT_TRUE(has_left_unit(world.deficiency)) << table::state_id(state);
    EXPECT_EQ(is_open(world.deficiency), state != closed);
  }
}

TEST(DeficiencyWay, AcceptedTakesTheReviewsCauses) {
  World world;
  lead_to(world, at_council);
  AcceptDeficiency wish = about_one<AcceptDeficiency>();
  wish.causes = {Cause::sip, Cause::routines};
  EXPECT_TRUE(world.say(secretary_of_council(), wish));
  EXPECT_EQ(world.deficiency.form.causes, (std::vector{Cause::sip, Cause::routines}));
  EXPECT_EQ(world.deficiency.decision, DeficiencyOutcome::accepted);
  EXPECT_EQ(world.deficiency.decided->at, world.now);
}

TEST(DeficiencyWay, CausesFollowTheYear) {
  EXPECT_TRUE(is_cause_of(Cause::mina_planer, 2020));
  EXPECT_FALSE(is_cause_of(Cause::mina_planer, 2019));
  EXPECT_TRUE(is_cause_of(Cause::resources, 2019));
  EXPECT_FALSE(is_cause_of(Cause::resources, 2020));
  int in_2019 = 0;
  int in_2020 = 0;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Cause>>([&](auto cause) {
    in_2019 += is_cause_of(cause.value, 2019) ? 1 : 0;
    in_2020 += is_cause_of(cause.value, 2020) ? 1 : 0;
  });
  EXPECT_EQ(in_2019, 9);
  EXPECT_EQ(in_2020, 8);
}

}  // namespace
}  // namespace kallad::deficiency
