// Making the value, and making it coarse. What a deficiency is counted by is looked up here once,
// with the unit that writes it: where it names none, the coordinating one.
#include "engine/count/counted_case.hpp"

#include <algorithm>

#include "engine/count/observer.hpp"

namespace kallad::count {

namespace {

Outcome outcome_of(const Deficiency& one) {
  if (one.decision == DeficiencyOutcome::accepted) return Outcome::accepted;
  if (one.decision == DeficiencyOutcome::not_a_deficiency) return Outcome::not_a_deficiency;
  const bool at_council = one.state == DeficiencyState::with_council_secretary ||
                          one.state == DeficiencyState::at_council;
  return at_council ? Outcome::with_council : Outcome::with_parties;
}

template <class Value>
std::vector<Value> each_once(std::vector<Value> values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

CountedDeficiency counted_one(const Deficiency& one, const Case& running, const Zone& zone) {
  const Date registered = zone.day_of(one.registered.at);
  return {registered,
          one.left_unit ? zone.day_of(one.left_unit->at) : registered,
          unit_in(running, one.party),
          one.unit.empty() ? running.coordinator.unit : one.unit,
          outcome_of(one),
          one.reason,
          one.origin,
          one.kinds,
          each_once(one.form.causes)};
}

std::vector<PrincipalId> principals_of(const Case& running) {
  std::vector<PrincipalId> all;
  if (running.person.protection != Protection::none) return all;
  for (const Party& party : running.parties) {
    if (!party.principal.empty()) all.push_back(party.principal);
  }
  return each_once(std::move(all));
}

Date quarter_end(Date day) {
  const unsigned month = (static_cast<unsigned>(day.month()) + 2) / 3 * 3;
  return day.year() / std::chrono::month{month} / std::chrono::last;
}

/// The last day of the day's quarter on which the agreement stands as it does on the day.
Date last_alike(Date day, const Agreement& agreement) {
  const Date end = quarter_end(day);
  const std::chrono::sys_days begins{agreement.valid_from};
  if (day < agreement.valid_from) return std::min(end, Date{begins - std::chrono::days{1}});
  const auto& until = agreement.valid_until;
  return until && day <= *until ? std::min(end, *until) : end;
}

}  // namespace

std::vector<CountedDeficiency> counted_deficiencies(const Case& running,
                                                    const std::vector<Deficiency>& deficiencies,
                                                    const Zone& zone) {
  std::vector<CountedDeficiency> all;
  for (const Deficiency& one : deficiencies) {
    if (has_left_unit(one)) all.push_back(counted_one(one, running, zone));
  }
  return all;
}

CountedCase counted(const Case& running, const std::vector<Deficiency>& deficiencies,
                    const Calendar& calendar) {
  CountedCase value{running.council,
                    running.agreement,
                    running.kind,
                    sex_of(running.person),
                    principals_of(running),
                    {},
                    counted_deficiencies(running, deficiencies, calendar.zone())};
  const bool is_sip = running.kind != CaseKind::coordination;
  if (running.is_opened() && is_sip) value.observations = observed(running, calendar);
  return value;
}

CountedCase coarsened(CountedCase exact, const Register& known) {
  for (Observation& one : exact.observations) {
    one.day = quarter_end(one.day);
    one.from.reset();
  }
  const auto agreement = known.agreements.find(exact.agreement);
  for (CountedDeficiency& one : exact.deficiencies) {
    one.came_in = quarter_end(one.came_in);
    one.registered = agreement == known.agreements.end()
                         ? quarter_end(one.registered)
                         : last_alike(one.registered, agreement->second);
  }
  return exact;
}

}  // namespace kallad::count
