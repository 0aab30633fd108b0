// A row of the outbox, read and checked the same way by the writer, readers and verify.
// Not a projection: what has left is gone from the table, and the log cannot say so.
// Rule kept (faults, row 5): a letter whose bytes have changed, or that belongs to no event, does
// not leave the house.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <string_view>
#include <vector>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/desk/records.hpp"
#include "adapters/store/sqlite/sealed/stream_keys.hpp"

namespace kallad {

/// What the seal of a letter's body is bound to.
std::string place_of_letter(const OutboxKey& key);

/// Ties a letter to the event it came with. `event_hash` is that event's hash; the body is as it is
/// stored, sealed.
ShortDigest letter_hash(Hasher& hasher, std::string_view event_hash, int number,
                        std::string_view kind, std::string_view body);

/// How the letters up to a `stop_row` are asked for: by the events before it in its stream, for
/// letters have no index by stream, and all of them may be millions.
std::string question_of_stops();

/// The outbox, oldest first.
class OutboxRows {
 public:
  explicit OutboxRows(SQLite::Database& database);
  /// At most `limit` letters. Throws StoreError `damaged` at the first that is not what was stored.
  std::vector<OutboxItem> read(std::size_t limit);
  /// Of each stream that has a `stop_row` what came with it or before. Throws as `read` does.
  std::vector<OutboxItem> read_to_stops();
  /// What came with the event at this position, or before it in its stream. Throws as `read` does.
  std::vector<OutboxItem> read_to(std::int64_t position);

 private:
  std::vector<OutboxItem> all(SQLite::Statement& rows);
  OutboxItem current(SQLite::Statement& row);
  StreamKeys keys_;
  SQLite::Statement rows_;
  SQLite::Statement before_stops_;
  SQLite::Statement of_past_;
  Hasher hasher_;
};

}  // namespace kallad
