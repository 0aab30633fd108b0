// The writer's SQL, prepared once. Private to the store.
// Not the schema (file/schema.cpp) and not the readers' SQL. New numbers are asked of the
// connection: RETURNING makes SQLite build a table for its one row, which costs more than the row.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/file/outbox_row.hpp"
#include "adapters/store/sqlite/store.hpp"

namespace kallad {

struct SqliteStore::Statements {
  explicit Statements(SQLite::Database& db)
      : begin(db, "BEGIN IMMEDIATE"),
        commit(db, "COMMIT"),
        insert(db, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?)"),
        log(db, "UPDATE log SET last = ?, root = ?, settled = ? WHERE id = 1"),
        add_stream(db, "INSERT INTO streams(name) VALUES (?)"),
        stream_name(db, "SELECT name FROM streams WHERE number = ?"),
        put_due(db, "INSERT OR IGNORE INTO due VALUES (?,?,?,?)"),
        drop_due(db, "DELETE FROM due WHERE at = ? AND stream = ? AND kind = ? AND subject = ?"),
        // CROSS JOIN keeps the order of the loops: rows come out of the primary key, already
        // sorted.
        due(db,
            "SELECT at, name, word, subject FROM due CROSS JOIN streams s ON s.number = due.stream"
            " CROSS JOIN words w ON w.number = due.kind"
            " WHERE at <= ?1 AND (at, stream, kind, subject) > (?2, ?3, ?4, ?5)"
            " ORDER BY at, stream, kind, subject LIMIT ?6"),
        next_due(db, "SELECT at FROM due ORDER BY at LIMIT 1"),
        put_outbox(db, "INSERT INTO outbox VALUES (?,?,?,?,?,?)"),
        outbox(db),
        drop_outbox(db, "DELETE FROM outbox WHERE stream = ?"),
        retire(db, "DELETE FROM outbox WHERE position = ? AND number = ?"),
        settle(db, "INSERT OR REPLACE INTO cases VALUES (?,?,?,?)"),
        streams(db, "SELECT number, name FROM streams WHERE number > ? ORDER BY number LIMIT ?") {}

  SQLite::Statement begin, commit, insert, log, add_stream, stream_name, put_due, drop_due, due,
      next_due;
  SQLite::Statement put_outbox;
  OutboxRows outbox;
  SQLite::Statement drop_outbox, retire, settle, streams;
};

template <class Work>
void SqliteStore::write(std::string_view doing, Work&& work) {
  try {
    guarded(doing, work);
  } catch (const StoreError& error) {
    if (error.fault() != StoreFault::full) fail(error.what());
    throw;
  }
}

}  // namespace kallad
