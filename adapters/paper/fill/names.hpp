// What parties, units and principals are called on papers.
// Not who may read the names.
#pragma once

#include <string>

#include "adapters/paper/fill/fill.hpp"

namespace kallad::paper {

/// The unit's or principal's name; its id where the register has none.
std::string unit_name(const Source& from, const UnitId& unit);
std::string principal_name(const Source& from, const PrincipalId& principal);
/// Whichever of principal, unit or party has that id.
std::string any_name(const Source& from, const std::string& id);

/// A unit by its name, all others by what they are ("den enskilde", also for an unknown party).
std::string party_role(const Source& from, const PartyId& party);
/// The same with the name of those who are no unit; never that of the person.
std::string party_name(const Source& from, const PartyId& party);
/// Who sits there: the last substitute, or who answered for the unit; empty where nobody is named.
std::string who_sits(const Source& from, const Seat& seat);

}  // namespace kallad::paper
