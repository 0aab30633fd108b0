// Counting of working days, one day at a time: the longest routine counts tens of days, so nothing
// cleverer is needed than to ask quickly of each.
#include "engine/deadline/calendar.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "engine/deadline/holidays.hpp"

namespace kallad {

using std::chrono::days;
using std::chrono::sys_days;

Calendar::Calendar(Zone zone, std::vector<Date> closed_days)
    : zone_(std::move(zone)), closed_days_(std::move(closed_days)) {
  std::sort(closed_days_.begin(), closed_days_.end());
  closed_days_.erase(std::unique(closed_days_.begin(), closed_days_.end()), closed_days_.end());
}

bool Calendar::is_worked(sys_days day) const {
  if (is_rest_day(day)) return false;
  return closed_days_.empty() ||
         !std::binary_search(closed_days_.begin(), closed_days_.end(), Date{day});
}

bool Calendar::is_working_day(Date day) const { return is_worked(day); }

Date Calendar::add_working_days(Date day, int count) const {
  const days step{count < 0 ? -1 : 1};
  sys_days at{day};
  for (int left = std::abs(count); left > 0;) {
    at += step;
    if (is_worked(at)) --left;
  }
  return at;
}

Date Calendar::working_day_on_or_after(Date day) const {
  return is_working_day(day) ? day : add_working_days(day, 1);
}

Date Calendar::working_day_on_or_before(Date day) const {
  return is_working_day(day) ? day : add_working_days(day, -1);
}

Date Calendar::working_day_before(Date day) const { return add_working_days(day, -1); }

int Calendar::working_days_between(Date from, Date to) const {
  const sys_days start{from};
  const sys_days stop{to};
  int count = 0;
  for (sys_days at = start + days{1}; at <= stop; at += days{1}) count += is_worked(at) ? 1 : 0;
  for (sys_days at = stop; at < start; at += days{1}) count -= is_worked(at) ? 1 : 0;
  return count;
}

}  // namespace kallad
