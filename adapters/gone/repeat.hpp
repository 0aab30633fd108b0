// Disposals that a store lacks, because a backup made before them was restored, done once more.
// Not the deciding: a human has, and the engine is asked again by the same rules. Rules kept
// (domain 6, gallring): what has gone does not come back by a backup; each is stored under the
// command id and with the moment it had; what the rules no longer allow is told of and left.
#pragma once

#include <string>
#include <vector>

#include "adapters/gone/gone_file.hpp"
#include "adapters/store/sqlite/file/schema.hpp"
#include "engine/deadline/calendar.hpp"

namespace kallad {

/// What became of the lines that the store lacked.
struct Repeated {
  bool file_is_there = false;
  std::size_t unreadable = 0;
  std::vector<GoneCase> done;
  std::vector<GoneCase> refused;  ///< by the engine's rules, as the store is now
  std::vector<GoneCase> unknown;  ///< no such case in the store: opened later, or another's
  std::size_t told_before = 0;    ///< of those two, left out here: an earlier repeat has told them

  bool says_anything() const {
    return unreadable > 0 || !done.empty() || !refused.empty() || !unknown.empty();
  }
};

/// Looks which of the file's disposals the store lacks, and does those. What cannot be done is
/// tried at every repeat, since another store may allow it, and told at the first: that it was is
/// noted in the file. Nobody else uses the store. Throws StoreError.
Repeated repeat_disposals(const StorePlace& place, const GoneFile& file, const Calendar& calendar);

}  // namespace kallad
