// The automatic deficiency, kind by kind, and all that is never one (domain 3 and the rulings).
// Each story begins with a summons on Monday 2026-03-02 to a meeting on Friday 2026-03-20: the
// clinic is to acknowledge by 03-04 and answer by 03-09, both until 23.59.59.
#include "tests/engine/between/story.hpp"

namespace kallad::between::raising_test {
namespace {

using enum AnswerKind;
using enum DeficiencyKind;

std::vector<FactKind> cited(const Deficiency& deficiency) {
  std::vector<FactKind> kinds;
  for (const auto& fact : deficiency.facts) kinds.push_back(fact.what);
  return kinds;
}

TEST(Raising, SilenceIsOneDeficiencyThatGrows) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 4, 23, 59));
  EXPECT_TRUE(story.file.deficiencies.empty());
  story.until(local(2026, 3, 5, 0, 1));
  EXPECT_EQ(story.deficiency().kinds, Kinds{not_acknowledged});
  story.until(local(2026, 3, 10, 0, 1));
  EXPECT_EQ(story.deficiency().kinds, (Kinds{not_acknowledged, not_answered}));
  EXPECT_EQ(story.close(Attendance::absent), (Ids{"attendance_closed", "deficiency_grown"}));
  EXPECT_EQ(story.deficiency().kinds, (Kinds{not_acknowledged, not_answered, absent}));
  EXPECT_EQ(cited(story.deficiency()),
            (std::vector{FactKind::summons_sent, FactKind::reach_proven,
                         FactKind::acknowledge_deadline_passed, FactKind::answer_deadline_passed,
                         FactKind::marked_absent}));
  story.replays();
}

TEST(Raising, EveryCitedFactIsAnEventOfThatNumber) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
  story.answered(clinic, cannot_come);
  story.close(Attendance::absent);
  for (const auto& fact : story.deficiency().facts) {
    ASSERT_GE(fact.event, 1U);
    ASSERT_LE(fact.event, story.log.size());
    const auto& entry = story.log[fact.event - 1];
    const bool deadline = fact.what == FactKind::acknowledge_deadline_passed ||
                          fact.what == FactKind::answer_deadline_passed;
    if (deadline) {
      EXPECT_LT(fact.at, entry.stamp.at) << "a deadline is cited with its own time";
    } else {
      EXPECT_EQ(fact.at, entry.stamp.at);
    }
  }
}

TEST(Raising, NotAcknowledgedFallsAwayWhenThePartyAnswersInTime) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 5, 8));
  ASSERT_EQ(story.deficiency().kinds, Kinds{not_acknowledged});
  story.answered(clinic, attends);
  EXPECT_EQ(story.told, (Ids{"seat_answered", "deficiency_withdrawn"}));
  EXPECT_EQ(story.deficiency().withdrawn_reason, WithdrawReason::answered_in_time);
  EXPECT_EQ(story.deficiency().withdrawn_by, story.file.running.events - 1);
  story.replays();
}

TEST(Raising, AnAnswerGivenInTimeAndRegisteredLateCountsWhenItWasGiven) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 11, 8));
  ASSERT_EQ(story.deficiency().kinds, (Kinds{not_acknowledged, not_answered}));
  auto answer = answer_of(clinic, attends);
  answer.given_at = local(2026, 3, 9, 16);
  EXPECT_EQ(story.say(coordinator(), answer), (Ids{"seat_answered", "deficiency_withdrawn"}));
  EXPECT_EQ(story.deficiency().withdrawn_reason, WithdrawReason::answered_in_time);
}

TEST(Raising, ALateAnswerIsToldAndDoesNotCure) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
  story.answered(clinic, attends);
  EXPECT_EQ(story.told, (Ids{"seat_answered", "deficiency_grown"}));
  EXPECT_EQ(story.deficiency().kinds, (Kinds{not_acknowledged, not_answered}));
  EXPECT_EQ(cited(story.deficiency()).back(), FactKind::answered_late);
  story.replays();
}

TEST(Raising, ComingCuresEveryKind) {
  for (const auto came :
       {Attendance::present, Attendance::present_digitally, Attendance::substitute_present,
        Attendance::late, Attendance::left_early}) {
    Story story;
    story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
    story.answered(clinic, cannot_come);
    ASSERT_EQ(story.standing(), 1U);
    EXPECT_EQ(story.close(came), (Ids{"attendance_closed", "deficiency_withdrawn"}));
    EXPECT_EQ(story.deficiency().withdrawn_reason, WithdrawReason::party_came);
    story.replays();
  }
}

TEST(Raising, ADeclineIsDraftedWhenTheDeadlinePassesAndItStillStands) {
  Story story;
  story.summoned().answered(adults, attends).answered(clinic, cannot_come);
  EXPECT_EQ(story.told, Ids{"seat_answered"});
  story.until(local(2026, 3, 9, 23, 59));
  EXPECT_TRUE(story.file.deficiencies.empty());
  story.until(local(2026, 3, 10, 0, 0));
  EXPECT_EQ(story.told, (Ids{"answer_deadline_passed", "deficiency_drafted"}));
  EXPECT_EQ(story.deficiency().kinds, Kinds{declined_without_substitute});
  // The story of the design: a substitute is named afterwards, confirms, and comes.
  EXPECT_EQ(story.say(of_unit(clinic), substitute_for(clinic)), Ids{"substitute_named"});
  ConfirmSubstitute yes;
  yes.party = party_of(clinic);
  EXPECT_EQ(story.say(substitute(), yes), Ids{"substitute_confirmed"});
  EXPECT_EQ(story.close(Attendance::substitute_present),
            (Ids{"attendance_closed", "deficiency_withdrawn"}));
}

TEST(Raising, ADeclineTakenBackBeforeTheDeadlineIsNone) {
  Story story;
  story.summoned().answered(clinic, cannot_come);
  story.until(local(2026, 3, 9, 20));
  story.answered(clinic, attends_digitally);
  story.until(local(2026, 3, 12));
  EXPECT_TRUE(story.file.deficiencies.empty());
}

TEST(Raising, ADeclineAfterTheDeadlineIsDraftedAtOnce) {
  Story story;
  story.summoned().answered(clinic, attends);
  story.until(local(2026, 3, 12));
  story.answered(clinic, cannot_come);
  EXPECT_EQ(story.told, (Ids{"seat_answered", "deficiency_drafted"}));
  EXPECT_EQ(story.deficiency().kinds, Kinds{declined_without_substitute});
  story.close(Attendance::absent);
  EXPECT_EQ(story.deficiency().kinds, Kinds{declined_without_substitute});
}

TEST(Raising, AnsweredYesAndDidNotCome) {
  Story story;
  story.summoned().answered(clinic, attends);
  EXPECT_EQ(story.close(Attendance::absent), (Ids{"attendance_closed", "deficiency_drafted"}));
  EXPECT_EQ(story.deficiency().kinds, Kinds{absent});
  EXPECT_EQ(cited(story.deficiency()),
            (std::vector{FactKind::summons_sent, FactKind::reach_proven, FactKind::marked_absent}));
}

TEST(Raising, AnUnconfirmedSubstituteLeavesTheDutyWhereItWas) {
  Story story;
  story.summoned().say(of_unit(clinic), substitute_for(clinic));
  story.close(Attendance::absent);
  EXPECT_EQ(story.deficiency().kinds, Kinds{absent});
}

TEST(Raising, AConfirmedSubstituteWhoDoesNotCome) {
  Story story;
  story.summoned().say(of_unit(clinic), substitute_for(clinic));
  ConfirmSubstitute yes;
  yes.party = party_of(clinic);
  story.say(substitute(), yes);
  story.close(Attendance::absent);
  EXPECT_EQ(story.deficiency().kinds, Kinds{substitute_absent});
  EXPECT_EQ(story.deficiency().party, party_of(clinic)) << "the party's, not the person's";
  EXPECT_EQ(cited(story.deficiency())[2], FactKind::substitute_confirmed);
}

TEST(Raising, AnUnconfirmedSubstituteWhoComesHasCome) {
  Story story;
  story.summoned().say(of_unit(clinic), substitute_for(clinic));
  EXPECT_EQ(story.close(Attendance::substitute_present), Ids{"attendance_closed"});
  EXPECT_TRUE(story.file.deficiencies.empty());
}

TEST(Raising, WithoutMandateStandsAndTheRestIsCured) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
  story.close(Attendance::present, Mandate::no);
  EXPECT_EQ(story.deficiency().kinds, Kinds{without_mandate});
  EXPECT_EQ(story.standing(), 1U);
  story.replays();
}

TEST(Raising, MandateInPartIsANoteAndNoDeficiency) {
  Story story;
  story.summoned().answered(clinic, attends);
  EXPECT_EQ(story.close(Attendance::present, Mandate::partly), Ids{"attendance_closed"});
}

TEST(Raising, AMandateCorrectedWithdraws) {
  Story story;
  story.summoned().answered(clinic, attends);
  story.close(Attendance::present, Mandate::no);
  CorrectAttendance right{mark(clinic, Attendance::present, Mandate::yes), "Hade delegation", {}};
  EXPECT_EQ(story.say(chair(), right), (Ids{"attendance_corrected", "deficiency_withdrawn"}));
  EXPECT_EQ(story.deficiency().withdrawn_reason, WithdrawReason::party_came);
}

TEST(Raising, CalledOffAtTheTableNamesThoseWhoCausedIt) {
  Story story;
  story.summoned().answered(clinic, attends);
  story.until(local(2026, 3, 20, 13, 20));
  CallOffMeeting off{{party_of(clinic)},
                     {mark(adults, Attendance::present), mark(clinic, Attendance::absent)},
                     {}};
  EXPECT_EQ(story.say(chair(), off), (Ids{"meeting_called_off", "deficiency_drafted"}));
  EXPECT_EQ(story.deficiency().kinds, (Kinds{absent, meeting_not_held}));
  EXPECT_EQ(story.file.running.step, Step::summons) << "back to kallelse";
  // It came after all, but the meeting had been called off: that stands.
  CorrectAttendance came{mark(clinic, Attendance::late), "Kom 13.40", 1};
  EXPECT_EQ(story.say(chair(), came), (Ids{"attendance_corrected", "deficiency_narrowed"}));
  EXPECT_EQ(story.deficiency().kinds, Kinds{meeting_not_held});
  story.replays();
}

TEST(Raising, ALateArrivalRecordedAfterwardsWithdrawsWithATrace) {
  Story story;
  story.summoned().answered(clinic, attends);
  story.close(Attendance::absent);
  CorrectAttendance came{mark(clinic, Attendance::late), "Kom 13.25", {}};
  EXPECT_EQ(story.say(coordinator(), came), (Ids{"attendance_corrected", "deficiency_withdrawn"}));
  EXPECT_EQ(story.deficiency().state, DeficiencyState::withdrawn);
  EXPECT_EQ(story.deficiency().withdrawn_by, story.file.running.events - 1);
  // Corrected back it is the same deficiency, not a second one.
  CorrectAttendance gone{mark(clinic, Attendance::absent), "Förväxling", {}};
  EXPECT_EQ(story.say(coordinator(), gone), (Ids{"attendance_corrected", "deficiency_drafted"}));
  EXPECT_EQ(story.deficiency().state, DeficiencyState::drafted);
  story.replays();
}

TEST(Raising, AForwardedSummonsMovesTheDutyWhenTheReceiverTakesIt) {
  Story story;
  auto forward = answer_of(clinic, forwarded);
  forward.forward_to = ward;
  story.summoned().say(of_unit(clinic), forward);
  ASSERT_EQ(story.refused, Ids{});
  Acknowledge received;
  received.party = party_of(ward);
  story.until(local(2026, 3, 4, 10));
  EXPECT_EQ(story.say(of_unit(ward), received), (Ids{"summons_acknowledged", "duty_moved"}));
  story.until(local(2026, 3, 20, 15));
  EXPECT_EQ(story.deficiency().party, party_of(ward));
  EXPECT_EQ(story.deficiency().kinds, Kinds{not_answered});
  story.say(chair(),
            CloseAttendance{{mark(adults, Attendance::present), mark(ward, Attendance::absent)}});
  EXPECT_EQ(story.deficiency().kinds, (Kinds{not_answered, absent}));
}

TEST(Raising, AForwardedSummonsNobodyTookStaysWithTheFirstUnit) {
  Story story;
  auto forward = answer_of(clinic, forwarded);
  forward.forward_to = ward;
  story.summoned().say(of_unit(clinic), forward);
  story.close(Attendance::absent);
  EXPECT_EQ(story.deficiency().party, party_of(clinic));
  EXPECT_EQ(story.deficiency().kinds, Kinds{absent});
  // The receiver had come though it never acknowledged: somebody came in the first one's place.
  CorrectAttendance came{mark(ward, Attendance::present), "Satt vid bordet", {}};
  EXPECT_EQ(story.say(chair(), came), (Ids{"attendance_corrected", "deficiency_withdrawn"}));
}

TEST(Raising, GrowsAlsoAfterItHasLeftTheUnitAndIsNotWithdrawnThen) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
  CompleteDeficiency form;
  form.number = 1;
  form.registered_by = {"Siv Samordnare", "socialsekreterare", "042-10 50 00"};
  form.nearest_manager = {"Eva Chef", "enhetschef", "042-10 50 01"};
  form.event_date = std::chrono::year{2026} / 3 / 9;
  form.found_at = "Kommunen";
  form.parties_concerned = "Psykosmottagningen";
  form.what_happened = "Ingen svarade på kallelsen.";
  form.measures_for_person = "Ny tid söks.";
  form.measures_by_parties = "Vi har ringt.";
  form.withhold_identity = true;
  ASSERT_EQ(story.say(coordinator(), form), Ids{"deficiency_completed"});
  ASSERT_EQ(story.say(coordinator(), HandToOwnManager{{1}}),
            Ids{"deficiency_handed_to_own_manager"});
  ASSERT_EQ(story.say(head_of(adults), SendToCounterpart{{1}}),
            Ids{"deficiency_sent_to_counterpart"});
  story.close(Attendance::absent);
  EXPECT_EQ(story.told, (Ids{"attendance_closed", "deficiency_grown"}));
  EXPECT_EQ(story.deficiency().state, DeficiencyState::with_counterpart);
  CorrectAttendance came{mark(clinic, Attendance::late), "Kom 13.25", {}};
  EXPECT_EQ(story.say(chair(), came), Ids{"deficiency_has_left_unit"});
  EXPECT_EQ(story.standing(), 1U);
  story.replays();
}

TEST(Raising, WithdrawnByHandComesBackOnlyWithANewKind) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
  ASSERT_EQ(story.say(coordinator(), WithdrawDeficiency{{1}, "Felaktig adress"}),
            Ids{"deficiency_withdrawn"});
  story.until(local(2026, 3, 11));
  story.answered(clinic, attends);
  EXPECT_EQ(story.told, Ids{"seat_answered"});
  EXPECT_EQ(story.close(Attendance::absent), (Ids{"attendance_closed", "deficiency_drafted"}));
  EXPECT_EQ(story.deficiency().number, 1U);
  story.replays();
}

TEST(Raising, AHandWrittenOneAboutTheSamePartyAndMeetingIsTheOneThatGrows) {
  Story story;
  story.summoned().answered(clinic, attends);
  story.until(local(2026, 3, 18));
  WriteDeficiency written{
      clinic, {}, std::chrono::year{2026} / 3 / 17, "Ingen svarar i telefon.", 1};
  ASSERT_EQ(story.say(coordinator(), written), Ids{"deficiency_written"});
  EXPECT_EQ(story.close(Attendance::absent), (Ids{"attendance_closed", "deficiency_grown"}));
  EXPECT_EQ(story.deficiency().kinds, Kinds{absent});
  EXPECT_EQ(story.say(coordinator(), written), Ids{"deficiency_exists"});
  // What a human wrote is not withdrawn by itself: only its automatic part falls away.
  CorrectAttendance came{mark(clinic, Attendance::late), "Kom 13.25", {}};
  EXPECT_EQ(story.say(chair(), came), (Ids{"attendance_corrected", "deficiency_narrowed"}));
  EXPECT_EQ(story.deficiency().kinds, Kinds{});
  EXPECT_EQ(story.deficiency().state, DeficiencyState::drafted);
  story.replays();
}

TEST(Raising, WrittenByHandAfterAWithdrawalItTakesTheGroundsThatStandOver) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
  story.say(coordinator(), WithdrawDeficiency{{1}, "Vi skriver en egen"});
  const WriteDeficiency written{clinic, {}, std::chrono::year{2026} / 3 / 9, "Ingen svarar.", 1};
  EXPECT_EQ(story.say(coordinator(), written), (Ids{"deficiency_written", "deficiency_grown"}));
  EXPECT_EQ(story.file.deficiencies.back().kinds, (Kinds{not_acknowledged, not_answered}));
  EXPECT_EQ(story.standing(), 1U);
  story.replays();
}

}  // namespace
}  // namespace kallad::between::raising_test
