// The people and the cases that the tests of authority ask about.
// Not a test. Rule kept: cases are told by the real machines; only the deficiencies' way is set by
// hand, since what they show depends on where they are and not on how they came there.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/authority/authority.hpp"
#include "tests/engine/between/story.hpp"

namespace kallad::authority_cast {

inline const UnitId adults = between::adults;      // coordinates, and is a party
inline const UnitId clinic = between::clinic;      // a party of another huvudman
inline const UnitId children = between::children;  // a party outside the consent
inline const UnitId ward = between::ward;          // no party
inline const UnitId samrad{"region/samrad"};       // the council's secretary

/// What a case has come to when the caller asks.
enum class Situation { open, without_consent, withdrawn, is_protected, is_closed };
inline constexpr Situation situations[] = {Situation::open, Situation::without_consent,
                                           Situation::withdrawn, Situation::is_protected,
                                           Situation::is_closed};
std::string name_of(Situation situation);

/// A caller, and by hand what the table's reader should find: the roles, and the sight in each
/// situation in their order.
struct Somebody {
  Caller caller;
  std::set<Role> roles;
  std::vector<CaseSight> sights;
  bool of_council = false;
};
const std::vector<Somebody>& people();

Caller caller_of(const std::string& name, const UnitId& unit, std::vector<Position> positions);

/// A case called to a meeting led by Mats of the clinic, with Sara of adults as secretary, and two
/// deficiencies: 1 of the coordinating unit, sent to the clinic; 2 a draft of the clinic's own.
between::Story told(Situation situation = Situation::open);

/// The time of the story, with its register.
Occasion now_in(const between::Story& story);

}  // namespace kallad::authority_cast
