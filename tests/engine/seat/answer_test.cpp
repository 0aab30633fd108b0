// What a party answers, when it was given, and how it is changed until attendance closes.
// Not what an answer leads to elsewhere (a deficiency, a forwarded seat): that is the case's.
// Rule kept: domain 3 and the rulings "Declining and deadlines", "Forwarding", "Consent".
#include "tests/engine/seat/world.hpp"

namespace kallad::seat::answer_test {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::day;
using support::wall;
using enum SeatState;
using enum AnswerKind;
using Told = std::vector<std::string>;

World called() {
  World world;
  world.call();
  return world;
}

TEST(Answer, EachKindIsTakenAndStands) {
  for (const auto kind : {attends, attends_digitally, sends_substitute, cannot_come}) {
    World world = called();
    EXPECT_EQ(told_by(world.say(lena(), answer(kind))), Told{"seat_answered"});
    EXPECT_EQ(world.seat().state, answered);
    ASSERT_NE(standing_answer(world.seat()), nullptr);
    EXPECT_EQ(standing_answer(world.seat())->kind, kind);
    EXPECT_EQ(standing_answer(world.seat())->given_at, world.now);
    EXPECT_EQ(world.seat().representative, "Lena Skötare");
  }
}

TEST(Answer, NoneStandsBeforeThereIsOne) {
  World world = called();
  EXPECT_EQ(standing_answer(world.seat()), nullptr);
  EXPECT_EQ(answer_at(world.seat(), world.now + 24h), nullptr);
}

TEST(Answer, IsGivenInEveryStateThatWaitsForTheParty) {
  for (const auto from : {sent, delivered, delivery_failed, opened, acknowledged, answered,
                          substitute_named, substitute_confirmed}) {
    World world;
    lead_to(world, from);
    world.must(lena(), answer(cannot_come));
    EXPECT_EQ(world.seat().state, answered);
    EXPECT_TRUE(world.seat().chain.empty());
  }
}

TEST(Answer, ByThePartyItsHeadTheCalendarOrTheCoordinatorForIt) {
  for (const auto& by : {lena(), head(), the_mail(), coordinator()}) {
    World world = called();
    EXPECT_TRUE(world.say(by, answer(attends)).is_accepted());
  }
}

TEST(Answer, ByNobodyElse) {
  World world;
  lead_to(world, substitute_confirmed);
  for (const auto& by : {stranger(), the_clock(), the_person(), as_substitute("Vik Vikarie"),
                         Actor{Role::council_secretary, support::reception, "P"},
                         Actor{Role::unit_head, support::care_centre, "Chef"}}) {
    EXPECT_EQ(rules_of(world.say(by, answer(cannot_come))), Rules{"not_your_seat"});
  }
  EXPECT_EQ(world.seat().state, substitute_confirmed);
}

TEST(Answer, ThePersonAnswersTheOwnInvitation) {
  World world = called();
  world.who = anna;
  EXPECT_EQ(rules_of(world.say(lena(), answer(attends, anna))), Rules{"not_your_seat"});
  EXPECT_TRUE(world.say(the_person(), answer(cannot_come, anna)).is_accepted());
  EXPECT_FALSE(world.seat().has_duty);
}

TEST(Answer, CanBeChangedUntilAttendanceIsClosed) {
  World world = called();
  world.must(lena(), answer(attends));
  world.at(day(2026, 3, 5), 10h);
  world.must(lena(), answer(cannot_come));
  world.at(day(2026, 3, 20), 13h);
  world.take(MeetingEvent{MeetingOpened{1}}, chair());
  world.must(lena(), answer(attends_digitally));
  EXPECT_EQ(world.seat().answers.size(), 3U);
  EXPECT_EQ(answer_at(world.seat(), at(day(2026, 3, 5), 9h))->kind, attends);
  EXPECT_EQ(answer_at(world.seat(), at(day(2026, 3, 5), 10h))->kind, cannot_come);
  EXPECT_EQ(standing_answer(world.seat())->kind, attends_digitally);
  world.take(MeetingEvent{AttendanceClosed{1, {mark(Attendance::present).mark}}}, chair());
  EXPECT_EQ(rules_of(world.say(lena(), answer(attends))), Rules{"attendance_is_closed"});
  EXPECT_EQ(rules_of(world.say(coordinator(), answer(attends))), Rules{"attendance_is_closed"});
}

TEST(Answer, SaysWhyItIsNotTakenAnyMore) {
  World cancelled = called();
  cancelled.take(MeetingEvent{MeetingCancelled{1, "Sjukdom"}});
  EXPECT_EQ(rules_of(cancelled.say(lena(), answer(attends))), Rules{"meeting_is_cancelled"});
  World off = called();
  off.take(MeetingEvent{MeetingCalledOff{1, {}, {}, {}}});
  EXPECT_EQ(rules_of(off.say(lena(), answer(attends))), Rules{"meeting_was_not_held"});
  World ended = called();
  ended.take(MeetingEvent{MeetingEnded{1, {}, {}, {}}});
  EXPECT_EQ(rules_of(ended.say(lena(), answer(attends))), Rules{"attendance_is_closed"});
  World gone = called();
  gone.seat().state = voided;  // the party has left the case while the meeting stands
  EXPECT_EQ(rules_of(gone.say(lena(), answer(attends))), Rules{"summons_was_replaced"});
}

TEST(Answer, BeforeTheSummonsIsSentThereIsNothingToAnswer) {
  World world;
  lead_to(world, created);
  EXPECT_EQ(rules_of(world.say(lena(), answer(attends))), Rules{"not_in_this_step"});
}

// --- given earlier than registered ---------------------------------------------------------------

TEST(AnswerGiven, CountsWhenItWasGivenAndNotWhenItWasWritten) {
  World world = called();
  world.at(day(2026, 3, 12), 9h);
  world.must(coordinator(), given(attends, wall(day(2026, 3, 9), 15h)));
  EXPECT_EQ(standing_answer(world.seat())->given_at, at(day(2026, 3, 9), 15h));
  EXPECT_EQ(standing_answer(world.seat())->fact.at, world.now);
  EXPECT_NE(answer_at(world.seat(), *world.seat().answer_by), nullptr);  // in time
  EXPECT_EQ(answer_at(world.seat(), at(day(2026, 3, 9), 15h) - 1ms), nullptr);
}

TEST(AnswerGiven, NotBeforeTheSummonsAndNotInTheFuture) {
  World world = called();
  world.at(day(2026, 3, 5), 9h);
  const Rules impossible{"answer_time_impossible"};
  EXPECT_EQ(rules_of(world.ask(coordinator(), given(attends, wall(day(2026, 3, 2), 9h - 1ms)))),
            impossible);
  EXPECT_EQ(rules_of(world.ask(coordinator(), given(attends, wall(day(2026, 3, 5), 9h + 1ms)))),
            impossible);
  EXPECT_TRUE(world.ask(coordinator(), given(attends, wall(day(2026, 3, 2), 9h))).is_accepted());
  EXPECT_TRUE(world.ask(coordinator(), given(attends, wall(day(2026, 3, 5), 9h))).is_accepted());
}

TEST(AnswerGiven, ALocalTimeThatIsTwiceIsTheFirstAndOneThatIsNotMovesOn) {
  World autumn;
  autumn.at(day(2026, 10, 23), 9h);
  autumn.call(at(day(2026, 11, 20), 13h));
  autumn.at(day(2026, 10, 26), 9h);
  autumn.must(coordinator(), given(attends, wall(day(2026, 10, 25), 2h + 30min)));
  EXPECT_EQ(iso(standing_answer(autumn.seat())->given_at), "2026-10-25T00:30:00Z");
  World spring;
  spring.at(day(2026, 3, 27), 9h);
  spring.call(at(day(2026, 4, 20), 13h));
  spring.at(day(2026, 3, 30), 9h);
  spring.must(coordinator(), given(attends, wall(day(2026, 3, 29), 2h + 30min)));
  EXPECT_EQ(iso(standing_answer(spring.seat())->given_at), "2026-03-29T01:30:00Z");
}

TEST(AnswerGiven, BeforeTheOneThatStandsIsKeptAndChangesNothing) {
  World world = called();
  world.at(day(2026, 3, 10), 9h);
  world.must(lena(), answer(cannot_come));
  world.at(day(2026, 3, 11), 9h);
  EXPECT_EQ(told_by(world.say(coordinator(), given(attends, wall(day(2026, 3, 4), 9h)))),
            Told{"seat_answered"});
  EXPECT_EQ(world.seat().answers.size(), 2U);
  EXPECT_EQ(standing_answer(world.seat())->kind, cannot_come);
  EXPECT_EQ(answer_at(world.seat(), *world.seat().answer_by)->kind,
            attends);  // it answered in time
}

TEST(AnswerGiven, BeforeASubstituteWasNamedLeavesTheChainAsItIs) {
  for (const auto state : {substitute_named, substitute_confirmed}) {
    World world;
    lead_to(world, state);
    world.meeting.seats.front().answers.front().given_at = at(day(2026, 3, 6), 9h);
    world.at(day(2026, 3, 11), 9h);
    world.must(coordinator(), given(attends, wall(day(2026, 3, 4), 9h)));
    EXPECT_EQ(world.seat().state, state);
    EXPECT_EQ(world.seat().chain.size(), 1U);
    EXPECT_EQ(standing_answer(world.seat())->kind, sends_substitute);
    EXPECT_EQ(rules_of(world.say(stranger(), given(attends, wall(day(2026, 3, 3), 9h)))),
              Rules{"not_your_seat"});
  }
}

TEST(AnswerGiven, AtTheSameMomentTheOneRegisteredLastStands) {
  World world = called();
  world.must(lena(), answer(attends));
  world.must(lena(), answer(cannot_come));
  EXPECT_EQ(standing_answer(world.seat())->kind, cannot_come);
}

// --- forwarding ----------------------------------------------------------------------------------

TEST(Forwarding, InsideTheSameHuvudmanToAUnitWithoutASeat) {
  World world = called();
  EXPECT_EQ(told_by(world.say(lena(), forward_to(support::care_centre))), Told{"seat_answered"});
  EXPECT_EQ(world.seat().state, answered);
  EXPECT_EQ(world.seat().forwarded_to, party_of(support::care_centre));
  EXPECT_TRUE(world.seat().has_duty);  // until the other has acknowledged
}

TEST(Forwarding, HasAReceiverAndNoOtherAnswerHas) {
  World world = called();
  auto without = forward_to(support::care_centre);
  without.forward_to.reset();
  EXPECT_EQ(rules_of(world.ask(lena(), without)), Rules{"forward_receiver_required"});
  auto with = answer(attends);
  with.forward_to = support::care_centre;
  EXPECT_EQ(rules_of(world.ask(lena(), with)), Rules{"forward_receiver_required"});
}

TEST(Forwarding, OnlyAUnitForwards) {
  World world = called();
  world.who = anna;
  EXPECT_EQ(rules_of(world.ask(the_person(), answer(forwarded, anna))),
            Rules{"only_a_unit_forwards"});
}

TEST(Forwarding, NotToAnotherHuvudmanAndNotToAUnitNobodyKnows) {
  World world = called();
  EXPECT_EQ(rules_of(world.ask(lena(), forward_to(support::housing))),
            Rules{"forward_outside_principal"});
  EXPECT_EQ(rules_of(world.ask(lena(), forward_to(support::second_provider))),
            Rules{"forward_outside_principal"});  // bound like the region, and not the region
  EXPECT_EQ(rules_of(world.ask(lena(), forward_to(UnitId{"region/okand"}))),
            (Rules{"unit_unknown", "outside_consent"}));
}

TEST(Forwarding, APrivateProviderForwardsInsideItsOwnOrganisation) {
  World world = called();
  world.who = party_of(support::provider);
  const Actor staff{Role::attendee, support::provider, "Pia Privat"};
  auto wish = forward_to(support::second_provider);
  wish.party = world.who;
  EXPECT_TRUE(world.ask(staff, wish).is_accepted());
  wish.forward_to = support::care_centre;
  EXPECT_EQ(rules_of(world.ask(staff, wish)), Rules{"forward_outside_principal"});
}

TEST(Forwarding, NotToItselfAndNotToAUnitThatHasASeat) {
  World world = called();
  EXPECT_EQ(rules_of(world.ask(lena(), forward_to(support::reception))),
            Rules{"forward_goes_in_circle"});
  world.must(lena(), forward_to(support::care_centre));
  world.take(MeetingEvent{SummonsForwarded{1, ours, party_of(support::care_centre)}});
  world.who = party_of(support::care_centre);
  auto back = forward_to(support::reception);
  back.party = world.who;
  const Actor doctor{Role::attendee, support::care_centre, "Dan Doktor"};
  EXPECT_EQ(rules_of(world.ask(doctor, back)), Rules{"forward_goes_in_circle"});
  back.forward_to = support::emergency;
  EXPECT_TRUE(world.ask(doctor, back).is_accepted());
}

TEST(Forwarding, AgainToAUnitItWasTakenBackFrom) {
  World world = called();
  const PartyId centre = party_of(support::care_centre);
  world.must(lena(), forward_to(support::care_centre));
  world.take(MeetingEvent{SummonsForwarded{1, ours, centre}});
  EXPECT_EQ(rules_of(world.ask(lena(), forward_to(support::care_centre))),
            Rules{"forward_goes_in_circle"});
  world.take(MeetingEvent{ForwardingTakenBack{1, ours, centre}});
  world.must(lena(), answer(attends));
  EXPECT_FALSE(world.seat().forwarded_to.has_value());
  EXPECT_TRUE(world.ask(lena(), forward_to(support::care_centre)).is_accepted());
}

TEST(Forwarding, NotOutsideTheConsent) {
  World world = called();
  world.except(support::care_centre);
  const auto refused = world.ask(lena(), forward_to(support::care_centre));
  EXPECT_EQ(rules_of(refused), Rules{"outside_consent"});
  ASSERT_FALSE(refused.is_accepted());
  EXPECT_EQ(refused.refusals().front().data.front().second, support::care_centre.text)
      << "the unit that is not covered is named, and not the one that asks";
  EXPECT_TRUE(world.ask(lena(), forward_to(support::emergency)).is_accepted());
  world.consent.given->covers = {ours, PartyId{support::helsingborg.text}};
  EXPECT_EQ(rules_of(world.ask(lena(), forward_to(support::emergency))), Rules{"outside_consent"});
}

TEST(Forwarding, NotWhenConsentIsWithdrawnOrHasRunOut) {
  World world = called();
  world.consent.given->until = day(2026, 3, 5);
  world.at(day(2026, 3, 5), support::last_second);
  EXPECT_TRUE(world.ask(lena(), forward_to(support::emergency)).is_accepted());
  world.now += 1s;
  EXPECT_EQ(rules_of(world.ask(lena(), forward_to(support::emergency))),
            Rules{"consent_not_in_force"});
  world.consent.given->until.reset();
  world.consent.withdrawn = Cited{9, world.now};
  EXPECT_EQ(rules_of(world.ask(lena(), forward_to(support::emergency))),
            Rules{"consent_withdrawn"});
  EXPECT_TRUE(world.ask(lena(), answer(attends)).is_accepted());  // shares nothing new
}

TEST(Forwarding, SeveralReasonsAreToldAtOnceInTheTablesOrder) {
  World world = called();
  world.except(support::adults);
  world.at(day(2026, 3, 5), 9h);
  auto wish = forward_to(support::adults);
  wish.given_at = wall(day(2026, 3, 6), 9h);
  EXPECT_EQ(rules_of(world.ask(stranger(), wish)),
            (Rules{"not_your_seat", "answer_time_impossible", "forward_outside_principal",
                   "forward_goes_in_circle", "outside_consent"}));
}

TEST(Forwarding, ANamedSubstituteStandsForTheUnitItself) {
  World world = called();
  world.must(lena(), forward_to(support::care_centre));
  world.must(lena(), name(someone("Vik Vikarie")));
  EXPECT_FALSE(world.seat().forwarded_to.has_value());
  EXPECT_EQ(world.seat().state, substitute_named);
}

}  // namespace
}  // namespace kallad::seat::answer_test
