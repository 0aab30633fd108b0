// Min dag: what waits for the caller's unit now, in groups with their numbers.
// Not all of it: a group shows the first cases, and the list of cases has the rest.
// Rule kept: a week is Monday to Sunday by the local calendar.
#pragma once

#include "adapters/api/lists/case_lists.hpp"

namespace kallad::api {

/// What of the day is asked for.
struct DayFilter {
  std::optional<UnitId> unit = {};  ///< only cases that the unit coordinates
  bool mine = false;                ///< only cases that the caller coordinates
  std::optional<DayPart> part =
      {};                  ///< only this group's cases; the others are counted all the same
  std::size_t limit = 10;  ///< cases shown of each group
};

/// `known`: the register as it is; `now` UTC. Orphans only for a unit's head. Throws StoreError.
MyDay my_day(House& house, const Caller& caller, const Register& known, Instant now,
             const DayFilter& filter = {});

}  // namespace kallad::api
