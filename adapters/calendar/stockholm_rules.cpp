// The two rules of Central European Time, as text for readers and as a sum for ourselves.
// Not asked of tzdata: that is the Zone, which the rules are held against for every moment that is
// written. Rule kept (domain.md 8, "Dates"): a time that exists twice is told apart.
#include "adapters/calendar/stockholm_rules.hpp"

#include <algorithm>

namespace kallad::calendar {

namespace {

using namespace std::chrono_literals;

std::chrono::sys_seconds one_o_clock_on_last_sunday(std::chrono::year year,
                                                    std::chrono::month month) {
  return std::chrono::sys_days{year / month / std::chrono::Sunday[std::chrono::last]} + 1h;
}

/// What the rules of the VTIMEZONE give at `moment`.
std::chrono::seconds offset_by_rule(Instant moment) {
  const auto year =
      std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(moment)}.year();
  const bool summer = moment >= one_o_clock_on_last_sunday(year, std::chrono::March) &&
                      moment < one_o_clock_on_last_sunday(year, std::chrono::October);
  return summer ? 2h : 1h;
}

std::string digits(unsigned number, std::size_t width) {
  std::string out = std::to_string(number);
  return std::string(width - std::min(width, out.size()), '0') + out;
}

std::string form(std::chrono::milliseconds since_1970) {
  const auto day = std::chrono::floor<std::chrono::days>(since_1970);
  const std::chrono::year_month_day date{std::chrono::sys_days{day}};
  const auto second = std::chrono::floor<std::chrono::seconds>(since_1970 - day).count();
  const auto clock = static_cast<unsigned>(second);
  return digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) +
         digits(static_cast<unsigned>(date.month()), 2) +
         digits(static_cast<unsigned>(date.day()), 2) + "T" + digits(clock / 3600, 2) +
         digits(clock / 60 % 60, 2) + digits(clock % 60, 2);
}

}  // namespace

std::string_view stockholm_vtimezone() {
  return "BEGIN:VTIMEZONE\r\n"
         "TZID:Europe/Stockholm\r\n"
         "X-LIC-LOCATION:Europe/Stockholm\r\n"
         "BEGIN:STANDARD\r\n"
         "DTSTART:19961027T030000\r\n"
         "TZOFFSETFROM:+0200\r\n"
         "TZOFFSETTO:+0100\r\n"
         "TZNAME:CET\r\n"
         "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
         "END:STANDARD\r\n"
         "BEGIN:DAYLIGHT\r\n"
         "DTSTART:19970330T020000\r\n"
         "TZOFFSETFROM:+0100\r\n"
         "TZOFFSETTO:+0200\r\n"
         "TZNAME:CEST\r\n"
         "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
         "END:DAYLIGHT\r\n"
         "END:VTIMEZONE\r\n";
}

bool is_safe_as_local(Instant moment, const Zone& zone) {
  const LocalTime reading = zone.to_local(moment);
  if (reading.time_since_epoch() - moment.time_since_epoch() != offset_by_rule(moment)) {
    return false;
  }
  const bool first_of_two = zone.to_local(moment + 1h) == reading;
  const bool second_of_two = zone.to_local(moment - 1h) == reading;
  return moment >= Instant{std::chrono::sys_days{std::chrono::year{1997} / 1 / 1}} &&
         !first_of_two && !second_of_two;
}

std::string local_form(Instant moment, const Zone& zone) {
  return form(zone.to_local(moment).time_since_epoch());
}

std::string utc_form(Instant moment) { return form(moment.time_since_epoch()) + "Z"; }

}  // namespace kallad::calendar
