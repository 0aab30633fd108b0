// Kallelse: what a summons must say, to whom it goes, with which deadlines, and when it is short
// notice. Moving and cancelling are in changing_test.cpp. Rules kept: domain 3 and 5, rulings
// "Declining and deadlines", "Outsiders", "Process".
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

using Warnings = std::vector<std::string>;

Rules calling(const SendSummons& command) {
  return rules_of(consented().ask(coordinator(), command));
}

SummonsSent sent(World& world, const SendSummons& command) {
  return the<SummonsSent>(world.say(coordinator(), command));
}

TEST(Calling, SaysItsPurposeAndAsksAQuestion) {
  auto command = summons_to(friday_at_one);
  command.purpose.clear();
  EXPECT_EQ(calling(command), Rules{"purpose_required"});
  command.purpose = "  ";
  EXPECT_EQ(calling(command), Rules{"purpose_required"});
  command = summons_to(friday_at_one);
  command.questions.clear();
  EXPECT_EQ(calling(command), Rules{"question_required"});
  command.questions = {"Vem svarar för boendet?", ""};
  EXPECT_EQ(calling(command), Rules{"question_required"});
  command.questions = {"Vem svarar för boendet?"};
  EXPECT_EQ(calling(command), Rules{});
}

TEST(Calling, TellsEveryReasonAtOnce) {
  World world = opened();
  world.must(coordinator(), annas_consent());
  SendSummons empty;
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), empty)),
            (Rules{"coordinator_only", "purpose_required", "question_required",
                   "meeting_lies_in_the_past", "short_notice_reason_required"}));
}

TEST(Calling, LiesAhead) {
  World world = consented();
  auto now = summons_to(clock_at(day(2026, 3, 2), 9));
  now.short_notice_reason = "Akut";
  EXPECT_EQ(rules_of(world.ask(coordinator(), now)), Rules{"meeting_lies_in_the_past"});
  now.starts += std::chrono::milliseconds{1};
  EXPECT_EQ(rules_of(world.ask(coordinator(), now)), Rules{});
}

TEST(Calling, SummonsAllPartiesWithTheirDeadlines) {
  World world = consented();
  const auto summons = sent(world, summons_to(friday_at_one));
  EXPECT_EQ(summons.meeting, 1U);
  EXPECT_EQ(summons.round, 1U);
  EXPECT_EQ(summons.notice.form, MeetingForm::sip);
  EXPECT_EQ(summons.notice.starts, world.zone().to_instant(friday_at_one));
  EXPECT_TRUE(summons.warnings.empty());
  ASSERT_EQ(summons.seats.size(), 3U);
  const Instant acknowledge_by = world.zone().end_of(day(2026, 3, 4));
  const Instant answer_by = world.zone().end_of(day(2026, 3, 9));
  EXPECT_EQ(summons.seats[0], (SummonedSeat{party_of(helsingborg_adults), Calling::summoned,
                                            acknowledge_by, answer_by}));
  EXPECT_EQ(summons.seats[1], (SummonedSeat{party_of(psychosis_clinic), Calling::summoned,
                                            acknowledge_by, answer_by}));
  EXPECT_EQ(summons.seats[2], (SummonedSeat{anna, Calling::invited, {}, {}}));
  EXPECT_EQ(world.running.step, Step::summons);
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty);
  EXPECT_FALSE(meeting::find_seat(world.meeting(), anna)->has_duty);
}

TEST(Calling, GoesToThoseNamedAndLetsTheOthersWait) {
  World world = consented();
  const auto summons = sent(world, summons_to(friday_at_one, {party_of(psychosis_clinic), anna}));
  EXPECT_EQ(summons.seats.size(), 2U);
  EXPECT_EQ(summons.waiting, std::vector{party_of(helsingborg_adults)});
}

TEST(Calling, NamesOnlyPartiesInsideTheConsent) {
  EXPECT_EQ(calling(summons_to(friday_at_one, {party_of(angelholm_adults)})),
            Rules{"party_unknown"});
  World world = opened();
  auto narrow = annas_consent();
  narrow.consent.covers = {helsingborg};
  world.must(coordinator(), narrow);
  const auto said =
      world.ask(coordinator(), summons_to(friday_at_one, {party_of(psychosis_clinic)}));
  EXPECT_EQ(rules_of(said), Rules{"outside_consent"});
  EXPECT_EQ(data_of(said), (Data{{"party", psychosis_clinic.text}}));
  world.must(coordinator(), RemoveParty{party_of(helsingborg_adults), "Flyttat"});
  EXPECT_EQ(
      rules_of(world.ask(coordinator(), summons_to(friday_at_one, {party_of(helsingborg_adults)}))),
      Rules{"party_unknown"});
}

TEST(Calling, CallsAtLeastOneUnit) {
  EXPECT_EQ(calling(summons_to(friday_at_one, {anna})), Rules{"nobody_to_summon"});
  World world = consented();
  world.must(coordinator(), RemoveParty{party_of(helsingborg_adults), "Flyttat"});
  world.must(coordinator(), RemoveParty{party_of(psychosis_clinic), "Flyttat"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(friday_at_one))),
            Rules{"nobody_to_summon"});
}

TEST(Calling, LeavesOutThoseWhoHaveLeft) {
  World world = consented();
  world.must(coordinator(), RemoveParty{party_of(psychosis_clinic), "Flyttat"});
  const auto summons = sent(world, summons_to(friday_at_one));
  EXPECT_EQ(summons.seats.size(), 2U);
  EXPECT_TRUE(summons.waiting.empty());
}

TEST(Calling, OneMeetingWaitsAtATime) {
  World world = called();
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(clock_at(day(2026, 4, 20), 13)))),
            Rules{"meeting_already_called"});
  world.must(coordinator(), RecordMapping{});
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(clock_at(day(2026, 4, 20), 13)))),
            Rules{"meeting_already_called"});
}

TEST(Calling, ShortNoticeIsWarnedAboutAndNeedsItsReason) {
  World world = consented();  // Monday 2 March: ten working days later is Monday 16 March
  auto command = summons_to(clock_at(day(2026, 3, 13), 15));
  const auto said = world.ask(coordinator(), command);
  EXPECT_EQ(rules_of(said), Rules{"short_notice_reason_required"});
  EXPECT_EQ(data_of(said), (Data{{"field", "short_notice_reason"}, {"working_days", "10"}}));
  command.short_notice_reason = " ";
  EXPECT_EQ(rules_of(world.ask(coordinator(), command)), Rules{"short_notice_reason_required"});
  command.short_notice_reason = "Anna skrivs ut i nästa vecka";
  EXPECT_EQ(sent(world, command).warnings, Warnings{"short_notice"});
}

TEST(Calling, TheTenthWorkingDayIsNotShort) {
  World world = consented();
  EXPECT_TRUE(sent(world, summons_to(clock_at(day(2026, 3, 16), 8))).warnings.empty());
}

TEST(Calling, TheLeadTimeIsTheRoutinesAndCountedOverEaster) {
  World world = consented();
  world.at(day(2026, 3, 31), 9);  // Tuesday; Good Friday and Easter Monday fall away
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(clock_at(day(2026, 4, 15), 9)))),
            Rules{"short_notice_reason_required"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(clock_at(day(2026, 4, 16), 9)))), Rules{});
  Routine five;
  five.id = RoutineId{"nv"};
  five.council = CouncilId{"nv-skane"};
  five.valid_from = day(2026, 1, 1);
  five.summons_lead_working_days = 5;
  world.routines = {five};
  EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(clock_at(day(2026, 4, 9), 9)))), Rules{});
}

TEST(Calling, ADischargeCaseKnowsNoShortNotice) {
  World world = consented(CaseKind::discharge);
  EXPECT_TRUE(sent(world, summons_to(clock_at(day(2026, 3, 4), 10))).warnings.empty());
}

TEST(Calling, DeadlinesEndWithTheLastWorkingDayBeforeTheMeeting) {
  World world = consented();
  auto command = summons_to(clock_at(day(2026, 3, 6), 10));
  command.short_notice_reason = "Akut";
  const auto summons = sent(world, command);
  EXPECT_EQ(summons.seats[1].acknowledge_by, world.zone().end_of(day(2026, 3, 4)));
  EXPECT_EQ(summons.seats[1].answer_by, world.zone().end_of(day(2026, 3, 5)));
}

TEST(Calling, DeadlinesCountOverChristmas) {
  World world = consented();
  world.at(day(2026, 12, 21), 9);
  const auto summons = sent(world, summons_to(clock_at(day(2027, 1, 20), 13)));
  EXPECT_EQ(summons.seats[1].acknowledge_by, world.zone().end_of(day(2026, 12, 23)));
  EXPECT_EQ(summons.seats[1].answer_by, world.zone().end_of(day(2026, 12, 30)));
}

TEST(Calling, TheDeadlineOverAClockChangeIsTheLastSecondByTheWall) {
  World world = consented();
  world.at(day(2026, 3, 27), 15);  // Friday; the clocks go forward on Sunday
  auto command = summons_to(clock_at(day(2026, 4, 20), 13));
  EXPECT_EQ(iso(*sent(world, command).seats[1].acknowledge_by), "2026-03-31T21:59:59Z");
}

TEST(Calling, AReadingThatTheClockSkipsMovesAnHour) {
  World world = consented();
  const auto summons = sent(world, summons_to(clock_at(day(2026, 3, 29), 2, 30)));
  EXPECT_EQ(world.zone().to_local(summons.notice.starts), clock_at(day(2026, 3, 29), 3, 30));
}

TEST(Calling, AfterAFollowUpItIsANextRound) {
  World world = led_to(Step::follow_up);
  const auto summons = sent(world, summons_to(clock_at(day(2026, 9, 1), 13)));
  EXPECT_EQ(summons.meeting, 2U);
  EXPECT_EQ(summons.round, 2U);
  EXPECT_EQ(world.running.round, 2U);
  EXPECT_EQ(world.running.step, Step::summons);
  EXPECT_EQ(world.running.meetings.front().status, MeetingStatus::ended);
}

TEST(Calling, FromActivityFollowUpAFollowUpComesFirst) {
  for (const auto kind : {CaseKind::sip, CaseKind::discharge}) {
    World world = led_to(Step::activity_follow_up, kind);
    EXPECT_EQ(rules_of(world.ask(coordinator(), summons_to(clock_at(day(2026, 9, 1), 13)))),
              Rules{"follow_up_comes_first"});
  }
}

TEST(Calling, AStandingMeetingGoesBetweenMeetingAndActivityFollowUp) {
  World world = led_to(Step::activity_follow_up, CaseKind::coordination);
  const auto summons = sent(world, summons_to(clock_at(day(2026, 6, 22), 13)));
  EXPECT_EQ(summons.notice.form, MeetingForm::coordination);
  EXPECT_EQ(summons.round, 2U);
  EXPECT_EQ(summons.seats[1].calling, Calling::summoned);
  EXPECT_TRUE(summons.seats[1].answer_by);
}

TEST(Calling, AStandingMeetingInvitesWhereTheRoutineSaysSo) {
  World world = consented(CaseKind::coordination);
  Routine inviting;
  inviting.valid_from = day(2020, 1, 1);
  inviting.coordination_meeting_summons = false;
  world.routines = {inviting};
  for (const auto& seat : sent(world, summons_to(friday_at_one)).seats) {
    EXPECT_EQ(seat, (SummonedSeat{seat.party, Calling::invited, {}, {}}));
  }
  world.must(coordinator(), party(angelholm_adults));
  const auto late =
      the<PartySummoned>(world.say(coordinator(), SummonParty{party_of(angelholm_adults)}));
  EXPECT_EQ(late.seat.calling, Calling::invited);
  const auto moved =
      the<MeetingChanged>(world.say(coordinator(), moved_to(clock_at(day(2026, 3, 27), 10))));
  for (const auto& seat : moved.seats) EXPECT_EQ(seat.calling, Calling::invited);
}

TEST(Calling, ALatePartyIsSummonedOnceWithItsOwnDeadlines) {
  World world = called();
  world.at(day(2026, 3, 9), 8).must(coordinator(), party(angelholm_adults));
  EXPECT_EQ(world.seat(angelholm_adults).state, SeatState::created);
  EXPECT_EQ(meeting::unmarked(world.meeting()).size(), 2U);  // it has no duty before it is called
  const SummonParty summon{party_of(angelholm_adults)};
  const auto late = the<PartySummoned>(world.say(coordinator(), summon));
  EXPECT_EQ(late.seat.acknowledge_by, world.zone().end_of(day(2026, 3, 11)));
  EXPECT_EQ(late.seat.answer_by, world.zone().end_of(day(2026, 3, 16)));
  EXPECT_EQ(world.seat(angelholm_adults).state, SeatState::sent);
  EXPECT_EQ(rules_of(world.ask(coordinator(), summon)), Rules{"party_is_summoned_already"});
}

TEST(Calling, ALatePartyIsAPartyAndComesBeforeTheStart) {
  World world = called();
  const SummonParty summon{party_of(angelholm_adults)};
  EXPECT_EQ(rules_of(world.ask(coordinator(), summon)), Rules{"party_unknown"});
  world.must(coordinator(), party(angelholm_adults));
  EXPECT_EQ(rules_of(world.ask(chair(), summon)), Rules{"coordinator_only"});
  world.at(day(2026, 3, 20), 12, 59);
  EXPECT_EQ(rules_of(world.ask(coordinator(), summon)), Rules{});
  world.at(day(2026, 3, 20), 13);
  EXPECT_EQ(rules_of(world.ask(coordinator(), summon)), Rules{"meeting_has_started"});
}

TEST(Calling, ALateOutsiderIsInvited) {
  World world = called().must(coordinator(), party(police));
  const auto late = the<PartySummoned>(world.say(coordinator(), SummonParty{party_of(police)}));
  EXPECT_EQ(late.seat, (SummonedSeat{party_of(police), Calling::invited, {}, {}}));
}

TEST(Calling, WhoIsNoMemberAnyMoreIsInvited) {
  World world = consented();
  const auto calling_of_clinic = [&] {
    for (const auto& seat :
         the<SummonsSent>(world.ask(coordinator(), summons_to(friday_at_one))).seats) {
      if (seat.party == party_of(psychosis_clinic)) return seat;
    }
    return SummonedSeat{};
  };
  EXPECT_EQ(calling_of_clinic().calling, Calling::summoned);
  auto& agreement = world.known.agreements.at(world.running.agreement);
  agreement.valid_until = day(2026, 3, 2);
  EXPECT_EQ(calling_of_clinic().calling, Calling::summoned) << "that day included";
  std::erase_if(agreement.members,
                [](const Member& one) { return one.principal == PrincipalId{"region"}; });
  EXPECT_EQ(calling_of_clinic().calling, Calling::invited);
  EXPECT_FALSE(calling_of_clinic().answer_by);
}

TEST(Calling, AMovedMeetingAsksAsTheAgreementIsThen) {
  World world = called();
  auto& agreement = world.known.agreements.at(world.running.agreement);
  std::erase_if(agreement.members,
                [](const Member& one) { return one.principal == PrincipalId{"region"}; });
  EXPECT_TRUE(world.seat(psychosis_clinic).has_duty) << "what was sent stands";
  world.must(coordinator(), moved_to(clock_at(day(2026, 3, 27), 13)));
  EXPECT_EQ(world.seat(psychosis_clinic).calling, Calling::invited);
  EXPECT_FALSE(world.seat(psychosis_clinic).has_duty);
  EXPECT_TRUE(world.seat(helsingborg_adults).has_duty);
}

TEST(Calling, AChangedRoutineCountsForWhatIsSentAfterwards) {
  World world = called();
  Routine slower;
  slower.valid_from = day(2026, 3, 3);
  slower.answer_within_working_days = 8;
  world.routines = {slower};
  EXPECT_EQ(world.seat(psychosis_clinic).answer_by, world.zone().end_of(day(2026, 3, 9)));
  world.at(day(2026, 3, 3), 9).must(coordinator(), party(angelholm_adults));
  const auto late =
      the<PartySummoned>(world.say(coordinator(), SummonParty{party_of(angelholm_adults)}));
  EXPECT_EQ(late.seat.answer_by, world.zone().end_of(day(2026, 3, 13)));
}

}  // namespace
}  // namespace kallad::casework
