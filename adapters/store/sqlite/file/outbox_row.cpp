// The one SELECT over the outbox. The order of fields in the hash is frozen with the file format.
// Not retiring letters: that is the writer's (store_rows.cpp).
#include "adapters/store/sqlite/file/outbox_row.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {
std::string_view bytes_of(const SQLite::Column& column) {
  const int size = column.getBytes();
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(size)};
}

std::string select_letters(const std::string& which) {
  return "SELECT o.position, o.number, s.name, o.kind, o.body, o.hash, e.hash, o.stream"
         " FROM outbox o"
         " LEFT JOIN streams s ON s.number = o.stream"
         " LEFT JOIN events e ON e.position = o.position AND e.stream = o.stream"
         " WHERE " +
         which + " ORDER BY o.position, o.number";
}

/// The letters of these positions and of all before them in the same streams.
std::string select_past(const std::string& positions) {
  return select_letters("o.position IN (WITH RECURSIVE past(position) AS (" + positions +
                        " UNION SELECT previous FROM past JOIN events USING (position)"
                        " WHERE previous > 0) SELECT position FROM past)");
}
}  // namespace

std::string question_of_stops() {
  return select_past("SELECT position FROM outbox WHERE kind = '" + std::string{stop_row} + "'");
}

std::string place_of_letter(const OutboxKey& key) {
  return "letter " + std::to_string(key.number) + " of event " + std::to_string(key.position);
}

ShortDigest letter_hash(Hasher& hasher, std::string_view event_hash, int number,
                        std::string_view kind, std::string_view body) {
  hasher.restart();
  hasher.add(event_hash);
  hasher.add(std::int64_t{number});
  hasher.add(kind);
  hasher.add(body);
  const Digest whole = hasher.finish();
  ShortDigest half{};
  std::copy_n(whole.begin(), half.size(), half.begin());
  return half;
}

OutboxRows::OutboxRows(SQLite::Database& database)
    : keys_(database),
      rows_(database, select_letters("TRUE") + " LIMIT ?"),
      before_stops_(database, question_of_stops()),
      of_past_(database, select_past("SELECT ?")) {}

OutboxItem OutboxRows::current(SQLite::Statement& row) {
  OutboxItem item{{row.getColumn(0).getInt64(), row.getColumn(1).getInt()},
                  row.getColumn(2).getString(),
                  {row.getColumn(3).getString(), {}}};
  const std::string which = place_of_letter(item.key);
  if (row.isColumnNull(2) || row.isColumnNull(6))
    throw StoreError(StoreFault::damaged, which + " belongs to no event");
  const std::string body{bytes_of(row.getColumn(4))};
  const ShortDigest hash =
      letter_hash(hasher_, bytes_of(row.getColumn(6)), item.key.number, item.row.kind, body);
  const std::string_view stored = bytes_of(row.getColumn(5));
  if (!std::ranges::equal(
          hash, stored, [](unsigned char a, char b) { return a == static_cast<unsigned char>(b); }))
    throw StoreError(StoreFault::damaged, which + ": its hash does not match its content");
  const auto key = keys_.of(row.getColumn(7).getInt64());
  if (!key) throw StoreError(StoreFault::damaged, which + " belongs to what was disposed of");
  item.row.body = open_seal(*key, which, body);
  return item;
}

std::vector<OutboxItem> OutboxRows::all(SQLite::Statement& rows) {
  std::vector<OutboxItem> items;
  while (rows.executeStep()) items.push_back(current(rows));
  return items;
}

std::vector<OutboxItem> OutboxRows::read(std::size_t limit) {
  const Reset reset{rows_};
  rows_.bind(1, static_cast<std::int64_t>(limit));
  return all(rows_);
}

std::vector<OutboxItem> OutboxRows::read_to_stops() {
  const Reset reset{before_stops_};
  return all(before_stops_);
}

std::vector<OutboxItem> OutboxRows::read_to(std::int64_t position) {
  const Reset reset{of_past_};
  of_past_.bind(1, position);
  return all(of_past_);
}

}  // namespace kallad
