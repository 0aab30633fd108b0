// One pass over the old events in the order of positions; memory holds a key and a hash for each
// stream. Not checking them: the store was verified before. Frozen with store version 3, its tables
// too.
#include "adapters/store/sqlite/older/seal_events.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <vector>

#include "adapters/store/sqlite/file/event_row.hpp"
#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/file/outbox_row.hpp"
#include "adapters/store/sqlite/file/words.hpp"
#include "adapters/store/sqlite/older/older_event_row.hpp"

namespace kallad {

namespace {

constexpr const char* new_tables = R"sql(
ALTER TABLE events RENAME TO older_events;
ALTER TABLE outbox RENAME TO older_outbox;
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
CREATE TABLE outbox(
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  stream INTEGER NOT NULL REFERENCES streams,
  kind TEXT NOT NULL,
  body BLOB NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 16),
  PRIMARY KEY (position, number)
) STRICT, WITHOUT ROWID;
INSERT INTO pasts SELECT 2, last, root FROM log;
)sql";

constexpr const char* clean_up = R"sql(
DROP TABLE older_outbox;
DROP TABLE older_events;
DELETE FROM entries;
DELETE FROM lookups;
UPDATE lists SET ready = 0, key = NULL;
DELETE FROM words WHERE number NOT IN (SELECT type FROM events)
  AND number NOT IN (SELECT kind FROM due);
)sql";

void bind_bytes(SQLite::Statement& statement, int index, std::string_view bytes) {
  statement.bind(index, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

/// A stream on its way into the new log.
struct Sealed {
  std::string name;
  StreamKey key;
  Digest hash{};
};

class Sealing {
 public:
  explicit Sealing(SQLite::Database& database)
      : database_(database),
        words_(database),
        insert_(database, "INSERT INTO events VALUES (?,?,?,?,?,?,?,1,?,?)") {}

  void run() {
    make_keys();
    SQLite::Statement rows{database_, std::string{"SELECT "} + older_event_columns +
                                          " FROM older_events ORDER BY position"};
    while (rows.executeStep()) seal_event(read_older_event_row(rows));
    seal_letters();
    SQLite::Statement log{database_, "UPDATE log SET root = ?"};
    bind_bytes(log, 1, view_of(root_));
    log.exec();
  }

 private:
  /// Streams are numbered from 1 without gaps.
  void make_keys() {
    StreamKeys keys{database_};
    SQLite::Statement rows{database_, "SELECT number, name FROM streams ORDER BY number"};
    while (rows.executeStep()) {
      streams_.push_back(
          {rows.getColumn(1).getString(), keys.make(rows.getColumn(0).getInt64()), {}});
    }
  }

  Sealed& stream(std::int64_t number) { return streams_.at(static_cast<std::size_t>(number) - 1); }

  void seal_event(const OlderEventRow& old) {
    Sealed& stream = this->stream(old.stream);
    const std::string actor = words_.text_of(old.actor);
    const std::string body =
        seal(stream.key, place_of_event(old.position),
             bytes_of({old.has_command, old.command, old.content, actor, old.payload}));
    const EventRow row{old.position, old.stream,  old.sequence, old.previous,
                       old.type,     old.version, old.at,       1,
                       body,         {}};
    stream.hash = event_hash(hasher_, stream.hash, row, {stream.name, words_.text_of(row.type)});
    root_ = next_root(hasher_, root_, stream.hash);
    const Reset reset{insert_};
    int index = 0;
    for (const std::int64_t number :
         {row.position, row.stream, row.sequence, row.previous, row.type, row.version, row.at}) {
      insert_.bind(++index, number);
    }
    bind_bytes(insert_, 8, body);
    bind_bytes(insert_, 9, view_of(stream.hash));
    insert_.exec();
  }

  void seal_letters() {
    SQLite::Statement rows{database_,
                           "SELECT o.position, o.number, o.stream, o.kind, o.body, e.hash"
                           " FROM older_outbox o JOIN events e ON e.position = o.position"};
    SQLite::Statement insert{database_, "INSERT INTO outbox VALUES (?,?,?,?,?,?)"};
    while (rows.executeStep()) {
      const OutboxKey key{rows.getColumn(0).getInt64(), rows.getColumn(1).getInt()};
      const std::int64_t of = rows.getColumn(2).getInt64();
      const std::string kind = rows.getColumn(3).getString();
      const std::string body =
          seal(stream(of).key, place_of_letter(key), rows.getColumn(4).getString());
      const ShortDigest hash =
          letter_hash(hasher_, rows.getColumn(5).getString(), key.number, kind, body);
      const Reset reset{insert};
      insert.bind(1, key.position);
      insert.bind(2, key.number);
      insert.bind(3, of);
      insert.bind(4, kind);
      bind_bytes(insert, 5, body);
      bind_bytes(insert, 6, {reinterpret_cast<const char*>(hash.data()), hash.size()});
      insert.exec();
    }
  }

  SQLite::Database& database_;
  Words words_;
  SQLite::Statement insert_;
  Hasher hasher_;
  std::vector<Sealed> streams_;
  Digest root_{};
};

}  // namespace

void seal_events(SQLite::Database& database) {
  database.exec(new_tables);
  Sealing{database}.run();
  database.exec(clean_up);
}

}  // namespace kallad
