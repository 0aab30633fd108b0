// Time zones of those who answer from elsewhere: names of our own zone, and VTIMEZONEs of others.
// Not a database of zones: a name without a VTIMEZONE that is not Stockholm's is not understood.
// Rule kept: a rule that is not plain is not reckoned with, for it may ask for a lifetime of work.
#pragma once

#include <optional>
#include <string_view>

#include "adapters/calendar/reply/content_lines.hpp"

namespace kallad::calendar {

/// Europe/Stockholm and the names under which Microsoft's programs write the same rules.
bool is_name_of_stockholm(std::string_view tzid);

/// The moment at which the clock in the calendar's VTIMEZONE of that name shows `shown`; nothing
/// where there is none, its rules are not plain, or the year is past 2035, where libical ends.
std::optional<Instant> in_foreign_zone(LocalTime shown, std::string_view tzid,
                                       const Component& calendar);

}  // namespace kallad::calendar
