// Reading and hashing of event rows. The order of fields in the hash is frozen with the file
// format.
#include "adapters/store/sqlite/file/event_row.hpp"

#include "adapters/store/sqlite/file/event_columns.hpp"

namespace kallad {

EventRow read_event_row(const SQLite::Statement& statement) {
  EventColumns columns{statement};
  EventRow row;
  row.position = columns.position();
  row.stream = columns.number("stream");
  row.sequence = columns.number("sequence");
  row.previous = columns.number("previous");
  row.type = columns.number("type");
  row.version = columns.number("version");
  row.at = columns.number("at");
  row.sealed = columns.number("sealed");
  row.body = columns.blob("body");
  row.hash = columns.blob("hash", sizeof(Digest));
  return row;
}

Digest event_hash(Hasher& hasher, const Digest& before, const EventRow& row,
                  const EventTexts& texts) {
  hasher.restart();
  hasher.add(std::span<const unsigned char>{before});
  for (const std::int64_t number :
       {row.position, row.previous, row.sequence, row.at, row.version, row.sealed}) {
    hasher.add(number);
  }
  for (const std::string_view text : {texts.stream, texts.type, row.body}) hasher.add(text);
  return hasher.finish();
}

Digest next_root(Hasher& hasher, const Digest& root, const Digest& event) {
  hasher.restart();
  hasher.add(std::span<const unsigned char>{root});
  hasher.add(std::span<const unsigned char>{event});
  return hasher.finish();
}

}  // namespace kallad
