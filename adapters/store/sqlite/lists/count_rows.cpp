// Sealing, opening and walking. Which streams have grown since is told by the end of the log, so
// that readers of another process, too, see what the writer has not settled yet.
#include "adapters/store/sqlite/lists/count_rows.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <limits>
#include <map>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {

std::string place_of_count(std::int64_t stream, std::int64_t last) {
  return "count of stream " + std::to_string(stream) + " up to " + std::to_string(last);
}

std::string_view bytes_of_count(const SQLite::Column& column) {
  const int size = column.getBytes();
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(size)};
}

constexpr const char* count_columns = "stream, last, at, sealed, row, marked";

bool is_marked(std::string_view row) {
  return !row.empty() && static_cast<unsigned char>(row.front()) % 2 == 1;
}

/// The row's bytes as they were put; `plain` has room for those that were sealed.
std::optional<std::string_view> opened(SQLite::Statement& row, StreamKeys& keys,
                                       std::string& plain) {
  if (row.isColumnNull(4)) return std::nullopt;
  if (row.getColumn(3).getInt() == 0) return bytes_of_count(row.getColumn(4));
  const std::int64_t stream = row.getColumn(0).getInt64();
  const auto key = keys.of(stream);
  if (!key) return std::nullopt;  // disposed of since
  plain = open_seal(*key, place_of_count(stream, row.getColumn(1).getInt64()),
                    bytes_of_count(row.getColumn(4)));
  return plain;
}

/// Where streams end of which the log does not say that their rows are settled. Some are all the
/// same, so their ends are told too.
std::map<std::int64_t, std::int64_t> unsettled_ends(SQLite::Database& database,
                                                    std::int64_t after) {
  std::map<std::int64_t, std::int64_t> ends;
  SQLite::Statement rows{database,
                         "SELECT stream, max(position) FROM events"
                         " WHERE position > (SELECT settled FROM log) AND stream > ?"
                         " GROUP BY stream"};
  rows.bind(1, after);
  while (rows.executeStep()) ends[rows.getColumn(0).getInt64()] = rows.getColumn(1).getInt64();
  return ends;
}

}  // namespace

CountRows::CountRows(SQLite::Database& database)
    : keys_(database),
      put_(database, "INSERT OR REPLACE INTO counts VALUES (?,?,?,?,?,?)"),
      of_(database, std::string{"SELECT "} + count_columns + " FROM counts WHERE stream = ?") {}

void CountRows::put(const StreamHead& head, const std::optional<std::string>& row) {
  const auto key = row && !row->empty() ? keys_.of(head.id) : std::nullopt;
  std::string bytes = row.value_or(std::string{});
  if (key) bytes = seal(*key, place_of_count(head.id, head.position), bytes);
  const Reset reset{put_};
  put_.bind(1, head.id);
  put_.bind(2, head.position);
  put_.bind(3, std::int64_t{head.at.time_since_epoch().count()});
  put_.bind(4, key ? 1 : 0);
  if (row) {
    put_.bindNoCopy(5, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
  } else {
    put_.bind(5);
  }
  put_.bind(6, !row || is_marked(*row) ? 1 : 0);  // what has to be read is looked at by everybody
  put_.exec();
}

std::optional<std::string> CountRows::of(std::int64_t stream) {
  const Reset reset{of_};
  of_.bind(1, stream);
  std::string plain;
  if (!of_.executeStep()) return std::nullopt;
  const auto bytes = opened(of_, keys_, plain);
  // A row with another's mark would be missed by those who look for it, so it is none.
  if (!bytes || is_marked(*bytes) != (of_.getColumn(5).getInt() == 1)) return std::nullopt;
  return std::string{*bytes};
}

std::int64_t walk_counts(SQLite::Database& database, Counts which, std::int64_t after,
                         std::size_t limit, const std::function<void(const StoredCount&)>& take) {
  const auto ends = unsettled_ends(database, after);
  auto end = ends.begin();
  const auto take_those_before = [&](std::int64_t stream) {
    for (; end != ends.end() && end->first < stream; ++end) take({end->first, {}, {}});
  };
  StreamKeys keys{database};
  SQLite::Statement rows{database, std::string{"SELECT "} + count_columns + " FROM counts WHERE " +
                                       (which == Counts::marked ? "marked = 1 AND " : "") +
                                       "stream > ? ORDER BY stream LIMIT ?"};
  rows.bind(1, after);
  rows.bind(2, static_cast<std::int64_t>(limit));
  std::string plain;
  std::size_t found = 0;
  for (; rows.executeStep(); ++found) {
    after = rows.getColumn(0).getInt64();
    take_those_before(after);
    const bool is_listed = end != ends.end() && end->first == after;
    const bool has_grown = is_listed && end->second > rows.getColumn(1).getInt64();
    if (is_listed) ++end;
    if (has_grown) {
      take({after, {}, {}});
    } else {
      take({after, Instant{std::chrono::milliseconds{rows.getColumn(2).getInt64()}},
            opened(rows, keys, plain)});
    }
  }
  if (found == limit || ends.empty()) return after;
  take_those_before(std::numeric_limits<std::int64_t>::max());
  return std::max(after, ends.rbegin()->first);
}

}  // namespace kallad
