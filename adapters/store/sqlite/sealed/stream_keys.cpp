// A key is overwritten and not deleted: rows of one size are changed where they lie, and as they
// are added in the order of streams none is ever moved, so no page keeps an old copy of one.
// Not a secret store: who has the file has the keys; what is gone is gone, that is the point.
#include "adapters/store/sqlite/sealed/stream_keys.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/desk/event_store.hpp"

namespace kallad {

namespace {

constexpr std::size_t mark_size = 8;
using KeyMark = std::array<unsigned char, mark_size>;

/// Tells a changed key from the one that was made, and an untouched one from a destroyed one.
KeyMark mark_of(std::int64_t stream, const StreamKey& key) {
  Hasher hasher;
  hasher.add(stream);
  hasher.add(std::span<const unsigned char>{key.bytes});
  const Digest whole = hasher.finish();
  KeyMark mark{};
  std::copy_n(whole.begin(), mark.size(), mark.begin());
  return mark;
}

template <class Bytes>
void bind_bytes(SQLite::Statement& statement, int index, const Bytes& bytes) {
  statement.bind(index, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

template <class Bytes>
bool read_bytes(const SQLite::Column& column, Bytes& into) {
  if (!column.isBlob() || static_cast<std::size_t>(column.getBytes()) != into.size()) return false;
  std::copy_n(static_cast<const unsigned char*>(column.getBlob()), into.size(), into.begin());
  return true;
}

bool is_empty(const auto& bytes) {
  return std::ranges::all_of(bytes, [](unsigned char byte) { return byte == 0; });
}

void write_key(SQLite::Statement& statement, std::int64_t stream, const StreamKey& key,
               const KeyMark& mark) {
  statement.reset();
  bind_bytes(statement, 1, key.bytes);
  bind_bytes(statement, 2, mark);
  statement.bind(3, stream);
  statement.exec();
  statement.reset();
  statement.clearBindings();
}

}  // namespace

StreamKeys::StreamKeys(SQLite::Database& database)
    : find_(database, "SELECT key, mark FROM keys WHERE stream = ?"),
      insert_(database, "INSERT INTO keys(key, mark, stream) VALUES (?, ?, ?)") {}

std::optional<StreamKey> StreamKeys::of(std::int64_t stream) {
  find_.reset();
  find_.bind(1, stream);
  const auto damaged = [&](const char* what) {
    find_.reset();
    throw StoreError(StoreFault::damaged, "stream number " + std::to_string(stream) + what);
  };
  if (!find_.executeStep()) damaged(" has lost its key");
  StreamKey key;
  KeyMark mark{};
  const bool is_whole =
      read_bytes(find_.getColumn(0), key.bytes) && read_bytes(find_.getColumn(1), mark);
  find_.reset();
  if (is_whole && is_empty(key.bytes) && is_empty(mark)) return std::nullopt;
  if (!is_whole || mark != mark_of(stream, key)) damaged(" has another key than it was made with");
  return key;
}

StreamKey StreamKeys::make(std::int64_t stream) {
  StreamKey key = drawn_key();
  write_key(insert_, stream, key, mark_of(stream, key));
  return key;
}

void destroy_key(SQLite::Database& database, std::int64_t stream) {
  SQLite::Statement update{database, "UPDATE keys SET key = ?, mark = ? WHERE stream = ?"};
  write_key(update, stream, {}, {});
}

}  // namespace kallad
