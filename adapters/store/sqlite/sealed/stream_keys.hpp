// A key for each stream, in the table `keys`: made with the stream, destroyed when it is disposed
// of. Not the sealing: seal.hpp. Rule kept (domain 6, gallring): a destroyed key is gone from the
// page it stood on; the row stays, so that "destroyed" and "lost" are told apart.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>

#include "adapters/store/sqlite/sealed/seal.hpp"

namespace kallad {

/// The keys as one connection reads and makes them. Nothing is remembered: a key that was destroyed
/// must not live on in memory. Not thread-safe.
class StreamKeys {
 public:
  explicit StreamKeys(SQLite::Database& database);

  /// The stream's key; nothing where it was destroyed. Throws StoreError `damaged` where there is
  /// none, or another than was made.
  std::optional<StreamKey> of(std::int64_t stream);
  /// Makes the key of a new stream. Throws SQLite::Exception.
  StreamKey make(std::int64_t stream);

 private:
  SQLite::Statement find_;
  SQLite::Statement insert_;
};

/// Writes zeros over the key, where it stands. What an earlier write-ahead log or an older page
/// holds is the caller's to clear. Throws SQLite::Exception.
void destroy_key(SQLite::Database& database, std::int64_t stream);

}  // namespace kallad
