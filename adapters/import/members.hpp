// The members of an agreement as a table, one line for a principal or one of its units, and back.
// Not who is bound on a day: engine/register. Rule kept: the first membership that fits a unit
// counts (duty_of), so what another one before it hides is not shown, and a unit's own line goes
// before its principal's.
#pragma once

#include <map>

#include "engine/register/register.hpp"

namespace kallad::importing {

/// A principal and one of its units; an empty unit stands for all units without a line of their
/// own.
using MemberKey = std::pair<PrincipalId, UnitId>;
/// Each line with whether there is a duty to come.
using Duties = std::map<MemberKey, bool>;

/// The lines of `members`.
Duties duties_of(const std::vector<Member>& members);

/// The members that these lines are, in the order of their principals.
std::vector<Member> members_of(const Duties& duties);

}  // namespace kallad::importing
