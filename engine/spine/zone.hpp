// A time zone as a table of when its offset changes, and the two ways between wall clock and
// moment. Not a reader of time zone files: adapters/clock makes the table of Europe/Stockholm and
// hands it in, so that the engine stays free of files and a new tzdata needs no new engine. Rule
// kept (rulings, "Dates"): a wall-clock time that does not exist moves forward one hour; one that
// exists twice is the first.
#pragma once

#include <vector>

#include "engine/spine/instant.hpp"

namespace kallad {

/// From `from` on, the wall clock shows UTC plus `offset`.
struct OffsetChange {
  Instant from;
  std::chrono::seconds offset;
};

/// A zone. Before the first change the first change's offset holds.
class Zone {
 public:
  /// `changes` in rising order, at least one; throws std::invalid_argument otherwise.
  explicit Zone(std::vector<OffsetChange> changes);

  LocalTime to_local(Instant moment) const;
  /// The moment a wall-clock reading means, by the rule at the head of this file.
  Instant to_instant(LocalTime reading) const;
  /// The calendar day that the wall clock shows at `moment`.
  Date day_of(Instant moment) const;
  /// The moment at which `day` begins on the wall clock.
  Instant start_of(Date day) const;
  /// The last second of `day` on the wall clock, 23:59:59 local (rulings, "Declining and
  /// deadlines").
  Instant end_of(Date day) const;
  /// `hour`:00 on `day` by the wall clock.
  Instant at_hour(Date day, int hour) const;

 private:
  std::chrono::seconds offset_at(Instant moment) const;
  std::vector<OffsetChange> changes_;
  std::vector<std::size_t>
      begins_with_;  // of each stretch of time: the row that holds at its start
};

}  // namespace kallad
