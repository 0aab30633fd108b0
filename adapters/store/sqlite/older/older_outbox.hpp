// The outbox as store versions 1 and 2 had it, for verify.
// Not for sending: a store is migrated before anything is sent.
#pragma once

#include <SQLiteCpp/Database.h>

namespace kallad {

/// Throws StoreError `damaged` at the first letter that is not what was stored.
void check_older_outbox(SQLite::Database& database);

}  // namespace kallad
