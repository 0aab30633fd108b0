// The sums of deadlines.hpp. Working days are the calendar's, wall-clock times are the zone's.
// Not a place for numbers: each comes from the routine with the call.
#include "engine/deadline/deadlines.hpp"

#include <algorithm>

namespace kallad {

using std::chrono::days;
using std::chrono::sys_days;

Instant end_of_working_days(const Calendar& calendar, Instant sent, int count) {
  const Zone& zone = calendar.zone();
  return zone.end_of(calendar.add_working_days(zone.day_of(sent), count));
}

Instant summons_deadline(const Calendar& calendar, Instant sent, int working_days,
                         Instant meeting_starts) {
  const Zone& zone = calendar.zone();
  const Date last_before = calendar.working_day_before(zone.day_of(meeting_starts));
  const Instant latest = zone.end_of(last_before);
  if (latest <= sent) return meeting_starts;
  return std::min(end_of_working_days(calendar, sent, working_days), latest);
}

Instant reminder_at(const Calendar& calendar, Instant sent, int working_day, int hour) {
  const Zone& zone = calendar.zone();
  return zone.at_hour(calendar.add_working_days(zone.day_of(sent), working_day), hour);
}

Instant coming_list_at(const Calendar& calendar, Instant meeting_starts, int hour) {
  const Zone& zone = calendar.zone();
  return zone.at_hour(calendar.working_day_before(zone.day_of(meeting_starts)), hour);
}

Instant activity_reminder_at(const Calendar& calendar, Date last_day, int working_days, int hour) {
  const Date day = calendar.add_working_days(last_day, -working_days);
  return calendar.zone().at_hour(calendar.working_day_on_or_before(day), hour);
}

Instant activity_to_head_at(const Calendar& calendar, Date last_day, int working_day, int hour) {
  return calendar.zone().at_hour(calendar.add_working_days(last_day, working_day), hour);
}

Instant presumed_delivered_at(Instant accepted, int hours) {
  return accepted + std::chrono::hours{hours};
}

bool is_short_notice(const Calendar& calendar, Instant sent, int lead_working_days,
                     Instant meeting_starts) {
  const Zone& zone = calendar.zone();
  return zone.day_of(meeting_starts) <
         calendar.add_working_days(zone.day_of(sent), lead_working_days);
}

Date plan_copy_by(const Calendar& calendar, Date meeting_day, int working_days) {
  return calendar.add_working_days(meeting_day, working_days);
}

Date follow_up_by(Date meeting_day, int weeks) {
  return sys_days{meeting_day} + std::chrono::weeks{weeks};
}

Date next_follow_up_by(Date last, int months) { return add_months_clamped(last, months); }

Date shown_day(const Calendar& calendar, Date day) {
  return calendar.working_day_on_or_before(day);
}

Instant deficiency_answer_by(const Calendar& calendar, Instant sent, int count) {
  const Zone& zone = calendar.zone();
  const Date last{sys_days{zone.day_of(sent)} + days{count}};
  return zone.end_of(calendar.working_day_on_or_after(last));
}

Date add_months_clamped(Date day, int months) {
  const Date moved = day + std::chrono::months{months};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

Date review_yearly(Date last) { return add_months_clamped(last, 12); }

}  // namespace kallad
