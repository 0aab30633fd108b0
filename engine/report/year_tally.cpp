// The counting itself. A deficiency ruled "ej brist" has come in, and stands neither under causes
// nor under kinds: the council has found that it is none.
#include "engine/report/year_tally.hpp"

#include <algorithm>

#include "engine/mention/running_text.hpp"
#include "engine/report/cause_lists.hpp"

namespace kallad::report {

namespace {

template <class E>
std::size_t index(E value) {
  return static_cast<std::size_t>(value);
}

}  // namespace

void YearTally::add(const CaseFile& file) {
  if (file.running.council != ground_.council) return;
  add(count::counted_deficiencies(file.running, file.deficiencies, ground_.zone),
      file.running.agreement);
}

void YearTally::add(const CountedCase& counted) {
  if (counted.council == ground_.council) add(counted.deficiencies, counted.agreement);
}

void YearTally::add(const std::vector<CountedDeficiency>& deficiencies,
                    const AgreementId& agreement) {
  for (const CountedDeficiency& one : deficiencies) {
    const bool is_later =
        ground_.frozen_at && one.came_in > ground_.zone.day_of(*ground_.frozen_at);
    const bool of_year = static_cast<int>(one.registered.year()) == ground_.year;
    if (of_year && !is_later) count(one, agreement);
  }
}

void YearTally::count(const CountedDeficiency& one, const AgreementId& agreement) {
  const auto counterpart = place_of(one.counterpart, agreement, one.registered);
  ++came_in_;
  ++outcomes_[index(one.outcome)];
  ++counterparts_[counterpart];
  ++reporters_[place_of(one.reporter, agreement, one.registered)];
  if (one.outcome == Outcome::not_a_deficiency) {
    ++off_[index(counterpart.first)];
    ++reasons_[index(one.reason.value_or(NotDeficiencyReason::other))];
    return;
  }
  ++origins_[index(one.origin)];
  for (const DeficiencyKind kind : one.kinds) ++kinds_[index(kind)];
  if (!one.kinds.empty()) ++of_a_kind_;
  count_causes(one, counterpart.first);
}

void YearTally::count_causes(const CountedDeficiency& one, ActorGroup group) {
  for (const Cause cause : one.causes) ++causes_[cause][index(group)];
  if (one.causes.empty()) ++without_cause_[index(group)];
}

/// A unit that is no member of the case's agreement that day stands outside; so does what has no
/// unit here, and then without one.
std::pair<ActorGroup, UnitId> YearTally::place_of(const UnitId& unit, const AgreementId& agreement,
                                                  Date day) const {
  const Unit* found = find_unit(ground_.known, unit);
  if (!found) return {ActorGroup::outside, UnitId{}};
  const Principal* principal = find_principal(ground_.known, found->principal);
  const bool is_member = duty_of(ground_.known, unit, agreement, day) != Duty::outsider;
  if (!is_member || principal == nullptr) return {ActorGroup::outside, unit};
  return {group_of(principal->kind), unit};
}

namespace {

/// Asks `search` of each of the council's texts, and gathers what is to be refused in them.
template <class Search>
std::vector<WordsFinding> searched(const CouncilWords& words, const Search& search) {
  std::vector<WordsFinding> found;
  const auto look = [&](std::string where, std::string_view text) {
    for (const TextFinding& one : search(text)) found.push_back({where, one.offset, one.length});
  };
  std::size_t number = 0;
  for (const GoodExample& one : words.good_examples) {
    const std::string where = "good_example " + std::to_string(++number);
    look(where, one.parties);
    look(where, one.text);
  }
  number = 0;
  for (const auto& one : words.open_questions) {
    look("open_question " + std::to_string(++number), one);
  }
  number = 0;
  for (const auto& one : words.reasons) look("reason " + std::to_string(++number), one.text);
  number = 0;
  for (const auto& one : words.analysis) look("analysis " + std::to_string(++number), one.text);
  return found;
}

}  // namespace

std::vector<WordsFinding> find_known(const CouncilWords& words, const PeopleOfCase& people) {
  return searched(words, [&](std::string_view text) {
    auto found = kallad::find_known(text, people);
    std::erase_if(found, [](const auto& one) { return one.severity != TextSeverity::refuse; });
    return found;
  });
}

std::vector<WordsFinding> find_any_number(const CouncilWords& words) {
  return searched(words, [](std::string_view text) {
    auto found = find_anybody(text, {});
    std::erase_if(found, [](const TextFinding& one) {
      return one.severity != TextSeverity::refuse || one.rule != "identity_number_in_text";
    });
    return found;
  });
}

}  // namespace kallad::report
