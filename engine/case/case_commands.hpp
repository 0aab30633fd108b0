// What can be said to a case, beyond what is said to its seats, meetings and plan; and the whole
// list.
#pragma once

#include <boost/mp11.hpp>
#include <boost/variant2/variant.hpp>
#include <string_view>

#include "engine/case/case.hpp"
#include "engine/meeting/meeting_commands.hpp"
#include "engine/plan/plan_messages.hpp"
#include "engine/seat/seat_commands.hpp"

namespace kallad {

/// Opens a case in preparation. No consent is needed for that; consent gates the kallelse and all
/// sharing. An active SIP of the same person is warned about and has to be acknowledged.
struct OpenCase {
  static constexpr std::string_view id = "open_case";
  CaseKind kind = CaseKind::sip;
  Person person;
  std::string need;
  std::optional<std::string> noticed_by;
  CouncilId council;
  AgreementId agreement;
  Coordinator coordinator;
  PlanLaw law = PlanLaw::sol_hsl;
  std::optional<bool> existing_sip_acknowledged;
};
BOOST_DESCRIBE_STRUCT(OpenCase, (),
                      (kind, person, need, noticed_by, council, agreement, coordinator, law,
                       existing_sip_acknowledged))

/// Records a consent, or in its place why the person cannot consent. Takes the place of the one
/// before.
struct RecordConsent {
  static constexpr std::string_view id = "record_consent";
  Consent consent;
};
BOOST_DESCRIBE_STRUCT(RecordConsent, (), (consent))

/// The person, or whoever gave it, withdraws consent; one guardian alone can.
struct WithdrawConsent {
  static constexpr std::string_view id = "withdraw_consent";
  std::string by;
  Capacity capacity = Capacity::person;
};
BOOST_DESCRIBE_STRUCT(WithdrawConsent, (), (by, capacity))

/// Adds a party. `calling` left out: summoned where its agreement gives it the duty, else invited.
struct AddParty {
  static constexpr std::string_view id = "add_party";
  PartyId party;
  PartyKind kind = PartyKind::unit;
  std::optional<Calling> calling;
  std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(AddParty, (), (party, kind, calling, name))

/// A party is no longer part of the case. What it has received it keeps.
struct RemoveParty {
  static constexpr std::string_view id = "remove_party";
  PartyId party;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RemoveParty, (), (party, reason))

/// What was written of the person was wrong, or is so no longer: another name, another number, an
/// identity that is protected now. What was written before stays in the log.
struct CorrectPerson {
  static constexpr std::string_view id = "correct_person";
  Person person;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CorrectPerson, (), (person, reason))

/// Tells where the case was led before it stood here: on a list, in another system.
struct RecordOrigin {
  static constexpr std::string_view id = "record_origin";
  std::string source;
};
BOOST_DESCRIBE_STRUCT(RecordOrigin, (), (source))

/// Takes over a plan that was made before the case stood here, at a meeting held on `met_on`: its
/// goals and activities are written and followed up from now on. `follow_up_on` left out: by the
/// routine, from that meeting; it may lie behind, and is then due at once.
struct TakeOverPlan {
  static constexpr std::string_view id = "take_over_plan";
  Date met_on;
  std::optional<Date> follow_up_on;
};
BOOST_DESCRIBE_STRUCT(TakeOverPlan, (), (met_on, follow_up_on))

/// Kartläggning.
struct RecordMapping {
  static constexpr std::string_view id = "record_mapping";
  Mapping mapping;
};
BOOST_DESCRIBE_STRUCT(RecordMapping, (), (mapping))

/// Uppföljning of the plan as a whole. `held_on` left out: today. `next_on` left out: by the
/// routine.
struct HoldFollowUp {
  static constexpr std::string_view id = "hold_follow_up";
  std::optional<Date> held_on;
  std::optional<std::string> note;
  std::optional<Date> next_on;
};
BOOST_DESCRIBE_STRUCT(HoldFollowUp, (), (held_on, note, next_on))

/// Utvärdering, goal by goal, with the person's own verdict.
struct RecordEvaluation {
  static constexpr std::string_view id = "record_evaluation";
  std::vector<GoalEvaluation> goals;
  std::optional<std::string> persons_verdict;
};
BOOST_DESCRIBE_STRUCT(RecordEvaluation, (), (goals, persons_verdict))

/// The plan goes on: back to activity follow-up.
struct ContinuePlan {
  static constexpr std::string_view id = "continue_plan";
  std::optional<std::string> motive;
  std::optional<Date> next_on;
};
BOOST_DESCRIBE_STRUCT(ContinuePlan, (), (motive, next_on))

/// Avslut.
struct CloseCase {
  static constexpr std::string_view id = "close_case";
  ClosingReason reason = ClosingReason::evaluated;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(CloseCase, (), (reason, note))

/// Offers the coordinator's role to another, who must accept it.
struct HandOverCoordination {
  static constexpr std::string_view id = "hand_over_coordination";
  Coordinator to;
};
BOOST_DESCRIBE_STRUCT(HandOverCoordination, (), (to))

/// The one it was offered to takes the role.
struct AcceptCoordination {
  static constexpr std::string_view id = "accept_coordination";
};
BOOST_DESCRIBE_STRUCT(AcceptCoordination, (), ())

/// Records what is known of a discharge from hospital (SVU), whole: what is left out is not known.
struct RecordDischargeFacts {
  static constexpr std::string_view id = "record_discharge_facts";
  DischargeFacts facts;
};
BOOST_DESCRIBE_STRUCT(RecordDischargeFacts, (), (facts))

/// The clock: the time of a due row has come.
struct PassTime {
  static constexpr std::string_view id = "pass_time";
  Due due;
};
BOOST_DESCRIBE_STRUCT(PassTime, (), (due))

/// Commands that the case's own table rules on.
using SteppedCommand = boost::variant2::variant<
    RecordConsent, WithdrawConsent, AddParty, RemoveParty, CallOfficialsMeeting,
    RecordOfficialsMeeting, SendSummons, SummonParty, ChangeMeeting, CancelMeeting, RecordMapping,
    AssignRoles, OpenMeeting, CloseAttendance, CorrectAttendance, CallOffMeeting, EndMeeting,
    RecordGoal, RecordActivity, RecordPlanPoints, AgreePlan, DeclinePlan, HandOutCopy,
    ReportActivity, HoldFollowUp, RecordEvaluation, ContinuePlan, CloseCase, HandOverCoordination,
    AcceptCoordination, RecordDischargeFacts, RecordOrigin, TakeOverPlan, CorrectPerson>;

/// Everything that can be said to a case.
using CaseCommand = boost::mp11::mp_append<boost::variant2::variant<OpenCase>, SteppedCommand,
                                           SeatCommand, boost::variant2::variant<PassTime>>;

}  // namespace kallad
