// Settings and checks of side files. The file is made before SQLite opens it, so that nobody but
// its owner can read it from the first byte on; its write-ahead log gets the same rights.
#include "adapters/store/side/side_file.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <unistd.h>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {

constexpr int wait_ms = 5000;

std::int64_t pragma(SQLite::Database& database, const std::string& name) {
  return database.execAndGet("PRAGMA " + name).getInt64();
}

void make_private(const std::string& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) throw StoreError(StoreFault::failed, file + " cannot be written");
  close(descriptor);
}

void make_tables(SQLite::Database& database, const SideKind& kind) {
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
  // Another connection may have made them between the look and the lock.
  if (pragma(database, "application_id") != 0) return;
  database.exec(kind.tables);
  database.exec("PRAGMA application_id=" + std::to_string(kind.application_id));
  database.exec("PRAGMA user_version=1");
  transaction.commit();
}

void check_identity(SQLite::Database& database, const SideKind& kind, const std::string& file) {
  const std::string what = file + " (" + std::string{kind.what} + ")";
  if (pragma(database, "application_id") != kind.application_id)
    throw StoreError(StoreFault::foreign, what + " is another program's file");
  const std::int64_t version = pragma(database, "user_version");
  if (version > kind.version)
    throw StoreError(StoreFault::newer, what + " was written by a newer Kallad (version " +
                                            std::to_string(version) + ", this program knows " +
                                            std::to_string(kind.version) +
                                            "); use the newer program");
  if (version < 1) throw StoreError(StoreFault::damaged, what + " has an impossible version");
}

/// Takes the missing steps, all or none.
void raise(SQLite::Database& database, const SideKind& kind) {
  if (pragma(database, "user_version") == kind.version) return;
  SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
  // Read again under the lock: another connection may have raised it.
  for (auto at = pragma(database, "user_version"); at < kind.version; ++at)
    database.exec(kind.later[static_cast<std::size_t>(at - 1)]);
  database.exec("PRAGMA user_version=" + std::to_string(kind.version));
  transaction.commit();
}

bool is_empty(SQLite::Database& database) {
  return pragma(database, "application_id") == 0 &&
         database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt64() == 0;
}

}  // namespace

SQLite::Database open_side_file(const std::filesystem::path& path, const SideKind& kind) {
  const std::string file = path.string();
  make_private(file);
  return guarded("opening " + file, [&] {
    SQLite::Database database{file, SQLite::OPEN_READWRITE, wait_ms};
    // What is erased is overwritten: a password's hash must not stay in a free page.
    database.exec(
        "PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;"
        "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY");
    if (is_empty(database)) make_tables(database, kind);
    check_identity(database, kind, file);
    raise(database, kind);
    return database;
  });
}

SQLite::Database open_side_file_to_read(const std::filesystem::path& path, const SideKind& kind) {
  const std::string file = path.string();
  return guarded("opening " + file, [&] {
    SQLite::Database database{file, SQLite::OPEN_READONLY, wait_ms};
    database.exec("PRAGMA trusted_schema=OFF; PRAGMA query_only=ON");
    check_identity(database, kind, file);
    return database;
  });
}

}  // namespace kallad
