// Reading and hashing of event rows of store versions 1 and 2, as the programs of then did.
// Not the present format: file/event_row.cpp.
#include "adapters/store/sqlite/older/older_event_row.hpp"

#include <SQLiteCpp/Column.h>

#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {
[[noreturn]] void older_wrong_type(std::int64_t position, const char* column) {
  throw StoreError(StoreFault::damaged, "event at position " + std::to_string(position) +
                                            ": column " + column + " has the wrong type");
}

std::string_view older_bytes_of(const SQLite::Column& column) {
  const int size = column.getBytes();
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(size)};
}

/// Reads columns from left to right, checking each one's type.
class OlderColumns {
 public:
  explicit OlderColumns(const SQLite::Statement& statement) : statement_(statement) {}

  std::int64_t number(const char* name) {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (!column.isInteger()) older_wrong_type(position, name);
    return column.getInt64();
  }
  std::string_view text(const char* name) {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (!column.isText()) older_wrong_type(position, name);
    return older_bytes_of(column);
  }
  std::string_view blob(const char* name, std::size_t size) {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (!column.isBlob() || static_cast<std::size_t>(column.getBytes()) != size)
      older_wrong_type(position, name);
    return older_bytes_of(column);
  }
  bool both_null() {
    if (!statement_.isColumnNull(index_) || !statement_.isColumnNull(index_ + 1)) return false;
    index_ += 2;
    return true;
  }
  std::int64_t position = 0;

 private:
  const SQLite::Statement& statement_;
  int index_ = 0;
};
}  // namespace

OlderEventRow read_older_event_row(const SQLite::Statement& statement) {
  OlderColumns columns{statement};
  OlderEventRow row;
  row.position = columns.number("position");
  columns.position = row.position;
  row.stream = columns.number("stream");
  row.sequence = columns.number("sequence");
  row.previous = columns.number("previous");
  row.type = columns.number("type");
  row.version = columns.number("version");
  row.at = columns.number("at");
  row.actor = columns.number("actor");
  row.has_command = !columns.both_null();
  if (row.has_command) {
    row.command = columns.text("command");
    row.content = columns.blob("content", sizeof(ShortDigest));
  }
  row.payload = columns.text("payload");
  row.hash = columns.blob("hash", sizeof(Digest));
  return row;
}

Digest older_event_hash(Hasher& hasher, const Digest& before, const OlderEventRow& row,
                        const OlderEventTexts& texts) {
  hasher.restart();
  hasher.add(std::span<const unsigned char>{before});
  for (const std::int64_t number :
       {row.position, row.previous, row.sequence, row.at, row.version}) {
    hasher.add(number);
  }
  for (const std::string_view text : {texts.stream, texts.type, texts.actor}) hasher.add(text);
  hasher.add(std::uint64_t{row.has_command ? 1U : 0U});
  for (const std::string_view text : {row.command, row.content, row.payload}) hasher.add(text);
  return hasher.finish();
}

}  // namespace kallad
