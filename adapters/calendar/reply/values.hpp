// Values of content lines: text, numbers, and by libical moments and lengths.
// Not whole calendars: libical sees one value at a time, and of a foreign zone only rules that are
// plain, so nothing in a reply can make it work for long. Rule kept: a value that is not well
// formed is none, never a guess.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/calendar/reply/content_lines.hpp"

namespace kallad::calendar {

/// The text with \n, \, \; and the like undone; an unknown escape stays as it stands.
std::string text_value(std::string_view value);

/// A number of at most nine digits.
std::optional<std::uint32_t> number_value(std::string_view value);

/// The moment of DTSTAMP, DTSTART or DTEND. A zone is Stockholm's by any of its names, else what a
/// VTIMEZONE of `calendar` says by plain rules up to 2035; no zone is Stockholm's, a day its
/// midnight.
std::optional<Instant> moment_value(const ContentLine& line, const Component& calendar,
                                    const Zone& home);

/// DURATION, of more than nothing and at most some years.
std::optional<std::chrono::seconds> length_value(const std::string& value);

}  // namespace kallad::calendar
