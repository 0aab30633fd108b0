// Forwarding: the summons is handed to the right unit of the same huvudman, and the duty follows
// when that unit takes it on. Rules kept: domain 2 ("the duty lies on the huvudman") and the ruling
// "Forwarding".
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

Said clinic_forwards(World& world, const UnitId& to) {
  return world.say(staff_of(psychosis_clinic), forwards(psychosis_clinic, to));
}

/// Called, and handed on from the psychosis clinic to the health centre on Wednesday 4 March.
World forwarded() {
  World world = called().at(day(2026, 3, 4), 10);
  EXPECT_TRUE(clinic_forwards(world, health_centre));
  return world;
}

Rules answering(const World& world, const UnitId& unit, AnswerKind kind = AnswerKind::attends) {
  return rules_of(world.ask(staff_of(unit), answers(unit, kind)));
}

bool has_left(const World& world, const UnitId& unit) {
  const Party* party = find_party(world.running, party_of(unit));
  return party && party->left;
}

TEST(Forwarding, LeavesTheDutyWhereItIsUntilItIsTakenOn) {
  World world = called().at(day(2026, 3, 4), 10);
  EXPECT_EQ(events_of(clinic_forwards(world, health_centre)),
            (Rules{"seat_answered", "summons_forwarded"}));
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
  EXPECT_EQ(world.seat(psychosis_clinic).forwarded_to, party_of(health_centre));
  const Seat& receiver = world.seat(health_centre);
  EXPECT_EQ(receiver.state, SeatState::sent);
  EXPECT_EQ(receiver.calling, Calling::summoned);
  EXPECT_FALSE(receiver.has_duty);
  EXPECT_FALSE(receiver.answer_by);
  EXPECT_EQ(receiver.forwarded_from, party_of(psychosis_clinic));
  EXPECT_NE(find_party(world.running, party_of(health_centre)), nullptr);
  for (const auto& row : world.due()) EXPECT_NE(row.about, health_centre.text);
}

TEST(Forwarding, TheDutyMovesWhenTheReceiverAcknowledges) {
  World world = forwarded().at(day(2026, 3, 6), 16);
  const auto said = world.say(staff_of(health_centre), of<Acknowledge>(health_centre));
  EXPECT_EQ(events_of(said), (Rules{"summons_acknowledged", "duty_moved"}));
  EXPECT_EQ(the<DutyMoved>(said).from, party_of(psychosis_clinic));
  EXPECT_FALSE(world.seat(psychosis_clinic).has_duty);
  EXPECT_TRUE(world.seat(health_centre).has_duty);
  // Its own deadline starts then: five working days from Friday 6 March.
  EXPECT_EQ(world.seat(health_centre).answer_by, world.zone().end_of(day(2026, 3, 13)));
  const auto rows = world.due(DueKind::answer_deadline);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].about, health_centre.text);
}

TEST(Forwarding, TheDutyMovesWhenTheReceiverAnswersOrNamesASubstitute) {
  for (const auto kind :
       {AnswerKind::attends, AnswerKind::attends_digitally, AnswerKind::sends_substitute}) {
    World world = forwarded();
    EXPECT_EQ(events_of(world.say(staff_of(health_centre), answers(health_centre, kind))),
              (Rules{"seat_answered", "duty_moved"}));
  }
  World world = forwarded();
  EXPECT_EQ(events_of(world.say(staff_of(health_centre), names_substitute(health_centre, "Rut"))),
            (Rules{"substitute_named", "duty_moved"}));
}

TEST(Forwarding, TheDutyStaysWhenTheReceiverCannotComeOrOnlyLooks) {
  World world = forwarded();
  world.must(mail(), of<RecordDelivery>(health_centre))
      .must(staff_of(health_centre), of<OpenSummons>(health_centre));
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
  EXPECT_EQ(events_of(world.say(staff_of(health_centre),
                                answers(health_centre, AnswerKind::cannot_come))),
            Rules{"seat_answered"});
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
  EXPECT_FALSE(world.seat(health_centre).has_duty);
  EXPECT_EQ(
      events_of(world.say(staff_of(health_centre), answers(health_centre, AnswerKind::attends))),
      (Rules{"seat_answered", "duty_moved"}));
}

TEST(Forwarding, MovesTheDutyOnce) {
  World world = forwarded().must(staff_of(health_centre), of<Acknowledge>(health_centre));
  EXPECT_EQ(events_of(world.say(staff_of(health_centre), of<Acknowledge>(health_centre))), Rules{});
  EXPECT_EQ(
      events_of(world.say(staff_of(health_centre), answers(health_centre, AnswerKind::attends))),
      Rules{"seat_answered"});
}

TEST(Forwarding, AfterTheDutyHasMovedTheFirstUnitHasNoAnswerToGive) {
  World world = forwarded().must(staff_of(health_centre), of<Acknowledge>(health_centre));
  const auto said =
      world.ask(staff_of(psychosis_clinic), answers(psychosis_clinic, AnswerKind::attends));
  EXPECT_EQ(rules_of(said), Rules{"duty_has_moved"});
  EXPECT_EQ(data_of(said), (Data{{"party", health_centre.text}}));
  EXPECT_EQ(
      rules_of(world.ask(staff_of(psychosis_clinic), names_substitute(psychosis_clinic, "Rut"))),
      Rules{"duty_has_moved"});
}

TEST(Forwarding, IsTakenBackByAnsweringBeforeItIsTakenOn) {
  World world = forwarded();
  const auto said =
      world.say(staff_of(psychosis_clinic), answers(psychosis_clinic, AnswerKind::attends));
  EXPECT_EQ(events_of(said), (Rules{"forwarding_taken_back", "seat_answered"}));
  EXPECT_EQ(world.seat(health_centre).state, SeatState::voided);
  EXPECT_FALSE(world.seat(psychosis_clinic).forwarded_to);
  EXPECT_EQ(answering(world, health_centre), Rules{"summons_was_replaced"});
}

TEST(Forwarding, IsTakenBackByNamingASubstitute) {
  World world = forwarded();
  const auto said =
      world.say(staff_of(psychosis_clinic), names_substitute(psychosis_clinic, "Rut"));
  EXPECT_EQ(events_of(said), (Rules{"forwarding_taken_back", "substitute_named"}));
  EXPECT_FALSE(world.seat(psychosis_clinic).forwarded_to);
  EXPECT_FALSE(world.ask(staff_of(health_centre), of<Acknowledge>(health_centre)));
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
}

TEST(Forwarding, ToAnotherUnitReplacesTheFirst) {
  World world = forwarded();
  EXPECT_EQ(events_of(clinic_forwards(world, adult_habilitation)),
            (Rules{"forwarding_taken_back", "seat_answered", "summons_forwarded"}));
  EXPECT_EQ(world.seat(health_centre).state, SeatState::voided);
  EXPECT_EQ(world.seat(psychosis_clinic).forwarded_to, party_of(adult_habilitation));
}

TEST(Forwarding, GoesOnInAChainAndTheDutyComesFromWhoHasIt) {
  World world = forwarded();
  world.must(staff_of(health_centre), forwards(health_centre, adult_habilitation));
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
  const auto said = world.say(staff_of(adult_habilitation), of<Acknowledge>(adult_habilitation));
  EXPECT_EQ(the<DutyMoved>(said).from, party_of(psychosis_clinic));
  EXPECT_FALSE(world.seat(psychosis_clinic).has_duty);
  EXPECT_FALSE(world.seat(health_centre).has_duty);
  EXPECT_TRUE(world.seat(adult_habilitation).has_duty);
  for (const auto& unit : {psychosis_clinic, health_centre}) {
    const auto late = world.ask(staff_of(unit), answers(unit, AnswerKind::attends));
    EXPECT_EQ(rules_of(late), Rules{"duty_has_moved"});
    EXPECT_EQ(data_of(late), (Data{{"party", adult_habilitation.text}}));
  }
}

TEST(Forwarding, InAChainTheMiddleMayTakeItOnItself) {
  World world = forwarded();
  world.must(staff_of(health_centre), forwards(health_centre, adult_habilitation));
  const auto said = world.say(staff_of(health_centre), answers(health_centre, AnswerKind::attends));
  EXPECT_EQ(events_of(said), (Rules{"forwarding_taken_back", "seat_answered", "duty_moved"}));
  EXPECT_TRUE(world.seat(health_centre).has_duty);
  EXPECT_EQ(world.seat(adult_habilitation).state, SeatState::voided);
}

TEST(Forwarding, TakenBackAtTheTopIsTakenBackAllTheWayDown) {
  World world = forwarded();
  world.must(staff_of(health_centre), forwards(health_centre, adult_habilitation));
  world.must(staff_of(psychosis_clinic), answers(psychosis_clinic, AnswerKind::attends));
  for (const auto& unit : {health_centre, adult_habilitation}) {
    EXPECT_EQ(world.seat(unit).state, SeatState::voided);
    EXPECT_FALSE(world.ask(staff_of(unit), of<Acknowledge>(unit)));
    EXPECT_TRUE(has_left(world, unit));
  }
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
}

TEST(Forwarding, InACircleIsRefused) {
  World world = forwarded();
  EXPECT_EQ(rules_of(world.ask(staff_of(health_centre), forwards(health_centre, psychosis_clinic))),
            Rules{"forward_goes_in_circle"});
  EXPECT_EQ(
      rules_of(world.ask(staff_of(psychosis_clinic), forwards(psychosis_clinic, psychosis_clinic))),
      Rules{"forward_goes_in_circle"});
}

TEST(Forwarding, StaysInsideThePrincipalAndTheRegister) {
  World world = called();
  EXPECT_EQ(rules_of(clinic_forwards(world, angelholm_adults)), Rules{"forward_outside_principal"});
  EXPECT_EQ(rules_of(clinic_forwards(world, we_mind)), Rules{"forward_outside_principal"});
  const auto unknown = rules_of(clinic_forwards(world, UnitId{"region/okand"}));
  EXPECT_NE(std::find(unknown.begin(), unknown.end(), "unit_unknown"), unknown.end());
}

TEST(Forwarding, StaysInsideTheConsent) {
  World world = opened();
  auto command = annas_consent();
  command.consent.except = {health_centre};
  world.must(coordinator(), command).must(coordinator(), summons_to(friday_at_one));
  EXPECT_EQ(rules_of(clinic_forwards(world, health_centre)), Rules{"outside_consent"});
  EXPECT_EQ(rules_of(clinic_forwards(world, adult_habilitation)), Rules{});
}

TEST(Forwarding, NamesItsReceiverAndNoOtherAnswerDoes) {
  World world = called();
  EXPECT_EQ(answering(world, psychosis_clinic, AnswerKind::forwarded),
            Rules{"forward_receiver_required"});
  auto odd = answers(psychosis_clinic, AnswerKind::attends);
  odd.forward_to = health_centre;
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), odd)),
            Rules{"forward_receiver_required"});
}

TEST(Forwarding, OfAnInvitedPartyMovesNoDuty) {
  World world = consented();
  world.must(coordinator(), RemoveParty{party_of(psychosis_clinic), "Bjuds in i stället"});
  world.must(coordinator(), party(psychosis_clinic, Calling::invited));
  world.must(coordinator(), summons_to(friday_at_one));
  EXPECT_TRUE(clinic_forwards(world, health_centre));
  EXPECT_EQ(events_of(world.say(staff_of(health_centre), of<Acknowledge>(health_centre))),
            Rules{"summons_acknowledged"});
  EXPECT_FALSE(world.seat(health_centre).has_duty);
}

TEST(Forwarding, ThoseWhoseDutyHasMovedAreNoPartiesAnyMore) {
  World world = forwarded();
  EXPECT_FALSE(has_left(world, psychosis_clinic));
  world.must(staff_of(health_centre), of<Acknowledge>(health_centre));
  EXPECT_TRUE(has_left(world, psychosis_clinic));
  EXPECT_FALSE(has_left(world, health_centre));
  EXPECT_EQ(must_agree(world.running), (std::vector{helsingborg, region}));
}

TEST(Forwarding, IsOverWhenTheMeetingMovesBeforeItWasTakenOn) {
  World world = forwarded();
  const auto said = world.say(coordinator(), moved_to(clock_at(day(2026, 3, 27), 10)));
  EXPECT_EQ(events_of(said), (Rules{"forwarding_taken_back", "meeting_changed"}));
  EXPECT_EQ(meeting::find_seat(world.meeting(), party_of(health_centre)), nullptr);
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
  EXPECT_TRUE(clinic_forwards(world, health_centre));  // and may be done again
}

TEST(Forwarding, TakenOnHoldsForTheNextVersion) {
  World world = forwarded().must(staff_of(health_centre), of<Acknowledge>(health_centre));
  const auto said = world.say(coordinator(), moved_to(clock_at(day(2026, 3, 27), 10)));
  EXPECT_EQ(events_of(said), Rules{"meeting_changed"});
  EXPECT_EQ(meeting::find_seat(world.meeting(), party_of(psychosis_clinic)), nullptr);
  EXPECT_TRUE(world.seat(health_centre).has_duty);
  EXPECT_TRUE(world.seat(health_centre).acknowledge_by);
}

TEST(Forwarding, TheFirstUnitNeedNotBeMarkedOnceTheDutyHasMoved) {
  World world = forwarded().must(staff_of(health_centre), of<Acknowledge>(health_centre));
  world.at(day(2026, 3, 20), 14);
  EXPECT_EQ(rules_of(world.ask(chair(), attendance({mark(helsingborg_adults)}))),
            Rules{"attendance_incomplete"});
  world.must(chair(), attendance({mark(helsingborg_adults), mark(health_centre)}));
}

}  // namespace
}  // namespace kallad::casework
