// Copies what is shown out of a case file. What has to be reckoned (whether consent holds, the
// limits of the discharge act) is asked of the engine. Not the words people read: adapters/wording.
#include "adapters/view/case_view.hpp"

#include "adapters/view/cited.hpp"

namespace kallad {

namespace {

ConsentStanding standing_of(const ConsentState& state, Date today) {
  if (!state.given) return ConsentStanding::none;
  if (state.withdrawn) return ConsentStanding::withdrawn;
  return consent::in_force(state, today) ? ConsentStanding::in_force
                                         : ConsentStanding::not_in_force;
}

ConsentView view_of(const ConsentState& state, Date today) {
  ConsentView view;
  view.standing = standing_of(state, today);
  view.withdrawn_at = when(state.withdrawn);
  if (!state.given) return view;
  view.given_by = state.given->given_by;
  view.from = state.given->from;
  view.until = state.given->until;
  view.covers = state.given->covers;
  view.except = state.given->except;
  view.not_shared = state.given->not_shared;
  return view;
}

PlanView plan_view(const Case& running) {
  const Plan& plan = running.plan;
  PlanView view;
  view.law = plan.law;
  view.content = plan.content;
  view.agreed = casework::is_plan_agreed(running);
  view.must_agree = casework::must_agree(running);
  view.missing_points = plan::missing_points(plan);
  view.points = plan.points;
  view.goals = plan.goals;
  for (const PlanAgreed& each : plan.agreements) {
    if (each.content == plan.content) view.agreed_by.push_back(each.by);
  }
  for (const PlanDeclined& each : plan.declined) {
    if (each.content == plan.content)
      view.declined_by.push_back({each.by, each.reason, each.fact.at});
  }
  for (const CopyHandedOut& each : plan.copies) view.copies.push_back(each.to);
  for (const ActivityInPlan& each : plan.activities) {
    view.activities.push_back({each.activity.id, each.status, each.activity.what,
                               each.activity.owner, each.activity.named_person, each.activity.due,
                               each.note});
  }
  return view;
}

DischargeView discharge_view(const DischargeFacts& facts, const Zone& zone) {
  const ActLimit summons = discharge_summons_limit(facts, zone);
  const PaymentStart payment = payment_start(facts, zone);
  return {summons.state,     summons.latest, summons.fulfilment, payment.state,
          payment.first_day, payment.until,  payment.missing};
}

std::optional<UnitId> told(const UnitId& unit) {
  return unit.empty() ? std::nullopt : std::optional{unit};
}

std::vector<SaidView> said(const std::vector<CounterpartWords>& words) {
  std::vector<SaidView> all;
  for (const CounterpartWords& each : words) all.push_back({each.text, each.fact.at});
  return all;
}

/// Where it has been, and what was said of it on its way.
void copy_way(DeficiencyView& view, const Deficiency& one) {
  for (const DeficiencyStep& each : one.steps) {
    view.steps.push_back({std::string{each.what}, each.state, each.fact.at, each.by.role,
                          told(each.by.unit), each.by.name});
  }
  view.answers = said(one.answers);
  view.contests = said(one.contests);
  view.decision_words = one.decision_words;
  view.sent_back_reason = one.sent_back_reason;
  view.measure = one.measure;
  view.result = one.result;
  view.withdrawn_words = one.withdrawn_words;
}

DeficiencyView view_of(const Deficiency& one) {
  DeficiencyView view;
  view.number = one.number;
  view.unit = told(one.unit);
  view.party = one.party;
  view.state = one.state;
  view.origin = one.origin;
  view.meeting = one.meeting;
  view.outsider = one.against_outsider;
  view.kinds = one.kinds;
  view.facts = one.facts;
  view.registered_at = one.registered.at;
  view.form = one.form;
  view.left_unit_at = when(one.left_unit);
  view.identity_withheld = one.identity_withheld;
  view.answer_by = one.answer_by;
  view.proposed = one.proposed;
  view.decision = one.decision;
  view.reason = one.decision ? one.reason : one.proposed_reason;
  view.withdrawn = one.withdrawn_reason;
  copy_way(view, one);
  return view;
}

void copy_standing(CaseView& view, const Case& running) {
  view.id = running.id;
  view.kind = running.kind;
  view.step = running.step;
  view.round = running.round;
  view.events = running.events;
  view.opened_at = when(running.opened).value_or(Instant{});
  view.person = running.person;
  view.need = running.need;
  view.council = running.council;
  view.agreement = running.agreement;
  view.coordinator = running.coordinator;
  view.coordination_offered = running.coordination_offered;
  view.origins = running.origins;
}

void copy_course(CaseView& view, const Case& running) {
  for (const Party& party : running.parties) {
    view.parties.push_back({party.id, party.kind, party.calling, party.why, party.principal,
                            party.name, when(party.left)});
  }
  for (const Meeting& meeting : running.meetings) view.meetings.push_back(view_of(meeting));
  for (const FollowUp& each : running.follow_ups) view.follow_ups.push_back(each.held_on);
  view.mappings = running.mappings;
  view.next_follow_up = running.next_follow_up;
  if (!running.persons_verdict.empty()) view.persons_verdict = running.persons_verdict;
  view.closing_reason = running.closing_reason;
  view.closed_at = when(running.closed);
}

}  // namespace

CaseView view_of(const CaseFile& file, const Zone& zone, Instant now) {
  const Case& running = file.running;
  CaseView view;
  copy_standing(view, running);
  view.consent = view_of(running.consent, zone.day_of(now));
  copy_course(view, running);
  view.plan = plan_view(running);
  if (running.kind == CaseKind::discharge) {
    view.discharge = discharge_view(running.discharge, zone);
  }
  for (const Deficiency& one : file.deficiencies) view.deficiencies.push_back(view_of(one));
  return view;
}

}  // namespace kallad
