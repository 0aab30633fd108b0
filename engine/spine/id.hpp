// Names of things as text that never changes meaning: a unit, a party, a case, a rule.
// Not numbers of rows: what a store counts stays in the store.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace kallad {

/// A text id of one kind of thing; ids of different kinds do not mix. The codec keeps the form:
/// lower-case ASCII letters and digits, and . _ - / between them, 64 at most.
template <class Tag>
struct Id {
  std::string text;

  Id() = default;
  explicit Id(std::string_view given) : text(given) {}
  bool empty() const { return text.empty(); }
  auto operator<=>(const Id&) const = default;
};

using CaseId = Id<struct CaseTag>;
using CommandId = Id<struct CommandTag>;
using PrincipalId = Id<struct PrincipalTag>;  ///< huvudman: "helsingborg", "region", "we-mind"
using UnitId = Id<struct UnitTag>;            ///< verksamhet: "helsingborg/vuxen"
using PartyId =
    Id<struct PartyTag>;  ///< part in a case: a unit's id, or a word for a person ("anna")
using CouncilId = Id<struct CouncilTag>;
using AgreementId = Id<struct AgreementTag>;
using RoutineId = Id<struct RoutineTag>;
using GoalId = Id<struct GoalTag>;
using ActivityId = Id<struct ActivityTag>;

/// A party that is a unit carries the unit's id; these two say so where one is wanted as the other.
inline PartyId party_of(const UnitId& unit) { return PartyId{unit.text}; }
inline UnitId unit_of(const PartyId& party) { return UnitId{party.text}; }

}  // namespace kallad

template <class Tag>
struct std::hash<kallad::Id<Tag>> {
  std::size_t operator()(const kallad::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.text);
  }
};
