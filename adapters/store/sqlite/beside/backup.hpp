// Copies of a store that are known to be good: taken while the program writes, and put back.
// Not a file copy: copying the file alone would miss the write-ahead log.
// Rules kept: a copy that does not verify is not kept; nothing is ever overwritten; a copy is
// readable by its owner alone.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "adapters/store/sqlite/beside/verify.hpp"

namespace kallad {

/// Copies the store as of one moment to `to`, verifies the copy, and gives it its name only then.
/// Returns what verify said; note its events and root to recognise a stale copy later. Throws
/// StoreError: exists (also for a leftover -wal), damaged (with the first damage), full, failed,
/// missing.
VerifyReport backup(const StorePlace& from, const std::filesystem::path& to);

/// What else a copy must stand before it becomes a store: the first thing wrong, or nothing.
using AlsoCheck = std::function<std::string(const StorePlace&)>;

/// Makes a store out of a backup, by the same rules. An older store comes back as it was.
VerifyReport restore(const std::filesystem::path& from, const StorePlace& to,
                     const AlsoCheck& also = {});

/// Copies any SQLite file as of one moment to `to`, which is made, with mode 0600. `between` is
/// called between pieces, and ends the copying by throwing. Not verified, not synced. Throws
/// StoreError.
void copy_database(const StorePlace& from, const std::filesystem::path& to,
                   const std::function<void()>& between = {});

/// Whether a file begins as an SQLite file does.
bool is_database(const std::filesystem::path& file);

/// The first thing SQLite's own check of pages and indexes finds wrong; empty where nothing is.
std::string structure_flaw(const std::filesystem::path& file);

}  // namespace kallad
