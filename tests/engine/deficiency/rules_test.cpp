// Each rule of the deficiency: a case it refuses, with its data, and by the way of the other tests
// the nearest case it allows.
#include "engine/deficiency/grounds.hpp"
#include "tests/engine/deficiency/way.hpp"

namespace kallad::deficiency {
namespace {
using enum DeficiencyState;
using Data = std::vector<std::pair<std::string, std::string>>;

WriteDeficiency good_write() {
  return {counterpart, {}, day(2026, 3, 19), "Ingen kom till mötet.", {}};
}

Rules asked(DeficiencyState state, const Actor& by, const DeficiencyCommand& command) {
  World world;
  if (state != drafted) {
    lead_to(world, state);
  } else {
    world.raise();
  }
  return rules_of(world.ask(by, command));
}

Rules writing(const Actor& by, const WriteDeficiency& wish) {
  World world;
  return rules_of(world.ask(by, wish));
}

TEST(DeficiencyRules, StaffOfAUnitWrites) {
  EXPECT_EQ(writing(coordinator(), good_write()), Rules{});
  EXPECT_EQ(writing({Role::chair, own, "Mona"}, good_write()), Rules{});
  EXPECT_EQ(writing(the_person(), good_write()), Rules{"may_not_write_deficiency"});
  EXPECT_EQ(writing({Role::substitute, own, "Vik"}, good_write()),
            Rules{"may_not_write_deficiency"});
  EXPECT_EQ(writing({Role::attendee, UnitId{}, "Ola"}, good_write()),
            Rules{"may_not_write_deficiency"});
  EXPECT_EQ(writing(the_clock(), good_write()), Rules{"may_not_write_deficiency"});
}

TEST(DeficiencyRules, ExactlyOneCounterpart) {
  auto both = good_write();
  both.outsider = "Polisen";
  EXPECT_EQ(writing(coordinator(), both), Rules{"counterpart_required"});
  auto none = good_write();
  none.party.reset();
  EXPECT_EQ(writing(coordinator(), none), Rules{"counterpart_required"});
  none.outsider = " ";
  EXPECT_EQ(writing(coordinator(), none), Rules{"counterpart_required"});
  auto unknown = good_write();
  unknown.party = UnitId{"lund/vuxen"};
  EXPECT_EQ(writing(coordinator(), unknown), Rules{"unit_unknown"});
  auto own_unit = good_write();
  own_unit.party = own;
  EXPECT_EQ(writing(coordinator(), own_unit), Rules{}) << "a unit may tell of its own";
}

TEST(DeficiencyRules, WhatHasHappenedIsTold) {
  auto wish = good_write();
  wish.what_happened = " ";
  EXPECT_EQ(writing(coordinator(), wish), Rules{"text_required"});
  wish = good_write();
  wish.event_date = day(2026, 3, 21);
  EXPECT_EQ(writing(coordinator(), wish), Rules{"event_date_impossible"});
  wish.event_date = day(2026, 2, 30);
  EXPECT_EQ(writing(coordinator(), wish), Rules{"event_date_impossible"});
  wish.event_date = day(2026, 3, 20);
  EXPECT_EQ(writing(coordinator(), wish), Rules{});
}

TEST(DeficiencyRules, ANumberIsWrittenOnce) {
  EXPECT_EQ(asked(drafted, coordinator(), good_write()), Rules{"deficiency_exists"});
  EXPECT_EQ(asked(completed, coordinator(), good_write()), Rules{"not_in_this_step"});
}

TEST(DeficiencyRules, SeveralReasonsAreToldAtOnce) {
  auto wish = good_write();
  wish.event_date = day(2026, 3, 21);
  wish.what_happened = "Anna kom ensam, nr 19121212-1212.";
  EXPECT_EQ(writing(the_person(), wish), (Rules{"may_not_write_deficiency", "event_date_impossible",
                                                "person_name_in_text", "identity_number_in_text"}));
}

TEST(DeficiencyRules, TheOwnUnitFillsAndHandsOn) {
  for (const auto& by : {other_staff(), the_person(), secretary_of_council()}) {
    EXPECT_EQ(asked(drafted, by, whole_form()), Rules{"not_your_deficiency"});
    EXPECT_EQ(asked(completed, by, about_one<HandToOwnManager>()), Rules{"not_your_deficiency"});
    EXPECT_EQ(asked(sent_back, by, about_one<ResumeDeficiency>()), Rules{"not_your_deficiency"});
    EXPECT_EQ(asked(with_own_manager, by, withdraw("Fel")), Rules{"not_your_deficiency"});
  }
  EXPECT_EQ(asked(drafted, {Role::secretary, own, "Pia"}, whole_form()), Rules{});
}

TEST(DeficiencyRules, TheHeadOrTheCoordinatorSends) {
  const auto send = about_one<SendToCounterpart>();
  EXPECT_EQ(asked(with_own_manager, own_staff(), send), Rules{"may_not_send_deficiency"});
  EXPECT_EQ(asked(with_own_manager, other_head(), send), Rules{"may_not_send_deficiency"});
  EXPECT_EQ(asked(with_own_manager, own_head(), send), Rules{});
  EXPECT_EQ(asked(with_own_manager, coordinator(), send), Rules{});
}

TEST(DeficiencyRules, EveryFieldIsFilledWhenItLeaves) {
  World world;
  world.raise();
  CompleteDeficiency some = about_one<CompleteDeficiency>();
  some.what_happened = "Ingen kom.";
  some.registered_by = {"Siv Samordnare", "", "042-10 50 00"};
  ASSERT_TRUE(world.say(own_staff(), some));
  ASSERT_TRUE(world.say(own_staff(), about_one<HandToOwnManager>()));
  const auto verdict = world.ask(own_head(), about_one<SendToCounterpart>());
  ASSERT_EQ(rules_of(verdict), (Rules{"form_incomplete", "consent_to_pass_on_required"}));
  EXPECT_EQ(verdict.refusals().front().data, (Data{{"deficiency", "1"},
                                                   {"field", "registered_by.title"},
                                                   {"field", "nearest_manager.name"},
                                                   {"field", "nearest_manager.title"},
                                                   {"field", "nearest_manager.contact"},
                                                   {"field", "event_date"},
                                                   {"field", "found_at"},
                                                   {"field", "parties_concerned"},
                                                   {"field", "measures_for_person"},
                                                   {"field", "measures_by_parties"}}));
}

TEST(DeficiencyRules, EachFieldAloneStopsIt) {
  const std::vector<std::pair<std::string, void (*)(DeficiencyForm&)>> clear{
      {"registered_by.name", [](DeficiencyForm& form) { form.registered_by.name.clear(); }},
      {"nearest_manager.contact", [](DeficiencyForm& form) { form.nearest_manager.contact = " "; }},
      {"event_date", [](DeficiencyForm& form) { form.event_date.reset(); }},
      {"found_at", [](DeficiencyForm& form) { form.found_at.clear(); }},
      {"parties_concerned", [](DeficiencyForm& form) { form.parties_concerned.clear(); }},
      {"what_happened", [](DeficiencyForm& form) { form.what_happened.clear(); }},
      {"measures_for_person", [](DeficiencyForm& form) { form.measures_for_person.clear(); }},
      {"measures_by_parties", [](DeficiencyForm& form) { form.measures_by_parties = "\n"; }}};
  for (const auto& [field, empty] : clear) {
    World world;
    lead_to(world, with_own_manager);
    empty(world.deficiency.form);
    const auto verdict = world.ask(own_head(), about_one<SendToCounterpart>());
    ASSERT_EQ(rules_of(verdict), Rules{"form_incomplete"}) << field;
    EXPECT_EQ(verdict.refusals().front().data, (Data{{"deficiency", "1"}, {"field", field}}));
  }
}

TEST(DeficiencyRules, ANamelessCoverOnlyWhereIdentityIsWithheld) {
  World world;
  lead_to(world, with_own_manager);
  world.person.name.clear();
  EXPECT_EQ(rules_of(world.ask(own_head(), about_one<SendToCounterpart>())),
            Rules{"form_incomplete"});
  world.deficiency.form.withhold_identity = true;
  EXPECT_TRUE(world.ask(own_head(), about_one<SendToCounterpart>()));
}

TEST(DeficiencyRules, ConsentOrWithheld) {
  World world;
  lead_to(world, with_own_manager);
  const auto send = about_one<SendToCounterpart>();
  world.deficiency.form.consent_to_pass_on = false;
  EXPECT_EQ(rules_of(world.ask(own_head(), send)), Rules{"consent_to_pass_on_required"});
  world.deficiency.form.consent_to_pass_on.reset();
  EXPECT_EQ(rules_of(world.ask(own_head(), send)), Rules{"consent_to_pass_on_required"});
  world.deficiency.form.withhold_identity = true;
  EXPECT_TRUE(world.ask(own_head(), send));
}

TEST(DeficiencyRules, WhatWasAgreedEndsWithTheConsent) {
  World world;
  lead_to(world, with_own_manager);
  const auto send = about_one<SendToCounterpart>();
  EXPECT_TRUE(world.ask(own_head(), send));
  world.consent_withdrawn = true;
  EXPECT_EQ(rules_of(world.ask(own_head(), send)), Rules{"consent_to_pass_on_required"});
  world.deficiency.form.withhold_identity = true;
  EXPECT_TRUE(world.ask(own_head(), send));
}

TEST(DeficiencyRules, TheCounterpartSpeaksForItself) {
  for (const auto& by : {own_staff(), own_head(), secretary_of_council(), the_person()}) {
    EXPECT_EQ(asked(with_counterpart, by, answer("Ny rutin.")), Rules{"not_the_counterpart"});
    EXPECT_EQ(asked(answered, by, contest("Nej.")), Rules{"not_the_counterpart"});
  }
  EXPECT_EQ(asked(with_counterpart, other_staff(), answer("Ny rutin.")), Rules{});
  EXPECT_EQ(asked(with_counterpart, coordinator(), answer("Ny rutin, per telefon.")), Rules{});
  EXPECT_EQ(asked(with_counterpart, other_head(), answer("")), Rules{"text_required"});
  EXPECT_EQ(asked(with_counterpart, other_head(), contest("\t")), Rules{"text_required"});
}

TEST(DeficiencyRules, TheCouncilSecretaryLeadsTheReview) {
  const auto put = about_one<PutBeforeCouncil>();
  const auto accept = about_one<AcceptDeficiency>();
  const auto off = rule_off(NotDeficiencyReason::internal_incident);
  for (const auto& by : {coordinator(), own_head(), other_head(), the_person()}) {
    EXPECT_EQ(asked(with_council_secretary, by, put), Rules{"not_the_council_secretary"});
    EXPECT_EQ(asked(with_council_secretary, by, send_back("Mer")),
              Rules{"not_the_council_secretary"});
    EXPECT_EQ(asked(at_council, by, accept), Rules{"not_the_council_secretary"});
    EXPECT_EQ(asked(at_council, by, off), Rules{"not_the_council_secretary"});
  }
  EXPECT_EQ(asked(at_council, secretary_of_council(), send_back(" ")), Rules{"text_required"});
}

TEST(DeficiencyRules, TheWayToTheCouncil) {
  const auto send = about_one<SendToCouncilSecretary>();
  EXPECT_EQ(asked(with_own_manager, own_head(), send), Rules{"counterpart_comes_first"});
  EXPECT_EQ(asked(answered, own_staff(), send), Rules{"may_not_send_deficiency"});
  EXPECT_EQ(asked(answered, secretary_of_council(), send), Rules{});
  EXPECT_EQ(asked(with_own_manager, secretary_of_council(), send),
            (Rules{"may_not_send_deficiency", "counterpart_comes_first"}));
}

TEST(DeficiencyRules, AnOutsidersWordsAreRegisteredByTheCouncilSecretary) {
  World world;
  lead_to(world, with_counterpart);
  world.deficiency.proposed = DeficiencyOutcome::not_a_deficiency;
  EXPECT_TRUE(world.ask(secretary_of_council(), answer("De har egna rutiner.")));
}

TEST(DeficiencyRules, AnotherReasonSaysWhich) {
  auto wish = rule_off(NotDeficiencyReason::other);
  EXPECT_EQ(asked(at_council, secretary_of_council(), wish), Rules{"reason_text_required"});
  wish.words = " ";
  EXPECT_EQ(asked(at_council, secretary_of_council(), wish), Rules{"reason_text_required"});
  wish.words = "Rör ett annat län.";
  EXPECT_EQ(asked(at_council, secretary_of_council(), wish), Rules{});
}

TEST(DeficiencyRules, ClosedOnlyWithMeasureAndResult) {
  const auto bare = about_one<CloseDeficiency>();
  EXPECT_EQ(asked(accepted, coordinator(), bare), Rules{"measure_and_result_required"});
  EXPECT_EQ(asked(accepted, coordinator(), close_with("Ny rutin", " ")),
            Rules{"measure_and_result_required"});
  EXPECT_EQ(asked(accepted, own_head(), close_with("Ny rutin", "Följs")), Rules{});
  EXPECT_EQ(asked(not_a_deficiency, secretary_of_council(), bare), Rules{});
  EXPECT_EQ(asked(not_a_deficiency, other_head(), bare), Rules{"may_not_close_deficiency"});
  EXPECT_EQ(asked(at_council, coordinator(), bare), Rules{"not_in_this_step"});
}

TEST(DeficiencyRules, WithdrawnByHandSaysWhyAndOnlyBeforeItHasLeft) {
  EXPECT_EQ(asked(drafted, coordinator(), withdraw("")), Rules{"text_required"});
  EXPECT_EQ(asked(with_counterpart, coordinator(), withdraw("Fel")), Rules{"not_in_this_step"});
  World world;
  world.raise();
  ASSERT_TRUE(world.say(coordinator(), withdraw("Samma händelse som nummer 2.")));
  EXPECT_EQ(world.deficiency.withdrawn_reason, WithdrawReason::by_hand);
  EXPECT_EQ(world.deficiency.withdrawn_words, "Samma händelse som nummer 2.");
  EXPECT_EQ(world.deficiency.withdrawn_by, 0U);
}

TEST(DeficiencyRules, LostGroundWithdrawsNothingThatHasLeft) {
  World world;
  lead_to(world, sent_back);
  ASSERT_TRUE(world.say(own_staff(), about_one<ResumeDeficiency>()));
  const auto ruling = world.with_facts(
      the_clock(), [](const DeficiencyFacts& facts) { return rule(facts, LoseGround{}); });
  ASSERT_EQ(ruling.refusals.size(), 1U);
  EXPECT_EQ(ruling.refusals.front().rule, "has_left_unit");
}

TEST(DeficiencyRules, FillingFillsSomething) {
  EXPECT_EQ(asked(drafted, own_staff(), about_one<CompleteDeficiency>()),
            Rules{"nothing_filled_in"});
}

TEST(DeficiencyRules, AFilledDateHasHappened) {
  CompleteDeficiency wish = whole_form();
  wish.event_date = day(2026, 3, 21);
  EXPECT_EQ(asked(drafted, own_staff(), wish), Rules{"event_date_impossible"});
}

TEST(DeficiencyRules, CausesAreOfTheYearsList) {
  CompleteDeficiency wish = whole_form();
  wish.causes = {Cause::sip, Cause::resources};
  World world;
  world.raise();
  const auto verdict = world.ask(own_staff(), wish);
  ASSERT_EQ(rules_of(verdict), Rules{"cause_not_of_year"});
  EXPECT_EQ(verdict.refusals().front().data,
            (Data{{"deficiency", "1"}, {"cause", "resources"}, {"year", "2026"}}));
  AcceptDeficiency accept = about_one<AcceptDeficiency>();
  accept.causes = {Cause::competence};
  EXPECT_EQ(asked(at_council, secretary_of_council(), accept), Rules{"cause_not_of_year"});
}

TEST(DeficiencyRules, TheNameIsRefusedInEveryTextWithItsPlace) {
  World world;
  world.raise();
  CompleteDeficiency wish = whole_form();
  wish.found_at = "Hemma hos Anna";
  wish.measures_by_parties = "Å, Testssons ärende är löst.";
  const auto verdict = world.ask(own_staff(), wish);
  ASSERT_EQ(rules_of(verdict), Rules{"person_name_in_text"});
  EXPECT_EQ(verdict.refusals().front().data, (Data{{"deficiency", "1"},
                                                   {"field", "found_at"},
                                                   {"offset", "10"},
                                                   {"length", "4"},
                                                   {"field", "measures_by_parties"},
                                                   {"offset", "4"},
                                                   {"length", "9"}}));
}

TEST(DeficiencyRules, NoCommandWithTextTakesTheName) {
  const char* text = "Anna Testsson 19121212-1212";
  const Rules both{"person_name_in_text", "identity_number_in_text"};
  EXPECT_EQ(asked(with_counterpart, other_head(), answer(text)), both);
  EXPECT_EQ(asked(with_counterpart, other_head(), contest(text)), both);
  EXPECT_EQ(asked(with_council_secretary, secretary_of_council(), send_back(text)), both);
  EXPECT_EQ(asked(drafted, coordinator(), withdraw(text)), both);
  EXPECT_EQ(asked(accepted, coordinator(), close_with(text, "Följs")), both);
  EXPECT_EQ(asked(not_a_deficiency, coordinator(), close_with(text, "Följs")), both);
  EXPECT_EQ(asked(at_council, secretary_of_council(), AcceptDeficiency{{1}, {}, text}), both);
  EXPECT_EQ(asked(at_council, secretary_of_council(),
                  RuleNotADeficiency{{1}, NotDeficiencyReason::internal_incident, text}),
            both);
}

TEST(LikelyCauses, FollowFromTheFactsAndAreOfTheYearsList) {
  using enum DeficiencyKind;
  using Causes = std::vector<Cause>;
  EXPECT_EQ(deficiency::likely_causes({not_answered}, 2026),
            Causes{Cause::communication_information});
  EXPECT_EQ(deficiency::likely_causes({not_answered}, 2019), Causes{Cause::communication});
  EXPECT_EQ(deficiency::likely_causes({not_answered, absent}, 2026),
            (Causes{Cause::communication_information, Cause::routines, Cause::sip}));
  EXPECT_EQ(deficiency::likely_causes({declined_without_substitute, substitute_absent}, 2026),
            (Causes{Cause::routines, Cause::sip}));
  EXPECT_EQ(deficiency::likely_causes({without_mandate}, 2026),
            Causes{Cause::competence_and_understanding});
  EXPECT_TRUE(deficiency::likely_causes({}, 2026).empty());
  for (const int year : {2019, 2020, 2026}) {
    for (int kind = 0; kind <= static_cast<int>(meeting_not_held); ++kind) {
      const auto likely = deficiency::likely_causes({static_cast<DeficiencyKind>(kind)}, year);
      EXPECT_FALSE(likely.empty());
      for (const Cause cause : likely) EXPECT_TRUE(is_cause_of(cause, year));
    }
  }
}

/// The form tells of Cecilia, and only then a relative of that name is added to the case.
World with_a_relative_since(DeficiencyState state) {
  World world;
  lead_to(world, state);
  world.deficiency.form.what_happened = "Cecilia väntade förgäves i telefon.";
  world.beside = {"Cecilia Berg"};
  return world;
}

TEST(DeficiencyRules, WhatIsPassedOnNamesNobodyWhomTheCaseHasComeToKnow) {
  struct Step {
    DeficiencyState state;
    Actor by;
    DeficiencyCommand command;
  };
  const std::vector<Step> steps{
      {completed, own_staff(), about_one<HandToOwnManager>()},
      {with_own_manager, own_head(), about_one<SendToCounterpart>()},
      {answered, coordinator(), about_one<SendToCouncilSecretary>()},
      {with_council_secretary, secretary_of_council(), about_one<PutBeforeCouncil>()},
  };
  for (const Step& step : steps) {
    World world = with_a_relative_since(step.state);
    const auto verdict = world.ask(step.by, step.command);
    ASSERT_EQ(rules_of(verdict), Rules{"relative_name_in_text"});
    EXPECT_EQ(
        verdict.refusals().front().data,
        (Data{{"deficiency", "1"}, {"field", "what_happened"}, {"offset", "0"}, {"length", "7"}}));
    world.beside.clear();
    EXPECT_EQ(rules_of(world.ask(step.by, step.command)), Rules{}) << "the nearest that is allowed";
  }
}

TEST(DeficiencyRules, TheCounterpartsAnswerIsHeldAgainstThemToo) {
  World world;
  lead_to(world, with_counterpart);
  ASSERT_TRUE(world.say(other_head(), answer("Vi har ringt Cecilia.")));
  world.beside = {"Cecilia Berg"};
  EXPECT_EQ(rules_of(world.ask(coordinator(), about_one<SendToCouncilSecretary>())),
            Rules{"relative_name_in_text"});
  ASSERT_TRUE(world.say(other_head(), answer("Vi har ringt en anhörig.")));
  EXPECT_EQ(rules_of(world.ask(coordinator(), about_one<SendToCouncilSecretary>())), Rules{});
}

TEST(DeficiencyRules, WithTheCounterpartTheFormIsWrittenAnewOnlyToTakeOutNames) {
  CompleteDeficiency other = about_one<CompleteDeficiency>();
  other.found_at = "Någon annanstans";
  for (const DeficiencyState state : {with_counterpart, answered}) {
    EXPECT_EQ(asked(state, own_staff(), other), Rules{"form_has_left_unit"});
    World world = with_a_relative_since(state);
    auto clean = about_one<CompleteDeficiency>();
    clean.what_happened = "En anhörig väntade förgäves i telefon.";
    EXPECT_EQ(rules_of(world.ask(other_staff(), clean)), Rules{"not_your_deficiency"});
    clean.causes = std::vector{Cause::sip};
    EXPECT_EQ(rules_of(world.ask(own_staff(), clean)), Rules{"form_has_left_unit"});
    clean.causes.reset();
    ASSERT_TRUE(world.say(own_staff(), clean));
    EXPECT_EQ(world.deficiency.state, state);
  }
}

}  // namespace
}  // namespace kallad::deficiency
