// Questions to a case.
// Not a change of it: case_evolve.cpp does that, and case_rules.cpp says what may be done.
#include "engine/case/case.hpp"

#include <algorithm>

namespace kallad::casework {

const Party* find_party(const Case& running, const PartyId& party) {
  const auto found = std::find_if(running.parties.begin(), running.parties.end(),
                                  [&](const Party& one) { return one.id == party; });
  return found == running.parties.end() ? nullptr : &*found;
}

const Meeting* find_meeting(const Case& running, std::optional<std::uint32_t> number) {
  if (running.meetings.empty()) return nullptr;
  if (!number) return &running.meetings.back();
  return *number >= 1 && *number <= running.meetings.size() ? &running.meetings[*number - 1]
                                                            : nullptr;
}

std::vector<PartyId> must_agree(const Case& running) {
  std::vector<PartyId> all;
  for (const auto& party : running.parties) {
    if (party.left || party.calling != Calling::summoned) continue;
    const PartyId who = running.plan.law == PlanLaw::lpt ? party.id : PartyId{party.principal.text};
    if (std::find(all.begin(), all.end(), who) == all.end()) all.push_back(who);
  }
  return all;
}

bool is_plan_agreed(const Case& running) {
  const auto all = must_agree(running);
  return !all.empty() && std::all_of(all.begin(), all.end(), [&](const PartyId& who) {
    return plan::has_agreed(running.plan, who);
  });
}

std::vector<std::string_view> people_beside(const Case& running) {
  std::vector<std::string_view> names;
  const auto add = [&](std::string_view name) {
    const bool is_new = std::find(names.begin(), names.end(), name) == names.end();
    if (!name.empty() && name != running.person.name && is_new) names.push_back(name);
  };
  for (const Party& party : running.parties) {
    const bool is_beside = party.kind == PartyKind::guardian || party.kind == PartyKind::relative ||
                           party.kind == PartyKind::personal_representative;
    if (is_beside) add(party.name);
  }
  for (const Giver& one : running.consent.gave_before) add(one.name);
  if (running.consent.given) {
    for (const Giver& one : running.consent.given->given_by) add(one.name);
  }
  return names;
}

}  // namespace kallad::casework
