// Opening a case and gathering its parties: what is required, what is only warned about, and who is
// summoned or invited for which reason; and the person's details corrected afterwards. Rules kept:
// domain 2 and 6, and the rulings "Process", "Outsiders".
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

using Warnings = std::vector<std::string>;

Rules opening(const OpenCase& command) {
  World world;
  return rules_of(world.ask(coordinator(), command));
}

Warnings told_of(const char* number) {
  World world;
  auto command = annas_case();
  command.person.identity_number = number;
  return the<CaseOpened>(world.say(coordinator(), command)).warnings;
}

TEST(Opening, NeedsNoConsentAndStandsInPreparation) {
  World world;
  auto command = annas_case();
  command.noticed_by = "Boendestödet";
  const auto opened = the<CaseOpened>(world.say(coordinator(), command));
  EXPECT_EQ(opened.noticed_by, "Boendestödet");
  EXPECT_TRUE(opened.warnings.empty());
  EXPECT_EQ(world.running.step, Step::preparation);
  EXPECT_EQ(world.running.round, 1U);
  EXPECT_EQ(world.running.person.name, "Anna Testsson");
  EXPECT_EQ(world.running.coordinator, (Coordinator{helsingborg_adults, "Siv Samordnare"}));
  EXPECT_EQ(world.running.opened, (Cited{1, world.now}));
  EXPECT_FALSE(world.running.consent.given);
}

TEST(Opening, TheCouncilIsOneOfTheRegister) {
  auto command = annas_case();
  command.council = CouncilId{"okant"};
  EXPECT_EQ(opening(command), Rules{"council_unknown"})
      << "nobody would ever take its deficiencies";
  command.council = {};
  EXPECT_EQ(opening(command), Rules{});
}

TEST(Opening, EveryReasonIsToldAtOnce) {
  World world;
  world.other_cases = {CaseId{"annan"}};
  const auto said = world.ask(coordinator(), OpenCase{});
  EXPECT_EQ(rules_of(said), (Rules{"name_required", "need_required", "agreement_unknown",
                                   "coordinator_unit_unknown", "existing_sip_not_acknowledged"}));
}

TEST(Opening, NameNeedAgreementAndCoordinatorAreKnown) {
  auto command = annas_case();
  command.person.name.clear();
  EXPECT_EQ(opening(command), Rules{"name_required"});
  command = annas_case();
  command.need.clear();
  EXPECT_EQ(opening(command), Rules{"need_required"});
  command.need = " \n";
  EXPECT_EQ(opening(command), Rules{"need_required"});
  command = annas_case();
  command.agreement = AgreementId{"malmo"};
  EXPECT_EQ(opening(command), Rules{"agreement_unknown"});
  command = annas_case();
  command.coordinator.unit = UnitId{"malmo/vuxen"};
  EXPECT_EQ(opening(command), Rules{"coordinator_unit_unknown"});
  EXPECT_EQ(opening(annas_case()), Rules{});
}

TEST(Opening, AnExistingSipIsWarnedAboutAndAcknowledged) {
  World world;
  world.other_cases = {CaseId{"den-forsta"}};
  auto command = annas_case();
  EXPECT_EQ(rules_of(world.ask(coordinator(), command)), Rules{"existing_sip_not_acknowledged"});
  command.existing_sip_acknowledged = false;
  EXPECT_EQ(rules_of(world.ask(coordinator(), command)), Rules{"existing_sip_not_acknowledged"});
  command.existing_sip_acknowledged = true;
  EXPECT_EQ(the<CaseOpened>(world.say(coordinator(), command)).warnings, Warnings{"existing_sip"});
}

TEST(Opening, AnIdentityNumberThatFailsWarnsAndStopsNothing) {
  for (const auto* good :
       {"19701063-2391", "19121212-1212", "19610973-2393", "701063-2391", "197010632391"}) {
    EXPECT_TRUE(told_of(good).empty()) << good;
  }
  for (const auto* bad :
       {"19121212-1213", "19701063-2392", "19121312-1211", "TF20260302", "1912"}) {
    EXPECT_EQ(told_of(bad), Warnings{"identity_number_unverified"}) << bad;
  }
  EXPECT_TRUE(told_of("").empty());
}

TEST(Opening, ACaseIsOpenedOnce) {
  World world = opened();
  EXPECT_EQ(rules_of(world.ask(coordinator(), annas_case())), Rules{"case_is_opened_already"});
  EXPECT_EQ(rules_of(led_to(Step::closed).ask(coordinator(), annas_case())),
            Rules{"case_is_opened_already"});
}

TEST(Opening, BeforeItNothingElseIsTaken) {
  World world;
  for (const CaseCommand& command :
       {CaseCommand{annas_consent()}, CaseCommand{party(angelholm_adults)},
        CaseCommand{closing(ClosingReason::dead)}, CaseCommand{of<Acknowledge>(psychosis_clinic)},
        CaseCommand{PassTime{}}}) {
    EXPECT_EQ(rules_of(world.ask(coordinator(), command)), Rules{"case_unknown"});
  }
  EXPECT_TRUE(world.due().empty());
}

// --- parties
// ---------------------------------------------------------------------------------------

PartyAdded added(const AddParty& command) {
  World world = opened();
  return the<PartyAdded>(world.say(coordinator(), command));
}

Rules adding(const AddParty& command) {
  World world = opened();
  return rules_of(world.ask(coordinator(), command));
}

TEST(Parties, MembersOfTheAgreementAreSummonedAndTheReasonIsShown) {
  for (const auto& unit :
       {angelholm_adults, child_psychiatry, helsingborg_school, UnitId{"bjuv/vuxen"}}) {
    const auto one = added(party(unit));
    EXPECT_EQ(one.calling, Calling::summoned) << unit.text;
    EXPECT_EQ(one.why, CallingReason::agreement_binds) << unit.text;
  }
  EXPECT_EQ(added(party(child_psychiatry)).principal, PrincipalId{"region"});
  EXPECT_EQ(added(party(child_psychiatry)).name, "Enheten region/bup");
}

TEST(Parties, APrivateProviderIsBoundLikeItsPrincipal) {
  const auto one = added(party(we_mind));
  EXPECT_EQ(one.calling, Calling::summoned);
  EXPECT_EQ(one.principal, PrincipalId{"we-mind"});
}

TEST(Parties, AMemberWithoutTheDutyIsInvited) {
  const auto one = added(party(insurance_office));
  EXPECT_EQ(one.calling, Calling::invited);
  EXPECT_EQ(one.why, CallingReason::agreement_allows);
  const auto said = opened().ask(coordinator(), party(insurance_office, Calling::summoned));
  EXPECT_EQ(rules_of(said), Rules{"unit_has_no_duty"});
  EXPECT_EQ(data_of(said), (Data{{"party", insurance_office.text}}));
}

TEST(Parties, AnOutsiderIsInvitedAndNeverSummoned) {
  for (const auto& unit : {police, lund_adults}) {
    EXPECT_EQ(added(party(unit)).calling, Calling::invited);
    EXPECT_EQ(added(party(unit)).why, CallingReason::outside_agreement);
    EXPECT_EQ(adding(party(unit, Calling::invited)), Rules{});
    EXPECT_EQ(adding(party(unit, Calling::summoned)), Rules{"outsider_cannot_be_summoned"});
  }
}

TEST(Parties, AMemberCanBeInvitedByChoice) {
  const auto one = added(party(angelholm_adults, Calling::invited));
  EXPECT_EQ(one.calling, Calling::invited);
  EXPECT_EQ(one.why, CallingReason::chosen);
}

TEST(Parties, TheDutyIsAskedOnTheDayThePartyIsAdded) {
  World world = opened();
  world.known.agreements.begin()->second.valid_until = day(2026, 3, 2);
  EXPECT_EQ(rules_of(world.ask(coordinator(), party(angelholm_adults, Calling::summoned))),
            Rules{});
  world.at(day(2026, 3, 3), 0);
  EXPECT_EQ(rules_of(world.ask(coordinator(), party(angelholm_adults, Calling::summoned))),
            Rules{"outsider_cannot_be_summoned"});
}

TEST(Parties, AMembershipOfSomeUnitsBindsThoseAlone) {
  World world = opened();
  for (auto& member : world.known.agreements.begin()->second.members) {
    if (member.principal == PrincipalId{"angelholm"}) member.units = {UnitId{"angelholm/barn"}};
  }
  EXPECT_EQ(rules_of(world.ask(coordinator(), party(angelholm_adults, Calling::summoned))),
            Rules{"outsider_cannot_be_summoned"});
}

TEST(Parties, ThePersonAndThoseBesideAreInvited) {
  for (const auto kind :
       {PartyKind::guardian, PartyKind::relative, PartyKind::personal_representative,
        PartyKind::interpreter, PartyKind::person}) {
    const auto one = added(beside("stina", kind));
    EXPECT_EQ(one.calling, Calling::invited);
    EXPECT_EQ(one.why, CallingReason::not_a_unit);
    EXPECT_EQ(one.name, "stina");
    auto summoned = beside("stina", kind);
    summoned.calling = Calling::summoned;
    EXPECT_EQ(adding(summoned), Rules{"only_units_are_summoned"});
  }
}

TEST(Parties, AUnitIsRegisteredAndComesOnce) {
  EXPECT_EQ(adding(party(UnitId{"malmo/vuxen"})), Rules{"unit_unknown"});
  EXPECT_EQ(adding(party(psychosis_clinic)), Rules{"party_is_there_already"});
  EXPECT_EQ(adding(beside("anna", PartyKind::person)), Rules{"party_is_there_already"});
}

TEST(Parties, NobodyBesideThePersonStandsUnderAUnitsId) {
  EXPECT_EQ(adding(beside(health_centre.text.c_str(), PartyKind::relative)),
            Rules{"party_id_is_a_units"});
  EXPECT_EQ(adding(party(health_centre)), Rules{});
}

TEST(Parties, NobodyIsAddedWithoutAnId) {
  EXPECT_EQ(adding(beside("", PartyKind::relative)), Rules{"id_required"});
}

TEST(Parties, OnlyTheCoordinatorPicksThem) {
  for (const auto& by : {chair(), secretary(), staff_of(psychosis_clinic), the_person()}) {
    EXPECT_EQ(rules_of(opened().ask(by, party(angelholm_adults))), Rules{"coordinator_only"});
  }
  const Actor elsewhere{Role::coordinator, angelholm_adults, "Ola Handläggare"};
  EXPECT_EQ(rules_of(opened().ask(elsewhere, party(angelholm_adults))), Rules{"coordinator_only"});
  const Actor without_unit{Role::coordinator, UnitId{}, "Siv Samordnare"};
  EXPECT_EQ(rules_of(opened().ask(without_unit, party(angelholm_adults))), Rules{});
}

TEST(Parties, OneThatLeavesIsKeptAndMayComeBack) {
  World world = opened();
  const RemoveParty leaves{party_of(psychosis_clinic), "Vården är avslutad"};
  EXPECT_EQ(rules_of(world.ask(coordinator(), RemoveParty{party_of(psychosis_clinic), ""})),
            Rules{"reason_required"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), RemoveParty{party_of(angelholm_adults), "x"})),
            Rules{"party_unknown"});
  world.must(coordinator(), leaves);
  EXPECT_EQ(find_party(world.running, party_of(psychosis_clinic))->left,
            (Cited{world.running.events, world.now}));
  EXPECT_EQ(rules_of(world.ask(coordinator(), leaves)), Rules{"party_unknown"});
  world.must(coordinator(), party(psychosis_clinic));
  EXPECT_FALSE(find_party(world.running, party_of(psychosis_clinic))->left);
  EXPECT_EQ(world.running.parties.size(), 3U);
}

TEST(Parties, OneThatLeavesDuringTheCallIsNoLongerWaitedFor) {
  World world = called();
  world.must(coordinator(), RemoveParty{party_of(psychosis_clinic), "Vården är avslutad"});
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::voided);
  for (const auto& row : world.due()) EXPECT_NE(row.about, psychosis_clinic.text);
  world.at(day(2026, 3, 20), 13);
  EXPECT_EQ(
      rules_of(world.ask(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}))),
      Rules{"party_has_no_seat"});
  EXPECT_EQ(rules_of(world.ask(chair(), attendance({mark(helsingborg_adults)}))), Rules{});
}

TEST(Parties, OneThatComesBackDuringTheCallIsSummonedAnew) {
  World world = called();
  world.must(staff_of(psychosis_clinic), answers(psychosis_clinic, AnswerKind::cannot_come));
  world.must(coordinator(), RemoveParty{party_of(psychosis_clinic), "Fel enhet"});
  world.must(coordinator(), party(psychosis_clinic));
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::created);
  ASSERT_EQ(world.meeting().voided.size(), 1U);
  EXPECT_EQ(world.meeting().voided.front().answers.size(), 1U);  // what it had answered is kept
  world.must(coordinator(), SummonParty{party_of(psychosis_clinic)});
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::sent);
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
}

// --- corrected afterwards -----------------------------------------------------------------------

const Person anna_as_opened{"Anna Testsson", "19121212-1212", Protection::none};

Rules correcting(Person person, const std::string& reason = "Gift",
                 const Actor& by = coordinator()) {
  World world = consented();
  return rules_of(world.ask(by, CorrectPerson{std::move(person), reason}));
}

TEST(PersonCorrected, IsCalledAndProtectedAsItSaysInEveryStep) {
  World world = called();
  const Step before = world.running.step;
  world.must(coordinator(),
             CorrectPerson{{"Anna Nytt", "19610973-2393", Protection::secrecy_mark}, "Gift"});
  EXPECT_EQ(world.running.person, (Person{"Anna Nytt", "19610973-2393", Protection::secrecy_mark}));
  EXPECT_EQ(world.running.step, before);
  const Party* as_party = find_party(world.running, anna);
  ASSERT_NE(as_party, nullptr);
  EXPECT_EQ(as_party->name, "Anna Nytt");
}

TEST(PersonCorrected, TheNameBeforeIsStillKeptOutOfRunningText) {
  World world = opened();
  world.must(coordinator(), CorrectPerson{{"Anna Nytt", "", Protection::none}, "Gift"});
  world.must(coordinator(), CorrectPerson{{"Anna Nyare", "", Protection::none}, "Gift igen"});
  world.must(coordinator(), CorrectPerson{{"Anna Nytt", "", Protection::none}, "Skild"});
  const auto names = people_beside(world.running);
  EXPECT_EQ(std::ranges::count(names, "Anna Testsson"), 1);
  EXPECT_EQ(std::ranges::count(names, "Anna Nyare"), 1);
  EXPECT_EQ(std::ranges::count(names, "Anna Nytt"), 0) << "that is the person's name now";
}

TEST(PersonCorrected, ADoubtfulNumberIsWarnedAboutAndStopsNothing) {
  World world = opened();
  world.must(coordinator(),
             CorrectPerson{{"Anna Testsson", "123", Protection::none}, "Fel nummer"});
  EXPECT_EQ(world.running.person.identity_number, "123");
}

TEST(PersonCorrected, AsksForANameAReasonAndAChange) {
  EXPECT_EQ(correcting({"Anna Nytt", "", Protection::none}), Rules{});
  EXPECT_EQ(correcting({" ", "", Protection::none}), Rules{"name_required"});
  EXPECT_EQ(correcting({"Anna Nytt", "", Protection::none}, " "), Rules{"reason_required"});
  EXPECT_EQ(correcting(anna_as_opened), Rules{"person_unchanged"});
  EXPECT_EQ(correcting({"Anna Nytt", "", Protection::none}, "Gift", staff_of(psychosis_clinic)),
            Rules{"coordinator_only"});
}

TEST(PersonCorrected, NoCaseTiesAnAssumedIdentityToTheOneBefore) {
  const Person assumed{"Eva Annan", "19610973-2393", Protection::assumed_identity};
  EXPECT_EQ(correcting(assumed), Rules{"assumed_identity_stays_apart"});
  Person marked = anna_as_opened;
  marked.protection = Protection::assumed_identity;
  EXPECT_EQ(correcting(marked), Rules{});
  World world = consented();
  world.must(coordinator(), CorrectPerson{marked, "Fingerade uppgifter"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), CorrectPerson{assumed, "Nytt namn"})),
            Rules{"assumed_identity_stays_apart"});
}

}  // namespace
}  // namespace kallad::casework
