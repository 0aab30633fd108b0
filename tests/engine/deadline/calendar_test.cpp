// Tests of counting working days, by example and by property.
// Not a test of which days are holidays: holidays_test.cpp.
#include "engine/deadline/calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/deadline/holidays.hpp"

namespace kallad::calendar_test {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

Zone utc_zone() { return Zone{{{Instant{}, 0s}}}; }

const Calendar& plain() {
  static const Calendar calendar{utc_zone()};
  return calendar;
}

TEST(Calendar, DayZeroIsTheDayItselfWorkedOrNot) {
  EXPECT_EQ(plain().add_working_days(2026y / 3 / 9, 0), 2026y / 3 / 9);
  EXPECT_EQ(plain().add_working_days(2026y / 3 / 8, 0), 2026y / 3 / 8);
}

TEST(Calendar, AWeekendIsSteppedOver) {
  EXPECT_EQ(plain().add_working_days(2026y / 3 / 6, 1), 2026y / 3 / 9);   // Friday to Monday
  EXPECT_EQ(plain().add_working_days(2026y / 3 / 9, -1), 2026y / 3 / 6);  // and back
  EXPECT_EQ(plain().add_working_days(2026y / 3 / 7, 1), 2026y / 3 / 9);   // from a Saturday
}

TEST(Calendar, EasterTakesFourDays) {
  EXPECT_EQ(plain().add_working_days(2026y / 4 / 2, 1), 2026y / 4 / 7);
  EXPECT_EQ(plain().working_day_before(2026y / 4 / 7), 2026y / 4 / 2);
}

TEST(Calendar, ChristmasAndNewYear2026) {
  // 24 and 25 December, the weekend, 31 December, 1 January, the weekend, and 6 January are not
  // worked.
  EXPECT_EQ(plain().add_working_days(2026y / 12 / 23, 1), 2026y / 12 / 28);
  EXPECT_EQ(plain().add_working_days(2026y / 12 / 23, 4), 2027y / 1 / 4);
  EXPECT_EQ(plain().add_working_days(2026y / 12 / 23, 6), 2027y / 1 / 7);
}

TEST(Calendar, WorkingDayOnOrBesideAGivenDay) {
  EXPECT_EQ(plain().working_day_on_or_after(2026y / 6 / 19), 2026y / 6 / 22);  // midsommarafton
  EXPECT_EQ(plain().working_day_on_or_before(2026y / 6 / 19), 2026y / 6 / 18);
  EXPECT_EQ(plain().working_day_on_or_after(2026y / 6 / 18), 2026y / 6 / 18);
  EXPECT_EQ(plain().working_day_on_or_before(2026y / 6 / 18), 2026y / 6 / 18);
  EXPECT_EQ(plain().working_day_before(2026y / 6 / 18), 2026y / 6 / 17);
}

TEST(Calendar, ClosedDaysAreNotWorkedInAnyOrderAndRepeated) {
  const Calendar closed{utc_zone(), {2026y / 5 / 15, 2026y / 3 / 10, 2026y / 5 / 15}};
  EXPECT_TRUE(plain().is_working_day(2026y / 5 / 15));
  EXPECT_FALSE(closed.is_working_day(2026y / 5 / 15));
  EXPECT_FALSE(closed.is_working_day(2026y / 3 / 10));
  EXPECT_EQ(closed.add_working_days(2026y / 5 / 13, 1), 2026y / 5 / 18);  // Ascension, then closed
}

TEST(Calendar, WorkingDaysBetween) {
  EXPECT_EQ(plain().working_days_between(2026y / 3 / 9, 2026y / 3 / 9), 0);
  EXPECT_EQ(plain().working_days_between(2026y / 3 / 6, 2026y / 3 / 9), 1);
  EXPECT_EQ(plain().working_days_between(2026y / 3 / 9, 2026y / 3 / 6), -1);
  EXPECT_EQ(plain().working_days_between(2026y / 3 / 6, 2026y / 3 / 8), 0);
  EXPECT_EQ(plain().working_days_between(2026y / 1 / 1, 2026y / 12 / 31),
            251);  // 261 weekdays, 10 of them free
}

// The rest: for any day 1950-2090 and any calendar.
Date some_day() { return sys_days{1950y / 1 / 1} + days{*rc::gen::inRange(0, 140 * 365)}; }

Calendar some_calendar(Date around) {
  const auto offsets = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-60, 60));
  std::vector<Date> closed;
  for (const int offset : offsets) closed.emplace_back(sys_days{around} + days{offset});
  return Calendar{utc_zone(), closed};
}

RC_GTEST_PROP(CalendarProperties, NeverLandsOnADayThatIsNotWorked, ()) {
  const Date day = some_day();
  const Calendar calendar = some_calendar(day);
  const int count = *rc::gen::distinctFrom(rc::gen::inRange(-40, 41), 0);
  RC_ASSERT(calendar.is_working_day(calendar.add_working_days(day, count)));
}

RC_GTEST_PROP(CalendarProperties, BackAgainFromAWorkedDay, ()) {
  const Date day = some_day();
  const Calendar calendar = some_calendar(day);
  const Date start = calendar.working_day_on_or_after(day);
  const int count = *rc::gen::inRange(-40, 41);
  RC_ASSERT(calendar.add_working_days(calendar.add_working_days(start, count), -count) == start);
}

RC_GTEST_PROP(CalendarProperties, ALaterDayOrALargerCountIsNeverEarlier, ()) {
  const Date day = some_day();
  const Calendar calendar = some_calendar(day);
  const int count = *rc::gen::inRange(-40, 41);
  const Date later = sys_days{day} + days{*rc::gen::inRange(1, 20)};
  if (count != 0) {
    RC_ASSERT(calendar.add_working_days(day, count) <= calendar.add_working_days(later, count));
  }
  RC_ASSERT(calendar.add_working_days(day, count) < calendar.add_working_days(day, count + 1));
}

RC_GTEST_PROP(CalendarProperties, BetweenIsTheInverseOfAdding, ()) {
  const Date day = some_day();
  const Calendar calendar = some_calendar(day);
  const int count = *rc::gen::inRange(-40, 41);
  RC_ASSERT(calendar.working_days_between(day, calendar.add_working_days(day, count)) == count);
}

RC_GTEST_PROP(CalendarProperties, NoWorkedDayIsSteppedOver, ()) {
  const Date day = some_day();
  const Calendar calendar = some_calendar(day);
  const Date next = calendar.add_working_days(day, 1);
  for (sys_days at = sys_days{day} + days{1}; at < sys_days{next}; at += days{1}) {
    RC_ASSERT(!calendar.is_working_day(at));
  }
}

}  // namespace
}  // namespace kallad::calendar_test
