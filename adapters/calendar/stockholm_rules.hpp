// How a moment is said in a calendar text: by the wall clock in Stockholm, or in UTC where that
// would be misread. Not a time zone database: the VTIMEZONE is the two rules in force since 1996.
// Rules kept: what we write means the same moment in every reader, across both clock changes; and a
// zone is said in the one shape that Outlook too reads, one STANDARD and one DAYLIGHT with RRULE.
#pragma once

#include <string>
#include <string_view>

#include "engine/spine/zone.hpp"

namespace kallad::calendar {

inline constexpr std::string_view stockholm_id = "Europe/Stockholm";

/// The VTIMEZONE as text. libical's own has observances since 1879, offsets with seconds and two
/// rules of each kind, and changes with the machine's tzdata, and so would the bytes of a feed.
std::string_view stockholm_vtimezone();

/// Whether the wall clock of `moment` means that moment to every reader: not in the hour that
/// exists twice (readers take either), and only while `zone` keeps the rules of the VTIMEZONE,
/// should Sweden ever leave them.
bool is_safe_as_local(Instant moment, const Zone& zone);

/// YYYYMMDDThhmmss of the wall clock, to the second.
std::string local_form(Instant moment, const Zone& zone);
/// YYYYMMDDThhmmssZ, to the second.
std::string utc_form(Instant moment);

}  // namespace kallad::calendar
