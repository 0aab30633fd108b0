// What is never a deficiency (domain 3 and the rulings "Delivered", "Outsiders", "Meetings",
// "Consent").
#include "tests/engine/between/story.hpp"

namespace kallad::between::never_raised_test {
namespace {

using enum AnswerKind;
using enum Attendance;

TEST(NeverRaised, AgainstAnInvitedParty) {
  Story story;
  story.prepared();
  story.say(coordinator(), AddParty{party_of(children), PartyKind::unit, Calling::invited, {}});
  SendSummons send;
  send.starts = local(2026, 3, 20, 13);
  send.purpose = "Samordna";
  send.questions = {"Vem gör vad?"};
  story.say(coordinator(), send);
  story.delivered(children).answered(children, cannot_come);
  EXPECT_EQ(story.wishes.front().kind, WishKind::answer_confirmed) << "no duty, nothing to explain";
  story.answered(clinic, attends);
  story.answered(adults, attends);
  story.until(local(2026, 3, 20, 15));
  CloseAttendance close{{mark(adults, present),
                         mark(clinic, present),
                         mark(children, absent),
                         {anna, absent, {}, {}}}};
  EXPECT_EQ(story.say(chair(), close), Ids{"attendance_closed"});
  EXPECT_TRUE(story.file.deficiencies.empty());
}

TEST(NeverRaised, AgainstAnOutsiderWhoCannotBeSummonedAtAll) {
  Story story;
  story.prepared();
  const AddParty summoned{party_of(police), PartyKind::unit, Calling::summoned, {}};
  EXPECT_EQ(story.say(coordinator(), summoned), Ids{"outsider_cannot_be_summoned"});
  ASSERT_EQ(story.say(coordinator(), AddParty{party_of(police), PartyKind::unit, {}, {}}),
            Ids{"party_added"});
  EXPECT_EQ(story.file.running.parties.back().calling, Calling::invited);
}

TEST(NeverRaised, WhenDeliveryFailed) {
  Story story;
  RecordDelivery bounce;
  bounce.party = party_of(clinic);
  bounce.report = DeliveryReport::failed;
  story.summoned().say(mail(), bounce);
  EXPECT_EQ(story.wishes,
            (std::vector<Wish>{{WishKind::demand_to_coordinator, 1, party_of(clinic)}}));
  story.close(absent);
  EXPECT_EQ(story.told, Ids{"attendance_closed"});
  EXPECT_TRUE(story.file.deficiencies.empty());
}

TEST(NeverRaised, WhenNothingIsKnownOfDelivery) {
  Story story;
  story.summoned().close(absent);
  EXPECT_TRUE(story.file.deficiencies.empty()) << "never reached: the chair sees it so";
}

TEST(NeverRaised, WhenWhatWasPresumedDeliveredComesBackAfterTheMeeting) {
  Story story;
  RecordDelivery report;
  report.party = party_of(clinic);
  report.report = DeliveryReport::accepted;
  story.summoned().say(mail(), report);
  story.close(absent);
  ASSERT_EQ(story.standing(), 1U);
  EXPECT_EQ(story.deficiency().facts[1].what, FactKind::reach_presumed)
      << "the draft says presumed";
  report.report = DeliveryReport::failed;
  EXPECT_EQ(story.say(mail(), report), (Ids{"delivery_failed", "deficiency_withdrawn"}));
  EXPECT_EQ(story.deficiency().withdrawn_reason, WithdrawReason::delivery_failed);
  story.replays();
}

TEST(NeverRaised, AfterABounceOnlyTheAddressIsFlaggedOnceItWasOpened) {
  Story story;
  OpenSummons opened;
  opened.party = party_of(clinic);
  story.summoned().say(of_unit(clinic), opened);
  RecordDelivery bounce;
  bounce.party = party_of(clinic);
  bounce.report = DeliveryReport::failed;
  EXPECT_EQ(story.say(mail(), bounce), Ids{"address_bounced"});
  story.close(absent);
  EXPECT_EQ(story.standing(), 1U) << "it had been reached";
}

TEST(NeverRaised, ForTheVersionBeforeTheMeetingWasMoved) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
  ASSERT_EQ(story.standing(), 1U);
  ChangeMeeting moved;
  moved.starts = local(2026, 4, 10, 13);
  EXPECT_EQ(story.say(coordinator(), moved), (Ids{"meeting_changed", "deficiency_withdrawn"}));
  EXPECT_EQ(story.deficiency().withdrawn_reason, WithdrawReason::meeting_changed);
  story.answered(clinic, attends);
  story.until(local(2026, 4, 10, 15));
  story.say(chair(), CloseAttendance{{mark(adults, present), mark(clinic, present)}});
  EXPECT_EQ(story.standing(), 0U);
  story.replays();
}

TEST(NeverRaised, ForAMeetingCancelledInTime) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 10, 8));
  EXPECT_EQ(story.say(coordinator(), CancelMeeting{"Anna är sjuk"}),
            (Ids{"meeting_cancelled", "deficiency_withdrawn"}));
  EXPECT_EQ(story.deficiency().withdrawn_reason, WithdrawReason::meeting_cancelled);
  story.until(local(2026, 4, 30));
  EXPECT_EQ(story.standing(), 0U);
  story.replays();
}

TEST(NeverRaised, FromMissingData) {
  Story story;
  story.summoned().answered(clinic, attends);
  story.answered(adults, attends);
  story.until(local(2026, 4, 30));
  EXPECT_TRUE(story.file.deficiencies.empty()) << "nobody has closed attendance";
  EXPECT_EQ(story.file.running.passed.back().kind, DueKind::attendance_open);
}

TEST(NeverRaised, ForDeadlinesThatEndAfterAWithdrawal) {
  Story story;
  story.summoned().delivered(clinic).until(local(2026, 3, 3));
  ASSERT_EQ(story.say(coordinator(), WithdrawConsent{"Anna Testsson", Capacity::person}),
            Ids{"consent_withdrawn"});
  EXPECT_EQ(story.wishes.front().kind, WishKind::stop_letters);
  story.until(local(2026, 3, 12));
  EXPECT_EQ(story.told, Ids{}) << "no reminders, no deadlines";
  RecordConsent anew;
  anew.consent.given_by = {{"Anna Testsson", Capacity::person}};
  anew.consent.from = std::chrono::year{2026} / 3 / 12;
  story.say(coordinator(), anew);
  story.until(local(2026, 3, 13));
  EXPECT_TRUE(story.file.deficiencies.empty()) << "what ended in between stays undrafted";
  EXPECT_EQ(story.close(absent), (Ids{"attendance_closed", "deficiency_drafted"}))
      << "the meeting itself is under the new consent";
}

TEST(NeverRaised, WhenConsentWasWithdrawnBeforeTheMeeting) {
  Story story;
  story.summoned().answered(clinic, attends);
  story.until(local(2026, 3, 19));
  story.say(coordinator(), WithdrawConsent{"Anna Testsson", Capacity::person});
  EXPECT_EQ(story.close(absent), Ids{"attendance_closed"});
  EXPECT_TRUE(story.file.deficiencies.empty());
}

TEST(NeverRaised, TwiceForOneMeeting) {
  Story story;
  story.summoned().answered(clinic, attends);
  story.close(absent);
  for (int i = 0; i < 3; ++i) {
    CorrectAttendance came{mark(clinic, late), "Kom", {}};
    CorrectAttendance gone{mark(clinic, absent), "Kom inte", {}};
    story.say(chair(), came);
    story.say(chair(), gone);
  }
  EXPECT_EQ(story.file.deficiencies.size(), 1U);
  EXPECT_EQ(story.standing(), 1U);
}

}  // namespace
}  // namespace kallad::between::never_raised_test
