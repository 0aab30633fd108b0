// The grounds of a deficiency: in which ways one party fails at one meeting as the case stands, and
// the time-stamped facts that say so. Not a decision: what the grounds make happen is raising.hpp.
// Rules kept: domain 3 ("Automatic deficiency": each kind, and what is never raised) and the
// rulings "Declining and deadlines", "Coming cures", "Substitutes", "Delivered", "Meetings",
// "Consent".
#pragma once

#include <vector>

#include "engine/case/case.hpp"
#include "engine/deficiency/deficiency.hpp"

namespace kallad::deficiency {

/// Kinds in the order of their enum, facts in the order of their events. Both empty: no deficiency.
struct Grounds {
  std::vector<DeficiencyKind> kinds;
  std::vector<CitedFact> facts;
  bool empty() const { return kinds.empty(); }
};

/// The grounds against the party of `seat`, one of `meeting`'s present seats. `zone` says which day
/// a moment is on, for consents that end. Nothing is held against a party for a moment at which
/// consent stood withdrawn, was over or left it out.
Grounds grounds_of(const Case& running, const Meeting& meeting, const Seat& seat, const Zone& zone);

/// Why there is no ground (any more) against the party of `seat`; asked only where there is none.
WithdrawReason why_groundless(const Meeting& meeting, const Seat& seat);

/// A first guess at what lies behind failings of those kinds, of the list of causes of that year
/// and in its order: silence is communication, a missing substitute a routine. A human confirms it;
/// no cause is recorded by itself.
std::vector<Cause> likely_causes(const std::vector<DeficiencyKind>& kinds, int year);

}  // namespace kallad::deficiency
