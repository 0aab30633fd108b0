// Groups are filters of the lists of cases; each is counted and its first cases are read.
// Not a walk over cases: each group has an index of its own.
#include "adapters/api/lists/my_day.hpp"

#include "engine/authority/sight.hpp"

namespace kallad::api {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

Date monday_of(Date day) {
  const sys_days moment{day};
  return Date{moment - (std::chrono::weekday{moment} - std::chrono::Monday)};
}

}  // namespace

MyDay my_day(House& house, const Caller& caller, const Register& known, Instant now,
             const DayFilter& filter) {
  const CaseLists lists{house, caller, known, now};
  const auto group = [&](CaseFilter wanted, EntryOrder order = EntryOrder::due) {
    wanted.closed = false;
    wanted.mine = filter.mine;
    DayGroup all{lists.count(wanted), {}};
    if (all.count > 0) all.cases = lists.page(wanted, filter.limit, order).cases;
    return all;
  };
  const Zone& zone = house.calendar.zone();
  MyDay day;
  day.week_from = monday_of(zone.day_of(now));
  day.week_to = Date{sys_days{day.week_from} + days{6}};
  day.unanswered = group({.unanswered = true});
  day.meetings = group({.meeting_from = zone.start_of(day.week_from),
                        .meeting_before = zone.start_of(Date{sys_days{day.week_to} + days{1}})},
                       EntryOrder::meeting);
  day.drafts = group({.drafts = true});
  day.overdue = group({.late_at = now});
  if (authority::has(caller, Position::unit_head)) day.orphans = group({.orphan = true});
  return day;
}

}  // namespace kallad::api
