// The kinds of values that have words: every described enum that people see, and its name in the
// tables of words. Not the words themselves: swedish/ and english/.
// Rule kept: a new enumerator without a word in both languages fails a test, not a reader.
#pragma once

#include <boost/mp11.hpp>

#include "engine/authority/authority_table.hpp"
#include "engine/authority/sight.hpp"
#include "engine/between/wish.hpp"
#include "engine/case/case.hpp"
#include "engine/deficiency/deficiency.hpp"
#include "engine/disposal/term.hpp"
#include "engine/register/register.hpp"
#include "engine/seat/seat_commands.hpp"
#include "engine/spine/actor.hpp"
#include "engine/spine/table.hpp"

namespace kallad::words {

/// An enum and the name of its kind.
template <class E, table::Words Name>
struct Kind {
  using type = E;
  static constexpr std::string_view name() { return Name.view(); }
};

/// Every enum with words.
using Kinds = boost::mp11::mp_list<
    Kind<Step, "step">, Kind<CaseKind, "case_kind">, Kind<ClosingReason, "closing_reason">,
    Kind<GoalVerdict, "goal_verdict">, Kind<MeetingForm, "meeting_form">,
    Kind<MeetingStatus, "meeting_status">, Kind<SeatState, "seat_state">, Kind<Calling, "calling">,
    Kind<CallingReason, "calling_reason">, Kind<PartyKind, "party_kind">, Kind<Reach, "reach">,
    Kind<DeliveryReport, "delivery_report">, Kind<AnswerKind, "answer">, Kind<Mandate, "mandate">,
    Kind<Attendance, "attendance">, Kind<ReminderStep, "reminder_step">, Kind<Role, "role">,
    Kind<Capacity, "capacity">, Kind<ConsentForm, "consent_form">, Kind<Protection, "protection">,
    Kind<GoalKind, "goal_kind">, Kind<ActivityStatus, "activity_status">, Kind<PlanLaw, "plan_law">,
    Kind<DeficiencyState, "deficiency_state">, Kind<DeficiencyKind, "deficiency_kind">,
    Kind<FactKind, "fact">, Kind<Origin, "origin">, Kind<WithdrawReason, "withdraw_reason">,
    Kind<DeficiencyOutcome, "deficiency_outcome">,
    Kind<NotDeficiencyReason, "not_deficiency_reason">, Kind<Cause, "cause">, Kind<DueKind, "due">,
    Kind<WishKind, "wish">, Kind<PrincipalKind, "principal_kind">, Kind<Duty, "duty">,
    Kind<Basis, "basis">, Kind<Measure, "measure">, Kind<OpenCare, "open_care">,
    Kind<LimitState, "limit_state">, Kind<Fulfilment, "fulfilment">,
    Kind<DischargeFact, "discharge_fact">, Kind<Position, "position">,
    Kind<CaseSight, "case_sight">, Kind<RetentionLaw, "retention_law">,
    Kind<ResearchSample, "research_sample">, Kind<disposal::InSample, "in_sample">,
    Kind<authority::Condition, "condition">>;

/// The kind of an enum; empty for one that has no words.
template <class E>
constexpr std::string_view kind_of() {
  std::string_view found;
  boost::mp11::mp_for_each<Kinds>([&](auto kind) {
    if constexpr (std::is_same_v<E, typename decltype(kind)::type>) found = kind.name();
  });
  return found;
}

}  // namespace kallad::words
