// What a coordinator's own cases tell that helps with the next: when they have meetings already,
// and which units they called last.
// Not a way into those cases: of them come moments and units of the register, and nothing that
// tells which case it was. Rule kept (domain 6): only cases that the reader coordinates are looked
// at.
#pragma once

#include <vector>

#include "adapters/api/way/call.hpp"

namespace kallad::web {

/// The starts of meetings that are called in the other cases the caller coordinates, from now on,
/// the earliest first; local time. `but` is the case that a time is looked for. Throws StoreError.
std::vector<LocalTime> own_meeting_starts(api::House& house, const Caller& caller,
                                          const CaseId& but);

/// Units that are parties in the cases the caller coordinates, open ones before closed ones, those
/// in most of them first; at most `most`. Throws StoreError.
std::vector<UnitId> units_called_lately(api::House& house, const Caller& caller, const CaseId& but,
                                        std::size_t most);

}  // namespace kallad::web
