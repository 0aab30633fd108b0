// The counting itself. A deficiency ruled "ej brist" has come in, and stands neither under causes
// nor under kinds: the council has found that it is none.
#include "engine/report/year_tally.hpp"

#include <algorithm>

#include "engine/deficiency/running_text.hpp"
#include "engine/report/cause_lists.hpp"

namespace kallad::report {

namespace {

template <class E>
std::size_t index(E value) {
  return static_cast<std::size_t>(value);
}

Outcome outcome_of(const Deficiency& one) {
  if (one.decision == DeficiencyOutcome::accepted) return Outcome::accepted;
  if (one.decision == DeficiencyOutcome::not_a_deficiency) return Outcome::not_a_deficiency;
  const bool at_council = one.state == DeficiencyState::with_council_secretary ||
                          one.state == DeficiencyState::at_council;
  return at_council ? Outcome::with_council : Outcome::with_parties;
}

}  // namespace

void YearTally::add(const CaseFile& file) {
  if (file.running.council != ground_.council) return;
  for (const Deficiency& one : file.deficiencies) {
    if (has_left_unit(one) && report_year(one, ground_.zone) == ground_.year) {
      count(one, file.running);
    }
  }
}

void YearTally::count(const Deficiency& one, const Case& running) {
  const Date day = ground_.zone.day_of(one.registered.at);
  const auto counterpart = place_of(unit_of(one.party), running, day);
  const UnitId& writer = one.unit.empty() ? running.coordinator.unit : one.unit;
  ++came_in_;
  ++outcomes_[index(outcome_of(one))];
  ++counterparts_[counterpart];
  ++reporters_[place_of(writer, running, day)];
  if (outcome_of(one) == Outcome::not_a_deficiency) {
    ++off_[index(counterpart.first)];
    ++reasons_[index(one.reason.value_or(NotDeficiencyReason::other))];
    return;
  }
  ++origins_[index(one.origin)];
  for (const DeficiencyKind kind : one.kinds) ++kinds_[index(kind)];
  if (!one.kinds.empty()) ++of_a_kind_;
  count_causes(one, counterpart.first);
}

/// A cause that is said twice counts once.
void YearTally::count_causes(const Deficiency& one, ActorGroup group) {
  std::vector<Cause> causes = one.form.causes;
  std::ranges::sort(causes);
  causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
  for (const Cause cause : causes) ++causes_[cause][index(group)];
  if (causes.empty()) ++without_cause_[index(group)];
}

/// A unit that is no member of the case's agreement that day stands outside; so does what has no
/// unit here, and then without one.
std::pair<ActorGroup, UnitId> YearTally::place_of(const UnitId& unit, const Case& running,
                                                  Date day) const {
  const Unit* found = find_unit(ground_.known, unit);
  if (!found) return {ActorGroup::outside, UnitId{}};
  const auto principal = ground_.known.principals.find(found->principal);
  const bool is_member = duty_of(ground_.known, unit, running.agreement, day) != Duty::outsider;
  if (!is_member || principal == ground_.known.principals.end()) return {ActorGroup::outside, unit};
  return {group_of(principal->second.kind), unit};
}

std::vector<WordsFinding> find_person(const CouncilWords& words, const Person& person) {
  std::vector<WordsFinding> found;
  const auto search = [&](std::string where, std::string_view text) {
    for (const TextFinding& one : find_identity(text, person)) {
      if (one.severity == TextSeverity::refuse) found.push_back({where, one.offset, one.length});
    }
  };
  std::size_t number = 0;
  for (const GoodExample& one : words.good_examples) {
    const std::string where = "good_example " + std::to_string(++number);
    search(where, one.parties);
    search(where, one.text);
  }
  number = 0;
  for (const auto& one : words.open_questions) {
    search("open_question " + std::to_string(++number), one);
  }
  number = 0;
  for (const auto& one : words.reasons) search("reason " + std::to_string(++number), one.text);
  number = 0;
  for (const auto& one : words.analysis) search("analysis " + std::to_string(++number), one.text);
  return found;
}

}  // namespace kallad::report
