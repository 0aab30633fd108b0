-- A Kallad store, version 1: a SQLite file in WAL mode, application_id 1262570564.
-- What the tables mean is told at the head of adapters/store/sqlite/store.cpp.

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
  actor INTEGER NOT NULL,
  command TEXT,
  content BLOB,
  payload TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TABLE streams(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE words(number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE outbox(
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  stream INTEGER NOT NULL REFERENCES streams,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 16),
  PRIMARY KEY (position, number)
) STRICT, WITHOUT ROWID;
INSERT INTO log VALUES (1, 0, zeroblob(32), 0);

-- These follow from the events: dropped, they are made again by rebuild.
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
