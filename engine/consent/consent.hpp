// Consent: who gave it, in what capacity, whom it covers, what may not be shared, and for how long.
// Not secrecy law itself: what a reader may see is decided in authority, on what stands here.
// Rules kept (domain 2 and rulings, "Consent"): consent can be withdrawn at any time; "until"
// includes that day; consent for a huvudman covers its units unless some are excepted; where the
// person cannot consent, a representative and a motive stand in its place.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/spine/id.hpp"
#include "engine/spine/stamp.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// In what capacity somebody consents for the person.
enum class Capacity { person, guardian, trustee, administrator, representative };
BOOST_DESCRIBE_ENUM(Capacity, person, guardian, trustee, administrator, representative)

enum class ConsentForm { oral, written };
BOOST_DESCRIBE_ENUM(ConsentForm, oral, written)

/// One who gave consent.
struct Giver {
  std::string name;
  Capacity capacity = Capacity::person;
  bool operator==(const Giver&) const = default;
};
BOOST_DESCRIBE_STRUCT(Giver, (), (name, capacity))

/// What was consented to. `covers` names principals or single units; empty means all parties of the
/// case.
struct Consent {
  std::vector<Giver> given_by;
  ConsentForm form = ConsentForm::oral;
  Date from;
  std::optional<Date> until;
  std::vector<PartyId> covers;
  std::vector<UnitId> except;
  std::optional<std::string> not_shared;  ///< what may not be shared, in the person's words
  std::optional<std::string> one_guardian_motive;    ///< why one of two guardians is enough
  std::optional<std::string> cannot_consent_motive;  ///< why the person cannot consent
};
BOOST_DESCRIBE_STRUCT(Consent, (),
                      (given_by, form, from, until, covers, except, not_shared, one_guardian_motive,
                       cannot_consent_motive))

/// A time in which consent stood withdrawn: from its withdrawal until a new one was recorded.
struct WithdrawnSpan {
  Instant from;
  std::optional<Instant> until;
};

/// How consent stands in a case now. What earlier consents said is in the log.
struct ConsentState {
  std::optional<Consent> given;
  std::optional<Cited> given_fact;
  std::optional<Cited> withdrawn;
  std::vector<WithdrawnSpan> spans;  ///< all withdrawals so far, the latest last
  std::vector<Giver> gave_before;    ///< who gave what `given` has replaced, each once
};

namespace consent {

/// Whether there is a consent, not withdrawn, that holds on `day` (both ends included).
bool in_force(const ConsentState& state, Date day);

/// Why nothing new may be shared on `day`: "consent_missing", "consent_withdrawn" or
/// "consent_not_in_force" with the day it begins; nothing where a consent holds.
std::optional<Refusal> why_not_in_force(const ConsentState& state, Date day);

/// Whether it reaches a unit: all, or its principal, or itself; and it is not excepted.
bool covers(const Consent& given, const UnitId& unit, const PrincipalId& principal);

/// Whether it stood withdrawn at `moment`: withdrawn by then, and no new one recorded yet.
bool withdrawn_by(const ConsentState& state, Instant moment);

}  // namespace consent
}  // namespace kallad
