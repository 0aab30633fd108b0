// A foreign VTIMEZONE, written anew from what is plain in it, and reckoned by libical.
// Not passed on as it came. Rule kept: yearly rules with one month and one weekday, few of them.
#include "adapters/calendar/reply/foreign_zone.hpp"

#include <algorithm>
#include <array>

#include "adapters/calendar/ical.hpp"
#include "adapters/calendar/stockholm_rules.hpp"
#include "adapters/http/wire/letters.hpp"

namespace kallad::calendar {

namespace {

using ZonePtr =
    std::unique_ptr<icaltimezone, decltype([](icaltimezone* zone) { icaltimezone_free(zone, 1); })>;

constexpr std::size_t kMostRules = 20;
constexpr int kLastYear = 2035;

/// Whether the text looks like the pattern, in which 0 stands for any digit.
bool looks_like(std::string_view text, std::string_view pattern) {
  return std::ranges::equal(text, pattern, [](char c, char wanted) {
    return wanted == '0' ? http::is_digit(c) : c == wanted;
  });
}

bool is_offset(std::string_view text) {
  return looks_like(text, "+0000") || looks_like(text, "-0000") || looks_like(text, "+000000") ||
         looks_like(text, "-000000");
}

bool is_weekday(std::string_view text) {
  constexpr std::array<std::string_view, 7> days = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  if (text.size() < 2 || std::ranges::count(days, text.substr(text.size() - 2)) == 0) return false;
  const auto which = text.substr(0, text.size() - 2);
  return which.empty() || looks_like(which, "0") || looks_like(which, "-0") ||
         looks_like(which, "+0");
}

bool is_plain_part(std::string_view part) {
  const auto equals = part.find('=');
  if (equals == std::string_view::npos) return false;
  const auto name = part.substr(0, equals);
  const auto value = part.substr(equals + 1);
  if (name == "FREQ") return value == "YEARLY";
  if (name == "INTERVAL") return value == "1";
  if (name == "BYMONTH") return looks_like(value, "0") || looks_like(value, "00");
  if (name == "BYDAY") return is_weekday(value);
  if (name == "WKST") return is_weekday(value);
  if (name == "UNTIL")
    return looks_like(value, "00000000T000000Z") || looks_like(value, "00000000T000000");
  return false;
}

bool is_plain_rule(std::string_view rule) {
  if (!rule.starts_with("FREQ=")) return false;
  while (!rule.empty()) {
    const auto end = std::min(rule.find(';'), rule.size());
    if (!is_plain_part(rule.substr(0, end))) return false;
    rule.remove_prefix(std::min(end + 1, rule.size()));
  }
  return true;
}

/// One STANDARD or DAYLIGHT as text; empty where it is not plain.
std::string plain_observance(const Component& observance) {
  const ContentLine* start = observance.line("DTSTART");
  const ContentLine* from = observance.line("TZOFFSETFROM");
  const ContentLine* to = observance.line("TZOFFSETTO");
  const ContentLine* rule = observance.line("RRULE");
  const bool plain = start != nullptr && looks_like(start->value, "00000000T000000") &&
                     from != nullptr && is_offset(from->value) && to != nullptr &&
                     is_offset(to->value) && (rule == nullptr || is_plain_rule(rule->value)) &&
                     observance.line("RDATE") == nullptr;
  if (!plain) return {};
  return "BEGIN:" + observance.name + "\r\nDTSTART:" + start->value +
         "\r\nTZOFFSETFROM:" + from->value + "\r\nTZOFFSETTO:" + to->value + "\r\n" +
         (rule == nullptr ? std::string{} : "RRULE:" + rule->value + "\r\n") +
         "END:" + observance.name + "\r\n";
}

std::string plain_zone(const Component& zone) {
  if (zone.parts.empty() || zone.parts.size() > kMostRules) return {};
  std::string out = "BEGIN:VTIMEZONE\r\nTZID:foreign\r\n";
  for (const Component& observance : zone.parts) {
    if (observance.name != "STANDARD" && observance.name != "DAYLIGHT") return {};
    const std::string plain = plain_observance(observance);
    if (plain.empty()) return {};
    out += plain;
  }
  return out + "END:VTIMEZONE\r\n";
}

/// The text of the VTIMEZONE with that TZID; empty where there is none or it is not plain.
std::string zone_named(std::string_view tzid, const Component& calendar) {
  for (const Component& part : calendar.parts) {
    const ContentLine* name = part.line("TZID");
    if (part.name == "VTIMEZONE" && name != nullptr && name->value == tzid) return plain_zone(part);
  }
  return {};
}

}  // namespace

bool is_name_of_stockholm(std::string_view tzid) {
  constexpr std::array<std::string_view, 5> same = {
      stockholm_id, "W. Europe Standard Time", "Central Europe Standard Time",
      "Central European Standard Time", "Romance Standard Time"};
  return std::ranges::count(same, tzid) > 0 || tzid.find("Stockholm") != std::string_view::npos;
}

std::optional<Instant> in_foreign_zone(LocalTime shown, std::string_view tzid,
                                       const Component& calendar) {
  const std::string text = zone_named(tzid, calendar);
  const auto days = std::chrono::floor<std::chrono::days>(shown);
  const std::chrono::year_month_day date{days};
  if (text.empty() || static_cast<int>(date.year()) > kLastYear) return std::nullopt;
  begin_with_libical();
  ComponentPtr component(icalcomponent_new_from_string(text.c_str()));
  const ZonePtr zone(icaltimezone_new());
  if (component == nullptr || zone == nullptr) return std::nullopt;
  if (icaltimezone_set_component(zone.get(), component.get()) == 0) return std::nullopt;
  static_cast<void>(component.release());  // the zone has it now
  const auto clock = std::chrono::duration_cast<std::chrono::seconds>(shown - days).count();
  icaltimetype time = icaltime_null_time();
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  time.hour = static_cast<int>(clock / 3600);
  time.minute = static_cast<int>(clock / 60 % 60);
  time.second = static_cast<int>(clock % 60);
  return Instant{std::chrono::seconds{icaltime_as_timet_with_zone(time, zone.get())}};
}

}  // namespace kallad::calendar
