// The rules a case is decided by. Each is asked of facts and command; which are asked when stands
// in case_table.hpp. A rule that does not look at the command is written once, as `ask`.
#pragma once

#include <optional>

#include "engine/case/case_commands.hpp"
#include "engine/seat/ground.hpp"
#include "engine/spine/text.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// The facts of one decision about a case. Nothing is owned.
struct CaseFacts {
  const Case& running;
  const Routine& routine;
  const Ground& ground;
  const Stamp& stamp;
};

namespace casework {

using MaybeRefusal = std::optional<Refusal>;

/// The day in Stockholm on which it is said.
inline Date today(const CaseFacts& facts) {
  return facts.ground.calendar.zone().day_of(facts.stamp.at);
}

/// When Stockholm's clocks show that.
inline Instant moment(const CaseFacts& facts, LocalTime reading) {
  return facts.ground.calendar.zone().to_instant(reading);
}

/// A rule that looks at the case and the actor only.
template <class Rule>
struct OfFacts {
  template <class Command>
  static MaybeRefusal check(const CaseFacts& facts, const Command&) {
    return Rule::ask(facts);
  }
};

/// A closed case is not changed.
struct CaseIsOpen : OfFacts<CaseIsOpen> {
  static constexpr std::string_view rule = "case_is_closed";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// Samordningsansvarig or a named stand-in (domain 2, roles).
struct CoordinatorActs : OfFacts<CoordinatorActs> {
  static constexpr std::string_view rule = "coordinator_only";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// The chair, the secretary, or the coordinator.
struct MeetingStaffActs : OfFacts<MeetingStaffActs> {
  static constexpr std::string_view rule = "chair_or_coordinator_only";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// The chair or the coordinator: marks are put right by those who answer for them.
struct ChairOrCoordinatorActs : OfFacts<ChairOrCoordinatorActs> {
  static constexpr std::string_view rule = "chair_or_coordinator_corrects";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// Consent gates the kallelse and all sharing; refused as consent_missing, consent_withdrawn or
/// consent_not_in_force.
struct ConsentInForce : OfFacts<ConsentInForce> {
  static constexpr std::string_view rule = "consent_missing";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// A meeting that waits to be held must be held, cancelled or called off first.
struct NoMeetingPending : OfFacts<NoMeetingPending> {
  static constexpr std::string_view rule = "meeting_already_called";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// There is a meeting called and not yet held or cancelled.
struct MeetingIsPending : OfFacts<MeetingIsPending> {
  static constexpr std::string_view rule = "no_meeting_called";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// The meeting that waits is no officials' meeting: that one is not a SIP, it is only recorded.
struct SipMeetingIsPending : OfFacts<SipMeetingIsPending> {
  static constexpr std::string_view rule = "no_meeting_called";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// From activity follow-up a new round is called after a follow-up; a standing coordination meeting
/// goes between meeting and activity follow-up.
struct FollowUpComesFirst : OfFacts<FollowUpComesFirst> {
  static constexpr std::string_view rule = "follow_up_comes_first";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// After its start a meeting is not moved or cancelled: it is held, or called off at the table.
struct MeetingHasNotStarted : OfFacts<MeetingHasNotStarted> {
  static constexpr std::string_view rule = "meeting_has_started";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// Nobody is marked absent, and nothing called off at the table, before the meeting's time.
struct MeetingHasStarted : OfFacts<MeetingHasStarted> {
  static constexpr std::string_view rule = "meeting_has_not_started";
  static MaybeRefusal ask(const CaseFacts& facts);
};
struct AttendanceNotYetClosed : OfFacts<AttendanceNotYetClosed> {
  static constexpr std::string_view rule = "attendance_is_closed";
  static MaybeRefusal ask(const CaseFacts& facts);
};
struct AttendanceIsClosed : OfFacts<AttendanceIsClosed> {
  static constexpr std::string_view rule = "attendance_is_open";
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// The law's four points: a plan lacking one cannot be agreed.
struct PlanHasFourPoints : OfFacts<PlanHasFourPoints> {
  static constexpr std::string_view rule = "plan_points_missing";
  static MaybeRefusal ask(const CaseFacts& facts);
};

struct ConsentIsWhole {
  static constexpr std::string_view rule = "consent_giver_required";
  static MaybeRefusal check(const CaseFacts& facts, const RecordConsent& command);
};
struct BothGuardiansConsent {
  static constexpr std::string_view rule = "both_guardians_required";
  static MaybeRefusal check(const CaseFacts& facts, const RecordConsent& command);
};
struct MayWithdraw {
  static constexpr std::string_view rule = "may_not_withdraw_consent";
  static MaybeRefusal check(const CaseFacts& facts, const WithdrawConsent& command);
};
struct PartyIsNew {
  static constexpr std::string_view rule = "party_is_there_already";
  static MaybeRefusal check(const CaseFacts& facts, const AddParty& command);
};
/// Only members of the agreement can be summoned; others are invited. Refused as unit_unknown,
/// outsider_cannot_be_summoned, unit_has_no_duty or only_units_are_summoned.
struct CallingFollowsAgreement {
  static constexpr std::string_view rule = "outsider_cannot_be_summoned";
  static MaybeRefusal check(const CaseFacts& facts, const AddParty& command);
};
struct PartyIsThere {
  static constexpr std::string_view rule = "party_unknown";
  static MaybeRefusal check(const CaseFacts& facts, const RemoveParty& command);
  static MaybeRefusal check(const CaseFacts& facts, const SummonParty& command);
};
/// A party added later is called once, and only inside the consent.
struct PartyWaitsForSummons {
  static constexpr std::string_view rule = "party_is_summoned_already";
  static MaybeRefusal check(const CaseFacts& facts, const SummonParty& command);
};
struct PurposeIsGiven {
  static constexpr std::string_view rule = "purpose_required";
  static MaybeRefusal check(const CaseFacts& facts, const SendSummons& command);
};
struct QuestionIsAsked {
  static constexpr std::string_view rule = "question_required";
  static MaybeRefusal check(const CaseFacts& facts, const SendSummons& command);
};
struct MeetingLiesAhead {
  static constexpr std::string_view rule = "meeting_lies_in_the_past";
  static MaybeRefusal check(const CaseFacts& facts, const SendSummons& command);
  static MaybeRefusal check(const CaseFacts& facts, const ChangeMeeting& command);
  static MaybeRefusal check(const CaseFacts& facts, const CallOfficialsMeeting& command);
};
/// Too short notice is warned about and needs a reason; it is not refused. Not for discharge cases.
struct ShortNoticeHasReason {
  static constexpr std::string_view rule = "short_notice_reason_required";
  static MaybeRefusal check(const CaseFacts& facts, const SendSummons& command);
  static MaybeRefusal check(const CaseFacts& facts, const ChangeMeeting& command);
};
/// The parties named are parties, inside the consent, and there is somebody to call.
struct SomebodyToSummon {
  static constexpr std::string_view rule = "nobody_to_summon";
  static MaybeRefusal check(const CaseFacts& facts, const SendSummons& command);
};
struct MeetingReallyChanges {
  static constexpr std::string_view rule = "meeting_unchanged";
  static MaybeRefusal check(const CaseFacts& facts, const ChangeMeeting& command);
};
struct ReasonIsGiven {
  static constexpr std::string_view rule = "reason_required";
  static MaybeRefusal check(const CaseFacts& facts, const CancelMeeting& command);
  static MaybeRefusal check(const CaseFacts& facts, const CorrectAttendance& command);
  static MaybeRefusal check(const CaseFacts& facts, const RemoveParty& command);
  static MaybeRefusal check(const CaseFacts& facts, const DeclinePlan& command);
  static MaybeRefusal check(const CaseFacts& facts, const CorrectPerson& command);
};
/// Attendance closes only when every summoned party is marked.
struct EverySummonedIsMarked {
  static constexpr std::string_view rule = "attendance_incomplete";
  static MaybeRefusal check(const CaseFacts& facts, const CloseAttendance& command);
};
/// A mark is about a party with a seat; "substitute present" about a unit.
struct MarksFitSeats {
  static constexpr std::string_view rule = "party_has_no_seat";
  static MaybeRefusal check(const CaseFacts& facts, const CloseAttendance& command);
  static MaybeRefusal check(const CaseFacts& facts, const CorrectAttendance& command);
  static MaybeRefusal check(const CaseFacts& facts, const CallOffMeeting& command);
  static MaybeRefusal check(const CaseFacts& facts, const RecordOfficialsMeeting& command);
};
/// Only a summoned party that was reached is a cause; the person, guardians and relatives never
/// are.
struct CausesWereSummoned {
  static constexpr std::string_view rule = "cause_is_not_summoned";
  static MaybeRefusal check(const CaseFacts& facts, const CallOffMeeting& command);
};
/// A follow-up date before the meeting ends, or a motive (rulings, "Process").
struct FollowUpIsSet {
  static constexpr std::string_view rule = "follow_up_date_required";
  static MaybeRefusal check(const CaseFacts& facts, const EndMeeting& command);
};
struct OfficialsMeetingIsPending : OfFacts<OfficialsMeetingIsPending> {
  static constexpr std::string_view rule = "no_meeting_called";
  static MaybeRefusal ask(const CaseFacts& facts);
};
struct ActivityHasOwner {
  static constexpr std::string_view rule = "activity_owner_unknown";
  static MaybeRefusal check(const CaseFacts& facts, const RecordActivity& command);
};
struct TextIsGiven {
  static constexpr std::string_view rule = "text_required";
  static MaybeRefusal check(const CaseFacts& facts, const RecordGoal& command);
  static MaybeRefusal check(const CaseFacts& facts, const RecordActivity& command);
};
struct MustAgreeToPlan {
  static constexpr std::string_view rule = "not_asked_to_agree";
  static MaybeRefusal check(const CaseFacts& facts, const AgreePlan& command);
  static MaybeRefusal check(const CaseFacts& facts, const DeclinePlan& command);
};
struct CopyGoesToParties {
  static constexpr std::string_view rule = "party_unknown";
  static MaybeRefusal check(const CaseFacts& facts, const HandOutCopy& command);
};
/// An activity is reported by its own unit, or by the coordinator on its behalf.
struct OwnActivity {
  static constexpr std::string_view rule = "not_your_activity";
  static MaybeRefusal check(const CaseFacts& facts, const ReportActivity& command);
};
struct FollowUpHeldInPast {
  static constexpr std::string_view rule = "follow_up_lies_ahead";
  static MaybeRefusal check(const CaseFacts& facts, const HoldFollowUp& command);
};
/// The next follow-up comes after the one that was held, or after the day the plan goes on.
struct NextFollowUpLiesAhead {
  static constexpr std::string_view rule = "follow_up_lies_behind";
  static MaybeRefusal check(const CaseFacts& facts, const HoldFollowUp& command);
  static MaybeRefusal check(const CaseFacts& facts, const ContinuePlan& command);
};
struct PersonIsNamed {
  static constexpr std::string_view rule = "name_required";
  static MaybeRefusal check(const CaseFacts& facts, const CorrectPerson& command);
};
struct PersonChanges {
  static constexpr std::string_view rule = "person_unchanged";
  static MaybeRefusal check(const CaseFacts& facts, const CorrectPerson& command);
};
/// Who has got another identity is never tied to the one before: no case has both.
struct AssumedIdentityStaysApart {
  static constexpr std::string_view rule = "assumed_identity_stays_apart";
  static MaybeRefusal check(const CaseFacts& facts, const CorrectPerson& command);
};
/// Where a case comes from is told in words.
struct SourceIsTold {
  static constexpr std::string_view rule = "source_required";
  static MaybeRefusal check(const CaseFacts& facts, const RecordOrigin& command);
};
/// A plan that is taken over was made at a meeting that has been.
struct MetBefore {
  static constexpr std::string_view rule = "meeting_lies_ahead";
  static MaybeRefusal check(const CaseFacts& facts, const TakeOverPlan& command);
};
/// What follows up a plan comes after the meeting that made it.
struct FollowUpComesAfterMeeting {
  static constexpr std::string_view rule = "follow_up_before_meeting";
  static MaybeRefusal check(const CaseFacts& facts, const TakeOverPlan& command);
};
struct GoalsAreInPlan {
  static constexpr std::string_view rule = "goal_unknown";
  static MaybeRefusal check(const CaseFacts& facts, const RecordEvaluation& command);
};
/// Closing without evaluation needs another reason than that all is evaluated.
struct ClosingIsGrounded {
  static constexpr std::string_view rule = "evaluation_required";
  static MaybeRefusal check(const CaseFacts& facts, const CloseCase& command);
};
struct NewCoordinatorIsKnown {
  static constexpr std::string_view rule = "coordinator_unit_unknown";
  static MaybeRefusal check(const CaseFacts& facts, const HandOverCoordination& command);
};
/// To another unit the role goes only inside the case: to one of its parties, while consent covers
/// it; whoever coordinates sees everything. Refused as consent refuses, too. Inside the own unit
/// nothing is shared anew.
struct NewCoordinatorIsInside {
  static constexpr std::string_view rule = "coordinator_is_no_party";
  static MaybeRefusal check(const CaseFacts& facts, const HandOverCoordination& command);
};
/// The same when the offer is taken: consent can have ended since.
struct OfferIsInside : OfFacts<OfferIsInside> {
  static constexpr std::string_view rule = NewCoordinatorIsInside::rule;
  static MaybeRefusal ask(const CaseFacts& facts);
};
/// The role is accepted by the one who takes it.
struct CoordinationWasOffered : OfFacts<CoordinationWasOffered> {
  static constexpr std::string_view rule = "coordination_not_offered_to_you";
  static MaybeRefusal ask(const CaseFacts& facts);
};
struct DischargeFactsHold {
  static constexpr std::string_view rule = "not_a_discharge_case";
  static MaybeRefusal check(const CaseFacts& facts, const RecordDischargeFacts& command);
};

}  // namespace casework
}  // namespace kallad
