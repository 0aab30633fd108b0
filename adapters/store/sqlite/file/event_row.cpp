// Reading and hashing of event rows. The order of fields in the hash is frozen with the file
// format.
#include "adapters/store/sqlite/file/event_row.hpp"

#include <SQLiteCpp/Column.h>

#include <optional>

#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {
[[noreturn]] void wrong_type(std::int64_t position, const char* column) {
  throw StoreError(StoreFault::damaged, "event at position " + std::to_string(position) +
                                            ": column " + column + " has the wrong type");
}

std::string_view bytes_of(const SQLite::Column& column) {
  const int size = column.getBytes();
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(size)};
}

/// Reads columns from left to right, checking each one's type.
class Columns {
 public:
  explicit Columns(const SQLite::Statement& statement) : statement_(statement) {}

  std::int64_t number(const char* name) {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (!column.isInteger()) wrong_type(position, name);
    return column.getInt64();
  }
  std::string_view blob(const char* name, std::optional<std::size_t> size = std::nullopt) {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (!column.isBlob() || static_cast<std::size_t>(column.getBytes()) !=
                                size.value_or(static_cast<std::size_t>(column.getBytes())))
      wrong_type(position, name);
    return bytes_of(column);
  }
  std::int64_t position = 0;

 private:
  const SQLite::Statement& statement_;
  int index_ = 0;
};
}  // namespace

EventRow read_event_row(const SQLite::Statement& statement) {
  Columns columns{statement};
  EventRow row;
  row.position = columns.number("position");
  columns.position = row.position;
  row.stream = columns.number("stream");
  row.sequence = columns.number("sequence");
  row.previous = columns.number("previous");
  row.type = columns.number("type");
  row.version = columns.number("version");
  row.at = columns.number("at");
  row.sealed = columns.number("sealed");
  row.body = columns.blob("body");
  row.hash = columns.blob("hash", sizeof(Digest));
  return row;
}

Digest event_hash(Hasher& hasher, const Digest& before, const EventRow& row,
                  const EventTexts& texts) {
  hasher.restart();
  hasher.add(std::span<const unsigned char>{before});
  for (const std::int64_t number :
       {row.position, row.previous, row.sequence, row.at, row.version, row.sealed}) {
    hasher.add(number);
  }
  for (const std::string_view text : {texts.stream, texts.type, row.body}) hasher.add(text);
  return hasher.finish();
}

Digest next_root(Hasher& hasher, const Digest& root, const Digest& event) {
  hasher.restart();
  hasher.add(std::span<const unsigned char>{root});
  hasher.add(std::span<const unsigned char>{event});
  return hasher.finish();
}

}  // namespace kallad
