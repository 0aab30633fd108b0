// Reading and hashing of event rows of store versions 1 and 2, as the programs of then did.
// Not the present format: file/event_row.cpp.
#include "adapters/store/sqlite/older/older_event_row.hpp"

#include "adapters/store/sqlite/file/event_columns.hpp"

namespace kallad {

OlderEventRow read_older_event_row(const SQLite::Statement& statement) {
  EventColumns columns{statement};
  OlderEventRow row;
  row.position = columns.position();
  row.stream = columns.number("stream");
  row.sequence = columns.number("sequence");
  row.previous = columns.number("previous");
  row.type = columns.number("type");
  row.version = columns.number("version");
  row.at = columns.number("at");
  row.actor = columns.number("actor");
  row.has_command = !columns.both_null();
  if (row.has_command) {
    row.command = columns.text("command");
    row.content = columns.blob("content", sizeof(ShortDigest));
  }
  row.payload = columns.text("payload");
  row.hash = columns.blob("hash", sizeof(Digest));
  return row;
}

Digest older_event_hash(Hasher& hasher, const Digest& before, const OlderEventRow& row,
                        const OlderEventTexts& texts) {
  hasher.restart();
  hasher.add(std::span<const unsigned char>{before});
  for (const std::int64_t number :
       {row.position, row.previous, row.sequence, row.at, row.version}) {
    hasher.add(number);
  }
  for (const std::string_view text : {texts.stream, texts.type, texts.actor}) hasher.add(text);
  hasher.add(std::uint64_t{row.has_command ? 1U : 0U});
  for (const std::string_view text : {row.command, row.content, row.payload}) hasher.add(text);
  return hasher.finish();
}

}  // namespace kallad
