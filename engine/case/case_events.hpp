// What has happened to a case, beyond its seats, meetings and plan; and the whole list.
// Frozen on disk: a new meaning is a new version.
#pragma once

#include <boost/mp11.hpp>
#include <boost/variant2/variant.hpp>
#include <string_view>

#include "engine/case/case.hpp"
#include "engine/meeting/meeting_events.hpp"
#include "engine/plan/plan_messages.hpp"
#include "engine/seat/seat_events.hpp"

namespace kallad {

struct CaseOpened {
  static constexpr std::string_view id = "case_opened";
  static constexpr int version = 1;
  CaseKind kind = CaseKind::sip;
  Person person;
  std::string need;
  std::optional<std::string> noticed_by;
  CouncilId council;
  AgreementId agreement;
  Coordinator coordinator;
  PlanLaw law = PlanLaw::sol_hsl;
  std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(CaseOpened, (),
                      (kind, person, need, noticed_by, council, agreement, coordinator, law,
                       warnings))

struct ConsentGiven {
  static constexpr std::string_view id = "consent_given";
  static constexpr int version = 1;
  Consent consent;
};
BOOST_DESCRIBE_STRUCT(ConsentGiven, (), (consent))

struct ConsentWithdrawn {
  static constexpr std::string_view id = "consent_withdrawn";
  static constexpr int version = 1;
  std::string by;
  Capacity capacity = Capacity::person;
};
BOOST_DESCRIBE_STRUCT(ConsentWithdrawn, (), (by, capacity))

struct PartyAdded {
  static constexpr std::string_view id = "party_added";
  static constexpr int version = 1;
  PartyId party;
  PartyKind kind = PartyKind::unit;
  Calling calling = Calling::invited;
  CallingReason why = CallingReason::not_a_unit;
  PrincipalId principal;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PartyAdded, (), (party, kind, calling, why, principal, name))

struct PartyLeft {
  static constexpr std::string_view id = "party_left";
  static constexpr int version = 1;
  PartyId party;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PartyLeft, (), (party, reason))

struct PersonCorrected {
  static constexpr std::string_view id = "person_corrected";
  static constexpr int version = 1;
  Person person;
  std::string reason;
  std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(PersonCorrected, (), (person, reason, warnings))

struct OriginRecorded {
  static constexpr std::string_view id = "origin_recorded";
  static constexpr int version = 1;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(OriginRecorded, (), (source))

/// The plan was made elsewhere; what counts meetings and times does not count it (engine/count).
struct PlanTakenOver {
  static constexpr std::string_view id = "plan_taken_over";
  static constexpr int version = 1;
  Date met_on;
  Date follow_up_on;
};
BOOST_DESCRIBE_STRUCT(PlanTakenOver, (), (met_on, follow_up_on))

struct MappingRecorded {
  static constexpr std::string_view id = "mapping_recorded";
  static constexpr int version = 1;
  Mapping mapping;
};
BOOST_DESCRIBE_STRUCT(MappingRecorded, (), (mapping))

struct FollowUpHeld {
  static constexpr std::string_view id = "follow_up_held";
  static constexpr int version = 1;
  Date held_on;
  std::optional<std::string> note;
  Date next_on;
};
BOOST_DESCRIBE_STRUCT(FollowUpHeld, (), (held_on, note, next_on))

struct EvaluationRecorded {
  static constexpr std::string_view id = "evaluation_recorded";
  static constexpr int version = 1;
  std::vector<GoalEvaluation> goals;
  std::optional<std::string> persons_verdict;
};
BOOST_DESCRIBE_STRUCT(EvaluationRecorded, (), (goals, persons_verdict))

struct PlanContinued {
  static constexpr std::string_view id = "plan_continued";
  static constexpr int version = 1;
  std::optional<std::string> motive;
  Date next_on;
};
BOOST_DESCRIBE_STRUCT(PlanContinued, (), (motive, next_on))

struct CaseClosed {
  static constexpr std::string_view id = "case_closed";
  static constexpr int version = 1;
  ClosingReason reason = ClosingReason::evaluated;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(CaseClosed, (), (reason, note))

struct CoordinationOffered {
  static constexpr std::string_view id = "coordination_offered";
  static constexpr int version = 1;
  Coordinator to;
};
BOOST_DESCRIBE_STRUCT(CoordinationOffered, (), (to))

struct CoordinationAccepted {
  static constexpr std::string_view id = "coordination_accepted";
  static constexpr int version = 1;
  Coordinator coordinator;
};
BOOST_DESCRIBE_STRUCT(CoordinationAccepted, (), (coordinator))

struct DischargeFactsRecorded {
  static constexpr std::string_view id = "discharge_facts_recorded";
  static constexpr int version = 1;
  DischargeFacts facts;
};
BOOST_DESCRIBE_STRUCT(DischargeFactsRecorded, (), (facts))

/// The time of a demand that moves no machine has come; it is noted once, and who must know is
/// told.
struct DemandFellDue {
  static constexpr std::string_view id = "demand_fell_due";
  static constexpr int version = 1;
  Due due;
};
BOOST_DESCRIBE_STRUCT(DemandFellDue, (), (due))

using OwnCaseEvent =
    boost::variant2::variant<CaseOpened, ConsentGiven, ConsentWithdrawn, PartyAdded, PartyLeft,
                             MappingRecorded, FollowUpHeld, EvaluationRecorded, PlanContinued,
                             CaseClosed, CoordinationOffered, CoordinationAccepted,
                             DischargeFactsRecorded, DemandFellDue, OriginRecorded, PlanTakenOver,
                             PersonCorrected>;

/// Everything that can have happened to a case.
using CaseEvent = boost::mp11::mp_append<OwnCaseEvent, MeetingEvent, SeatEvent, PlanEvent>;

}  // namespace kallad
