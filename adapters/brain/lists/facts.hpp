// What a line in a list tells of a case to those who have a certain sight of it.
// Not the sight: authority says that. Rule kept (domain 6, rulings "Consent"): a line tells nothing
// that the redacted case would not tell the same reader, and never anything of the person.
#pragma once

#include <span>

#include "adapters/desk/list_entry.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::lists {

/// A case as lists are made from it. Lives as long as they are made; nothing is owned.
struct Listing {
  const CaseFile& file;
  std::span<const Due> dues;  ///< what time demands of it
  const Calendar& calendar;
};

/// The line for that sight, of `seen.unit`; list, readers and span of time are left open. An
/// overdue activity or follow-up counts as demanded since its day. Closed: for this sight the case
/// is over, also where consent has ended and nothing of the unit's own goes on.
ListEntry facts(const Listing& listing, const Sight& seen);

}  // namespace kallad::lists
