// The law of who may do what: one line for each command, with the roles that may say it and under which
// condition. Not when it can be done: the machines' tables say that. What stands in no line is denied; what is
// printed and tested about authority is read off this table. Rules kept: domain 2, 3, 6 and rulings "Consent".
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "engine/between/case_file.hpp"
#include "engine/deadline/routine_messages.hpp"
#include "engine/register/register_messages.hpp"
#include "engine/spine/actor.hpp"

namespace kallad::authority {

/// What must hold besides the role.
enum class Condition {
  in_role,         ///< nothing more: having the role in this case is enough
  own_case,        ///< the coordination lies with the caller's unit
  own_unit,        ///< the coordination is opened for the caller's own unit; or it is that unit's register entry
  own_party,       ///< it is about the party that is the caller's unit
  own_principal,   ///< it is about that party, or the huvudman of the caller's unit
  own_deficiency,  ///< the deficiency is the unit's own
  counterpart,     ///< the deficiency was sent to the unit
  own_council,     ///< the deficiency has left its unit, in a case of the council
  offered,         ///< the coordination was offered to the caller
  by_link,         ///< with an answer link; never by an account
  by_program,      ///< the alarm or the mail; never by an account
};
BOOST_DESCRIBE_ENUM(Condition, in_role, own_case, own_unit, own_party, own_principal, own_deficiency, counterpart,
                    own_council, offered, by_link, by_program)

struct Grant {
  Role role = Role::clock;
  Condition when = Condition::in_role;
  bool operator==(const Grant&) const = default;
};

template <Role R, Condition C = Condition::in_role>
struct By {
  static constexpr Grant grant{R, C};
};

/// One line: the command, who may say it (the first that fits is the actor in the log), and whether a unit may
/// also say it when its sight is frozen: consent withdrawn or ended, or the unit a party no more.
template <class Command, class... Grants>
struct Allow {
  using command = Command;
  static constexpr bool when_frozen = false;
  static constexpr Grant grants[] = {Grants::grant...};
};
template <class Command, class... Grants>
struct AllowFrozen : Allow<Command, Grants...> {
  static constexpr bool when_frozen = true;
};

using enum Role;
using enum Condition;
using Leads = By<coordinator, own_case>;
using Chairs = By<chair>;
using Writes = By<secretary>;
using Staff = By<attendee, own_party>;
using Head = By<unit_head, own_party>;
using PersonLink = By<person, by_link>;
using SubstituteLink = By<substitute, by_link>;
using ByMail = By<mail, by_program>;

using CaseLines = boost::mp11::mp_list<
    Allow<OpenCase, By<coordinator, own_unit>>,
    Allow<RecordConsent, Leads>,
    Allow<WithdrawConsent, Leads, Chairs, By<attendee>, By<unit_head>>,
    Allow<AddParty, Leads>,
    Allow<RemoveParty, Leads>,
    Allow<HandOverCoordination, Leads>,
    Allow<AcceptCoordination, By<coordinator, offered>>,
    Allow<RecordDischargeFacts, Leads, By<attendee>, By<unit_head>>,
    Allow<RecordOrigin, Leads>,
    Allow<CorrectPerson, Leads>,
    Allow<TakeOverPlan, Leads>,
    Allow<RecordMapping, Staff, Head, Leads>,
    Allow<HoldFollowUp, Leads>,
    Allow<RecordEvaluation, Leads>,
    Allow<ContinuePlan, Leads>,
    Allow<CloseCase, Leads>,
    Allow<PassTime, By<clock, by_program>>>;

using MeetingLines = boost::mp11::mp_list<
    Allow<CallOfficialsMeeting, Leads>,
    Allow<RecordOfficialsMeeting, Leads, Chairs, Writes>,
    Allow<SendSummons, Leads>,
    Allow<SummonParty, Leads>,
    Allow<ChangeMeeting, Leads>,
    Allow<CancelMeeting, Leads>,
    Allow<AssignRoles, Leads, Chairs, Writes>,
    Allow<OpenMeeting, Leads, Chairs, Writes>,
    AllowFrozen<CloseAttendance, Leads, Chairs, Writes>,
    AllowFrozen<CorrectAttendance, Leads, Chairs>,
    AllowFrozen<CallOffMeeting, Leads, Chairs, Writes>,
    AllowFrozen<EndMeeting, Leads, Chairs, Writes>>;

using PlanLines = boost::mp11::mp_list<
    Allow<RecordGoal, Leads, Chairs, Writes>,
    Allow<RecordActivity, Leads, Chairs, Writes>,
    Allow<RecordPlanPoints, Leads, Chairs, Writes>,
    Allow<AgreePlan, By<attendee, own_principal>, By<unit_head, own_principal>, Leads, Chairs, Writes, SubstituteLink>,
    Allow<DeclinePlan, By<attendee, own_principal>, By<unit_head, own_principal>, Leads, Chairs, Writes, SubstituteLink>,
    Allow<HandOutCopy, Leads>,
    Allow<ReportActivity, Staff, Head, Leads>>;

using SeatLines = boost::mp11::mp_list<
    Allow<RecordDelivery, ByMail>,
    Allow<OpenSummons, Staff, Head, PersonLink, SubstituteLink>,
    Allow<Acknowledge, Staff, Head, Leads, PersonLink, SubstituteLink>,
    Allow<AnswerSummons, Staff, Head, Leads, PersonLink, ByMail>,
    Allow<NameSubstitute, Staff, Head, Leads, SubstituteLink, ByMail>,
    Allow<ConfirmSubstitute, Leads, Staff, Head, SubstituteLink, ByMail>,
    Allow<DeclineSubstitution, Leads, Staff, Head, SubstituteLink, ByMail>,
    Allow<TakeBackSeat, Leads, Staff, Head>,
    AllowFrozen<MarkAttendance, Leads, Chairs, Writes, Staff, Head, PersonLink, SubstituteLink>,
    AllowFrozen<UnmarkAttendance, Leads, Chairs, Writes, Staff, Head, PersonLink, SubstituteLink>>;

using OwnLeads = By<coordinator, own_deficiency>;
using OwnStaff = By<attendee, own_deficiency>;
using OwnHead = By<unit_head, own_deficiency>;
using Council = By<council_secretary, own_council>;

using DeficiencyLines = boost::mp11::mp_list<
    Allow<WriteDeficiency, Leads, By<attendee>, By<unit_head>>,
    AllowFrozen<CompleteDeficiency, OwnLeads, OwnStaff, OwnHead>,
    AllowFrozen<HandToOwnManager, OwnLeads, OwnStaff, OwnHead>,
    AllowFrozen<WithdrawDeficiency, OwnLeads, OwnStaff, OwnHead>,
    AllowFrozen<ResumeDeficiency, OwnLeads, OwnStaff, OwnHead>,
    AllowFrozen<SendToCounterpart, OwnLeads, OwnHead>,
    AllowFrozen<AnswerDeficiency, By<attendee, counterpart>, By<unit_head, counterpart>, OwnLeads, Council>,
    AllowFrozen<ContestDeficiency, By<attendee, counterpart>, By<unit_head, counterpart>, OwnLeads, Council>,
    AllowFrozen<SendToCouncilSecretary, OwnLeads, OwnHead, Council>,
    AllowFrozen<PutBeforeCouncil, Council>,
    AllowFrozen<SendBack, Council>,
    AllowFrozen<AcceptDeficiency, Council>,
    AllowFrozen<RuleNotADeficiency, Council>,
    AllowFrozen<CloseDeficiency, Council, OwnLeads, OwnHead>>;

/// Gallring: a head for the own huvudman's copy, also when it is read-only; the administrator without seeing the case.
using DisposalLines = boost::mp11::mp_list<
    AllowFrozen<DisposeCopy, By<unit_head, own_principal>, By<administrator>>,
    AllowFrozen<KeepCopy, By<unit_head, own_principal>, By<administrator>>>;

/// Examples: marked by who tells the stories, removed all at once by the page that says what goes; one by one by nobody.
using ExampleLines = boost::mp11::mp_list<
    AllowFrozen<MarkExample, By<administrator, by_program>>,
    AllowFrozen<RemoveExample, By<administrator, by_program>>>;

/// Register and routines: the administrator alone, but for a head's own absence; no case is looked at.
using LedgerLines = boost::mp11::mp_list<
    Allow<RecordPrincipal, By<administrator>>,
    Allow<RecordUnit, By<administrator>>,
    Allow<RecordAgreement, By<administrator>>,
    Allow<RecordCouncil, By<administrator>>,
    Allow<RecordMailboxCheck, By<administrator>>,
    Allow<RecordHeadAbsence, By<administrator>, By<unit_head, own_unit>>,
    Allow<RecordRetention, By<administrator>>,
    Allow<MarkExampleEntries, By<administrator, by_program>>,
    Allow<RemoveExampleEntries, By<administrator, by_program>>,
    Allow<RecordRoutine, By<administrator>>>;

using FileLines = boost::mp11::mp_append<CaseLines, MeetingLines, PlanLines, SeatLines, DeficiencyLines, DisposalLines,
                                          ExampleLines>;

template <class Line>
using command_of = typename Line::command;
template <class Lines>
using commands_of = boost::mp11::mp_transform<command_of, Lines>;

/// The one line of a command, in either list.
template <class Lines, class Command>
using line_of = boost::mp11::mp_at<Lines, boost::mp11::mp_find<commands_of<Lines>, Command>>;

/// Whether `Lines` has one line for each command of `Commands`, and none besides.
template <class Lines, class Commands>
inline constexpr bool covers_each_once =
    boost::mp11::mp_is_set<commands_of<Lines>>::value &&
    boost::mp11::mp_size<Lines>::value == boost::mp11::mp_size<Commands>::value &&
    boost::mp11::mp_empty<boost::mp11::mp_set_difference<boost::mp11::mp_rename<Commands, boost::mp11::mp_list>,
                                                         commands_of<Lines>>>::value;

using LedgerCommands = boost::mp11::mp_append<RegisterCommand, RoutineCommand>;
static_assert(covers_each_once<FileLines, FileCommand>, "every command of a case has one line, and one only");
static_assert(covers_each_once<LedgerLines, LedgerCommands>, "and so has every command of the register");

}  // namespace kallad::authority
