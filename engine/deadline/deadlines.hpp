// When things are due: pure sums over a calendar, a moment and a number from the routine.
// Not a table of what is due in a case: the rooms seat, plan and case ask here with their own
// facts. Rules kept (domain.md 8, "Declining and deadlines", "Dates", "Edge cases"): a deadline
// ends at 23:59:59 local time on its last day, day 0 is the day of sending; months clamp to the
// month's end. Every Date is a local day in the calendar's zone, every Instant a moment in UTC.
#pragma once

#include "engine/deadline/calendar.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// 23:59:59 local time on the working day `days` after the local day of `sent`.
Instant end_of_working_days(const Calendar& calendar, Instant sent, int days);

/// When a summons must be acknowledged or answered: `working_days` after sending, at 23:59:59 local
/// time; where that would be later, 23:59:59 on the last working day before the meeting's local
/// day. Where that day has ended when the summons is sent (summoned the same day, or in a weekend
/// for the Monday), the meeting's start: until then an answer still helps, and a deadline that lies
/// before its own sending would make every such party late at once.
Instant summons_deadline(const Calendar& calendar, Instant sent, int working_days,
                         Instant meeting_starts);

/// `hour`:00 local time on the working day `working_day` after the local day of `sent`.
Instant reminder_at(const Calendar& calendar, Instant sent, int working_day, int hour);

/// `hour`:00 local time on the working day before the meeting's local day: then it is told who
/// comes.
Instant coming_list_at(const Calendar& calendar, Instant meeting_starts, int hour);

/// `hour`:00 local time on the working day `working_days` before `last_day`; with 0 on that day, or
/// on the working day before where it is not worked.
Instant activity_reminder_at(const Calendar& calendar, Date last_day, int working_days, int hour);

/// `hour`:00 local time on the working day `working_day` after `last_day`, which is day 0.
Instant activity_to_head_at(const Calendar& calendar, Date last_day, int working_day, int hour);

/// The moment from which a letter accepted at `accepted` without a bounce is presumed delivered.
/// Hours are hours: a change of the clocks does not move it.
Instant presumed_delivered_at(Instant accepted, int hours);

/// Whether the meeting's local day comes before working day `lead_working_days` counted from
/// sending. Warned about and in need of a reason, never refused; not asked for discharge cases.
bool is_short_notice(const Calendar& calendar, Instant sent, int lead_working_days,
                     Instant meeting_starts);

/// The last day to hand out the copy of the plan: `working_days` after the meeting's day.
Date plan_copy_by(const Calendar& calendar, Date meeting_day, int working_days);

/// The last day of the first follow-up, `weeks` after the meeting's day. Shown through shown_day.
Date follow_up_by(Date meeting_day, int weeks);

/// The last day of the next follow-up: `months` after `last`, which is the day of the last
/// follow-up held, or of the meeting where there was none. Shown through shown_day.
Date next_follow_up_by(Date last, int months);

/// The day a follow-up is shown to fall on: `day`, or the working day before where it is not
/// worked. A Saturday or a closed day counts here like a red day: nobody is there to hold it.
Date shown_day(const Calendar& calendar, Date day);

/// When a deficiency must be answered: `days` calendar days after the local day of `sent`, on to
/// the next working day where that one is not worked, at 23:59:59 local time.
Instant deficiency_answer_by(const Calendar& calendar, Instant sent, int days);

/// The same day `months` later, or the month's last day where there is no such day. `months` may be
/// negative.
Date add_months_clamped(Date day, int months);

/// The day by which a plan under LSS is to be re-examined: a year after it was made or last
/// re-examined.
Date review_yearly(Date last);

}  // namespace kallad
