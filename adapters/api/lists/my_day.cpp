// Groups are filters of the lists of cases; each is counted and its first cases are read.
// Not a walk over cases: each group has an index of its own.
#include "adapters/api/lists/my_day.hpp"

#include "engine/authority/sight.hpp"

namespace kallad::api {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// More than anybody gets through in a day: counting on would tell nothing and cost time.
constexpr std::uint64_t counted_of_group_at_most = 1'000;

Date monday_of(Date day) {
  const sys_days moment{day};
  return Date{moment - (std::chrono::weekday{moment} - std::chrono::Monday)};
}

}  // namespace

MyDay my_day(House& house, const Caller& caller, const Register& known, Instant now,
             const DayFilter& filter) {
  const CaseLists lists{house, caller, known, now};
  const auto group = [&](DayPart part, CaseFilter wanted, EntryOrder order = EntryOrder::due) {
    wanted.closed = false;
    wanted.unit = filter.unit;
    wanted.mine = filter.mine;
    const CaseCount counted = lists.count(wanted, counted_of_group_at_most);
    DayGroup all{counted.count, counted.and_more, {}};
    const bool is_wanted = filter.part.value_or(part) == part;
    if (all.count > 0 && is_wanted) all.cases = lists.page(wanted, filter.limit, order).cases;
    return all;
  };
  const Zone& zone = house.calendar.zone();
  MyDay day;
  day.week_from = monday_of(zone.day_of(now));
  day.week_to = Date{sys_days{day.week_from} + days{6}};
  day.unanswered = group(DayPart::unanswered, {.unanswered = true});
  day.meetings = group(DayPart::meetings,
                       {.meeting_from = zone.start_of(day.week_from),
                        .meeting_before = zone.start_of(Date{sys_days{day.week_to} + days{1}})},
                       EntryOrder::meeting);
  day.drafts = group(DayPart::drafts, {.drafts = true});
  day.overdue = group(DayPart::overdue, {.late_at = now});
  if (authority::has(caller, Position::unit_head))
    day.orphans = group(DayPart::orphans, {.orphan = true});
  return day;
}

}  // namespace kallad::api
