// The tables as SQL, the settings of each kind of connection, and the checks at opening.
// The meaning of the tables is told at the head of store.cpp.
#include "adapters/store/sqlite/file/schema.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE log(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL,
  root BLOB NOT NULL CHECK (length(root) = 32),
  settled INTEGER NOT NULL
) STRICT;
CREATE TABLE events(
  position INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  previous INTEGER NOT NULL,
  type INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  sealed INTEGER NOT NULL,
  body BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TABLE keys(
  stream INTEGER PRIMARY KEY,
  key BLOB NOT NULL CHECK (length(key) = 32),
  mark BLOB NOT NULL CHECK (length(mark) = 8)
) STRICT;
CREATE TABLE pasts(
  version INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  root BLOB NOT NULL CHECK (length(root) = 32)
) STRICT;
CREATE TABLE streams(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE words(number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE outbox(
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  stream INTEGER NOT NULL REFERENCES streams,
  kind TEXT NOT NULL,
  body BLOB NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 16),
  PRIMARY KEY (position, number)
) STRICT, WITHOUT ROWID;
INSERT INTO log VALUES (1, 0, zeroblob(32), 0);
)sql";

/// Projections may be dropped; they come back empty, and rebuild fills them. lists.ready is the
/// revision of the brain that filled them, 0 where they are not whole.
constexpr const char* projection_tables = R"sql(
CREATE TABLE IF NOT EXISTS due(
  at INTEGER NOT NULL,
  stream INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (at, stream, kind, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cases(
  stream INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  count INTEGER NOT NULL,
  row TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS counts(
  stream INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  at INTEGER NOT NULL,
  sealed INTEGER NOT NULL,
  row BLOB,
  marked INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS counts_marked ON counts(stream) WHERE marked = 1;
CREATE TABLE IF NOT EXISTS entries(
  list INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  due INTEGER NOT NULL,
  stream INTEGER NOT NULL,
  part INTEGER NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER,
  frozen INTEGER,
  readers INTEGER NOT NULL,
  named INTEGER NOT NULL,
  sight INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  step INTEGER NOT NULL,
  round INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  lead INTEGER NOT NULL,
  offer INTEGER NOT NULL,
  own INTEGER NOT NULL,
  demand INTEGER NOT NULL,
  meeting INTEGER,
  late INTEGER,
  unanswered INTEGER NOT NULL,
  drafts INTEGER NOT NULL,
  protected INTEGER NOT NULL,
  words INTEGER NOT NULL,
  PRIMARY KEY (list, closed, due, stream, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entries_of ON entries(stream);
CREATE INDEX IF NOT EXISTS entries_by_lead ON entries(list, lead, closed, due) WHERE own = 1;
CREATE INDEX IF NOT EXISTS entries_unanswered ON entries(list, closed, due) WHERE unanswered = 1;
CREATE INDEX IF NOT EXISTS entries_drafts ON entries(list, closed, due) WHERE drafts > 0;
CREATE INDEX IF NOT EXISTS entries_late ON entries(list, closed, due, stream, late)
  WHERE late IS NOT NULL;
CREATE INDEX IF NOT EXISTS entries_meeting ON entries(list, meeting, stream)
  WHERE meeting IS NOT NULL;
CREATE VIRTUAL TABLE IF NOT EXISTS entry_words
  USING fts5(words, tokenize="unicode61 remove_diacritics 0 tokenchars '='", columnsize=0);
CREATE TABLE IF NOT EXISTS lookups(
  digest BLOB NOT NULL,
  stream INTEGER NOT NULL,
  PRIMARY KEY (digest, stream)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lists(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ready INTEGER NOT NULL,
  key BLOB
) STRICT;
CREATE INDEX IF NOT EXISTS outbox_stops ON outbox(stream) WHERE kind = 'stop_letters';
INSERT OR IGNORE INTO lists SELECT 1, last = 0, NULL FROM log;
)sql";

std::int64_t pragma(SQLite::Database& database, const std::string& name) {
  return database.execAndGet("PRAGMA " + name).getInt64();
}

int flags_of(Access access) {
  // Every connection has one thread at a time, so SQLite need not lock it for each call.
  if (access == Access::read) return SQLite::OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  const int write = SQLite::OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  return access == Access::create ? write | SQLite::OPEN_CREATE : write;
}

/// SQLite counts its memory under one lock for the whole process unless told not to before its
/// first use.
void stop_counting_memory() {
  [[maybe_unused]] static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// A new file is its owner's alone from the first byte on, and so are the files SQLite puts beside
/// it. One that is there is left alone: to close it here would drop SQLite's locks on it.
void make_private(const StorePlace& place) {
  if (!place.vfs.empty()) return;
  const int made = open(place.file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) close(made);
}

void make_tables(SQLite::Database& database) {
  database.exec("PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
  database.exec(tables);
  database.exec(projection_tables);
  database.exec("PRAGMA application_id=" + std::to_string(store_application_id));
  database.exec("PRAGMA user_version=" + std::to_string(schema_version));
  transaction.commit();
}

int checked_version(SQLite::Database& database, const StorePlace& place) {
  const std::string file = place.file.string();
  if (pragma(database, "application_id") != store_application_id) {
    throw StoreError(StoreFault::foreign, file + " is not a Kallad store");
  }
  const std::int64_t version = pragma(database, "user_version");
  if (version > place.version) {
    throw StoreError(StoreFault::newer, file + " was written by a newer Kallad (store version " +
                                            std::to_string(version) + ", this program knows " +
                                            std::to_string(place.version) +
                                            "); use the newer program");
  }
  if (version < 1) throw StoreError(StoreFault::damaged, file + " has an impossible store version");
  return static_cast<int>(version);
}

void check_identity(SQLite::Database& database, const StorePlace& place) {
  const int version = checked_version(database, place);
  if (version == place.version) return;
  throw StoreError(StoreFault::outdated,
                   place.file.string() + " was written by an older Kallad (store version " +
                       std::to_string(version) + ", this program needs " +
                       std::to_string(place.version) + "); run kallad migrate");
}

void configure(SQLite::Database& database, Access access) {
  // The closing connection must not checkpoint by itself: after a failed sync that would forget the
  // failure.
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  database.exec(
      "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA "
      "synchronous=FULL;"
      "PRAGMA wal_autocheckpoint=0; PRAGMA temp_store=MEMORY;"
      "PRAGMA journal_size_limit=67108864");
  if (access == Access::read) database.exec("PRAGMA query_only=ON");
  // Pages in memory: enough for the inner pages and the newest events; the kernel keeps the rest.
  if (access != Access::maintain) database.exec("PRAGMA cache_size=-16384");
}

/// A table that an earlier program made without that column: it is made anew, like all of them.
void drop_without(SQLite::Database& database, const std::string& table, const char* column) {
  const int columns = database
                          .execAndGet("SELECT count(*) FROM pragma_table_info('" + table +
                                      "') WHERE name = '" + column + "'")
                          .getInt();  // and the question is over: what is read cannot be dropped
  if (columns == 0) database.exec("DROP TABLE IF EXISTS " + table);
}

void add_lost_projections(SQLite::Database& database) {
  drop_without(database, "entries", "words");
  drop_without(database, "counts", "marked");
  for (const char* table :
       {"cases", "counts", "due", "entries", "entry_words", "lookups", "lists"}) {
    if (database.tableExists(table)) continue;
    database.exec("DROP TABLE IF EXISTS lists");
    return database.exec(projection_tables), void();
  }
}

bool is_empty(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt64() == 0 &&
         pragma(database, "application_id") == 0;
}

}  // namespace

void make_projections(SQLite::Database& database) { database.exec(projection_tables); }

std::string store_tables() {
  return "-- A Kallad store, version " + std::to_string(schema_version) +
         ": a SQLite file in WAL mode, application_id " + std::to_string(store_application_id) +
         ".\n-- What the tables mean is told at the head of adapters/store/sqlite/store.cpp.\n" +
         tables + "\n-- These follow from the events: dropped, they are made again by rebuild." +
         projection_tables;
}

SQLite::Database open_store(const StorePlace& place, Access access) {
  const std::string file = place.file.string();
  stop_counting_memory();
  if (access == Access::create) make_private(place);
  return guarded("opening the store " + file, [&] {
    SQLite::Database database{file, flags_of(access), 5000, place.vfs};
    configure(database, access);
    if (access == Access::create && is_empty(database)) make_tables(database);
    check_identity(database, place);
    if (access == Access::create || access == Access::write) add_lost_projections(database);
    return database;
  });
}

int version_of_store(const StorePlace& place) {
  const std::string file = place.file.string();
  stop_counting_memory();
  return guarded("opening the store " + file, [&] {
    SQLite::Database database{file, flags_of(Access::read), 5000, place.vfs};
    configure(database, Access::read);
    return checked_version(database, place);
  });
}

}  // namespace kallad
