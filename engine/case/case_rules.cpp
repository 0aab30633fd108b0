// The rules of a case that are not about its meetings: who acts, consent, parties, plan, follow-up,
// closing.
#include "engine/case/case_rules.hpp"

#include <algorithm>
#include <boost/mp11.hpp>
#include <set>
#include <string_view>
#include <type_traits>

#include "engine/meeting/calling.hpp"

namespace kallad::casework {

namespace {

using Data = std::vector<std::pair<std::string, std::string>>;

MaybeRefusal refuse_unless(bool holds, std::string_view rule, Data data = {}) {
  if (holds) return std::nullopt;
  return Refusal{rule, std::move(data)};
}

bool is_coordinator(const CaseFacts& facts) {
  const Actor& by = facts.stamp.by;
  return by.role == Role::coordinator &&
         (by.unit.empty() || by.unit == facts.running.coordinator.unit);
}

bool is_meeting_staff(const CaseFacts& facts) {
  const Role role = facts.stamp.by.role;
  return is_coordinator(facts) || role == Role::chair || role == Role::secretary;
}

int count_of(const Case& running, PartyKind kind) {
  return static_cast<int>(
      std::count_if(running.parties.begin(), running.parties.end(),
                    [&](const Party& party) { return party.kind == kind && !party.left; }));
}

bool has_given(const Consent& consent, const WithdrawConsent& command) {
  return std::any_of(consent.given_by.begin(), consent.given_by.end(),
                     [&](const Giver& giver) { return giver.name == command.by; });
}

bool is_guardian(const Case& running, const std::string& name) {
  return std::any_of(running.parties.begin(), running.parties.end(), [&](const Party& party) {
    return party.kind == PartyKind::guardian && (party.name == name || party.id.text == name);
  });
}

bool is_active_party(const Case& running, const PartyId& id) {
  const Party* party = find_party(running, id);
  return party && !party->left;
}

MaybeRefusal refuse_outside_case(const CaseFacts& facts, const UnitId& unit) {
  const bool is_unknown = !find_unit(facts.ground.known, unit);  // another rule says that
  if (is_unknown || unit == facts.running.coordinator.unit) return std::nullopt;
  const PartyId party = party_of(unit);
  if (!is_active_party(facts.running, party)) {
    return Refusal{NewCoordinatorIsInside::rule, {{"field", "to"}, {"unit", unit.text}}};
  }
  if (auto no = ConsentInForce::ask(facts)) return no;
  if (meeting::may_be_called(*find_party(facts.running, party), facts.running.consent))
    return std::nullopt;
  return Refusal{"outside_consent", {{"party", party.text}, {"field", "to"}}};
}

}  // namespace

MaybeRefusal CaseIsOpen::ask(const CaseFacts& facts) {
  return refuse_unless(facts.running.step != Step::closed, rule);
}

MaybeRefusal CoordinatorActs::ask(const CaseFacts& facts) {
  return refuse_unless(is_coordinator(facts), rule);
}

MaybeRefusal MeetingStaffActs::ask(const CaseFacts& facts) {
  return refuse_unless(is_meeting_staff(facts), rule);
}

MaybeRefusal ChairOrCoordinatorActs::ask(const CaseFacts& facts) {
  return refuse_unless(is_coordinator(facts) || facts.stamp.by.role == Role::chair, rule);
}

MaybeRefusal ConsentInForce::ask(const CaseFacts& facts) {
  return consent::why_not_in_force(facts.running.consent, today(facts));
}

MaybeRefusal ConsentIsWhole::check(const CaseFacts&, const RecordConsent& command) {
  const Consent& given = command.consent;
  const auto& by = given.given_by;
  const bool named = !by.empty() && std::all_of(by.begin(), by.end(), [](const Giver& giver) {
    return !is_blank(giver.name);
  });
  if (!named) return Refusal{rule, {{"field", "consent.given_by"}}};
  if (given.until && *given.until < given.from) {
    return Refusal{"consent_ends_before_it_begins", {{"field", "consent.until"}}};
  }
  const bool represented = std::all_of(by.begin(), by.end(), [](const Giver& giver) {
    return giver.capacity == Capacity::representative;
  });
  return represented ? refuse_unless(!is_blank(given.cannot_consent_motive.value_or("")),
                                     "cannot_consent_motive_required",
                                     {{"field", "consent.cannot_consent_motive"}})
                     : std::nullopt;
}

MaybeRefusal BothGuardiansConsent::check(const CaseFacts& facts, const RecordConsent& command) {
  std::set<std::string_view> guardians;  // by name: one who stands there twice is one
  for (const Giver& giver : command.consent.given_by) {
    if (giver.capacity == Capacity::guardian) guardians.insert(giver.name);
  }
  const bool one_of_two = guardians.size() == 1 && count_of(facts.running, PartyKind::guardian) > 1;
  return refuse_unless(!one_of_two || !is_blank(command.consent.one_guardian_motive.value_or("")),
                       rule, {{"field", "consent.one_guardian_motive"}});
}

MaybeRefusal MayWithdraw::check(const CaseFacts& facts, const WithdrawConsent& command) {
  const ConsentState& state = facts.running.consent;
  if (!state.given || state.withdrawn) return Refusal{"no_consent_to_withdraw", {}};
  const bool may =
      command.capacity == Capacity::person || has_given(*state.given, command) ||
      (command.capacity == Capacity::guardian && is_guardian(facts.running, command.by));
  return refuse_unless(may, rule, {{"field", "by"}});
}

MaybeRefusal PartyIsNew::check(const CaseFacts& facts, const AddParty& command) {
  if (command.party.empty()) return Refusal{"id_required", {{"field", "party"}}};
  return refuse_unless(!is_active_party(facts.running, command.party), rule,
                       {{"party", command.party.text}});
}

MaybeRefusal CallingFollowsAgreement::check(const CaseFacts& facts, const AddParty& command) {
  const bool summons = command.calling == Calling::summoned;
  const Data party{{"party", command.party.text}};
  const bool is_units_id = find_unit(facts.ground.known, unit_of(command.party)) != nullptr;
  if (command.kind != PartyKind::unit) {
    // Under a unit's id a person would stand in its place, and be forwarded what is meant for it.
    if (is_units_id) return Refusal{"party_id_is_a_units", party};
    return refuse_unless(!summons, "only_units_are_summoned", party);
  }
  if (!is_units_id) return Refusal{"unit_unknown", party};
  if (!summons) return std::nullopt;
  const Duty duty =
      duty_of(facts.ground.known, unit_of(command.party), facts.running.agreement, today(facts));
  if (duty == Duty::may_come) return Refusal{"unit_has_no_duty", party};
  return refuse_unless(duty == Duty::bound, rule, party);
}

MaybeRefusal PartyIsThere::check(const CaseFacts& facts, const RemoveParty& command) {
  return refuse_unless(is_active_party(facts.running, command.party), rule,
                       {{"party", command.party.text}});
}

MaybeRefusal PartyIsThere::check(const CaseFacts& facts, const SummonParty& command) {
  return refuse_unless(is_active_party(facts.running, command.party), rule,
                       {{"party", command.party.text}});
}

MaybeRefusal ReasonIsGiven::check(const CaseFacts&, const RemoveParty& command) {
  return refuse_unless(!is_blank(command.reason), rule, {{"field", "reason"}});
}

MaybeRefusal ReasonIsGiven::check(const CaseFacts&, const DeclinePlan& command) {
  return refuse_unless(!is_blank(command.reason), rule, {{"field", "reason"}});
}

MaybeRefusal ReasonIsGiven::check(const CaseFacts&, const CorrectPerson& command) {
  return refuse_unless(!is_blank(command.reason), rule, {{"field", "reason"}});
}

MaybeRefusal PersonIsNamed::check(const CaseFacts&, const CorrectPerson& command) {
  return refuse_unless(!is_blank(command.person.name), rule, {{"field", "person.name"}});
}

MaybeRefusal PersonChanges::check(const CaseFacts& facts, const CorrectPerson& command) {
  return refuse_unless(command.person != facts.running.person, rule, {{"field", "person"}});
}

MaybeRefusal AssumedIdentityStaysApart::check(const CaseFacts& facts,
                                              const CorrectPerson& command) {
  const Person& before = facts.running.person;
  const Person& after = command.person;
  const bool is_assumed = before.protection == Protection::assumed_identity ||
                          after.protection == Protection::assumed_identity;
  const bool is_another =
      before.name != after.name || before.identity_number != after.identity_number;
  return refuse_unless(!is_assumed || !is_another, rule, {{"field", "person"}});
}

MaybeRefusal TextIsGiven::check(const CaseFacts&, const RecordGoal& command) {
  return refuse_unless(!is_blank(command.goal.text) && !command.goal.id.empty(), rule,
                       {{"field", "goal.text"}});
}

MaybeRefusal TextIsGiven::check(const CaseFacts&, const RecordActivity& command) {
  return refuse_unless(!is_blank(command.activity.what) && !command.activity.id.empty(), rule,
                       {{"field", "activity.what"}});
}

MaybeRefusal ActivityHasOwner::check(const CaseFacts& facts, const RecordActivity& command) {
  return refuse_unless(is_active_party(facts.running, command.activity.owner), rule,
                       {{"party", command.activity.owner.text}, {"field", "activity.owner"}});
}

MaybeRefusal PlanHasFourPoints::ask(const CaseFacts& facts) {
  std::string missing;
  for (const int point : plan::missing_points(facts.running.plan)) {
    missing += (missing.empty() ? "" : ", ") + std::to_string(point);
  }
  return refuse_unless(missing.empty(), rule, {{"missing", missing}});
}

MaybeRefusal MustAgreeToPlan::check(const CaseFacts& facts, const AgreePlan& command) {
  const auto asked = must_agree(facts.running);
  return refuse_unless(std::find(asked.begin(), asked.end(), command.by) != asked.end(), rule,
                       {{"party", command.by.text}});
}

MaybeRefusal MustAgreeToPlan::check(const CaseFacts& facts, const DeclinePlan& command) {
  return check(facts, AgreePlan{command.by});
}

MaybeRefusal CopyGoesToParties::check(const CaseFacts& facts, const HandOutCopy& command) {
  if (command.to.empty()) return Refusal{rule, {{"field", "to"}, {"party", ""}}};
  for (const auto& to : command.to) {
    const Party* party = find_party(facts.running, to);
    if (!party || party->left) return Refusal{rule, {{"field", "to"}, {"party", to.text}}};
    if (!meeting::may_be_called(*party, facts.running.consent)) {
      return Refusal{"outside_consent", {{"party", to.text}}};
    }
  }
  return std::nullopt;
}

MaybeRefusal OwnActivity::check(const CaseFacts& facts, const ReportActivity& command) {
  const auto* entry = plan::find_activity(facts.running.plan, command.activity);
  if (!entry) return Refusal{"activity_unknown", {{"activity", command.activity.text}}};
  const Actor& by = facts.stamp.by;
  const bool own = (by.role == Role::attendee || by.role == Role::unit_head) &&
                   by.unit.text == entry->activity.owner.text;
  return refuse_unless(own || is_coordinator(facts), rule, {{"activity", command.activity.text}});
}

MaybeRefusal FollowUpHeldInPast::check(const CaseFacts& facts, const HoldFollowUp& command) {
  return refuse_unless(!command.held_on || *command.held_on <= today(facts), rule,
                       {{"field", "held_on"}});
}

MaybeRefusal NextFollowUpLiesAhead::check(const CaseFacts& facts, const HoldFollowUp& command) {
  const Date held = command.held_on.value_or(today(facts));
  return refuse_unless(!command.next_on || *command.next_on >= held, rule, {{"field", "next_on"}});
}

MaybeRefusal NextFollowUpLiesAhead::check(const CaseFacts& facts, const ContinuePlan& command) {
  return refuse_unless(!command.next_on || *command.next_on >= today(facts), rule,
                       {{"field", "next_on"}});
}

MaybeRefusal FollowUpComesAfterMeeting::check(const CaseFacts&, const TakeOverPlan& command) {
  return refuse_unless(!command.follow_up_on || *command.follow_up_on >= command.met_on, rule,
                       {{"field", "follow_up_on"}});
}

MaybeRefusal SourceIsTold::check(const CaseFacts&, const RecordOrigin& command) {
  return refuse_unless(!is_blank(command.source), rule, {{"field", "source"}});
}

MaybeRefusal MetBefore::check(const CaseFacts& facts, const TakeOverPlan& command) {
  const bool has_been = command.met_on.ok() && command.met_on <= today(facts);
  return refuse_unless(has_been, rule, {{"field", "met_on"}});
}

MaybeRefusal GoalsAreInPlan::check(const CaseFacts& facts, const RecordEvaluation& command) {
  const auto& goals = facts.running.plan.goals;
  for (const auto& one : command.goals) {
    const bool known = std::any_of(goals.begin(), goals.end(),
                                   [&](const Goal& goal) { return goal.id == one.goal; });
    if (!known) return Refusal{rule, {{"goal", one.goal.text}}};
  }
  return std::nullopt;
}

MaybeRefusal ClosingIsGrounded::check(const CaseFacts& facts, const CloseCase& command) {
  const bool withdrawn = facts.running.consent.withdrawn.has_value();
  if (command.reason == ClosingReason::consent_withdrawn) {
    return refuse_unless(withdrawn, "consent_is_not_withdrawn", {{"field", "reason"}});
  }
  const bool needs_evaluation = command.reason == ClosingReason::evaluated;
  return refuse_unless(!needs_evaluation || facts.running.step == Step::evaluation, rule,
                       {{"field", "reason"}});
}

MaybeRefusal NewCoordinatorIsKnown::check(const CaseFacts& facts,
                                          const HandOverCoordination& command) {
  const bool known = find_unit(facts.ground.known, command.to.unit) && !is_blank(command.to.name);
  return refuse_unless(known, rule, {{"field", "to"}, {"unit", command.to.unit.text}});
}

MaybeRefusal NewCoordinatorIsInside::check(const CaseFacts& facts,
                                           const HandOverCoordination& command) {
  return refuse_outside_case(facts, command.to.unit);
}

MaybeRefusal OfferIsInside::ask(const CaseFacts& facts) {
  const auto& offered = facts.running.coordination_offered;
  return offered ? refuse_outside_case(facts, offered->unit) : std::nullopt;
}

MaybeRefusal CoordinationWasOffered::ask(const CaseFacts& facts) {
  const auto& offered = facts.running.coordination_offered;
  const Actor& by = facts.stamp.by;
  const bool to_me =
      offered && by.unit == offered->unit && (by.name.empty() || by.name == offered->name);
  return refuse_unless(to_me, rule);
}

namespace {

/// The first fact that has not happened yet. All of them are of what has happened, also the
/// discharge and the open care: limits and payment are reckoned from them, and a planned time is a
/// guess (domain 4).
MaybeRefusal fact_to_come(const DischargeFacts& known, Instant now) {
  MaybeRefusal found;
  boost::mp11::mp_for_each<
      boost::describe::describe_members<DischargeFacts, boost::describe::mod_public>>(
      [&](auto member) {
        const auto& value = known.*member.pointer;
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::optional<Instant>>) {
          if (!found && value && *value > now) {
            found = Refusal{"discharge_fact_to_come", {{"field", member.name}}};
          }
        }
      });
  return found;
}

}  // namespace

MaybeRefusal DischargeFactsHold::check(const CaseFacts& facts,
                                       const RecordDischargeFacts& command) {
  if (facts.running.kind != CaseKind::discharge) return Refusal{rule, {}};
  const auto faults = kallad::check(command.facts);
  if (!faults.empty()) return faults.front();
  return fact_to_come(command.facts, facts.stamp.at);
}

}  // namespace kallad::casework
