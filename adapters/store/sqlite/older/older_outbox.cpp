// The one SELECT over an older outbox, whose bodies stood in the clear.
// Not the present format: file/outbox_row.cpp.
#include "adapters/store/sqlite/older/older_outbox.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include "adapters/desk/event_store.hpp"
#include "adapters/store/sqlite/file/outbox_row.hpp"

namespace kallad {

namespace {

std::string blob_of(const SQLite::Column& column) {
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

}  // namespace

void check_older_outbox(SQLite::Database& database) {
  SQLite::Statement rows{database,
                         "SELECT o.position, o.number, s.name, o.kind, o.body, o.hash, e.hash"
                         " FROM outbox o LEFT JOIN streams s ON s.number = o.stream"
                         " LEFT JOIN events e ON e.position = o.position AND e.stream = o.stream"};
  Hasher hasher;
  while (rows.executeStep()) {
    const OutboxKey key{rows.getColumn(0).getInt64(), rows.getColumn(1).getInt()};
    if (rows.isColumnNull(2) || rows.isColumnNull(6))
      throw StoreError(StoreFault::damaged, place_of_letter(key) + " belongs to no event");
    const ShortDigest hash = letter_hash(hasher, blob_of(rows.getColumn(6)), key.number,
                                         rows.getColumn(3).getString(), blob_of(rows.getColumn(4)));
    const std::string wanted{reinterpret_cast<const char*>(hash.data()), hash.size()};
    if (blob_of(rows.getColumn(5)) != wanted)
      throw StoreError(StoreFault::damaged,
                       place_of_letter(key) + ": its hash does not match its content");
  }
}

}  // namespace kallad
