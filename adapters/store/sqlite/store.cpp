// The event store on SQLite: the writer.
//
// FORMAT (version 3; frozen: a change is a new version with a migration)
//   One SQLite file in WAL mode, application id "KALD", user_version = store version. Beside it
//   SQLite's -wal and -shm; .lock, which the writing process holds as long as it lives; .mark,
//   how far the log had come (file/mark.hpp); and .lookup-key (lists/lookups.hpp).
//
//   events   append-only, by `position`: 1, 2, 3 ... without gaps. `stream` is its number in
//            `streams`, `sequence` counts 1..n within the stream, `previous` is the position of the
//            stream's event before (0: none). `type` is a number in `words`. `at` is ms since 1970
//            UTC. `body` is what was said, and by whom (sealed/event_body.hpp); where `sealed` is 1
//            it is sealed with the stream's key, where it is 0 it stands in the clear.
//            `hash` = SHA-256(hash of the stream's event before, or 32 zeros | position, previous,
//            sequence, at, version, sealed as 8 bytes little-endian | stream name, type, body, each
//            with its length before it). It is over the sealed bytes, so it needs no key.
//   keys     the key of each stream, and a mark of it; zeros where the stream was disposed of.
//   pasts    where a log was sealed by a migration: where it ended and its root as it was then.
//   log      one row: `last` = the last position; `root` = SHA-256(root before | event hash) over
//            all events; `settled`: rows in `cases` tell the truth about events up to here.
//   streams  names of streams. words: texts that many rows share. Both only grow.
//   cases    projection: where each stream ends (last, count), what overviews show (row, JSON).
//   counts   projection: what each stream counts as in reports up to its event `last` of time `at`,
//            in the brain's own form (row), sealed as a body is. NULL: the stream has to be read.
//            `marked`: its first byte is odd, or it is NULL; those are few and have an index.
//   due      projection: what wants to be woken when, in the order of firing.
//   entries  projection: lines of lists of cases, list by list in the order they are read. Those
//            that have changed are written when the stream's row in `cases` is. entry_words: the
//            words that lines are found by, by their number (lists/entry_texts.hpp).
//   lookups  projection: keyed digests of texts that streams are found by. lists: one row: whether
//            the two hold all of the log, and the mark of the key.
//   outbox   work for the world, by (position of the event that asked for it, number). Not a
//            projection: a row that is gone has been done. `body` is sealed with the stream's key.
//            `hash` = the first 16 bytes of SHA-256(event hash | number | kind | body).
//
// WHAT IS SEALED, AND HOW IT IS DISPOSED OF
//   Names and words stand in bodies alone; types, times and names of streams are left when a key is
//   gone, and so the chain verifies. The event that says that a stream is disposed of stands in the
//   clear, its key is overwritten in the same transaction, and the write-ahead log is cut off as
//   soon as no reader needs it: it may hold the page as it was.
//
// WHY IT FINDS EVERY CHANGE
//   Positions have no gaps, so a removed event or stream leaves a hole; a removed end contradicts
//   `log`. Position, previous and sequence are hashed, so no event can change place. The numbers'
//   texts are hashed, so the dictionaries cannot change under the events. Column types are checked
//   on reading. A whole log that is merely shorter contradicts the mark. Projections are compared
//   with the log folded anew (beside/projections.hpp). (Someone who can write the file can also
//   recompute everything: note `root` elsewhere, as backups do, to find that.)
//
// ALGORITHM
//   A batch is one transaction: events by rowid at the end of the table, due rows and outbox rows,
//   the log row, and what is beside the log of some streams. Where a stream ends is in memory until
//   its row in `cases` is written (tail.hpp), oldest first, so that `settled` moves on and opening
//   reads only the events after it: a store of any size opens at once. Checkpoints run beside
//   (beside/checkpointer.hpp); this connection never checkpoints but at its end.
//
//   After a failed sync nothing more is committed, and the program starts anew. It then finds bytes
//   that the kernel shows and holds for written though they may never have reached the disk; so a
//   write-ahead log that is found at opening is first written over with itself and synced.
//
//   Hot tables have no foreign keys: a look-up per row would cost as much as the row; verify checks
//   them instead.
#include "adapters/store/sqlite/store.hpp"

#include <SQLiteCpp/Column.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/statements.hpp"

namespace kallad {

namespace {
int note_wal_pages(void* into, sqlite3*, const char*, int pages) {
  *static_cast<int*>(into) = pages;
  return SQLITE_OK;
}

void check(int code, const char* doing) {
  if (code == SQLITE_OK) return;
  throw StoreError(fault_of(code), std::string{doing} + ": " + sqlite3_errstr(code));
}

/// Makes sure that what stands in the write-ahead log is on the disk. Its size in bytes.
std::int64_t write_wal_again(SQLite::Database& database) {
  database.execAndGet("SELECT count(*) FROM log");  // opens it
  sqlite3_file* wal = nullptr;
  check(sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal),
        "finding the write-ahead log");
  sqlite3_int64 size = 0;
  if (wal == nullptr || wal->pMethods == nullptr) return 0;
  check(wal->pMethods->xFileSize(wal, &size), "measuring the write-ahead log");
  std::vector<char> piece(65'536);  // the vfs does not take pieces of 128 KiB and more
  for (sqlite3_int64 at = 0; at < size;) {
    const int length = static_cast<int>(std::min<sqlite3_int64>(size - at, 65'536));
    check(wal->pMethods->xRead(wal, piece.data(), length, at), "reading the write-ahead log");
    check(wal->pMethods->xWrite(wal, piece.data(), length, at), "writing the write-ahead log");
    at += length;
  }
  if (size > 0) check(wal->pMethods->xSync(wal, SQLITE_SYNC_FULL), "syncing the write-ahead log");
  return size;
}

void bind_blob(SQLite::Statement& statement, int index, std::string_view bytes) {
  statement.bindNoCopy(index, static_cast<const void*>(bytes.data()),
                       static_cast<int>(bytes.size()));
}
}  // namespace

SqliteStore::SqliteStore(const StorePlace& place, Access access) try
    : place_(place),
      lock_(place.file),
      database_(open_store(place, access)),
      words_(database_),
      keys_(database_),
      walk_(database_, words_),
      entries_(database_, words_),
      texts_(database_),
      lookups_(database_, lookup_key(place.file)),
      counts_(database_),
      mark_(place.file),
      sql_(std::make_unique<Statements>(database_)) {
  sqlite3_wal_hook(database_.getHandle(), note_wal_pages, &wal_pages_);
  guarded("securing the write-ahead log", [&] { found_wal_ = write_wal_again(database_) > 0; });
  guarded("reading the end of the log", [&] { load(); });
  guarded("holding the lookups against their key", [&] { lookups_.claim(); });
} catch (const SQLite::Exception& error) {
  rethrow_as_store_error("opening the store " + place.file.string(), error);
}

SqliteStore::~SqliteStore() {
  if (open_) rollback();
  sql_.reset();
  if (failed_)
    return;  // the next opening replays the write-ahead log; touching it now could forget the
             // failure
  sqlite3_wal_checkpoint_v2(database_.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                            nullptr);
}

void SqliteStore::load() {
  SQLite::Statement row{database_,
                        "SELECT last, root, settled, (SELECT max(position) FROM events) FROM log"};
  if (!row.executeStep() || row.getColumn(1).getBytes() != static_cast<int>(sizeof(Digest))) {
    throw StoreError(StoreFault::damaged, "the log row is missing or broken");
  }
  committed_.last = row.getColumn(0).getInt64();
  const auto* root = static_cast<const unsigned char*>(row.getColumn(1).getBlob());
  std::copy_n(root, committed_.root.size(), committed_.root.begin());
  if (row.getColumn(3).getInt64() != committed_.last) {
    throw StoreError(StoreFault::damaged,
                     "the log ends at position " + std::to_string(row.getColumn(3).getInt64()) +
                         " but should end at " + std::to_string(committed_.last) + "; run verify");
  }
  refuse_older(place_.file, read_mark(place_.file), committed_);
  staged_ = committed_;
  read_tail(row.getColumn(2).getInt64());
  tail_.commit();
}

void SqliteStore::read_tail(std::int64_t settled) {
  SQLite::Statement rows{
      database_,
      "SELECT position, stream, sequence FROM events WHERE position > ? ORDER BY position"};
  rows.bind(1, settled);
  while (rows.executeStep()) {
    const std::int64_t position = rows.getColumn(0).getInt64();
    const auto count = static_cast<std::uint64_t>(rows.getColumn(2).getInt64());
    tail_.grow(rows.getColumn(1).getInt64(), position, {position, count});
  }
}

void SqliteStore::fail(const std::string& why) {
  const std::lock_guard lock{why_mutex_};
  if (!failed_) why_ = why;
  failed_ = true;
}

void SqliteStore::refuse_if_failed() const {
  if (!failed_) return;
  const std::lock_guard lock{why_mutex_};
  throw StoreError(StoreFault::failed,
                   "the store stopped writing after: " + why_ + "; restart the program");
}

void SqliteStore::begin() {
  refuse_if_failed();
  std::unique_lock lock{gate_};
  write("beginning a transaction", [&] {
    const Reset reset{sql_->begin};
    sql_->begin.exec();
  });
  lock.release();  // commit or rollback unlocks
  open_ = true;
}

void SqliteStore::commit() {
  refuse_if_failed();
  write("committing", [&] {
    write_log_row();
    const Reset reset{sql_->commit};
    sql_->commit.exec();
  });
  committed_ = staged_;
  mark_.write(committed_);
  tail_.commit();
  last_key_.reset();
  open_ = false;
  gate_.unlock();
  if (told_) told_({wal_pages_, std::exchange(broke_seal_, false)});
}

void SqliteStore::rollback() noexcept {
  if (!open_) return;
  // SQLite has rolled back by itself after some errors; then there is nothing to do and nothing to
  // report.
  if (sqlite3_get_autocommit(database_.getHandle()) == 0) database_.tryExec("ROLLBACK");
  staged_ = committed_;
  tail_.rollback();
  words_.forget();
  last_key_.reset();
  broke_seal_ = false;
  open_ = false;
  gate_.unlock();
}

std::int64_t SqliteStore::settled() const {
  return tail_.oldest_position().value_or(staged_.last + 1) - 1;
}

void SqliteStore::write_log_row() {
  const Reset reset{sql_->log};
  sql_->log.bind(1, staged_.last);
  bind_blob(sql_->log, 2, view_of(staged_.root));
  sql_->log.bind(3, settled());
  sql_->log.exec();
}

StreamHead SqliteStore::head(std::string_view stream) {
  return guarded("looking up stream " + std::string{stream}, [&] {
    StreamHead head;
    head.id = walk_.stream_number(stream);
    if (head.id == 0) return head;
    const auto in_tail = tail_.end_of(head.id);
    const auto end = in_tail ? in_tail : walk_.end_by_cases(head.id);
    if (!end)
      throw StoreError(StoreFault::damaged, "stream " + std::string{stream} + " has lost its end");
    head.position = end->last;
    head.count = end->count;
    return head;
  });
}

void SqliteStore::read(std::string_view stream, StreamHead& head,
                       const std::function<void(const EventView&, const ShortDigest&)>& take) {
  guarded("reading stream " + std::string{stream}, [&] { walk_.read(stream, head, take); });
}

std::optional<StreamKey> SqliteStore::key_for(std::string_view stream, StreamHead& head) {
  if (head.id != 0) return key_of(head.id);
  const Reset reset{sql_->add_stream};
  sql_->add_stream.bind(1, std::string{stream});
  sql_->add_stream.exec();
  head.id = database_.getLastInsertRowid();
  return last_key_.emplace(head.id, keys_.make(head.id)).second;
}

std::optional<StreamKey> SqliteStore::key_of(std::int64_t stream) {
  if (last_key_ && last_key_->first == stream) return last_key_->second;
  last_key_.reset();
  auto key = keys_.of(stream);
  if (key && open_) last_key_.emplace(stream, *key);
  return key;
}

void SqliteStore::append(std::string_view stream, StreamHead& head, const CommandStamp& stamp,
                         std::span<const NewEvent> events) {
  write("appending to stream " + std::string{stream}, [&] {
    auto key = key_for(stream, head);
    const std::string_view content{reinterpret_cast<const char*>(stamp.content.data()),
                                   stamp.content.size()};
    const std::int64_t first = staged_.last + 1;
    for (const NewEvent& event : events) {
      if (event.breaks_seal && key) break_seal(head, key);
      const bool begins = &event == events.data();
      std::string body = bytes_of({begins, begins ? std::string_view{stamp.command_id} : "",
                                   begins ? content : "", stamp.actor, event.payload});
      if (key) body = seal(*key, place_of_event(staged_.last + 1), body);
      EventRow row{.position = staged_.last + 1,
                   .stream = head.id,
                   .sequence = static_cast<std::int64_t>(head.count) + 1,
                   .previous = head.position,
                   .type = words_.number_of(event.type),
                   .version = event.version,
                   .at = stamp.at.time_since_epoch().count(),
                   .sealed = key ? 1 : 0,
                   .body = body,
                   .hash = {}};
      head.hash = event_hash(hasher_, head.hash, row, {stream, event.type});
      row.hash = view_of(head.hash);
      insert_event(row);
      staged_.root = next_root(hasher_, staged_.root, head.hash);
      staged_.last = head.position = row.position;
      ++head.count;
    }
    head.at = stamp.at;
    tail_.grow(head.id, first, {head.position, head.count});
  });
}

/// What waits to be sent of the stream goes with the key: nobody could read it.
void SqliteStore::break_seal(const StreamHead& head, std::optional<StreamKey>& key) {
  destroy_key(database_, head.id);
  last_key_.reset();
  const Reset reset{sql_->drop_outbox};
  sql_->drop_outbox.bind(1, head.id);
  sql_->drop_outbox.exec();
  key.reset();
  broke_seal_ = true;
}

void SqliteStore::insert_event(const EventRow& row) {
  SQLite::Statement& insert = sql_->insert;
  const Reset reset{insert};
  int index = 0;
  for (const std::int64_t number : {row.position, row.stream, row.sequence, row.previous, row.type,
                                    row.version, row.at, row.sealed}) {
    insert.bind(++index, number);
  }
  bind_blob(insert, 9, row.body);
  bind_blob(insert, 10, row.hash);
  insert.exec();
}

}  // namespace kallad
