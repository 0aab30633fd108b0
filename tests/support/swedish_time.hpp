// Swedish time for tests: the working calendar, and a moment written as a day and a clock on the
// wall. Not a clock: a test says what time it is. Rule kept: times of a test are local times in
// Europe/Stockholm, as people say them, and turned into moments by the real zone.
#pragma once

#include <chrono>

#include "adapters/clock/stockholm.hpp"
#include "engine/deadline/calendar.hpp"

namespace kallad::support {

/// Sweden's working days, without local closed days.
inline const Calendar& sweden() {
  static const Calendar calendar{stockholm()};
  return calendar;
}

/// The day, written as numbers.
inline Date day(int year, unsigned month, unsigned number) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

/// The clock on the wall at `clock` on `date`.
inline LocalTime wall(Date date, std::chrono::milliseconds clock) {
  return LocalTime{std::chrono::local_days{date}} + clock;
}

/// The moment at which the clock on the wall shows `clock` on `date`.
inline Instant at(Date date, std::chrono::milliseconds clock) {
  return sweden().zone().to_instant(wall(date, clock));
}

/// 23:59:59, when a deadline ends.
inline constexpr std::chrono::seconds last_second =
    std::chrono::hours{24} - std::chrono::seconds{1};

}  // namespace kallad::support
