// The rules of the holidays. Two kinds: fixed dates, and days counted from Easter or found by
// weekday. Working days are counted day by day and very often, so the rest days of the years
// anybody asks about are kept.
#include "engine/deadline/holidays.hpp"

#include <array>
#include <bitset>

namespace kallad {

using std::chrono::days;
using std::chrono::Saturday;
using std::chrono::sys_days;
using std::chrono::weekday;

namespace {

/// The Saturday among the seven days that begin with `first`.
sys_days saturday_from(Date first) {
  const sys_days start{first};
  return start + (Saturday - weekday{start});
}

sys_days midsummer_day(std::chrono::year year) { return saturday_from(year / 6 / 20); }

sys_days all_saints_day(std::chrono::year year) { return saturday_from(year / 10 / 31); }

bool is_fixed_red_day(Date day) {
  const unsigned month{day.month()};
  const unsigned date{day.day()};
  switch (month) {
    case 1:
      return date == 1 || date == 6;  // nyårsdagen, trettondedag jul
    case 5:
      return date == 1;  // första maj
    case 6:
      return date == 6;  // nationaldagen
    case 12:
      return date == 25 || date == 26;  // juldagen, annandag jul
    default:
      return false;
  }
}

/// The nameless Gregorian computus ("Meeus/Jones/Butcher"): golden number, century corrections, the
/// full moon's distance from 21 March, and the Sunday after it. No leap-year or century special
/// cases.
constexpr Date easter_by_computus(std::chrono::year year) {
  const int y{year};
  const int golden = y % 19;
  const int century = y / 100;
  const int in_century = y % 100;
  const int moon_shift = (century - (century + 8) / 25 + 1) / 3;
  const int full_moon = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
  const int to_sunday =
      (32 + 2 * (century % 4) + 2 * (in_century / 4) - full_moon - in_century % 4) % 7;
  const int late = (golden + 11 * full_moon + 22 * to_sunday) / 451;
  const int count = full_moon + to_sunday - 7 * late + 114;
  return year / std::chrono::month{static_cast<unsigned>(count / 31)} /
         std::chrono::day{static_cast<unsigned>(count % 31 + 1)};
}

/// The years anybody asks about, 1900-2199.
constexpr int first_known = 1900;
constexpr auto known_easters = [] {
  std::array<Date, 300> all{};
  for (int i = 0; i < static_cast<int>(all.size()); ++i)
    all[static_cast<std::size_t>(i)] = easter_by_computus(std::chrono::year{first_known + i});
  return all;
}();

bool counts_from_easter(Date day) {
  // Easter is from 22 March to 25 April. Most days are asked about in vain, and very many are.
  if (day.month() < std::chrono::March || day.month() > std::chrono::June) return false;
  switch ((sys_days{day} - sys_days{easter_sunday(day.year())}).count()) {
    case -2:  // långfredagen
    case 0:   // påskdagen
    case 1:   // annandag påsk
    case 39:  // Kristi himmelsfärds dag
    case 49:  // pingstdagen
      return true;
    default:
      return false;
  }
}

bool is_rest_by_rule(Date day) { return is_weekend(day) || is_eve(day) || is_red_day(day); }

constexpr sys_days first_kept{std::chrono::year{first_known} / 1 / 1};
constexpr sys_days end_of_kept{std::chrono::year{first_known + known_easters.size()} / 1 / 1};
using RestDays = std::bitset<static_cast<std::size_t>((end_of_kept - first_kept).count())>;

RestDays all_rest_days() {
  RestDays all;
  for (sys_days day = first_kept; day < end_of_kept; day += days{1})
    all[static_cast<std::size_t>((day - first_kept).count())] = is_rest_by_rule(day);
  return all;
}

}  // namespace

Date easter_sunday(std::chrono::year year) {
  const auto at = static_cast<std::size_t>(int{year} - first_known);
  return at < known_easters.size() ? known_easters[at] : easter_by_computus(year);
}

bool is_red_day(Date day) {
  const sys_days that{day};
  return is_fixed_red_day(day) || counts_from_easter(day) || that == midsummer_day(day.year()) ||
         that == all_saints_day(day.year());
}

bool is_eve(Date day) {
  const bool christmas_or_new_year = day.month() == std::chrono::December &&
                                     (unsigned{day.day()} == 24 || unsigned{day.day()} == 31);
  return christmas_or_new_year || sys_days{day} == midsummer_day(day.year()) - days{1};
}

bool is_weekend(Date day) { return weekday{sys_days{day}}.iso_encoding() >= 6; }

bool is_rest_day(sys_days day) {
  static const RestDays kept = all_rest_days();
  const auto index = static_cast<std::size_t>((day - first_kept).count());
  return index < kept.size() ? kept[index] : is_rest_by_rule(day);
}

bool is_rest_day(Date day) { return is_rest_day(sys_days{day}); }

}  // namespace kallad
