// Reading a store beside its writer: events of a case, overviews, what falls due, what waits to be
// sent. Not the writer's view: it shows what is committed. Not an authority: who may see what is
// decided before. Rule kept: readers have their own connection and short snapshots; they never wait
// for the writer nor hold it up.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "adapters/store/sqlite/file/log_walk.hpp"
#include "adapters/store/sqlite/file/schema.hpp"
#include "adapters/store/sqlite/lists/count_rows.hpp"
#include "adapters/store/sqlite/lists/entry_search.hpp"
#include "adapters/store/sqlite/tail.hpp"

namespace kallad {

/// A line of an overview.
struct ListedStream {
  std::string name;
  std::uint64_t count = 0;  ///< events when the row was written; 0: it waits
  std::string row;          ///< JSON, by the brain; "null" where it waits or could not be made
};

/// A line of a list of cases, with where its case stands now.
struct ListedEntry {
  FoundEntry found;
  std::uint64_t version = 0;
  Instant changed;  ///< time of the last event
};

/// An event beside its stream, for those who follow the log as it grows. Not checked against its
/// hash: that needs the events before it.
struct LoggedEvent {
  std::int64_t position = 0;
  std::string stream;
  std::uint64_t sequence = 0;
  std::string type;
  Instant at{};
  std::string payload;  ///< empty where its stream was disposed of
};

/// One reading connection. One thread at a time; make one for each thread.
class Reader {
 public:
  /// `tail` is the writer's in the same process; without it the end of the log is searched (other
  /// processes).
  explicit Reader(const StorePlace& place, const Tail* tail = nullptr);

  /// All events of a stream in order, checked; returns their number, 0 where there is no such
  /// stream. Throws StoreError `damaged`.
  std::uint64_t read(std::string_view stream, const LogWalk::Take& take);
  /// The same, going on where `head` says that an earlier reading of the stream ended; `head` is
  /// moved to where this one did. An empty one reads from the beginning. Throws StoreError.
  void read_on(std::string_view stream, StreamHead& head, const LogWalk::Take& take);
  /// Overview rows in the order of the streams' first events, after the stream number `after`; also
  /// of a stream whose row waits to be written.
  std::vector<std::pair<std::int64_t, ListedStream>> list(std::int64_t after, std::size_t limit);
  /// A page of a list of cases, and how many lines it has in all.
  std::vector<ListedEntry> entries(const EntryQuery& query);
  std::uint64_t count_entries(const EntryQuery& query);
  /// Who coordinates for the list's owner in some line.
  std::vector<std::string> leads(const std::string& list);
  /// Names of the streams that are found by the text (lists/lookups.hpp). Throws StoreError.
  std::vector<std::string> find(std::string_view text);
  /// The revision of the brain that made lists, lookups and counts; 0 where they are not whole.
  int listed_by();
  /// What streams count as, see walk_counts. One snapshot for each call. Throws StoreError.
  std::int64_t counts(Counts which, std::int64_t after, std::size_t limit,
                      const std::function<void(const StoredCount&)>& take);
  /// The name of a stream, by its number. Throws StoreError `damaged` where it has none.
  std::string name_of(std::int64_t stream);
  std::vector<DueItem> due(Instant until, std::size_t limit);
  std::vector<OutboxItem> outbox(std::size_t limit);
  /// What waits of one stream, oldest first.
  std::vector<OutboxItem> outbox_of(std::string_view stream);
  /// Events of all streams in the order of the log, after a position.
  std::vector<LoggedEvent> after(std::int64_t position, std::size_t limit);
  /// Events in the log and the hash over them all.
  std::pair<std::int64_t, Digest> log();

 private:
  StreamEnd end_of(std::int64_t stream);
  StreamEnd end_now(std::int64_t stream);

  std::filesystem::path file_;
  SQLite::Database database_;
  Words words_;
  LogWalk walk_;
  const Tail* tail_;
};

/// The reader's streams for rooms that know of no store: all events of one in order, and how many.
/// The reader outlives it.
using StreamsOf =
    std::function<std::uint64_t(std::string_view, const std::function<void(const EventView&)>&)>;
StreamsOf streams_of(Reader& reader);

}  // namespace kallad
