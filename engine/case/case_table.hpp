// The law of a case: which command is taken in which step, where it leads, and which rules must hold.
// Everything printed, drawn, published and tested about a case is read off this table (design, section 3).
// Rule kept: domain 2 ("The process") and rulings "Process", "Meetings", "Consent".
#pragma once

#include "engine/case/case_rules.hpp"
#include "engine/spine/table.hpp"

namespace kallad::casework {

using enum Step;
using table::All;
using table::Always;
using table::From;
using table::Goes;
using table::Stays;

/// Taken in every step but the last; these change no step.
using StandingLines = boost::mp11::mp_list<
    Always<RecordConsent, All<CaseIsOpen, CoordinatorActs, ConsentIsWhole, BothGuardiansConsent>>,
    Always<WithdrawConsent, All<CaseIsOpen, MayWithdraw>>,
    Always<AddParty, All<CaseIsOpen, CoordinatorActs, PartyIsNew, CallingFollowsAgreement>>,
    Always<RemoveParty, All<CaseIsOpen, CoordinatorActs, PartyIsThere, ReasonIsGiven>>,
    Always<HandOverCoordination, All<CaseIsOpen, CoordinatorActs, NewCoordinatorIsKnown, NewCoordinatorIsInside>>,
    Always<AcceptCoordination, All<CaseIsOpen, CoordinationWasOffered, OfferIsInside>>,
    Always<RecordDischargeFacts, All<CaseIsOpen, DischargeFactsHold>, "lag (2017:612)">,
    Always<RecordOrigin, All<CaseIsOpen, CoordinatorActs, SourceIsTold>>,
    Always<CorrectPerson, All<CaseIsOpen, CoordinatorActs, PersonIsNamed, PersonChanges, AssumedIdentityStaysApart,
           ReasonIsGiven>, "PDL 3 kap. 14 §">>;

using CallingLines = boost::mp11::mp_list<
    Stays<From<preparation, summons>, CallOfficialsMeeting,
         All<CoordinatorActs, ConsentInForce, NoMeetingPending, MeetingLiesAhead>>,
    Stays<From<preparation, summons, mapping>, RecordOfficialsMeeting,
         All<MeetingStaffActs, OfficialsMeetingIsPending, MarksFitSeats>>,
    Goes<From<preparation, summons, mapping, activity_follow_up, follow_up>, SendSummons, summons,
         All<CoordinatorActs, FollowUpComesFirst, NoMeetingPending, ConsentInForce, PurposeIsGiven, QuestionIsAsked,
             MeetingLiesAhead, ShortNoticeHasReason, SomebodyToSummon>,
         "SoL 10 kap. 8-9 §§, HSL 16 kap. 4 §">,
    Stays<From<summons, mapping>, SummonParty,
         All<CoordinatorActs, MeetingIsPending, MeetingHasNotStarted, ConsentInForce, PartyIsThere, PartyWaitsForSummons>>,
    Stays<From<preparation, summons, mapping>, ChangeMeeting,
          All<CoordinatorActs, MeetingIsPending, MeetingHasNotStarted, ConsentInForce, MeetingLiesAhead, MeetingReallyChanges,
              ShortNoticeHasReason>>,
    Stays<From<preparation>, CancelMeeting, All<CoordinatorActs, MeetingIsPending, MeetingHasNotStarted, ReasonIsGiven>>,
    Goes<From<summons, mapping>, CancelMeeting, summons,
         All<CoordinatorActs, MeetingIsPending, MeetingHasNotStarted, ReasonIsGiven>>,
    Goes<From<summons, mapping>, RecordMapping, mapping, All<ConsentInForce>>>;

using MeetingLines = boost::mp11::mp_list<
    Stays<From<summons, mapping, meeting>, AssignRoles, All<MeetingStaffActs, AttendanceNotYetClosed>>,
    Goes<From<summons, mapping>, OpenMeeting, meeting, All<MeetingStaffActs, SipMeetingIsPending, MeetingHasStarted>>,
    Goes<From<summons, mapping, meeting>, CloseAttendance, meeting,
         All<MeetingStaffActs, AttendanceNotYetClosed, SipMeetingIsPending, MeetingHasStarted, MarksFitSeats,
             EverySummonedIsMarked>>,
    Stays<From<summons, mapping, meeting, activity_follow_up, follow_up, evaluation>, CorrectAttendance,
         All<ChairOrCoordinatorActs, MarksFitSeats, ReasonIsGiven>>,
    Goes<From<summons, mapping, meeting>, CallOffMeeting, summons,
         All<MeetingStaffActs, SipMeetingIsPending, MeetingHasStarted, MarksFitSeats, CausesWereSummoned>>,
    Goes<From<meeting>, EndMeeting, activity_follow_up, All<MeetingStaffActs, AttendanceIsClosed, FollowUpIsSet>>>;

using PlanLines = boost::mp11::mp_list<
    Stays<From<mapping, meeting, activity_follow_up, follow_up, evaluation>, RecordGoal, All<MeetingStaffActs, TextIsGiven>>,
    Stays<From<mapping, meeting, activity_follow_up, follow_up, evaluation>, RecordActivity,
         All<MeetingStaffActs, TextIsGiven, ActivityHasOwner>>,
    Stays<From<mapping, meeting, activity_follow_up, follow_up, evaluation>, RecordPlanPoints,
         All<MeetingStaffActs>, "SoL 10 kap. 9 §, HSL 16 kap. 4 §">,
    Stays<From<meeting, activity_follow_up, follow_up, evaluation>, AgreePlan,
         All<PlanHasFourPoints, MustAgreeToPlan>, "SoL 10 kap. 9 §, HSL 16 kap. 4 §">,
    Stays<From<meeting, activity_follow_up, follow_up, evaluation>, DeclinePlan,
         All<PlanHasFourPoints, MustAgreeToPlan, ReasonIsGiven>, "SoL 10 kap. 9 §, HSL 16 kap. 4 §">,
    Stays<From<meeting, activity_follow_up, follow_up, evaluation>, HandOutCopy,
         All<CoordinatorActs, ConsentInForce, CopyGoesToParties>>,
    Stays<From<meeting, activity_follow_up, follow_up, evaluation>, ReportActivity, All<OwnActivity>>>;

using AfterLines = boost::mp11::mp_list<
    Goes<From<preparation>, TakeOverPlan, activity_follow_up,
         All<CoordinatorActs, ConsentInForce, NoMeetingPending, MetBefore, FollowUpComesAfterMeeting>>,
    Goes<From<activity_follow_up, follow_up>, HoldFollowUp, follow_up,
         All<CoordinatorActs, FollowUpHeldInPast, NextFollowUpLiesAhead>>,
    Goes<From<follow_up, evaluation>, RecordEvaluation, evaluation, All<CoordinatorActs, GoalsAreInPlan>>,
    Goes<From<follow_up, evaluation>, ContinuePlan, activity_follow_up, All<CoordinatorActs, NextFollowUpLiesAhead>>,
    Goes<From<preparation, summons, mapping, meeting, activity_follow_up, follow_up, evaluation>, CloseCase, closed,
         All<CoordinatorActs, ClosingIsGrounded>>>;

using Lines = boost::mp11::mp_append<StandingLines, CallingLines, MeetingLines, PlanLines, AfterLines>;

}  // namespace kallad::casework
