// Time as the engine knows it: a moment (UTC), a calendar day, and a wall-clock reading in some
// zone. Not a clock: the engine never asks what time it is; time arrives with the command (design
// law).
#pragma once

#include <chrono>
#include <string>

namespace kallad {

/// A moment, in milliseconds since 1970-01-01T00:00:00Z. UTC, no zone, no leap seconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A calendar day without zone or time of day.
using Date = std::chrono::year_month_day;

/// What a clock on the wall shows in some zone, to the millisecond. Turned into a moment only by a
/// Zone.
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;

/// The day as YYYY-MM-DD (ISO 8601). An impossible day is written with its parts as they are.
std::string iso(Date day);

/// The moment as YYYY-MM-DDThh:mm:ss[.mmm]Z (ISO 8601, UTC); milliseconds only where there are any.
std::string iso(Instant moment);

}  // namespace kallad
