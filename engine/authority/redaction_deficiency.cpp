// A deficiency as its own unit, its counterpart and the council's secretary see it.
// Not the case around it: redaction.cpp. Rules kept (domain 3, "The deficiency form"): a draft is
// its unit's alone until it leaves it; organisations are named and not people, so steps taken
// elsewhere are shown by role and unit; the council sees nothing of who the person is.
#include <algorithm>

#include "engine/authority/redaction.hpp"
#include "engine/mention/running_text.hpp"

namespace kallad::authority {

namespace {

const UnitId& owner_of(const Deficiency& one, const Case& running) {
  return one.unit.empty() ? running.coordinator.unit : one.unit;
}

DeficiencyForm shown(const DeficiencyForm& whole, DeficiencyStanding standing, bool is_protected) {
  const auto& [registered_by, nearest_manager, event_date, found_at, parties_concerned,
               what_happened, measures_for_person, measures_by_parties, causes, consent_to_pass_on,
               withhold_identity] = whole;
  DeficiencyForm out;
  out.registered_by = registered_by;
  out.event_date = event_date;
  if (!is_protected) out.found_at = found_at;
  out.parties_concerned = parties_concerned;
  out.what_happened = what_happened;
  out.measures_for_person = measures_for_person;
  out.measures_by_parties = measures_by_parties;
  out.consent_to_pass_on = consent_to_pass_on;
  out.withhold_identity = withhold_identity;
  if (standing != DeficiencyStanding::council) return out;
  out.nearest_manager = nearest_manager;
  out.causes = causes;
  return out;
}

/// From when it left its unit on, without names of staff.
std::vector<DeficiencyStep> since_it_left(const std::vector<DeficiencyStep>& steps,
                                          const Cited& left) {
  std::vector<DeficiencyStep> out;
  for (const auto& [what, state, fact, by] : steps) {
    if (fact.event < left.event) continue;
    out.push_back({what, state, fact, {by.role, by.unit, ""}});
  }
  return out;
}

/// Whether a text names nobody whom the case knows by now.
bool names_nobody(std::string_view text, const Case& running) {
  const auto is_refused = [](const auto& one) { return one.severity == TextSeverity::refuse; };
  const PeopleOfCase people{running.person, casework::people_beside(running), {}};
  return std::ranges::none_of(find_known(text, people), is_refused);
}

/// What the counterpart said, for the council: what stands was held against everybody known when it
/// was handed on; what that has replaced was not, so where it names somebody it stays behind.
std::vector<CounterpartWords> for_council(const std::vector<CounterpartWords>& all,
                                          const CounterpartWords* standing, const Case& running) {
  std::vector<CounterpartWords> out;
  for (const CounterpartWords& one : all) {
    if (&one == standing || names_nobody(one.text, running)) out.push_back(one);
  }
  return out;
}

Deficiency seen_outside(const Deficiency& whole, DeficiencyStanding standing, const UnitId& owner,
                        const Case& running) {
  const auto& [number, state, origin, unit, meeting, party, against_outsider, kinds, facts,
               registered, form, steps, left_unit, identity_withheld, sent, answer_by,
               answer_overdue, answers, contests, proposed, proposed_reason, decision, decided,
               reason, decision_words, sent_back_reason, measure, result, withdrawn_reason,
               withdrawn_words, withdrawn_by] = whole;
  Deficiency out;
  out.number = number;
  out.state = state;
  out.origin = origin;
  out.unit = owner;
  out.meeting = meeting;
  out.party = party;
  out.against_outsider = against_outsider;
  out.kinds = kinds;
  out.facts = facts;
  out.registered = registered;
  out.form = shown(form, standing, running.person.protection != Protection::none);
  if (left_unit) out.steps = since_it_left(steps, *left_unit);
  out.left_unit = left_unit;
  out.identity_withheld = identity_withheld;
  out.sent = sent;
  out.answer_by = answer_by;
  out.answer_overdue = answer_overdue;
  out.answers = answers;
  out.contests = contests;
  out.decision = decision;
  out.decided = decided;
  out.reason = reason;
  out.decision_words = decision_words;
  out.measure = measure;
  out.result = result;
  if (standing != DeficiencyStanding::council) return out;
  out.proposed = proposed;
  out.proposed_reason = proposed_reason;
  out.answers = for_council(answers, standing_answer(whole), running);
  out.contests = for_council(contests, standing_contest(whole), running);
  if (names_nobody(sent_back_reason, running)) out.sent_back_reason = sent_back_reason;
  return out;
}

}  // namespace

DeficiencyStanding standing_to(const Deficiency& one, const Case& running, const Sight& seen) {
  const bool is_inside = seen.of_case >= CaseSight::frozen && !seen.unit.empty();
  if (is_inside && owner_of(one, running) == seen.unit) return DeficiencyStanding::own;
  if (is_inside && one.sent && one.party == party_of(seen.unit)) {
    return DeficiencyStanding::counterpart;
  }
  const bool at_council = seen.of_council && has_left_unit(one);
  return at_council ? DeficiencyStanding::council : DeficiencyStanding::none;
}

Deficiency shown(const Deficiency& one, const Case& running, DeficiencyStanding standing) {
  const UnitId& owner = owner_of(one, running);
  switch (standing) {
    case DeficiencyStanding::none:
      return {};
    case DeficiencyStanding::own: {
      Deficiency out = one;
      out.unit = owner;
      return out;
    }
    case DeficiencyStanding::counterpart:
    case DeficiencyStanding::council:
      return seen_outside(one, standing, owner, running);
  }
  return {};
}

}  // namespace kallad::authority
