// Members to lines and lines to members. No rule of its own: see members.hpp.
// Not a check of references: whether a unit belongs to the principal is the engine's to say.
#include "adapters/import/members.hpp"

namespace kallad::importing {

namespace {

/// All units of one principal with the same duty are one member.
void put_units(std::vector<Member>& members, const Duties& duties, const PrincipalId& principal,
               bool duty) {
  Member one{principal, duty, {}};
  const auto first = duties.lower_bound({principal, UnitId{}});
  for (auto it = first; it != duties.end() && it->first.first == principal; ++it) {
    const UnitId& unit = it->first.second;
    if (!unit.empty() && it->second == duty) one.units.push_back(unit);
  }
  if (!one.units.empty()) members.push_back(std::move(one));
}

}  // namespace

Duties duties_of(const std::vector<Member>& members) {
  Duties duties;
  for (const Member& member : members) {
    if (duties.contains({member.principal, UnitId{}})) continue;
    for (const UnitId& unit : member.units) {
      duties.emplace(MemberKey{member.principal, unit}, member.duty_to_attend);
    }
    if (member.units.empty()) {
      duties.emplace(MemberKey{member.principal, UnitId{}}, member.duty_to_attend);
    }
  }
  return duties;
}

std::vector<Member> members_of(const Duties& duties) {
  std::vector<Member> members;
  for (auto it = duties.begin(); it != duties.end();) {
    const PrincipalId principal = it->first.first;
    put_units(members, duties, principal, true);
    put_units(members, duties, principal, false);
    if (const auto all = duties.find({principal, UnitId{}}); all != duties.end()) {
      members.push_back({principal, all->second, {}});
    }
    while (it != duties.end() && it->first.first == principal) ++it;
  }
  return members;
}

}  // namespace kallad::importing
