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
    for (const std::string_view piece : {row.body, row.hash}) bytes += piece;
  }

  void point_into_bytes(std::size_t index) {
    EventRow& row = rows[index];
    const char* at = bytes.data() + starts[index];
    for (std::string_view* piece : {&row.body, &row.hash}) {
      *piece = {at, piece->size()};
      at += piece->size();
    }
  }
};

/// What is kept from event to event: the command, which several share, and room for texts.
struct LogWalk::Said {
  std::string type;
  std::string plain;
  std::string command;
  ShortDigest content{};
};

namespace {
[[noreturn]] void damaged(std::string_view stream, std::int64_t sequence, const std::string& what) {
  throw StoreError(StoreFault::damaged, "stream " + std::string{stream} + ", event " +
                                            std::to_string(sequence) + ": " + what);
}
}  // namespace

LogWalk::LogWalk(SQLite::Database& database, Words& words)
    : words_(words),
      keys_(database),
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
  const auto key = kept.rows.empty() ? std::nullopt : keys_.of(head.id);
  Said said;
  for (std::size_t i = 0; i < kept.rows.size(); ++i) {
    kept.point_into_bytes(i);
    const EventRow& row = kept.rows[i];
    said.type = words_.text_of(row.type);
    before = event_hash(hasher_, before, row, {name, said.type});
    if (view_of(before) != row.hash)
      damaged(name, row.sequence, "its hash does not match its content");
    head.at = Instant{std::chrono::milliseconds{row.at}};
    if (row.sealed == 0 || key) hand_over(name, row, key, said, take);
  }
  head.hash = before;
}

void LogWalk::hand_over(std::string_view name, const EventRow& row,
                        const std::optional<StreamKey>& key, Said& said, const Take& take) {
  if (row.sealed != 0) said.plain = open_seal(*key, place_of_event(row.position), row.body);
  const EventBody body = read_body(row.sealed != 0 ? std::string_view{said.plain} : row.body);
  if (body.has_command) {
    said.command = body.command;
    std::copy(body.content.begin(), body.content.end(), said.content.begin());
  }
  take({name, static_cast<std::uint64_t>(row.sequence), said.type, static_cast<int>(row.version),
        Instant{std::chrono::milliseconds{row.at}}, body.actor, said.command, body.payload},
       said.content);
}

}  // namespace kallad
