// Streams found again by a text that stands nowhere: a keyed digest of it does.
// Not encryption and no search: who has neither text nor key learns nothing, who has the text finds
// the streams. Rule kept (domain 6): no identity number lies outside the events.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "adapters/desk/digest/digest.hpp"

namespace kallad {

using LookupKey = Digest;

/// The file that holds the key of a store, "<store>.lookup-key". A copy of the store alone goes
/// without it: a new key means that lookups are made anew, and nothing else.
std::filesystem::path lookup_key_file(const std::filesystem::path& store);

/// The key of a store; where there is none, or not a whole one, a new one is made, readable by its
/// owner alone. Throws StoreError `failed` where it cannot be read or made.
LookupKey lookup_key(const std::filesystem::path& store);

/// The key of a store as it stands there; nothing where there is none, or not a whole one.
std::optional<LookupKey> known_lookup_key(const std::filesystem::path& store);

/// The first half of HMAC-SHA256.
ShortDigest lookup_digest(const LookupKey& key, std::string_view text);

/// The rows of the table `lookups`, for the writer or a check. Throws SQLite::Exception.
class Lookups {
 public:
  Lookups(SQLite::Database& database, const LookupKey& key);

  void put(std::string_view text, std::int64_t stream);
  void drop(std::string_view text, std::int64_t stream);
  /// Numbers of the streams with that text, rising.
  std::vector<std::int64_t> find(std::string_view text);
  /// Whether the rows were made with this key.
  bool are_ours();
  /// Where the rows were made with another key, says in `lists` that they have to be rebuilt, which
  /// will be with this one.
  void claim();

 private:
  void bind_digest(SQLite::Statement& statement, std::string_view text);

  SQLite::Database& database_;
  LookupKey key_;
  ShortDigest digest_{};  ///< bound, so it lives until the next call
  SQLite::Statement put_;
  SQLite::Statement drop_;
  SQLite::Statement find_;
};

}  // namespace kallad
