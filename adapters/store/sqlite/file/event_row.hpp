// One row of the events table, read and hashed the same way by everyone: the writer, readers and
// verify. Rule kept: the hash covers every column, and the texts behind the numbers, so that no
// byte can change unseen.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string_view>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/store/sqlite/sealed/event_body.hpp"

namespace kallad {

/// The columns of an event. Texts and blobs are views into the statement or into whatever the
/// writer holds.
struct EventRow {
  std::int64_t position = 0;
  std::int64_t stream = 0;
  std::int64_t sequence = 0;
  std::int64_t previous = 0;  ///< position of the stream's event before, 0 for the first
  std::int64_t type = 0;      ///< word
  std::int64_t version = 0;
  std::int64_t at = 0;      ///< ms since 1970, UTC
  std::int64_t sealed = 1;  ///< whether `body` is sealed with the stream's key; 0 or 1
  std::string_view body;    ///< sealed/event_body.hpp
  std::string_view hash;
};

/// The texts that an event's numbers stand for.
struct EventTexts {
  std::string_view stream;
  std::string_view type;
};

/// The columns in the order that read_event_row expects.
inline constexpr const char* event_columns =
    "position, stream, sequence, previous, type, version, at, sealed, body, hash";

/// The current row of a statement over `event_columns`. Throws StoreError `damaged` where a column
/// has another type than the table says (a flipped bit can turn a text into a blob of the same
/// bytes).
EventRow read_event_row(const SQLite::Statement& statement);

/// The hash the event must have after an event with hash `before`.
Digest event_hash(Hasher& hasher, const Digest& before, const EventRow& row,
                  const EventTexts& texts);

/// The store-wide rolling hash after taking in one more event.
Digest next_root(Hasher& hasher, const Digest& root, const Digest& event);

inline std::string_view view_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace kallad
