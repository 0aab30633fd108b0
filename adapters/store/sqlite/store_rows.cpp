// The event store on SQLite: due rows, outbox and list rows. The log itself is in store.cpp.
// Rule kept: these rows are written in the transaction of the events they follow from.
#include <SQLiteCpp/Column.h>

#include <limits>

#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/statements.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

namespace {
std::int64_t ms_of(Instant moment) { return moment.time_since_epoch().count(); }
Instant instant_of(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }
}  // namespace

void SqliteStore::put_due(const StreamHead& head, const DueRow& row) {
  write("adding a due row", [&] {
    const std::int64_t kind = words_.number_of(row.kind);
    const Reset reset{sql_->put_due};
    sql_->put_due.bind(1, ms_of(row.at));
    sql_->put_due.bind(2, head.id);
    sql_->put_due.bind(3, kind);
    sql_->put_due.bindNoCopy(4, row.subject);
    sql_->put_due.exec();
  });
}

void SqliteStore::drop_due(const StreamHead& head, const DueRow& row) {
  write("removing a due row", [&] {
    const std::int64_t kind = words_.find(row.kind);
    const Reset reset{sql_->drop_due};
    sql_->drop_due.bind(1, ms_of(row.at));
    sql_->drop_due.bind(2, head.id);
    sql_->drop_due.bind(3, kind);
    sql_->drop_due.bindNoCopy(4, row.subject);
    sql_->drop_due.exec();
  });
}

std::vector<DueItem> SqliteStore::due_until(Instant until, const DueCursor& cursor,
                                            std::size_t limit) {
  return guarded("reading due rows", [&] {
    const bool from_start = !cursor.has_value();
    const std::string subject = from_start ? std::string{} : cursor->row.subject;
    SQLite::Statement& due = sql_->due;
    const std::int64_t stream = from_start ? 0 : walk_.stream_number(cursor->stream);
    const std::int64_t kind = from_start ? 0 : words_.find(cursor->row.kind);
    const Reset reset{due};
    due.bind(1, ms_of(until));
    due.bind(2, from_start ? std::numeric_limits<std::int64_t>::min() : ms_of(cursor->row.at));
    due.bind(3, stream);
    due.bind(4, kind);
    due.bindNoCopy(5, subject);
    due.bind(6, static_cast<std::int64_t>(limit));
    std::vector<DueItem> items;
    while (due.executeStep()) {
      items.push_back({due.getColumn(1).getString(),
                       {instant_of(due.getColumn(0).getInt64()), due.getColumn(2).getString(),
                        due.getColumn(3).getString()}});
    }
    return items;
  });
}

std::optional<Instant> SqliteStore::next_due() {
  return guarded("reading the next due row", [&]() -> std::optional<Instant> {
    const Reset reset{sql_->next_due};
    if (!sql_->next_due.executeStep()) return std::nullopt;
    return instant_of(sql_->next_due.getColumn(0).getInt64());
  });
}

void SqliteStore::put_outbox(const StreamHead& head, int number, const OutboxRow& row) {
  write("adding an outbox row", [&] {
    const Reset reset{sql_->put_outbox};
    const auto key = key_of(head.id);
    promise(key.has_value(), "no letter follows from what was disposed of");
    const std::string body = seal(*key, place_of_letter({head.position, number}), row.body);
    const ShortDigest hash = letter_hash(hasher_, view_of(head.hash), number, row.kind, body);
    sql_->put_outbox.bind(1, head.position);
    sql_->put_outbox.bind(2, number);
    sql_->put_outbox.bind(3, head.id);
    sql_->put_outbox.bindNoCopy(4, row.kind);
    sql_->put_outbox.bindNoCopy(5, static_cast<const void*>(body.data()),
                                static_cast<int>(body.size()));
    sql_->put_outbox.bindNoCopy(6, static_cast<const void*>(hash.data()),
                                static_cast<int>(hash.size()));
    sql_->put_outbox.exec();
  });
}

std::vector<OutboxItem> SqliteStore::outbox(std::size_t limit) {
  return guarded("reading the outbox", [&] { return sql_->outbox.read(limit); });
}

std::vector<OutboxItem> SqliteStore::outbox_with_stops() {
  return guarded("reading what is taken back", [&] { return sql_->outbox.read_to_stops(); });
}

void SqliteStore::retire_outbox(const OutboxKey& key) {
  write("retiring an outbox row", [&] {
    const Reset reset{sql_->retire};
    sql_->retire.bind(1, key.position);
    sql_->retire.bind(2, key.number);
    sql_->retire.exec();
  });
}

std::string SqliteStore::name_of(std::int64_t stream) {
  const Reset reset{sql_->stream_name};
  sql_->stream_name.bind(1, stream);
  if (sql_->stream_name.executeStep()) return sql_->stream_name.getColumn(0).getString();
  throw StoreError(StoreFault::damaged, "stream number " + std::to_string(stream) + " has no name");
}

std::vector<std::string> SqliteStore::next_unsettled(std::size_t limit) {
  return guarded("reading stream names", [&] {
    std::vector<std::string> names;
    for (const std::int64_t stream : tail_.next_waiting(limit)) names.push_back(name_of(stream));
    return names;
  });
}

void SqliteStore::put_entries(const StreamHead& head, std::span<const ListEntry> entries) {
  write("writing lines in lists", [&] {
    entries_.put(head.id, entries);
    texts_.put(head.id, words_of(entries));
  });
}

void SqliteStore::put_lookup(const StreamHead& head, std::string_view text) {
  write("adding a lookup", [&] { lookups_.put(text, head.id); });
}

void SqliteStore::drop_lookup(const StreamHead& head, std::string_view text) {
  write("removing a lookup", [&] { lookups_.drop(text, head.id); });
}

std::vector<std::string> SqliteStore::find(std::string_view text) {
  return guarded("looking up streams", [&] {
    std::vector<std::string> names;
    for (const std::int64_t stream : lookups_.find(text)) names.push_back(name_of(stream));
    return names;
  });
}

int SqliteStore::listed_by() {
  return guarded("asking whether lists are whole",
                 [&] { return database_.execAndGet("SELECT ready FROM lists").getInt(); });
}

void SqliteStore::note_listed(int revision) {
  write("noting that lists are whole",
        [&] { database_.exec("UPDATE lists SET ready = " + std::to_string(revision)); });
}

void SqliteStore::settle(const StreamHead& head, const std::string& list_row,
                         const std::optional<std::string>& count_row) {
  write("writing a list row", [&] {
    const Reset reset{sql_->settle};
    sql_->settle.bind(1, head.id);
    sql_->settle.bind(2, head.position);
    sql_->settle.bind(3, static_cast<std::int64_t>(head.count));
    sql_->settle.bindNoCopy(4, list_row);
    sql_->settle.exec();
    counts_.put(head, count_row);
    tail_.settle(head.id);
  });
}

void SqliteStore::clear_projections() {
  write("clearing projections", [&] {
    for (const char* table : {"cases", "counts", "due", "entries", "entry_words", "lookups"})
      database_.exec(std::string{"DELETE FROM "} + table);
    read_tail(0);  // only the log itself knows now where streams end
  });
}

std::vector<std::pair<std::int64_t, std::string>> SqliteStore::streams(std::int64_t after,
                                                                       std::size_t limit) {
  return guarded("reading streams", [&] {
    SQLite::Statement& rows = sql_->streams;
    const Reset reset{rows};
    rows.bind(1, after);
    rows.bind(2, static_cast<std::int64_t>(limit));
    std::vector<std::pair<std::int64_t, std::string>> found;
    while (rows.executeStep())
      found.emplace_back(rows.getColumn(0).getInt64(), rows.getColumn(1).getString());
    return found;
  });
}

}  // namespace kallad
