// Bringing a store that an older program wrote to this program's version.
// Not a new meaning of events: those have versions and readers of their own; a step changes how
// tables lie in the file. Rules kept (faults, row 13): each step is tried on a copy first; the
// store itself is changed in one transaction, so a kill leaves the old store or the new one; the
// log says the same before and after.
#pragma once

#include <SQLiteCpp/Database.h>

#include <functional>
#include <optional>
#include <span>

#include "adapters/store/sqlite/file/schema.hpp"

namespace kallad {

/// What makes a store of version `from` one of version `from` + 1. Runs within a transaction.
struct MigrationStep {
  int from = 0;
  std::function<void(SQLite::Database&)> change;
};

/// The steps of this program, one for each version before its own.
std::span<const MigrationStep> migration_steps();

/// What a migration did.
struct Migration {
  int from = 0;
  int to = 0;
};

/// Migrates the store to `place.version`; nothing where it has that version. Keeps the writer out.
/// Needs room for two copies beside the store while it works. Throws StoreError: locked, newer,
/// missing, foreign, damaged (before or after a step; the text says where the copy of the old store
/// is, if the store itself had been changed), full, failed.
std::optional<Migration> migrate(const StorePlace& place,
                                 std::span<const MigrationStep> steps = migration_steps());

}  // namespace kallad
