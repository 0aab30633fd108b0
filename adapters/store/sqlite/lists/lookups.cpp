// The key is made once and read at each start; OpenSSL reckons the digest.
// Not a backup's business: see lookup_key_file. Rule kept: a key file is its owner's alone from the
// first byte on.
#include "adapters/store/sqlite/lists/lookups.hpp"

#include <SQLiteCpp/Column.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "adapters/desk/event_store.hpp"
#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {

/// What the key is known by in the store, without being told.
constexpr std::string_view own_mark = "the key of these lookups";

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
  throw StoreError(StoreFault::failed, std::string{"cannot "} + what + " the key file " +
                                           file.string() + ": " +
                                           std::generic_category().message(errno));
}

LookupKey made_key(const std::filesystem::path& file) {
  LookupKey key{};
  if (RAND_bytes(key.data(), static_cast<int>(key.size())) != 1) fail(file, "draw a key for");
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) fail(file, "make");
  const ssize_t size = write(descriptor, key.data(), key.size());
  const bool whole = static_cast<std::size_t>(size) == key.size() && fsync(descriptor) == 0;
  close(descriptor);
  if (!whole) fail(file, "write");
  return key;
}

/// The first half of the key's own digest, as `lists` has it.
SQLite::Statement with_mark(SQLite::Database& database, const char* text, const LookupKey& key) {
  const ShortDigest mark = lookup_digest(key, own_mark);
  SQLite::Statement statement{database, text};
  statement.bind(1, static_cast<const void*>(mark.data()), static_cast<int>(mark.size()));
  return statement;
}

}  // namespace

std::filesystem::path lookup_key_file(const std::filesystem::path& store) {
  std::filesystem::path file = store;
  file += ".lookup-key";
  return file;
}

LookupKey lookup_key(const std::filesystem::path& store) {
  const auto known = known_lookup_key(store);
  return known ? *known : made_key(lookup_key_file(store));
}

std::optional<LookupKey> known_lookup_key(const std::filesystem::path& store) {
  const auto file = lookup_key_file(store);
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 && errno == ENOENT) return std::nullopt;
  if (descriptor < 0) fail(file, "read");
  LookupKey key{};
  const ssize_t size = read(descriptor, key.data(), key.size());
  close(descriptor);
  if (size < 0) fail(file, "read");
  return static_cast<std::size_t>(size) == key.size() ? std::optional{key} : std::nullopt;
}

ShortDigest lookup_digest(const LookupKey& key, std::string_view text) {
  Digest whole{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), whole.data(), &size);
  ShortDigest half{};
  std::copy_n(whole.begin(), half.size(), half.begin());
  return half;
}

Lookups::Lookups(SQLite::Database& database, const LookupKey& key)
    : database_(database),
      key_(key),
      put_(database, "INSERT OR IGNORE INTO lookups VALUES (?, ?)"),
      drop_(database, "DELETE FROM lookups WHERE digest = ? AND stream = ?"),
      find_(database, "SELECT stream FROM lookups WHERE digest = ? ORDER BY stream") {}

void Lookups::bind_digest(SQLite::Statement& statement, std::string_view text) {
  digest_ = lookup_digest(key_, text);
  statement.bindNoCopy(1, static_cast<const void*>(digest_.data()),
                       static_cast<int>(digest_.size()));
}

void Lookups::put(std::string_view text, std::int64_t stream) {
  const Reset reset{put_};
  bind_digest(put_, text);
  put_.bind(2, stream);
  put_.exec();
}

void Lookups::drop(std::string_view text, std::int64_t stream) {
  const Reset reset{drop_};
  bind_digest(drop_, text);
  drop_.bind(2, stream);
  drop_.exec();
}

std::vector<std::int64_t> Lookups::find(std::string_view text) {
  const Reset reset{find_};
  bind_digest(find_, text);
  std::vector<std::int64_t> streams;
  while (find_.executeStep()) streams.push_back(find_.getColumn(0).getInt64());
  return streams;
}

bool Lookups::are_ours() {
  return with_mark(database_, "SELECT 1 FROM lists WHERE key = ?", key_).executeStep();
}

void Lookups::claim() {
  if (are_ours()) return;
  // A store without events has no rows that another key could have made.
  with_mark(database_, "UPDATE lists SET ready = (SELECT last = 0 FROM log), key = ?", key_).exec();
}

}  // namespace kallad
