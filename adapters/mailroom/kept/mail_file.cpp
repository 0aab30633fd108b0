// The tables. Moments are milliseconds since 1970. A copy with `next_at` waits to be tried; one
// with `report` has something to say to its seat that has not been said yet.
#include "adapters/mailroom/kept/mail_file.hpp"

#include <array>

#include "adapters/mailroom/kept/rows.hpp"

namespace kallad::mailroom {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE copies(
  number INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  part INTEGER NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  meeting INTEGER NOT NULL,
  party TEXT NOT NULL,
  version INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  address TEXT NOT NULL,
  token TEXT NOT NULL,
  uid TEXT NOT NULL DEFAULT '',
  sequence INTEGER NOT NULL DEFAULT 0,
  stamped_at INTEGER NOT NULL DEFAULT 0,
  starts INTEGER NOT NULL DEFAULT 0,
  ends INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'delivered', 'failed', 'bounced')),
  attempts INTEGER NOT NULL DEFAULT 0,
  made_at INTEGER NOT NULL,
  tried_at INTEGER,
  next_at INTEGER,
  status TEXT NOT NULL DEFAULT '',
  report TEXT NOT NULL DEFAULT '' CHECK (report IN ('', 'accepted', 'delivered', 'failed')),
  UNIQUE (position, part, address)
) STRICT;
CREATE INDEX copies_by_token ON copies(token);
CREATE INDEX copies_by_uid ON copies(uid) WHERE uid <> '';
CREATE INDEX copies_by_subject ON copies(subject, number);
CREATE INDEX copies_to_report ON copies(number) WHERE report <> '';
CREATE TABLE holds(
  number INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  meeting INTEGER NOT NULL,
  party TEXT NOT NULL,
  version INTEGER NOT NULL,
  until INTEGER,
  by_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX holds_by_subject ON holds(subject, number);
CREATE TABLE asks(
  number INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  meeting INTEGER NOT NULL,
  party TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  done_at INTEGER
) STRICT;
CREATE INDEX asks_waiting ON asks(number) WHERE done_at IS NULL;
CREATE TABLE mails(
  key TEXT PRIMARY KEY,
  what TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE suggestions(
  number INTEGER PRIMARY KEY,
  mail TEXT NOT NULL,
  place INTEGER NOT NULL,
  subject TEXT NOT NULL,
  meeting INTEGER NOT NULL,
  party TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  says TEXT NOT NULL DEFAULT '',
  sender TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  starts INTEGER,
  words TEXT NOT NULL DEFAULT '',
  came_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'dismissed', 'noted')),
  settled_by TEXT NOT NULL DEFAULT '',
  settled_at INTEGER,
  UNIQUE (mail, place)
) STRICT;
CREATE INDEX suggestions_by_subject ON suggestions(subject, number);
CREATE TABLE recorded(
  uid TEXT PRIMARY KEY,
  last_at INTEGER NOT NULL
) STRICT;
CREATE TABLE box(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  validity INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT;
)sql";

constexpr std::array later{// 2: addresses of a case's parties
                           R"sql(CREATE TABLE addresses(
  subject TEXT NOT NULL,
  party TEXT NOT NULL,
  address TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (subject, party)
) STRICT, WITHOUT ROWID)sql"};

constexpr SideKind mail_kind{"the mail file", 0x4b414c4d, 2, tables, later};  // "KALM"

}  // namespace

MailFile::MailFile(const std::filesystem::path& file) : SideStore(file, mail_kind) {}

int MailFile::forget_old(Instant now) {
  static constexpr std::array old_ones{
      "DELETE FROM copies WHERE state <> 'waiting' AND report = ''"
      " AND max(made_at, starts, ifnull(tried_at, 0)) < ?",
      "DELETE FROM suggestions WHERE state <> 'open' AND ifnull(settled_at, came_at) < ?",
      "DELETE FROM holds WHERE max(at, ifnull(until, 0)) < ?",
      "DELETE FROM asks WHERE done_at < ?",
      "DELETE FROM mails WHERE at < ?",
      "DELETE FROM recorded WHERE last_at < ?",
      "DELETE FROM addresses WHERE at < ? AND subject NOT IN (SELECT subject FROM copies)"};
  const std::int64_t done_before = stored(now - kept_when_done);
  const std::int64_t settled_before = stored(now - words_kept_when_settled);
  return write([&](SQLite::Database& database) {
    int rows = change(database,
                      "UPDATE suggestions SET words = '', name = '', who = '', sender = ''"
                      " WHERE state <> 'open' AND ifnull(settled_at, came_at) < ?"
                      " AND words || name || who || sender <> ''",
                      settled_before);
    for (const char* old : old_ones) rows += change(database, old, done_before);
    return rows;
  });
}

}  // namespace kallad::mailroom
