// Kinds of readers of lists of cases. Each caller is one kind of reader of a unit's list and one of
// a council's, and besides the one who is offered a coordination; a line says which kinds it is
// for. Not what they see: authority::sight is asked that for each kind (entries.cpp). Rule kept:
// the kinds exclude one another, so that nobody meets a case twice in one list.
#pragma once

#include <cstdint>
#include <string>

#include "engine/authority/caller.hpp"
#include "engine/case/case.hpp"

namespace kallad::lists {

/// As bits.
enum class Kind : std::uint32_t {
  leading = 1,          ///< coordinates for the unit, or is its head
  staff = 2,            ///< the unit's other staff
  reporting_staff = 4,  ///< who read its reports too
  reporting = 8,        ///< reads reports, and works in no case
  offered = 16,         ///< by name: the coordination is offered to them
  keeping = 32,         ///< the council's secretary
  council_reporting = 64,
  keeping_and_reporting = 128,
};

constexpr std::uint32_t bit(Kind kind) { return static_cast<std::uint32_t>(kind); }

/// The names of lists.
std::string list_of(const UnitId& unit);
std::string list_of(const CouncilId& council);

/// Somebody by unit and name, as one word: an offer stands under it.
std::string offer_text(const Coordinator& offered);

/// Which kinds the caller is in the unit's own list, and in the list of a council whose secretary
/// is of the unit; 0: none. A caller without an account is none.
std::uint32_t kinds_in_unit(const Caller& caller);
std::uint32_t kinds_in_council(const Caller& caller);

}  // namespace kallad::lists
