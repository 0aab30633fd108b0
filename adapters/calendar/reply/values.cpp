// Values through libical, after their letters have been looked at; but not texts, of which it drops
// a byte after an unknown escape (3.0.16), and so cuts a letter in two. Not the zones:
// foreign_zone.hpp. Rule kept (domain.md 8, "Dates"): a wall-clock time becomes a moment by the
// house's own Zone wherever it is Stockholm's.
#include "adapters/calendar/reply/values.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/calendar/ical.hpp"
#include "adapters/calendar/reply/foreign_zone.hpp"
#include "adapters/http/wire/letters.hpp"

namespace kallad::calendar {

namespace {

/// YYYYMMDD, YYYYMMDDThhmmss or that with Z, and such a day and clock exist.
struct Reading {
  LocalTime shown;
  bool utc = false;
};

std::optional<Reading> reading_of(const std::string& form) {
  std::string shape = form;
  std::ranges::replace_if(shape, http::is_digit, '0');
  const bool known =
      shape == "00000000" || shape == "00000000T000000" || shape == "00000000T000000Z";
  if (!known) return std::nullopt;
  begin_with_libical();
  const icaltimetype time = icaltime_from_string(form.c_str());
  if (icaltime_is_null_time(time) != 0) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year{time.year},
                                        std::chrono::month{static_cast<unsigned>(time.month)},
                                        std::chrono::day{static_cast<unsigned>(time.day)}};
  const bool exists = day.ok() && time.hour < 24 && time.minute < 60 && time.second < 60 &&
                      time.year >= 1970 && time.year < 2100;
  if (!exists) return std::nullopt;
  return Reading{LocalTime{std::chrono::local_days{day}} + std::chrono::hours{time.hour} +
                     std::chrono::minutes{time.minute} + std::chrono::seconds{time.second},
                 form.ends_with('Z')};
}

}  // namespace

std::string text_value(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char next = value[i] == '\\' && i + 1 < value.size() ? value[i + 1] : '\0';
    const bool line_end = next == 'n' || next == 'N';
    const bool escape = line_end || std::string_view("\\;,:\"").find(next) < 5;
    if (escape) ++i;
    out += line_end ? '\n' : value[i];
  }
  return out;
}

std::optional<std::uint32_t> number_value(std::string_view value) {
  value = http::trimmed(value);
  std::uint32_t out = 0;
  if (value.empty() || value.size() > 9) return std::nullopt;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  if (error != std::errc{} || end != value.data() + value.size()) return std::nullopt;
  return out;
}

std::optional<Instant> moment_value(const ContentLine& line, const Component& calendar,
                                    const Zone& home) {
  const auto reading = reading_of(std::string(http::trimmed(line.value)));
  if (!reading) return std::nullopt;
  if (reading->utc) return Instant{reading->shown.time_since_epoch()};
  const std::string zone = line.first("TZID");
  if (zone.empty() || is_name_of_stockholm(zone)) return home.to_instant(reading->shown);
  return in_foreign_zone(reading->shown, zone, calendar);
}

std::optional<std::chrono::seconds> length_value(const std::string& value) {
  begin_with_libical();
  const bool plain =
      value.size() <= 20 && std::ranges::all_of(value, [](char c) {
        return http::is_digit(c) || std::string_view("PWDTHMS").find(c) != std::string_view::npos;
      });
  if (!plain) return std::nullopt;
  const icaldurationtype read = icaldurationtype_from_string(value.c_str());
  constexpr unsigned most = 400;
  const bool bounded = read.weeks < most && read.days < most && read.hours < most * 24 &&
                       read.minutes < most * 24 * 60 && read.seconds < most * 24 * 60 * 60;
  const bool good = icaldurationtype_is_bad_duration(read) == 0 && read.is_neg == 0 && bounded;
  const std::chrono::seconds length{good ? icaldurationtype_as_int(read) : 0};
  return length > std::chrono::seconds{0} ? std::optional(length) : std::nullopt;
}

}  // namespace kallad::calendar
