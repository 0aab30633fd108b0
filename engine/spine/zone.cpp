// Conversions between wall clock and moment. The table is short (two rows a year), a binary search
// is enough.
#include "engine/spine/zone.hpp"

#include <algorithm>
#include <stdexcept>

namespace kallad {

namespace {
bool rising(const std::vector<OffsetChange>& changes) {
  return std::is_sorted(changes.begin(), changes.end(),
                        [](const auto& a, const auto& b) { return a.from < b.from; });
}
}  // namespace

Zone::Zone(std::vector<OffsetChange> changes) : changes_(std::move(changes)) {
  if (changes_.empty() || !rising(changes_)) {
    throw std::invalid_argument("Zone: the table of offsets is empty or out of order");
  }
}

std::chrono::seconds Zone::offset_at(Instant moment) const {
  const auto after = std::upper_bound(changes_.begin(), changes_.end(), moment,
                                      [](Instant m, const OffsetChange& c) { return m < c.from; });
  return after == changes_.begin() ? after->offset : std::prev(after)->offset;
}

LocalTime Zone::to_local(Instant moment) const {
  return LocalTime{moment.time_since_epoch() + offset_at(moment)};
}

Instant Zone::to_instant(LocalTime reading) const {
  // Both offsets that hold within a day of the reading are tried; the larger one gives the earlier
  // moment, which is the first of two readings. In a gap neither gives the reading back, and the
  // offset from before the gap moves it forward by the gap's length.
  const Instant as_utc{reading.time_since_epoch()};
  const auto before = offset_at(as_utc - std::chrono::hours{24});
  const auto after = offset_at(as_utc + std::chrono::hours{24});
  for (const auto offset : {std::max(before, after), std::min(before, after)}) {
    if (to_local(as_utc - offset) == reading) return as_utc - offset;
  }
  return as_utc - before;
}

Date Zone::day_of(Instant moment) const {
  return Date{std::chrono::floor<std::chrono::days>(to_local(moment))};
}

Instant Zone::start_of(Date day) const { return to_instant(std::chrono::local_days{day}); }

Instant Zone::end_of(Date day) const {
  return to_instant(std::chrono::local_days{day} + std::chrono::hours{24} -
                    std::chrono::seconds{1});
}

Instant Zone::at_hour(Date day, int hour) const {
  return to_instant(std::chrono::local_days{day} + std::chrono::hours{hour});
}

}  // namespace kallad
