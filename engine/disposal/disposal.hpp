// What has been decided about the copies of a case, and what is left when the last one is gone.
// Not the clocks: term.hpp. Rule kept (domain 6): one case, several owners; each owner's copy has a
// clock of its own.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/count/counted_case.hpp"
#include "engine/spine/stamp.hpp"

namespace kallad {

/// A huvudman's copy that is gone: its units see the case no more.
struct DisposedCopy {
  PrincipalId principal;
  std::vector<UnitId> units;  ///< that had it
  RetentionLaw law = RetentionLaw::health_care;
  Date last_entry;   ///< local day
  Date disposed_on;  ///< local day
  bool operator==(const DisposedCopy&) const = default;
};
BOOST_DESCRIBE_STRUCT(DisposedCopy, (), (principal, units, law, last_entry, disposed_on))

/// A copy that somebody has decided to keep longer.
struct KeptCopy {
  PrincipalId principal;
  std::string reason;
  std::optional<Date> until;  ///< local day, included; nothing: until decided otherwise
  bool operator==(const KeptCopy&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptCopy, (), (principal, reason, until))

/// Where the disposal of a case stands.
struct Disposal {
  std::optional<Instant> last_entry;  ///< of the case; decisions of this room are no entries
  std::vector<DisposedCopy> disposed;
  std::vector<KeptCopy> kept;                 ///< the last decision of each owner
  bool is_example = false;                    ///< the case is invented, to learn by
  std::optional<Cited> fact;                  ///< the case itself is disposed of, or removed
  std::optional<count::CountedCase> counted;  ///< what is left then; of an example nothing
};

/// Whether the copy that was the unit's is disposed of.
inline bool has_lost_copy(const Disposal& disposal, const UnitId& unit) {
  for (const DisposedCopy& copy : disposal.disposed) {
    for (const UnitId& one : copy.units) {
      if (one == unit) return true;
    }
  }
  return false;
}

}  // namespace kallad
