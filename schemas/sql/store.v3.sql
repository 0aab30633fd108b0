-- A Kallad store, version 3: a SQLite file in WAL mode, application_id 1262570564.
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
