// One row of the events table as store versions 1 and 2 had it, for verify and for the migration.
// Not read by anybody else, and never written. Frozen: such stores are on people's disks.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string_view>

#include "adapters/desk/digest/digest.hpp"

namespace kallad {

/// The columns of an event. Texts and blobs are views into the statement or into whatever the
/// writer holds.
struct OlderEventRow {
  std::int64_t position = 0;
  std::int64_t stream = 0;
  std::int64_t sequence = 0;
  std::int64_t previous = 0;  ///< position of the stream's event before, 0 for the first
  std::int64_t type = 0;      ///< word
  std::int64_t version = 0;
  std::int64_t at = 0;       ///< ms since 1970, UTC
  std::int64_t actor = 0;    ///< word
  bool has_command = false;  ///< the first event of a command carries its id and content hash
  std::string_view command;
  std::string_view content;
  std::string_view payload;
  std::string_view hash;
};

/// The texts that an event's numbers stand for.
struct OlderEventTexts {
  std::string_view stream;
  std::string_view type;
  std::string_view actor;
};

/// The columns in the order that read_event_row expects.
inline constexpr const char* older_event_columns =
    "position, stream, sequence, previous, type, version, at, actor, command, content, payload, "
    "hash";

/// The current row of a statement over `older_event_columns`. Throws StoreError `damaged` where a
/// column has another type than the table says (a flipped bit can turn a text into a blob of the
/// same bytes).
OlderEventRow read_older_event_row(const SQLite::Statement& statement);

/// The hash the event must have after an event with hash `before`.
Digest older_event_hash(Hasher& hasher, const Digest& before, const OlderEventRow& row,
                        const OlderEventTexts& texts);

}  // namespace kallad
