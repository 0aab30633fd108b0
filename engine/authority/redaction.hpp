// What of a case a sight shows: a copy that holds that and nothing else.
// Not who has the sight (sight.hpp), and no de-identification for reports. Rule kept (domain 6): a
// whitelist. Every struct is taken apart by all its names, so that a new field does not compile
// until somebody has said here who may see it.
#pragma once

#include <vector>

#include "engine/authority/sight.hpp"

namespace kallad::authority {

/// How a unit, or the council's secretary, stands to a deficiency.
enum class DeficiencyStanding {
  none,
  council,      ///< it has left its unit: shown without the person
  counterpart,  ///< it was sent to the unit
  own,          ///< the unit's own; what names no unit is the coordinating unit's
};

/// The closest standing the sight gives.
DeficiencyStanding standing_to(const Deficiency& one, const Case& running, const Sight& seen);

/// The deficiency as that standing shows it.
Deficiency shown(const Deficiency& one, const Case& running, DeficiencyStanding standing);

/// Only what may be seen. A frozen sight shows the file folded up to its horizon; of a file that
/// reaches beyond, only the deficiencies that go on without consent.
CaseFile redacted(const CaseFile& file, const Sight& seen);

/// What a frozen sight shows at a time: `then`, the file folded up to its horizon, and of `now`,
/// the file as it is, the deficiencies that go on: the unit's own, and those that were handed on
/// without identity since. Where the sight is not frozen both are the same file.
CaseFile redacted(const CaseFile& then, const CaseFile& now, const Sight& seen);

}  // namespace kallad::authority
