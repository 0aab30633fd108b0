// Reading one stream out of the log: from its last event back along `previous`, then forward with
// every hash checked. Rules kept: a changed byte is found here too, never handed on silently
// (faults, row 5); what was sealed with a key that is destroyed is checked and not handed on.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "adapters/desk/event_store.hpp"
#include "adapters/store/sqlite/file/event_row.hpp"
#include "adapters/store/sqlite/file/words.hpp"
#include "adapters/store/sqlite/sealed/stream_keys.hpp"

namespace kallad {

/// Where a stream ends.
struct StreamEnd {
  std::int64_t last = 0;    ///< position of the last event
  std::uint64_t count = 0;  ///< events in the stream
};

/// Walks streams through one connection. Not thread-safe.
class LogWalk {
 public:
  using Take = std::function<void(const EventView&, const ShortDigest&)>;

  LogWalk(SQLite::Database& database, Words& words);

  /// The number of a stream, or 0 where there is none.
  std::int64_t stream_number(std::string_view name);
  /// Where a stream ends by its row in `cases`; nothing where it has none.
  std::optional<StreamEnd> end_by_cases(std::int64_t stream);
  /// Hands over the stream's events in order and fills in `head`'s hash and time. `from` is where
  /// an earlier walk ended: only what came after it is read, chained to its hash. Of a stream that
  /// was disposed of only what stands in the clear is handed over.
  /// Throws StoreError `damaged` that names stream, sequence and what is wrong.
  void read(std::string_view name, StreamHead& head, const Take& take, const StreamHead& from = {});

 private:
  struct Kept;
  struct Said;
  void hand_over(std::string_view name, const EventRow& row, const std::optional<StreamKey>& key,
                 Said& said, const Take& take);
  std::int64_t fetch(std::string_view name, std::int64_t position, const StreamHead& head,
                     std::uint64_t sequence, Kept& kept);

  Words& words_;
  StreamKeys keys_;
  SQLite::Statement number_;
  SQLite::Statement end_;
  SQLite::Statement event_;
  Hasher hasher_;
};

}  // namespace kallad
