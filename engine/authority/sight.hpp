// How much of a case a caller may see.
// Not what that is field by field (redaction.hpp), and not what the caller may do (authority.hpp).
// Rules kept (domain 6, rulings "Consent"): a unit sees a case while it is a party and inside the
// consent; afterwards it keeps, read-only, what it had received or recorded itself until then;
// protected identity narrows that to named staff. What no line here gives is not seen.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <limits>
#include <optional>

#include "engine/authority/caller.hpp"
#include "engine/between/case_file.hpp"

namespace kallad {

/// From nothing to everything; what a later one shows includes what an earlier one shows.
enum class CaseSight {
  none,
  overview,     ///< kind, step and days, nothing of the person: who reads reports, or is offered
  frozen,       ///< as the case stood up to the horizon, read-only
  party,        ///< shared with the parties, and what is the unit's own
  whole,        ///< the coordinating unit's: everything
};
BOOST_DESCRIBE_ENUM(CaseSight, none, overview, frozen, party, whole)

/// Up to which event and moment, both included, a frozen sight reaches.
struct Horizon {
  std::uint32_t event = std::numeric_limits<std::uint32_t>::max();
  Instant at = Instant::max();
  bool operator==(const Horizon&) const = default;

  /// Whether a case folded from `events` events, the last one at `last_at`, holds nothing beyond.
  bool reaches(std::uint32_t events, Instant last_at) const {
    return events <= event && last_at <= at;
  }
};

/// What one caller may see of one case. `of_council`: the council's deficiencies that have left
/// their unit, without the person.
struct Sight {
  CaseSight of_case = CaseSight::none;
  bool of_council = false;
  UnitId unit;
  Horizon horizon;
  bool operator==(const Sight&) const = default;

  /// Whether the caller may not even know that the case exists.
  bool is_none() const { return of_case == CaseSight::none && !of_council; }
};

namespace authority {

/// Whether the caller has that position. Administrators and auditors serve the installation; the
/// other positions are of a unit, and nobody without one has them.
bool has(const Caller& caller, Position position);

/// Whether the caller works in cases for its unit: as its staff, its head, or coordinating.
bool is_staff(const Caller& caller);

/// Whether the caller is among those named for a case with protected identity: the coordinator by
/// unit and name, and those the account is named for.
bool is_named(const Caller& caller, const Case& running);

/// The party that is the caller's unit; one that has left where it is no party now; null where it
/// never was one.
const Party* party_of_caller(const Caller& caller, const Case& running);

/// Whether the coordination of the case lies with the caller's unit.
bool coordinates(const Caller& caller, const Case& running);

/// Whether the caller is the secretary of the case's council.
bool keeps_council(const Caller& caller, const Case& running, const Register& known);

/// What the caller may see. Nothing of a case that is not opened.
Sight sight(const Caller& caller, const CaseFile& file, const Occasion& occasion);

}  // namespace authority
}  // namespace kallad
