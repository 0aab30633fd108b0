// Who comes in the party's place: naming, confirming, saying no, handing on, taking back.
// Not whether anybody came: attendance_test.cpp. Rule kept: the ruling "Substitutes" and domain 3
// (until the substitute confirms, the duty stays with the one who named them).
#include "tests/engine/seat/world.hpp"

namespace kallad::seat::substitute_test {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::day;
using enum SeatState;
using Told = std::vector<std::string>;

World called() {
  World world;
  world.call();
  return world;
}

/// A world in which these have been named in turn, each by the one before, who had confirmed.
World with_chain(std::initializer_list<const char*> names, bool last_confirmed = true) {
  World world = called();
  Actor namer = lena();
  std::size_t left = names.size();
  for (const char* who : names) {
    world.must(namer, name(someone(who)));
    namer = as_substitute(who);
    if (--left > 0 || last_confirmed) world.must(namer, to<ConfirmSubstitute>());
  }
  return world;
}

std::vector<std::string> names_of(const Seat& seat) {
  std::vector<std::string> names;
  for (const auto& link : seat.chain) names.push_back(link.who.name);
  return names;
}
using Names = std::vector<std::string>;

// --- naming and confirming -----------------------------------------------------------------------

TEST(Naming, IsAnAnswerAndTheDutyStaysUntilConfirmed) {
  World world = called();
  EXPECT_EQ(told_by(world.say(lena(), name(someone("Vik Vikarie")))), Told{"substitute_named"});
  EXPECT_EQ(world.seat().state, substitute_named);
  EXPECT_EQ(standing_answer(world.seat())->kind, AnswerKind::sends_substitute);
  EXPECT_EQ(world.seat().chain.front().named, (Cited{2, world.now}));
  EXPECT_FALSE(has_confirmed_substitute(world.seat()));
  EXPECT_EQ(told_by(world.say(as_substitute("Vik Vikarie"), to<ConfirmSubstitute>())),
            Told{"substitute_confirmed"});
  EXPECT_EQ(world.seat().state, substitute_confirmed);
  EXPECT_TRUE(has_confirmed_substitute(world.seat()));
}

TEST(Naming, NeedsNameRoleAndContact) {
  World world = called();
  const auto without = [&](std::string Substitute::*field) {
    auto who = someone("Vik Vikarie");
    who.*field = "";
    const auto verdict = world.ask(lena(), name(who));
    EXPECT_EQ(rules_of(verdict), Rules{"substitute_incomplete"});
    return verdict.refusals().front().data.back().second;
  };
  EXPECT_EQ(without(&Substitute::name), "substitute.name");
  EXPECT_EQ(without(&Substitute::role), "substitute.role");
  EXPECT_EQ(without(&Substitute::contact), "substitute.contact");
}

TEST(Naming, AMandateThatIsPartialOrNoneIsTakenDown) {
  for (const auto mandate : {Mandate::yes, Mandate::partly, Mandate::no}) {
    World world = called();
    auto who = someone("Vik Vikarie");
    who.mandate = mandate;
    world.must(lena(), name(who));
    EXPECT_EQ(world.seat().chain.front().who.mandate, mandate);
  }
}

TEST(Naming, ByThePartyOrForItAndByNobodyElse) {
  for (const auto& by : {lena(), head(), coordinator(), the_mail()}) {
    World world = called();
    EXPECT_TRUE(world.ask(by, name(someone("Vik Vikarie"))).is_accepted());
  }
  World world = called();
  for (const auto& by : {stranger(), as_substitute("Ingen Alls"), the_clock()}) {
    EXPECT_EQ(rules_of(world.ask(by, name(someone("Vik Vikarie")))), Rules{"not_your_seat"});
  }
}

TEST(Naming, APersonSendsNobody) {
  World world = called();
  world.who = anna;
  EXPECT_EQ(rules_of(world.ask(the_person(), name(someone("Vik Vikarie"), anna))),
            Rules{"only_a_unit_sends_substitute"});
}

TEST(Naming, GoesOnUntilAttendanceIsClosed) {
  World world = called();
  world.at(day(2026, 3, 20), 13h + 20min);
  world.take(MeetingEvent{MeetingOpened{1}}, chair());
  EXPECT_TRUE(world.ask(lena(), name(someone("Vik Vikarie"))).is_accepted());
  world.take(MeetingEvent{AttendanceClosed{1, {mark(Attendance::absent).mark}}}, chair());
  EXPECT_EQ(rules_of(world.ask(lena(), name(someone("Vik Vikarie")))),
            Rules{"attendance_is_closed"});
}

TEST(Naming, OfAnotherHuvudmanIsRefused) {
  World world = called();
  EXPECT_TRUE(world.ask(lena(), name(someone("Vik", support::care_centre))).is_accepted());
  for (const auto& unit : {support::adults, support::provider}) {
    EXPECT_EQ(rules_of(world.ask(lena(), name(someone("Vik", unit)))),
              Rules{"substitute_of_another_principal"});
  }
  EXPECT_EQ(rules_of(world.ask(lena(), name(someone("Vik", UnitId{"region/okand"})))),
            (Rules{"substitute_of_another_principal", "outside_consent"}));
}

TEST(Naming, APrivateProviderSendsOneOfItsOwnOrganisation) {
  World world = called();
  world.who = party_of(support::provider);
  const Actor staff{Role::attendee, support::provider, "Pia Privat"};
  EXPECT_TRUE(world.ask(staff, name(someone("Vik"), world.who)).is_accepted());
  EXPECT_TRUE(
      world.ask(staff, name(someone("Vik", support::second_provider), world.who)).is_accepted());
  EXPECT_EQ(rules_of(world.ask(staff, name(someone("Vik", support::reception), world.who))),
            Rules{"substitute_of_another_principal"});
}

TEST(Naming, OutsideTheConsentIsRefusedAndByItsOwnRuleWhereNoneHolds) {
  World world = called();
  world.except(support::care_centre);
  EXPECT_EQ(rules_of(world.ask(lena(), name(someone("Vik", support::care_centre)))),
            Rules{"outside_consent"});
  EXPECT_TRUE(world.ask(lena(), name(someone("Vik"))).is_accepted());
  world.consent.given->until = day(2026, 2, 27);
  EXPECT_EQ(rules_of(world.ask(lena(), name(someone("Vik")))), Rules{"consent_not_in_force"});
  world.consent.withdrawn = Cited{9, world.now};
  EXPECT_EQ(rules_of(world.ask(lena(), name(someone("Vik")))), Rules{"consent_withdrawn"});
  world.consent = {};
  EXPECT_EQ(rules_of(world.ask(lena(), name(someone("Vik")))), Rules{"consent_missing"});
}

TEST(Naming, OnePersonForTwoPartiesIsWarnedAbout) {
  World world = called();
  world.must(lena(), name(someone("Vik Vikarie")));
  world.who = party_of(support::adults);
  const auto verdict = world.ask(stranger(), name(someone("Vik Vikarie"), world.who));
  EXPECT_EQ(boost::variant2::get<SubstituteNamed>(verdict.events().front()).also_seated_for,
            std::vector<PartyId>{ours});
  const auto other = world.ask(stranger(), name(someone("Ida Inhoppare"), world.who));
  EXPECT_TRUE(
      boost::variant2::get<SubstituteNamed>(other.events().front()).also_seated_for.empty());
}

TEST(Confirming, IsTheSubstitutesOwnByLinkMailOrPhone) {
  for (const auto& by : {as_substitute("Vik Vikarie"), the_mail(), coordinator(),
                         Actor{Role::attendee, support::reception, "Vik Vikarie"}}) {
    World world = with_chain({"Vik Vikarie"}, false);
    EXPECT_TRUE(world.say(by, to<ConfirmSubstitute>()).is_accepted());
    EXPECT_EQ(world.seat().state, substitute_confirmed);
  }
}

TEST(Confirming, TheOneWhoNamedDoesNotConfirmAndNobodyElseDoes) {
  World world = with_chain({"Vik Vikarie"}, false);
  for (const auto& by : {lena(), head(), stranger(), the_person(), the_clock(),
                         Actor{Role::attendee, support::adults, "Vik Vikarie"}}) {
    EXPECT_EQ(rules_of(world.say(by, to<ConfirmSubstitute>())), Rules{"not_your_seat"});
    EXPECT_EQ(rules_of(world.say(by, to<DeclineSubstitution>())), Rules{"not_your_seat"});
  }
  EXPECT_EQ(world.seat().state, substitute_named);
}

TEST(Confirming, StaffOfAnotherUnitOfTheHuvudmanConfirmThemselves) {
  World world = called();
  world.must(lena(), name(someone("Dan Doktor", support::care_centre)));
  EXPECT_EQ(rules_of(world.ask({Role::attendee, support::reception, "Dan Doktor"},
                               to<ConfirmSubstitute>())),
            Rules{"not_your_seat"});
  world.must({Role::attendee, support::care_centre, "Dan Doktor"}, to<ConfirmSubstitute>());
  EXPECT_EQ(world.seat().state, substitute_confirmed);
}

TEST(Confirming, FillsInWhatACalendarReplyLeftOpen) {
  World world = called();
  Substitute delegated;
  delegated.contact = "vik@example.se";
  EXPECT_EQ(rules_of(world.ask(lena(), name(delegated))), Rules{"substitute_incomplete"});
  world.must(the_mail(), name(delegated));
  auto confirm = to<ConfirmSubstitute>();
  const auto missing = [&] {
    const auto verdict = world.ask(as_substitute(""), confirm);
    EXPECT_EQ(rules_of(verdict), Rules{"substitute_incomplete"});
    return verdict.refusals().front().data.back().second;
  };
  EXPECT_EQ(missing(), "name");
  confirm.name = "Vik Vikarie";
  EXPECT_EQ(missing(), "role");
  confirm.role = "";
  EXPECT_EQ(missing(), "role");
  confirm.role = "kurator";
  confirm.mandate = Mandate::partly;
  confirm.briefed = true;
  world.must(as_substitute(""), confirm);
  const Substitute filled{"Vik Vikarie", "kurator", "vik@example.se", Mandate::partly, true, {}};
  EXPECT_EQ(world.seat().chain.front().who, filled);
  EXPECT_EQ(world.seat().state, substitute_confirmed);
}

TEST(Confirming, AnEmptyTextTakesNothingAwayAndAnotherTakesItsPlace) {
  World world = with_chain({"Vik Vikarie"}, false);
  auto confirm = to<ConfirmSubstitute>();
  confirm.name = "";
  confirm.contact = "";
  confirm.role = "samordnare";
  world.must(as_substitute("Vik Vikarie"), confirm);
  auto expected = someone("Vik Vikarie");
  expected.role = "samordnare";
  EXPECT_EQ(world.seat().chain.front().who, expected);
}

TEST(Confirming, ACalendarReplyWithoutAnAddressNamesNobody) {
  World world = called();
  Substitute delegated;
  delegated.name = "Vik Vikarie";
  EXPECT_EQ(rules_of(world.ask(the_mail(), name(delegated))), Rules{"substitute_incomplete"});
}

TEST(Confirming, TwiceIsNoNewsAndWithoutASubstituteThereIsNothingToConfirm) {
  World world = with_chain({"Vik Vikarie"});
  EXPECT_TRUE(told_by(world.say(as_substitute("Vik Vikarie"), to<ConfirmSubstitute>())).empty());
  World none = called();
  EXPECT_EQ(rules_of(none.say(the_mail(), to<ConfirmSubstitute>())), Rules{"not_in_this_step"});
  EXPECT_EQ(rules_of(none.say(the_mail(), to<DeclineSubstitution>())), Rules{"not_in_this_step"});
}

TEST(Confirming, NotAfterAttendanceIsClosed) {
  World world = with_chain({"Vik Vikarie"}, false);
  world.take(MeetingEvent{AttendanceClosed{1, {mark(Attendance::absent).mark}}}, chair());
  for (const SeatCommand& late : std::vector<SeatCommand>{
           to<ConfirmSubstitute>(), to<DeclineSubstitution>(), to<TakeBackSeat>()}) {
    EXPECT_EQ(rules_of(world.ask(coordinator(), late)), Rules{"attendance_is_closed"});
  }
}

// --- the chain -----------------------------------------------------------------------------------

TEST(Chain, ASubstituteHandsOnOnlyAfterConfirming) {
  World world = with_chain({"Vik Vikarie"}, false);
  EXPECT_EQ(rules_of(world.ask(as_substitute("Vik Vikarie"), name(someone("Ida")))),
            Rules{"substitute_has_not_confirmed"});
  world.must(as_substitute("Vik Vikarie"), to<ConfirmSubstitute>());
  world.must(as_substitute("Vik Vikarie"), name(someone("Ida")));
  EXPECT_EQ(names_of(world.seat()), (Names{"Vik Vikarie", "Ida"}));
  EXPECT_EQ(world.seat().state, substitute_named);
  EXPECT_TRUE(has_confirmed_substitute(world.seat()));  // the duty is with Vik until Ida confirms
}

TEST(Chain, IsNoDeeperThanTheRoutineSays) {
  World world = with_chain({"Ett", "Två", "Tre"});
  EXPECT_EQ(world.seat().chain.size(), 3U);
  EXPECT_EQ(rules_of(world.ask(as_substitute("Tre"), name(someone("Fyra")))),
            Rules{"substitute_chain_too_deep"});
  world.routines.front().substitute_chain_depth = 4;
  EXPECT_TRUE(world.ask(as_substitute("Tre"), name(someone("Fyra"))).is_accepted());
  world.routines.front().substitute_chain_depth = 1;
  EXPECT_TRUE(world.ask(lena(), name(someone("Fyra"))).is_accepted());
  EXPECT_EQ(rules_of(world.ask(as_substitute("Ett"), name(someone("Fyra")))),
            Rules{"substitute_chain_too_deep"});
}

TEST(Chain, NobodyStandsInItTwice) {
  World world = with_chain({"Ett", "Två"});
  for (const char* again : {"Ett", "Två"}) {
    EXPECT_EQ(rules_of(world.ask(as_substitute("Två"), name(someone(again)))),
              Rules{"substitute_loop"});
  }
  auto other_name = someone("Ett");
  other_name.name = "E. Ettsson";  // the same address
  EXPECT_EQ(rules_of(world.ask(as_substitute("Två"), name(other_name))), Rules{"substitute_loop"});
  auto namesake = someone("Ett");
  namesake.contact = "en.annan@example.se";
  EXPECT_TRUE(world.ask(as_substitute("Två"), name(namesake)).is_accepted());
}

TEST(Chain, HandedToTheFirstIsTakenBack) {
  for (const bool by_first : {true, false}) {
    World world = with_chain({"Ett", "Två"});
    const auto verdict = by_first ? world.say(lena(), to<TakeBackSeat>())
                                  : world.say(as_substitute("Två"), name(someone("Lena Skötare")));
    EXPECT_EQ(told_by(verdict), Told{"seat_taken_back"});
    EXPECT_EQ(world.seat().state, answered);
    EXPECT_TRUE(world.seat().chain.empty());
    EXPECT_EQ(standing_answer(world.seat())->kind, AnswerKind::attends);
  }
}

TEST(Chain, HandedToTheFirstOnlyByOneWhoHasConfirmed) {
  World world = with_chain({"Ett"}, false);
  EXPECT_EQ(rules_of(world.ask(as_substitute("Ett"), name(someone("Lena Skötare")))),
            Rules{"substitute_has_not_confirmed"});
}

TEST(Chain, TheFirstTakesItBackWithTheWholeChain) {
  World world = with_chain({"Ett"});
  EXPECT_EQ(told_by(world.say(lena(), to<TakeBackSeat>())), Told{"seat_taken_back"});
  EXPECT_EQ(world.seat().state, answered);
  EXPECT_TRUE(world.seat().chain.empty());
  EXPECT_EQ(standing_answer(world.seat())->kind, AnswerKind::attends);
}

TEST(Chain, ASecondNamingByThePartyReplacesTheFirst) {
  World world = with_chain({"Ett", "Två"});
  const auto verdict = world.say(lena(), name(someone("Tre")));
  EXPECT_EQ(boost::variant2::get<SubstituteNamed>(verdict.events().front()).depth, 1U);
  EXPECT_EQ(names_of(world.seat()), Names{"Tre"});
  EXPECT_EQ(world.seat().state, substitute_named);
  EXPECT_FALSE(has_confirmed_substitute(world.seat()));
}

TEST(Chain, ASecondNamingByASubstituteReplacesItsFirst) {
  World world = with_chain({"Ett", "Två"}, false);
  const auto verdict = world.say(as_substitute("Ett"), name(someone("Tre")));
  EXPECT_EQ(boost::variant2::get<SubstituteNamed>(verdict.events().front()).depth, 2U);
  EXPECT_EQ(names_of(world.seat()), (Names{"Ett", "Tre"}));
  EXPECT_EQ(rules_of(world.ask(as_substitute("Tre"), name(someone("Fyra")))),
            Rules{"substitute_has_not_confirmed"});
}

TEST(Chain, TheLastWhoSaysNoGivesItBackToTheOneBefore) {
  for (const bool confirmed : {false, true}) {
    World world = with_chain({"Ett", "Två"}, confirmed);
    EXPECT_EQ(told_by(world.say(as_substitute("Två"), to<DeclineSubstitution>())),
              Told{"substitute_declined"});
    EXPECT_EQ(names_of(world.seat()), Names{"Ett"});
    EXPECT_EQ(world.seat().state, substitute_confirmed);
    world.must(as_substitute("Ett"), name(someone("Tre")));
    EXPECT_EQ(names_of(world.seat()), (Names{"Ett", "Tre"}));
  }
}

TEST(Chain, TheOnlyOneWhoSaysNoGivesItBackToTheParty) {
  for (const bool confirmed : {false, true}) {
    World world = with_chain({"Ett"}, confirmed);
    world.must(as_substitute("Ett"), to<DeclineSubstitution>());
    EXPECT_EQ(world.seat().state, answered);
    EXPECT_TRUE(world.seat().chain.empty());
    EXPECT_EQ(standing_answer(world.seat())->kind, AnswerKind::sends_substitute);
    EXPECT_EQ(rules_of(world.ask(as_substitute("Ett"), to<ConfirmSubstitute>())),
              Rules{"not_in_this_step"});
    EXPECT_TRUE(world.ask(lena(), name(someone("Två"))).is_accepted());
  }
}

// --- taking back ---------------------------------------------------------------------------------

TEST(TakingBack, OnlyByTheFirstRepresentativeOrTheCoordinatorForIt) {
  for (const auto& by : {lena(), coordinator()}) {
    World world = with_chain({"Ett", "Två"});
    EXPECT_TRUE(world.say(by, to<TakeBackSeat>()).is_accepted());
    EXPECT_TRUE(world.seat().chain.empty());
  }
  World world = with_chain({"Ett", "Två"});
  for (const auto& by : {colleague(), head(), stranger(), as_substitute("Ett"), the_mail(),
                         Actor{Role::unit_head, support::adults, "Lena Skötare"}}) {
    EXPECT_EQ(rules_of(world.say(by, to<TakeBackSeat>())), Rules{"not_the_first_representative"});
  }
  EXPECT_EQ(names_of(world.seat()), (Names{"Ett", "Två"}));
}

TEST(TakingBack, TheFirstRepresentativeIsWhoAnsweredFirst) {
  World world = called();
  world.must(colleague(), answer(AnswerKind::attends));
  world.must(lena(), name(someone("Ett")));
  EXPECT_EQ(rules_of(world.ask(lena(), to<TakeBackSeat>())), Rules{"not_the_first_representative"});
  EXPECT_TRUE(world.ask(colleague(), to<TakeBackSeat>()).is_accepted());
  World of_head = called();
  of_head.must(head(), name(someone("Ett")));
  EXPECT_EQ(rules_of(of_head.ask(lena(), to<TakeBackSeat>())),
            Rules{"not_the_first_representative"});
  EXPECT_TRUE(of_head.ask(head(), to<TakeBackSeat>()).is_accepted());
}

TEST(TakingBack, WhereTheCoordinatorAnsweredByPhoneAnybodyOfTheUnitMay) {
  World world = called();
  world.must(coordinator(), name(someone("Ett")));
  EXPECT_TRUE(world.ask(lena(), to<TakeBackSeat>()).is_accepted());
  EXPECT_EQ(rules_of(world.ask(stranger(), to<TakeBackSeat>())),
            Rules{"not_the_first_representative"});
}

TEST(TakingBack, WithoutASubstituteThereIsNothingToTakeBack) {
  World world = called();
  world.must(lena(), answer(AnswerKind::sends_substitute));
  EXPECT_EQ(rules_of(world.ask(lena(), to<TakeBackSeat>())), Rules{"not_in_this_step"});
}

}  // namespace
}  // namespace kallad::seat::substitute_test
