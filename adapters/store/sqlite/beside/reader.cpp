// The reading connection. Each call is one short snapshot.
// Not waiting for the writer, and never writing: WAL gives each snapshot its own view.
#include "adapters/store/sqlite/beside/reader.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>

#include "adapters/store/sqlite/file/fault.hpp"
#include "adapters/store/sqlite/file/mark.hpp"
#include "adapters/store/sqlite/file/outbox_row.hpp"
#include "adapters/store/sqlite/lists/lookups.hpp"

namespace kallad {

namespace {
Instant instant_of(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }
}  // namespace

Reader::Reader(const StorePlace& place, const Tail* tail)
    : file_(place.file),
      database_(open_store(place, Access::read)),
      words_(database_),
      walk_(database_, words_),
      tail_(tail) {
  const auto mark = read_mark(place.file);  // before the log, which may grow meanwhile
  const auto [last, root] = log();
  refuse_older(place.file, mark, {last, root});
}

StreamEnd Reader::end_of(std::int64_t stream) {
  StreamEnd end = walk_.end_by_cases(stream).value_or(StreamEnd{});
  if (tail_ != nullptr) return end;
  SQLite::Statement newer{
      database_,
      "SELECT position, sequence FROM events WHERE position > (SELECT settled FROM log)"
      " AND stream = ? ORDER BY position DESC LIMIT 1"};
  newer.bind(1, stream);
  if (newer.executeStep()) {
    end = {newer.getColumn(0).getInt64(),
           static_cast<std::uint64_t>(newer.getColumn(1).getInt64())};
  }
  return end;
}

StreamEnd Reader::end_now(std::int64_t stream) {
  const StreamEnd end = end_of(stream);
  const auto waiting = tail_ == nullptr ? std::nullopt : tail_->committed_end(stream);
  return waiting && waiting->last > end.last ? *waiting : end;
}

std::uint64_t Reader::read(std::string_view stream, const LogWalk::Take& take) {
  StreamHead head;
  read_on(stream, head, take);
  return head.count;
}

void Reader::read_on(std::string_view stream, StreamHead& head, const LogWalk::Take& take) {
  guarded("reading stream " + std::string{stream}, [&] {
    // The tail is asked before the snapshot begins: what it tells is committed, so the snapshot has
    // it, and what is settled in between stands in the snapshot's `cases`.
    StreamHead now;
    now.id = head.id != 0 ? head.id : walk_.stream_number(stream);
    const auto waiting = tail_ == nullptr ? std::nullopt : tail_->committed_end(now.id);
    const SQLite::Transaction snapshot{database_};
    if (now.id == 0) now.id = walk_.stream_number(stream);
    if (now.id == 0) return;
    StreamEnd end = end_of(now.id);
    if (waiting && waiting->last > end.last) end = *waiting;
    if (end.last == head.position) return;
    now.position = end.last;
    now.count = end.count;
    walk_.read(stream, now, take, head);
    head = now;
  });
}

std::vector<std::pair<std::int64_t, ListedStream>> Reader::list(std::int64_t after,
                                                                std::size_t limit) {
  return guarded("reading the overview", [&] {
    SQLite::Statement rows{
        database_,
        "SELECT number, name, coalesce(count, 0), coalesce(row, 'null') FROM streams"
        " LEFT JOIN cases ON stream = number WHERE number > ? ORDER BY number LIMIT ?"};
    rows.bind(1, after);
    rows.bind(2, static_cast<std::int64_t>(limit));
    std::vector<std::pair<std::int64_t, ListedStream>> listed;
    while (rows.executeStep()) {
      listed.emplace_back(rows.getColumn(0).getInt64(),
                          ListedStream{rows.getColumn(1).getString(),
                                       static_cast<std::uint64_t>(rows.getColumn(2).getInt64()),
                                       rows.getColumn(3).getString()});
    }
    return listed;
  });
}

std::vector<ListedEntry> Reader::entries(const EntryQuery& query) {
  return guarded("reading a list of cases", [&] {
    std::vector<ListedEntry> listed;
    SQLite::Statement at{database_, "SELECT at FROM events WHERE position = ?"};
    for (FoundEntry& found : find_entries(database_, words_, query)) {
      // Asked after the lines, each in a snapshot of its own: never older than what they show.
      const StreamEnd end = end_now(found.stream);
      at.bind(1, end.last);
      const Instant changed = at.executeStep() ? instant_of(at.getColumn(0).getInt64()) : Instant{};
      at.reset();
      listed.push_back({std::move(found), end.count, changed});
    }
    return listed;
  });
}

std::uint64_t Reader::count_entries(const EntryQuery& query) {
  return guarded("counting a list of cases",
                 [&] { return kallad::count_entries(database_, words_, query); });
}

std::vector<std::string> Reader::leads(const std::string& list) {
  return guarded("reading who coordinates", [&] { return find_leads(database_, words_, list); });
}

std::vector<std::string> Reader::find(std::string_view text) {
  const auto key = known_lookup_key(file_);
  if (!key)
    throw StoreError(StoreFault::failed, "the store's lookups have no key; open it for writing");
  return guarded("looking up streams", [&] {
    std::vector<std::string> names;
    SQLite::Statement name{database_, "SELECT name FROM streams WHERE number = ?"};
    for (const std::int64_t stream : Lookups{database_, *key}.find(text)) {
      name.bind(1, stream);
      if (name.executeStep()) names.push_back(name.getColumn(0).getString());
      name.reset();
    }
    return names;
  });
}

int Reader::listed_by() {
  return guarded("asking whether counts are whole",
                 [&] { return database_.execAndGet("SELECT ready FROM lists").getInt(); });
}

std::int64_t Reader::counts(Counts which, std::int64_t after, std::size_t limit,
                            const std::function<void(const StoredCount&)>& take) {
  return guarded("reading what streams count as", [&] {
    const SQLite::Transaction snapshot{database_};
    return walk_counts(database_, which, after, limit, take);
  });
}

std::string Reader::name_of(std::int64_t stream) {
  return guarded("reading a stream's name", [&] {
    SQLite::Statement name{database_, "SELECT name FROM streams WHERE number = ?"};
    name.bind(1, stream);
    if (name.executeStep()) return name.getColumn(0).getString();
    throw StoreError(StoreFault::damaged,
                     "stream number " + std::to_string(stream) + " has no name");
  });
}

std::vector<DueItem> Reader::due(Instant until, std::size_t limit) {
  return guarded("reading due rows", [&] {
    SQLite::Statement rows{
        database_,
        "SELECT at, name, word, subject FROM due CROSS JOIN streams s ON s.number = due.stream"
        " CROSS JOIN words w ON w.number = due.kind WHERE at <= ?"
        " ORDER BY at, stream, kind, subject LIMIT ?"};
    rows.bind(1, until.time_since_epoch().count());
    rows.bind(2, static_cast<std::int64_t>(limit));
    std::vector<DueItem> items;
    while (rows.executeStep()) {
      items.push_back({rows.getColumn(1).getString(),
                       {instant_of(rows.getColumn(0).getInt64()), rows.getColumn(2).getString(),
                        rows.getColumn(3).getString()}});
    }
    return items;
  });
}

std::vector<OutboxItem> Reader::outbox(std::size_t limit) {
  return guarded("reading the outbox", [&] { return OutboxRows{database_}.read(limit); });
}

std::vector<OutboxItem> Reader::outbox_of(std::string_view stream) {
  return guarded("reading what waits of " + std::string{stream}, [&] {
    const std::int64_t number = walk_.stream_number(stream);
    return number == 0 ? std::vector<OutboxItem>{}
                       : OutboxRows{database_}.read_to(end_now(number).last);
  });
}

std::vector<LoggedEvent> Reader::after(std::int64_t position, std::size_t limit) {
  return guarded("following the log", [&] {
    SQLite::Statement rows{database_,
                           "SELECT position, name, sequence, word, at, stream, sealed, body"
                           " FROM events CROSS JOIN streams s ON s.number = stream"
                           " CROSS JOIN words w ON w.number = type"
                           " WHERE position > ? ORDER BY position LIMIT ?"};
    rows.bind(1, position);
    rows.bind(2, static_cast<std::int64_t>(limit));
    StreamKeys keys{database_};
    std::vector<LoggedEvent> events;
    while (rows.executeStep()) {
      const SQLite::Column stored = rows.getColumn(7);
      std::string body{static_cast<const char*>(stored.getBlob()),
                       static_cast<std::size_t>(stored.getBytes())};
      const bool sealed = rows.getColumn(6).getInt() != 0;
      const auto key = sealed ? keys.of(rows.getColumn(5).getInt64()) : std::nullopt;
      if (key) body = open_seal(*key, place_of_event(rows.getColumn(0).getInt64()), body);
      const bool is_told = !sealed || key.has_value();
      events.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString(),
                        static_cast<std::uint64_t>(rows.getColumn(2).getInt64()),
                        rows.getColumn(3).getString(), instant_of(rows.getColumn(4).getInt64()),
                        is_told ? std::string{read_body(body).payload} : std::string{}});
    }
    return events;
  });
}

std::pair<std::int64_t, Digest> Reader::log() {
  return guarded("reading the log row", [&] {
    SQLite::Statement row{database_, "SELECT last, root FROM log"};
    if (!row.executeStep() || row.getColumn(1).getBytes() != static_cast<int>(sizeof(Digest))) {
      throw StoreError(StoreFault::damaged, "the log row is missing or broken");
    }
    Digest root{};
    std::copy_n(static_cast<const unsigned char*>(row.getColumn(1).getBlob()), root.size(),
                root.begin());
    return std::pair{row.getColumn(0).getInt64(), root};
  });
}

StreamsOf streams_of(Reader& reader) {
  return [&reader](std::string_view stream, const std::function<void(const EventView&)>& take) {
    return reader.read(stream,
                       [&take](const EventView& event, const ShortDigest&) { take(event); });
  };
}

}  // namespace kallad
