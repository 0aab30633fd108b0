// The stop is a row like any other, so it is as durable as the withdrawal: a program that dies
// before this has run finds it again at its next start.
#include "adapters/brain/letters.hpp"

#include <map>
#include <stdexcept>
#include <string>

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad {

namespace {

bool is_said_without_consent(const OutboxRow& row) {
  return row.kind.ends_with("_to_coordinator") || row.kind == "attendance_reminder" ||
         row.kind == "cancellation" || row.kind == "substitute_released";
}

}  // namespace

Wish wish_of(const OutboxRow& row) {
  auto read = codec::read_text<Wish>(row.body);
  if (!read) throw std::invalid_argument("no letter of ours: " + row.kind + " " + row.body);
  return std::move(read.value());
}

std::vector<OutboxKey> stopped_letters(const std::vector<OutboxItem>& waiting) {
  std::map<std::string, std::int64_t> stopped_at;
  for (const OutboxItem& item : waiting) {
    if (item.row.kind == stop_row) stopped_at[item.stream] = item.key.position;
  }
  std::vector<OutboxKey> keys;
  for (const OutboxItem& item : waiting) {
    const auto stopped = stopped_at.find(item.stream);
    if (stopped == stopped_at.end()) continue;
    const bool earlier = item.key.position < stopped->second && !is_said_without_consent(item.row);
    if (earlier || item.row.kind == stop_row) keys.push_back(item.key);
  }
  return keys;
}

std::size_t stop_letters(Desk& desk) {
  auto keys = stopped_letters(desk.outbox_with_stops());
  const std::size_t gone = keys.size();
  if (gone > 0) desk.retire_outbox(std::move(keys));
  return gone;
}

}  // namespace kallad
