// Look-ups in the register. Nothing here changes it; register_evolve.cpp does.
// Rule kept: the duty to attend is a property of party and agreement, never of party type alone.
#include "engine/register/register.hpp"

#include <algorithm>

namespace kallad {

namespace {

bool is_valid(const Agreement& agreement, Date day) {
  return agreement.valid_from <= day && (!agreement.valid_until || day <= *agreement.valid_until);
}

bool is_for(const Member& member, const UnitId& unit) {
  return member.units.empty() ||
         std::find(member.units.begin(), member.units.end(), unit) != member.units.end();
}

std::optional<Duty> duty_as_member(const Agreement& agreement, const PrincipalId& principal,
                                   const UnitId& unit) {
  for (const auto& member : agreement.members) {
    if (member.principal != principal || !is_for(member, unit)) continue;
    return member.duty_to_attend ? Duty::bound : Duty::may_come;
  }
  return std::nullopt;
}

}  // namespace

const Unit* find_unit(const Register& known, const UnitId& unit) {
  const auto found = known.units.find(unit);
  return found == known.units.end() ? nullptr : &found->second;
}

const Principal* find_principal(const Register& known, const PrincipalId& principal) {
  const auto found = known.principals.find(principal);
  return found == known.principals.end() ? nullptr : &found->second;
}

std::string principal_name(const Register& known, const PrincipalId& principal) {
  const Principal* found = find_principal(known, principal);
  return found == nullptr || found->name.empty() ? principal.text : found->name;
}

bool is_head_away(const Register& known, const UnitId& unit, Date day) {
  const auto away = known.head_absences.find(unit);
  return away != known.head_absences.end() && away->second.from <= day && day <= away->second.until;
}

Retention retention_of(const Register& known, const PrincipalId& principal) {
  const auto recorded = known.retentions.find(principal);
  if (recorded != known.retentions.end()) return recorded->second;
  const Principal* found = find_principal(known, principal);
  const bool is_municipality = found != nullptr && found->kind == PrincipalKind::municipality;
  return {is_municipality ? RetentionLaw::social_services : RetentionLaw::health_care,
          ResearchSample::none};
}

Duty duty_of(const Register& known, const UnitId& unit, const AgreementId& agreement, Date day) {
  const auto* registered = find_unit(known, unit);
  const auto binding = known.agreements.find(agreement);
  if (!registered || binding == known.agreements.end() || !is_valid(binding->second, day)) {
    return Duty::outsider;
  }
  if (auto own = duty_as_member(binding->second, registered->principal, unit)) return *own;
  const Principal* principal = find_principal(known, registered->principal);
  if (principal == nullptr || !principal->bound_like) return Duty::outsider;
  return duty_as_member(binding->second, *principal->bound_like, unit)
      .value_or(Duty::outsider);
}

}  // namespace kallad
