// Consent: who may give it and withdraw it, what it gates, and what its withdrawal stops in each
// step. Rules kept: domain 2 and the rulings "Consent" and "Edge cases".
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

using enum Step;

const WithdrawConsent annas_withdrawal{"Anna Testsson", Capacity::person};

RecordConsent given_by(std::vector<Giver> givers) {
  auto command = annas_consent();
  command.consent.given_by = std::move(givers);
  return command;
}

Rules consenting(const RecordConsent& command) {
  return rules_of(opened().ask(coordinator(), command));
}

World child_with_two_guardians() {
  World world = opened();
  world.must(coordinator(), beside("karin", PartyKind::guardian));
  return world.must(coordinator(), beside("lars", PartyKind::guardian));
}

TEST(Consent, NamesWhoGaveIt) {
  EXPECT_EQ(consenting(given_by({})), Rules{"consent_giver_required"});
  EXPECT_EQ(consenting(given_by({{"Anna Testsson", Capacity::person}, {"", Capacity::trustee}})),
            Rules{"consent_giver_required"});
  EXPECT_EQ(consenting(given_by({{"Tore God Man", Capacity::trustee}})), Rules{});
}

TEST(Consent, EverybodyBesideThePersonIsKnownByName) {
  using Names = std::vector<std::string_view>;
  World world = child_with_two_guardians();
  EXPECT_EQ(people_beside(world.running).size(), 2U);
  world.must(coordinator(), beside("syster", PartyKind::relative));
  world.must(coordinator(), beside("tolk", PartyKind::interpreter));
  const Names before = people_beside(world.running);
  EXPECT_EQ(before.size(), 3U);  // an interpreter is staff
  auto first = given_by({{"Tore God Man", Capacity::trustee}});
  first.consent.one_guardian_motive = "Vårdnadshavarna har lämnat över";
  world.must(coordinator(), first);
  auto second =
      given_by({{"Ulla God Man", Capacity::trustee}, {"Tore God Man", Capacity::trustee}});
  second.consent.one_guardian_motive = "Den ena har slutat";
  world.must(coordinator(), second);
  Names after = people_beside(world.running);
  ASSERT_EQ(after.size(), 5U);
  EXPECT_EQ(after[3], "Tore God Man");  // who gave before is not forgotten, and stands once
  EXPECT_EQ(after[4], "Ulla God Man");
}

TEST(Consent, OfOneWhoCannotConsentHasAMotive) {
  auto command = given_by({{"Tore Ställföreträdare", Capacity::representative}});
  EXPECT_EQ(consenting(command), Rules{"cannot_consent_motive_required"});
  command.consent.cannot_consent_motive = "Medvetslös efter operation";
  EXPECT_EQ(consenting(command), Rules{});
}

TEST(Consent, NeedsNoMotiveWhereOneWhoCanConsentDidSo) {
  const Giver representative{"Tore Ställföreträdare", Capacity::representative};
  const Giver person{"Anna Testsson", Capacity::person};
  EXPECT_EQ(consenting(given_by({person, representative})), Rules{});
  EXPECT_EQ(consenting(given_by({representative, person})), Rules{});
}

TEST(Consent, UntilIncludesItsDayAndComesAfterFrom) {
  auto command = annas_consent();
  command.consent.until = day(2026, 3, 1);
  EXPECT_EQ(consenting(command), Rules{"consent_ends_before_it_begins"});
  command.consent.until = command.consent.from;
  EXPECT_EQ(consenting(command), Rules{});
  command.consent.until.reset();
  EXPECT_EQ(consenting(command), Rules{});
}

TEST(Consent, OfTwoGuardiansBothOrAMotiveForOne) {
  World world = child_with_two_guardians();
  auto one = given_by({{"karin", Capacity::guardian}});
  EXPECT_EQ(rules_of(world.ask(coordinator(), one)), Rules{"both_guardians_required"});
  one.consent.one_guardian_motive = "";
  EXPECT_EQ(rules_of(world.ask(coordinator(), one)), Rules{"both_guardians_required"});
  one.consent.one_guardian_motive = "Den andra är utomlands och kan inte nås";
  EXPECT_EQ(rules_of(world.ask(coordinator(), one)), Rules{});
  const auto twice = given_by({{"karin", Capacity::guardian}, {"karin", Capacity::guardian}});
  EXPECT_EQ(rules_of(world.ask(coordinator(), twice)), Rules{"both_guardians_required"});
  const auto both = given_by({{"karin", Capacity::guardian}, {"lars", Capacity::guardian}});
  EXPECT_EQ(rules_of(world.ask(coordinator(), both)), Rules{});
}

TEST(Consent, AnOnlyGuardianIsEnough) {
  World world = child_with_two_guardians();
  world.must(coordinator(), RemoveParty{PartyId{"lars"}, "Är inte vårdnadshavare"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), given_by({{"karin", Capacity::guardian}}))), Rules{});
}

TEST(Consent, IsRecordedByTheCoordinator) {
  for (const auto& by : {chair(), the_person(), staff_of(psychosis_clinic), mail()}) {
    EXPECT_EQ(rules_of(opened().ask(by, annas_consent())), Rules{"coordinator_only"});
  }
}

TEST(Consent, IsWithdrawnByThePersonOrWhoeverGaveIt) {
  World world = consented();
  const auto may = [&](const char* name, Capacity capacity) {
    return rules_of(world.ask(coordinator(), WithdrawConsent{name, capacity}));
  };
  EXPECT_EQ(may("Anna Testsson", Capacity::person), Rules{});
  EXPECT_EQ(may("Någon Annan", Capacity::trustee), Rules{"may_not_withdraw_consent"});
  EXPECT_EQ(may("Någon Annan", Capacity::guardian), Rules{"may_not_withdraw_consent"});
  world.must(coordinator(), given_by({{"Tore God Man", Capacity::trustee}}));
  EXPECT_EQ(may("Tore God Man", Capacity::trustee), Rules{});
  EXPECT_EQ(may("Anna Testsson", Capacity::person), Rules{});
}

TEST(Consent, OneGuardianAloneCanWithdraw) {
  World world = child_with_two_guardians();
  auto one = given_by({{"karin", Capacity::guardian}});
  one.consent.one_guardian_motive = "Den andra kan inte nås";
  world.must(coordinator(), one);
  EXPECT_EQ(rules_of(world.ask(coordinator(), WithdrawConsent{"lars", Capacity::trustee})),
            Rules{"may_not_withdraw_consent"});
  world.must(coordinator(), WithdrawConsent{"lars", Capacity::guardian});
  EXPECT_EQ(world.running.consent.withdrawn, (Cited{world.running.events, world.now}));
}

TEST(Consent, ThatIsNotThereCannotBeWithdrawn) {
  EXPECT_EQ(rules_of(opened().ask(the_person(), annas_withdrawal)),
            Rules{"no_consent_to_withdraw"});
  World world = consented().must(the_person(), annas_withdrawal);
  EXPECT_EQ(rules_of(world.ask(the_person(), annas_withdrawal)), Rules{"no_consent_to_withdraw"});
}

TEST(Consent, GatesTheKallelse) {
  World world = opened();
  EXPECT_EQ(
      rules_of(world.ask(coordinator(), CallOfficialsMeeting{friday_at_one, {}, {}, "Förbered"})),
      Rules{"consent_missing"});
  const auto said = world.ask(coordinator(), summons_to(friday_at_one));
  EXPECT_EQ(rules_of(said), Rules{"consent_missing"});
  world.must(coordinator(), annas_consent());
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(friday_at_one))), Rules{});
}

TEST(Consent, IsInForceFromItsFirstDayThroughItsLast) {
  World world = opened();
  auto command = annas_consent();
  command.consent.from = day(2026, 3, 3);
  command.consent.until = day(2026, 3, 5);
  world.must(coordinator(), command);
  const auto calling = [&](Date on, int hour, int minute) {
    return rules_of(
        world.at(on, hour, minute).ask(coordinator(), summons_to(clock_at(day(2026, 5, 4), 13))));
  };
  EXPECT_EQ(calling(day(2026, 3, 2), 23, 59), Rules{"consent_not_in_force"});
  EXPECT_EQ(calling(day(2026, 3, 3), 0, 0), Rules{});
  EXPECT_EQ(calling(day(2026, 3, 5), 23, 59), Rules{});
  EXPECT_EQ(calling(day(2026, 3, 6), 0, 0), Rules{"consent_not_in_force"});
}

/// What shares something new, in the steps where the table takes it.
TEST(Consent, WithdrawnInEveryStepClosesNothingAndStopsAllSharing) {
  const std::vector<CaseCommand> sharing{
      summons_to(clock_at(day(2026, 9, 1), 13)),
      SummonParty{party_of(angelholm_adults)},
      moved_to(clock_at(day(2026, 3, 27), 10)),
      RecordMapping{},
      HandOutCopy{{anna}},
      CallOfficialsMeeting{clock_at(day(2026, 9, 1), 13), {}, {}, "Förbered"}};
  for (const auto step :
       {preparation, summons, mapping, meeting, activity_follow_up, follow_up, evaluation}) {
    World world = led_to(step);
    world.must(coordinator(), party(angelholm_adults)).must(the_person(), annas_withdrawal);
    EXPECT_EQ(world.running.step, step);
    EXPECT_TRUE(world.running.consent.given);  // nothing already recorded is lost
    for (const auto& command : sharing) {
      const auto why = rules_of(world.ask(coordinator(), command));
      ASSERT_FALSE(why.empty()) << table::state_id(step);
      const bool stopped = std::find(why.begin(), why.end(), "consent_withdrawn") != why.end();
      EXPECT_TRUE(stopped || why == Rules{"not_in_this_step"})
          << table::state_id(step) << ": " << why.front();
    }
    EXPECT_EQ(rules_of(world.ask(coordinator(), closing(ClosingReason::consent_withdrawn))),
              Rules{});
  }
}

TEST(Consent, WithdrawnLettersHaveNothingMoreToSay) {
  World world = called();
  EXPECT_FALSE(world.due(DueKind::remind_recipient).empty());
  world.must(the_person(), annas_withdrawal);
  for (const auto kind : {DueKind::remind_recipient, DueKind::remind_mailbox, DueKind::remind_head,
                          DueKind::consent_ends}) {
    EXPECT_TRUE(world.due(kind).empty()) << table::state_id(kind);
  }
  EXPECT_EQ(world.due(DueKind::attendance_open).size(), 1U);
}

TEST(Consent, WithdrawnDuringTheMeetingAttendanceIsClosedAndNothingDistributed) {
  World world = at_the_table();
  world.must(chair(), OpenMeeting{})
      .must(chair(), all_four_points())
      .must(the_person(), annas_withdrawal);
  world.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic), mark(anna)}));
  EXPECT_EQ(rules_of(world.ask(coordinator(), HandOutCopy{{anna}})), Rules{"consent_withdrawn"});
  world.must(chair(), EndMeeting{{}, "Samtycket är återkallat"});
  EXPECT_EQ(world.running.step, activity_follow_up);
}

TEST(Consent, WithdrawnStopsForwardingAndNewSubstitutesButNoAnswer) {
  World world = called().must(the_person(), annas_withdrawal);
  const auto clinic = staff_of(psychosis_clinic);
  EXPECT_EQ(rules_of(world.ask(clinic, forwards(psychosis_clinic, health_centre))),
            Rules{"consent_withdrawn"});
  EXPECT_EQ(rules_of(world.ask(clinic, names_substitute(psychosis_clinic, "Rut"))),
            Rules{"consent_withdrawn"});
  EXPECT_EQ(rules_of(world.ask(clinic, answers(psychosis_clinic, AnswerKind::attends))), Rules{});
}

TEST(Consent, ANewOneOpensTheWayAgain) {
  World world = consented().must(the_person(), annas_withdrawal);
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(friday_at_one))),
            Rules{"consent_withdrawn"});
  world.must(coordinator(), annas_consent());
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(friday_at_one))), Rules{});
  EXPECT_EQ(rules_of(world.ask(coordinator(), closing(ClosingReason::consent_withdrawn))),
            Rules{"consent_is_not_withdrawn"});
}

TEST(Consent, LeavesOutWhomItDoesNotCoverAndCallsTheOthers) {
  World world = opened();
  auto narrow = annas_consent();
  narrow.consent.covers = {helsingborg};
  world.must(coordinator(), narrow);
  const auto sent = the<SummonsSent>(world.say(coordinator(), summons_to(friday_at_one)));
  EXPECT_EQ(sent.waiting, std::vector{party_of(psychosis_clinic)});
  EXPECT_EQ(sent.seats.size(), 2U);
  EXPECT_EQ(world.seat(psychosis_clinic).state, SeatState::created);
  EXPECT_FALSE(world.seat(psychosis_clinic).has_duty);
  EXPECT_EQ(rules_of(world.ask(coordinator(), SummonParty{party_of(psychosis_clinic)})),
            Rules{"outside_consent"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), HandOutCopy{{party_of(psychosis_clinic)}})),
            Rules{"not_in_this_step"});
}

TEST(Consent, ForAPrincipalCoversItsUnitsButThoseExcepted) {
  World world = opened();
  world.must(coordinator(), party(health_centre));
  auto command = annas_consent();
  command.consent.covers = {region};
  command.consent.except = {psychosis_clinic};
  world.must(coordinator(), command);
  const auto sent = the<SummonsSent>(world.say(coordinator(), summons_to(friday_at_one)));
  EXPECT_EQ(sent.waiting, (std::vector{party_of(helsingborg_adults), party_of(psychosis_clinic)}));
}

TEST(Consent, CoveringNobodyLetsNobodyBeCalled) {
  World world = opened();
  auto command = annas_consent();
  command.consent.covers = {PartyId{"bjuv"}};
  world.must(coordinator(), command);
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(friday_at_one))),
            Rules{"nobody_to_summon"});
}

TEST(Consent, ThatEndsBeforeTheMeetingIsWarnedAbout) {
  World world = opened();
  auto command = annas_consent();
  command.consent.until = day(2026, 3, 19);
  world.must(coordinator(), command);
  const auto told = the<SummonsSent>(world.say(coordinator(), summons_to(friday_at_one))).warnings;
  EXPECT_EQ(told, std::vector<std::string>{"meeting_after_consent_ends"});
  world.at(day(2026, 3, 20), 14);
  world.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
  EXPECT_EQ(rules_of(world.ask(coordinator(), HandOutCopy{{anna}})), Rules{"consent_not_in_force"});
  command.consent.until = day(2026, 12, 31);
  world.must(coordinator(), command);
  EXPECT_EQ(rules_of(world.ask(coordinator(), HandOutCopy{{anna}})), Rules{});
}

}  // namespace
}  // namespace kallad::casework
