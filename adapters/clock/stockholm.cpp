// Reading a zone's changes one by one with Howard Hinnant's date library, and carrying the common
// European rule on to 2100. The library reads only the table in a zone's file, which ends in 2037;
// what comes after stands there as a rule that the library leaves out, so without the last step
// every summer from 2038 on would be an hour wrong.
#include "adapters/clock/stockholm.hpp"

#include <date/tz.h>

#include <fstream>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace kallad {

namespace {

using std::chrono::hours;
using std::chrono::sys_days;
using std::chrono::year;

constexpr year first_year{1970};
constexpr year last_year{2100};

/// An hour ahead of UTC, two from the last Sunday of March to that of October, both at 01:00 UTC.
constexpr std::string_view central_european_rule = "CET-1CEST,M3.5.0,M10.5.0/3";

Instant start_of_year(year which) { return sys_days{which / 1 / 1}; }

/// The last Sunday of `month` at 01:00 UTC, when clocks change in the whole Union (directive
/// 2000/84/EC).
Instant european_change(year which, std::chrono::month month) {
  return sys_days{which / month / std::chrono::Sunday[std::chrono::last]} + hours{1};
}

std::runtime_error missing(const std::string& name, const std::string& why) {
  return std::runtime_error("Cannot read the time zone " + name + ": " + why +
                            ". Install the package tzdata and start again.");
}

const date::time_zone* locate(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception& error) {
    throw missing(name, error.what());
  }
}

std::vector<OffsetChange> changes_in_database(const date::time_zone& zone) {
  std::vector<OffsetChange> changes;
  const auto end =
      std::chrono::floor<std::chrono::seconds>(start_of_year(last_year + std::chrono::years{1}));
  auto at = std::chrono::floor<std::chrono::seconds>(start_of_year(first_year));
  while (at < end) {
    const date::sys_info info = zone.get_info(at);
    changes.push_back({at, info.offset});
    at = info.end;
  }
  return changes;
}

/// The rule at the end of the zone's file, for the time after its table (RFC 8536, "footer"). The
/// library looks for the files in this folder too, and nowhere else on Debian.
std::string rule_in_database(const std::string& name) {
  std::ifstream file("/usr/share/zoneinfo/" + name, std::ios::binary);
  if (!file) throw missing(name, "its file cannot be opened");
  std::string line;
  std::string last;
  while (std::getline(file, line)) last = line;
  return last;
}

/// Adds the changes of summer and winter time after the last one known.
void carry_on(std::vector<OffsetChange>& changes) {
  const Instant known = changes.back().from;
  for (year at = Date{std::chrono::floor<std::chrono::days>(known)}.year(); at <= last_year; ++at) {
    for (const OffsetChange& change :
         {OffsetChange{european_change(at, std::chrono::March), hours{2}},
          OffsetChange{european_change(at, std::chrono::October), hours{1}}}) {
      if (change.from > known) changes.push_back(change);
    }
  }
}

}  // namespace

Zone zone_from_tzdata(const std::string& name) {
  std::vector<OffsetChange> changes = changes_in_database(*locate(name));
  // Any other rule, as of a tzdata in which the changes are abolished, leaves the last offset
  // standing.
  if (rule_in_database(name) == central_european_rule) carry_on(changes);
  return Zone{std::move(changes)};
}

Zone stockholm() { return zone_from_tzdata("Europe/Stockholm"); }

}  // namespace kallad
