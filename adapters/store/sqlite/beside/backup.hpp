// Copies of a store that are known to be good: taken while the program writes, and put back.
// Not a file copy: copying the file alone would miss the write-ahead log.
// Rules kept: a copy that does not verify is not kept; nothing is ever overwritten.
#pragma once

#include <filesystem>

#include "adapters/store/sqlite/beside/verify.hpp"

namespace kallad {

/// Copies the store as of one moment to `to`, verifies the copy, and gives it its name only then.
/// Returns what verify said; note its events and root to recognise a stale copy later. Throws
/// StoreError: exists (also for a leftover -wal), damaged (with the first damage), full, failed,
/// missing.
VerifyReport backup(const StorePlace& from, const std::filesystem::path& to);

/// Makes a store out of a backup, by the same rules.
VerifyReport restore(const std::filesystem::path& from, const StorePlace& to);

}  // namespace kallad
