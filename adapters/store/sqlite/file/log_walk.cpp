// The walk keeps copies of a stream's rows (tens, rarely thousands), because the log links
// backwards only.
#include "adapters/store/sqlite/file/log_walk.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

/// A stream's rows, outliving their statement: numbers as they are, and all bytes in one text.
struct LogWalk::Kept {
  std::vector<EventRow> rows;  ///< their views hold after point_into_bytes
  std::vector<std::size_t> starts;
  std::string bytes;

  explicit Kept(std::size_t count) : rows(count), starts(count) {}

  void keep(std::size_t index, const EventRow& row) {
    rows[index] = row;
    starts[index] = bytes.size();
    for (const std::string_view piece : {row.command, row.content, row.payload, row.hash})
      bytes += piece;
  }

  void point_into_bytes(std::size_t index) {
    EventRow& row = rows[index];
    const char* at = bytes.data() + starts[index];
    for (std::string_view* piece : {&row.command, &row.content, &row.payload, &row.hash}) {
      *piece = {at, piece->size()};
      at += piece->size();
    }
  }
};

namespace {
[[noreturn]] void damaged(std::string_view stream, std::int64_t sequence, const std::string& what) {
  throw StoreError(StoreFault::damaged, "stream " + std::string{stream} + ", event " +
                                            std::to_string(sequence) + ": " + what);
}
}  // namespace

LogWalk::LogWalk(SQLite::Database& database, Words& words)
    : words_(words),
      number_(database, "SELECT number FROM streams WHERE name = ?"),
      end_(database, "SELECT last, count FROM cases WHERE stream = ?"),
      event_(database, std::string{"SELECT "} + event_columns + " FROM events WHERE position = ?") {
}

std::int64_t LogWalk::stream_number(std::string_view name) {
  const std::string text{name};
  const Reset reset{number_};
  number_.bindNoCopy(1, text);
  return number_.executeStep() ? number_.getColumn(0).getInt64() : 0;
}

std::optional<StreamEnd> LogWalk::end_by_cases(std::int64_t stream) {
  const Reset reset{end_};
  end_.bind(1, stream);
  if (!end_.executeStep()) return std::nullopt;
  return StreamEnd{end_.getColumn(0).getInt64(),
                   static_cast<std::uint64_t>(end_.getColumn(1).getInt64())};
}

/// Keeps the event at `position` and returns the position of the one before.
std::int64_t LogWalk::fetch(std::string_view name, std::int64_t position, const StreamHead& head,
                            std::uint64_t sequence, Kept& kept) {
  const auto wanted = static_cast<std::int64_t>(sequence);
  const Reset reset{event_};
  event_.bind(1, position);
  if (!event_.executeStep())
    damaged(name, wanted, "missing at position " + std::to_string(position));
  const EventRow row = read_event_row(event_);
  if (row.stream != head.id) damaged(name, wanted, "belongs to another stream");
  if (row.sequence != wanted) damaged(name, wanted, "has sequence " + std::to_string(row.sequence));
  kept.keep(sequence - 1 - (head.count - kept.rows.size()), row);
  return row.previous;
}

void LogWalk::read(std::string_view name, StreamHead& head, const Take& take,
                   const StreamHead& from) {
  if (head.count < from.count) damaged(name, static_cast<std::int64_t>(from.count), "is gone");
  Kept kept{head.count - from.count};
  std::int64_t position = head.position;
  for (std::uint64_t sequence = head.count; sequence > from.count; --sequence) {
    position = fetch(name, position, head, sequence, kept);
  }
  if (position != from.position) {
    damaged(name, static_cast<std::int64_t>(from.count) + 1,
            from.count == 0 ? "is not the first of its stream" : "does not follow the one before");
  }

  Digest before = from.hash;
  std::string command;
  ShortDigest content{};
  std::string type;
  std::string actor;
  for (std::size_t i = 0; i < kept.rows.size(); ++i) {
    kept.point_into_bytes(i);
    const EventRow& row = kept.rows[i];
    type = words_.text_of(row.type);
    actor = words_.text_of(row.actor);
    before = event_hash(hasher_, before, row, {name, type, actor});
    if (view_of(before) != row.hash)
      damaged(name, row.sequence, "its hash does not match its content");
    if (row.has_command) {
      command = row.command;
      std::copy(row.content.begin(), row.content.end(), content.begin());
    }
    head.at = Instant{std::chrono::milliseconds{row.at}};
    take({name, static_cast<std::uint64_t>(row.sequence), type, static_cast<int>(row.version),
          head.at, actor, command, row.payload},
         content);
  }
  head.hash = before;
}

}  // namespace kallad
