// A case file as it is shown: what `kallad show --json` writes, what overviews are laid out from,
// and what a story's `expect` lines look at. Described values, so that all three use the same
// names. Not an authority: who may see it is decided before. It holds the person; those who print
// lists must leave that out (domain 6).
#pragma once

#include "adapters/view/seat_view.hpp"
#include "engine/between/case_file.hpp"

namespace kallad {

/// Whether there is a consent to share on.
enum class ConsentStanding { none, in_force, not_in_force, withdrawn };
BOOST_DESCRIBE_ENUM(ConsentStanding, none, in_force, not_in_force, withdrawn)

struct ConsentView {
  ConsentStanding standing = ConsentStanding::none;
  std::vector<Giver> given_by;
  std::optional<Date> from;
  std::optional<Date> until;
  std::vector<PartyId> covers;
  std::vector<UnitId> except;
  std::optional<std::string> not_shared;
  std::optional<Instant> withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(ConsentView, (),
                      (standing, given_by, from, until, covers, except, not_shared, withdrawn_at))

struct PartyView {
  PartyId id;
  PartyKind kind = PartyKind::unit;
  Calling calling = Calling::invited;
  CallingReason why = CallingReason::not_a_unit;
  PrincipalId principal;
  std::string name;
  std::optional<Instant> left_at;
};
BOOST_DESCRIBE_STRUCT(PartyView, (), (id, kind, calling, why, principal, name, left_at))

struct ActivityView {
  ActivityId id;
  ActivityStatus status = ActivityStatus::planned;
  std::string what;
  PartyId owner;
  std::optional<std::string> named_person;
  std::optional<Date> due;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ActivityView, (), (id, status, what, owner, named_person, due, note))

/// A no to the plan as it is now.
struct PlanNoView {
  PartyId by;
  std::string reason;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(PlanNoView, (), (by, reason, at))

/// `agreed`: everybody whose agreement is needed, `must_agree`, has agreed to the plan as it is
/// now.
struct PlanView {
  PlanLaw law = PlanLaw::sol_hsl;
  std::uint32_t content = 0;
  bool agreed = false;
  std::vector<PartyId> must_agree;
  std::vector<PartyId> agreed_by;
  std::vector<PlanNoView> declined_by;
  std::vector<int> missing_points;
  PlanPoints points;
  std::vector<Goal> goals;
  std::vector<ActivityView> activities;
  std::vector<PartyId> copies;
};
BOOST_DESCRIBE_STRUCT(PlanView, (),
                      (law, content, agreed, must_agree, agreed_by, declined_by, missing_points,
                       points, goals, activities, copies))

/// The limits of the discharge act as far as they can be computed; of discharge cases only.
struct DischargeView {
  LimitState summons = LimitState::cannot_be_computed;
  std::optional<Instant> summons_latest;
  Fulfilment summons_done = Fulfilment::open;
  LimitState payment = LimitState::cannot_be_computed;
  std::optional<Date> payment_first_day;
  std::optional<Instant> payment_until;
  std::vector<DischargeFact> missing;
};
BOOST_DESCRIBE_STRUCT(DischargeView, (),
                      (summons, summons_latest, summons_done, payment, payment_first_day,
                       payment_until, missing))

/// A dated step of a deficiency's way: what happened, where it led, and by whose hand.
struct DeficiencyStepView {
  std::string what;
  DeficiencyState state = DeficiencyState::drafted;
  Instant at;
  Role role = Role::clock;
  std::optional<UnitId> unit;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DeficiencyStepView, (), (what, state, at, role, unit, name))

/// What the counterpart has said, and when.
struct SaidView {
  std::string text;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(SaidView, (), (text, at))

struct DeficiencyView {
  std::uint32_t number = 0;
  std::optional<UnitId> unit;  ///< whose it is
  PartyId party;
  DeficiencyState state = DeficiencyState::drafted;
  Origin origin = Origin::automatic;
  std::uint32_t meeting = 0;
  std::string outsider;
  std::vector<DeficiencyKind> kinds;
  std::vector<CitedFact> facts;
  Instant registered_at;
  DeficiencyForm form;
  std::vector<DeficiencyStepView> steps;
  std::optional<Instant> left_unit_at;
  bool identity_withheld = false;  ///< as it was last handed on
  std::optional<Instant> answer_by;
  std::vector<SaidView> answers;
  std::vector<SaidView> contests;
  std::optional<DeficiencyOutcome> proposed;
  std::optional<DeficiencyOutcome> decision;
  std::optional<NotDeficiencyReason> reason;
  std::string decision_words;
  std::string sent_back_reason;
  std::string measure;
  std::string result;
  std::optional<WithdrawReason> withdrawn;
  std::string withdrawn_words;
};
BOOST_DESCRIBE_STRUCT(DeficiencyView, (),
                      (number, unit, party, state, origin, meeting, outsider, kinds, facts,
                       registered_at, form, steps, left_unit_at, identity_withheld, answer_by,
                       answers, contests, proposed, decision, reason, decision_words,
                       sent_back_reason, measure, result, withdrawn, withdrawn_words))

/// What time will demand: of what kind, about which party or activity, when.
struct DueView {
  DueKind kind = DueKind::answer_deadline;
  PartyId about;
  std::uint32_t number = 0;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(DueView, (), (kind, about, number, at))

/// The whole. `due` and `letters` come from the store's rows and are filled in by who asks it.
struct CaseView {
  CaseId id;
  CaseKind kind = CaseKind::sip;
  Step step = Step::preparation;
  std::uint32_t round = 1;
  std::uint32_t events = 0;
  Instant opened_at;
  Person person;
  std::string need;
  CouncilId council;
  AgreementId agreement;
  Coordinator coordinator;
  std::optional<Coordinator> coordination_offered;
  std::vector<std::string> origins;  ///< where it was led before
  ConsentView consent;
  std::vector<PartyView> parties;
  std::vector<MeetingView> meetings;
  std::vector<Mapping> mappings;
  PlanView plan;
  std::vector<Date> follow_ups;
  std::optional<Date> next_follow_up;
  std::optional<std::string> persons_verdict;
  std::optional<DischargeView> discharge;
  std::vector<DeficiencyView> deficiencies;
  std::optional<ClosingReason> closing_reason;
  std::optional<Instant> closed_at;
  std::vector<DueView> due;
  std::vector<Wish> letters;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (id, kind, step, round, events, opened_at, person, need, council, agreement,
                       coordinator, coordination_offered, origins, consent, parties, meetings,
                       mappings, plan, follow_ups, next_follow_up, persons_verdict, discharge,
                       deficiencies, closing_reason, closed_at, due, letters))

/// The case as it is shown at the moment `now`; days are those of `zone`.
CaseView view_of(const CaseFile& file, const Zone& zone, Instant now);

}  // namespace kallad
