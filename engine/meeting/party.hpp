// A party: a unit, or a person beside the person, that takes part in one case.
// Not a seat: a party has one seat for each meeting.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "engine/seat/seat.hpp"

namespace kallad {

/// Units can have the duty to come; all others are invited and never absent (domain 2).
enum class PartyKind { unit, person, guardian, relative, personal_representative, interpreter };
BOOST_DESCRIBE_ENUM(PartyKind, unit, person, guardian, relative, personal_representative,
                    interpreter)

/// Why a party is called as it is; shown where parties are picked.
enum class CallingReason {
  agreement_binds,      ///< its agreement gives it the duty to attend
  agreement_allows,     ///< member without the duty
  outside_agreement,    ///< no member: can be invited only
  not_a_unit,           ///< the person and those beside the person
  routine_invites_all,  ///< officials' meetings
  chosen,               ///< bound, but only invited this time
};
BOOST_DESCRIBE_ENUM(CallingReason, agreement_binds, agreement_allows, outside_agreement, not_a_unit,
                    routine_invites_all, chosen)

struct Party {
  PartyId id;
  PartyKind kind = PartyKind::unit;
  Calling calling = Calling::invited;
  CallingReason why = CallingReason::not_a_unit;
  UnitId unit;  ///< empty where the party is no unit
  PrincipalId principal;
  std::string name;
  std::optional<Cited> left;
};

}  // namespace kallad
