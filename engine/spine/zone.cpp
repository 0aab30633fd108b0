// Conversions between wall clock and moment. Deadlines are reckoned all the time, so the table's
// rows are not searched: each stretch of time knows the row to begin with, and there are two a
// year.
#include "engine/spine/zone.hpp"

#include <algorithm>
#include <stdexcept>

namespace kallad {

namespace {
bool rising(const std::vector<OffsetChange>& changes) {
  return std::is_sorted(changes.begin(), changes.end(),
                        [](const auto& a, const auto& b) { return a.from < b.from; });
}

constexpr std::chrono::hours stretch{24 * 64};
}  // namespace

Zone::Zone(std::vector<OffsetChange> changes) : changes_(std::move(changes)) {
  if (changes_.empty() || !rising(changes_)) {
    throw std::invalid_argument("Zone: the table of offsets is empty or out of order");
  }
  std::size_t row = 0;
  for (Instant at = changes_.front().from; at <= changes_.back().from; at += stretch) {
    while (row + 1 < changes_.size() && changes_[row + 1].from <= at) ++row;
    begins_with_.push_back(row);
  }
}

std::chrono::seconds Zone::offset_at(Instant moment) const {
  if (moment >= changes_.back().from) return changes_.back().offset;
  if (moment < changes_.front().from) return changes_.front().offset;
  std::size_t row =
      begins_with_[static_cast<std::size_t>((moment - changes_.front().from) / stretch)];
  while (changes_[row + 1].from <= moment) ++row;
  return changes_[row].offset;
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
