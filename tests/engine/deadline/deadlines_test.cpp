// Tests of when things are due, in Europe/Stockholm: Easter, Christmas, clock changes, ends of
// months.
#include "engine/deadline/deadlines.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "adapters/clock/stockholm.hpp"

namespace kallad::deadlines_test {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::sys_days;

const Calendar& sweden() {
  static const Calendar calendar{stockholm()};
  return calendar;
}

Instant at(Date day, std::chrono::milliseconds wall_clock) {
  return sweden().zone().to_instant(LocalTime{local_days{day}} + wall_clock);
}

constexpr auto end_of_day = 24h - 1s;

TEST(EndOfWorkingDays, EndsAtTheLastSecondOfTheLastDay) {
  EXPECT_EQ(end_of_working_days(sweden(), at(2026y / 3 / 2, 9h), 5), at(2026y / 3 / 9, end_of_day));
  EXPECT_EQ(end_of_working_days(sweden(), at(2026y / 3 / 2, 9h), 0), at(2026y / 3 / 2, end_of_day));
}

TEST(EndOfWorkingDays, TheDayOfSendingIsTheLocalOne) {
  // 22:30 UTC on 1 July is 2 July in Sweden.
  const Instant sent = Instant{sys_days{2026y / 7 / 1}} + 22h + 30min;
  EXPECT_EQ(end_of_working_days(sweden(), sent, 1), at(2026y / 7 / 3, end_of_day));
}

TEST(EndOfWorkingDays, OverEasterAndChristmas) {
  EXPECT_EQ(end_of_working_days(sweden(), at(2026y / 4 / 1, 9h), 2), at(2026y / 4 / 7, end_of_day));
  EXPECT_EQ(end_of_working_days(sweden(), at(2026y / 12 / 22, 9h), 5),
            at(2027y / 1 / 4, end_of_day));
}

TEST(EndOfWorkingDays, OverBothClockChangesTheWallClockStays) {
  const Instant spring = end_of_working_days(sweden(), at(2026y / 3 / 27, 9h), 1);
  EXPECT_EQ(spring, Instant{sys_days{2026y / 3 / 30}} + 22h - 1s);  // summer: two hours ahead
  const Instant autumn = end_of_working_days(sweden(), at(2026y / 10 / 23, 9h), 1);
  EXPECT_EQ(autumn, Instant{sys_days{2026y / 10 / 26}} + 23h - 1s);  // winter: one
}

TEST(ComingList, IsToldTheWorkingDayBeforeByTheWallClock) {
  EXPECT_EQ(coming_list_at(sweden(), at(2026y / 3 / 20, 13h), 9), at(2026y / 3 / 19, 9h));
  EXPECT_EQ(coming_list_at(sweden(), at(2026y / 4 / 7, 9h), 9), at(2026y / 4 / 2, 9h)) << "Easter";
  EXPECT_EQ(coming_list_at(sweden(), at(2026y / 3 / 30, 9h), 9),
            Instant{sys_days{2026y / 3 / 27}} + 8h)
      << "the Friday before the clocks change";
  EXPECT_EQ(coming_list_at(sweden(), at(2026y / 10 / 26, 9h), 9),
            Instant{sys_days{2026y / 10 / 23}} + 7h);
}

TEST(ActivityReminder, CountsWorkingDaysBackFromTheLastDay) {
  const Date last = 2026y / 4 / 8;
  EXPECT_EQ(activity_reminder_at(sweden(), last, 5, 9), at(2026y / 3 / 30, 9h)) << "over Easter";
  EXPECT_EQ(activity_reminder_at(sweden(), last, 0, 9), at(last, 9h));
  EXPECT_EQ(activity_reminder_at(sweden(), 2026y / 4 / 5, 0, 9), at(2026y / 4 / 2, 9h))
      << "a red day is no day to be reminded on";
  EXPECT_EQ(activity_reminder_at(sweden(), 2026y / 12 / 31, 5, 9), at(2026y / 12 / 22, 9h))
      << "over Christmas";
}

TEST(ActivityReminder, ReachesTheHeadWorkingDaysAfterIt) {
  EXPECT_EQ(activity_to_head_at(sweden(), 2026y / 3 / 31, 4, 9), at(2026y / 4 / 8, 9h));
  EXPECT_EQ(activity_to_head_at(sweden(), 2026y / 10 / 23, 1, 9),
            Instant{sys_days{2026y / 10 / 26}} + 8h)
      << "winter time";
}

TEST(SummonsDeadline, CountsFromSendingWhereTheMeetingIsFarAway) {
  EXPECT_EQ(summons_deadline(sweden(), at(2026y / 3 / 2, 9h), 5, at(2026y / 3 / 20, 13h)),
            at(2026y / 3 / 9, end_of_day));
}

TEST(SummonsDeadline, EndsWithTheLastWorkingDayBeforeTheMeeting) {
  const Instant sent = at(2026y / 3 / 2, 9h);
  EXPECT_EQ(summons_deadline(sweden(), sent, 5, at(2026y / 3 / 9, 13h)),
            at(2026y / 3 / 6, end_of_day));
  EXPECT_EQ(summons_deadline(sweden(), sent, 5, at(2026y / 3 / 10, 13h)),
            at(2026y / 3 / 9, end_of_day));
  EXPECT_EQ(summons_deadline(sweden(), at(2026y / 4 / 1, 9h), 5, at(2026y / 4 / 7, 9h)),
            at(2026y / 4 / 2, end_of_day));  // the meeting is on the Tuesday after Easter
}

TEST(SummonsDeadline, SummonedTheWorkingDayBeforeEndsThatDay) {
  EXPECT_EQ(summons_deadline(sweden(), at(2026y / 3 / 5, 9h), 5, at(2026y / 3 / 6, 9h)),
            at(2026y / 3 / 5, end_of_day));
}

TEST(SummonsDeadline, SummonedTooLateForADayBeforeEndsWhenTheMeetingStarts) {
  const Instant monday = at(2026y / 3 / 9, 13h);
  EXPECT_EQ(summons_deadline(sweden(), at(2026y / 3 / 9, 8h), 5, monday), monday);  // same day
  EXPECT_EQ(summons_deadline(sweden(), at(2026y / 3 / 8, 8h), 5, monday), monday);  // the Sunday
  EXPECT_EQ(summons_deadline(sweden(), at(2026y / 3 / 6, end_of_day), 5, monday), monday);
  EXPECT_LT(summons_deadline(sweden(), at(2026y / 3 / 6, end_of_day - 1s), 5, monday), monday);
}

TEST(Reminders, AtNineOnWorkingDaysAlsoAcrossTheClockChange) {
  const Instant sent = at(2026y / 3 / 26, 15h);  // Thursday before the change
  EXPECT_EQ(reminder_at(sweden(), sent, 1, 9), Instant{sys_days{2026y / 3 / 27}} + 8h);
  EXPECT_EQ(reminder_at(sweden(), sent, 2, 9), Instant{sys_days{2026y / 3 / 30}} + 7h);
  EXPECT_EQ(reminder_at(sweden(), at(2026y / 10 / 22, 15h), 2, 9),
            Instant{sys_days{2026y / 10 / 26}} + 8h);
}

TEST(PresumedDelivery, HoursAreHoursOverTheClockChange) {
  EXPECT_EQ(presumed_delivered_at(at(2026y / 3 / 28, 12h), 24), at(2026y / 3 / 29, 13h));
  EXPECT_EQ(presumed_delivered_at(at(2026y / 10 / 24, 12h), 24), at(2026y / 10 / 25, 11h));
}

TEST(ShortNotice, TenWorkingDaysIsEnoughAndNineIsNot) {
  const Instant sent = at(2026y / 3 / 2, 16h);
  EXPECT_FALSE(is_short_notice(sweden(), sent, 10, at(2026y / 3 / 16, 8h)));
  EXPECT_TRUE(is_short_notice(sweden(), sent, 10, at(2026y / 3 / 13, 16h)));
}

TEST(ShortNotice, EasterDoesNotCountAsNotice) {
  const Instant sent = at(2026y / 3 / 30, 9h);  // ten working days on is 15 April, not 13 April
  EXPECT_TRUE(is_short_notice(sweden(), sent, 10, at(2026y / 4 / 14, 9h)));
  EXPECT_FALSE(is_short_notice(sweden(), sent, 10, at(2026y / 4 / 15, 9h)));
}

TEST(PlanCopy, FiveWorkingDaysAfterTheMeeting) {
  EXPECT_EQ(plan_copy_by(sweden(), 2026y / 3 / 20, 5), 2026y / 3 / 27);
  EXPECT_EQ(plan_copy_by(sweden(), 2026y / 4 / 1, 5), 2026y / 4 / 10);
}

TEST(FollowUp, TwelveWeeksAndSixMonths) {
  EXPECT_EQ(follow_up_by(2026y / 3 / 20, 12), 2026y / 6 / 12);
  EXPECT_EQ(next_follow_up_by(2026y / 3 / 20, 6), 2026y / 9 / 20);
  EXPECT_EQ(next_follow_up_by(2026y / 8 / 31, 6), 2027y / 2 / 28);
  EXPECT_EQ(next_follow_up_by(2027y / 8 / 31, 6), 2028y / 2 / 29);
}

TEST(FollowUp, OnARedDayItIsShownAsTheWorkingDayBefore) {
  EXPECT_EQ(shown_day(sweden(), 2026y / 6 / 19), 2026y / 6 / 18);  // midsommarafton
  EXPECT_EQ(shown_day(sweden(), 2026y / 9 / 20), 2026y / 9 / 18);  // a Sunday
  EXPECT_EQ(shown_day(sweden(), 2027y / 1 / 1), 2026y / 12 / 30);
  EXPECT_EQ(shown_day(sweden(), 2026y / 6 / 12), 2026y / 6 / 12);
}

TEST(DeficiencyAnswer, SixtyCalendarDaysThenOnToAWorkingDay) {
  EXPECT_EQ(deficiency_answer_by(sweden(), at(2026y / 3 / 2, 9h), 60),
            at(2026y / 5 / 4, end_of_day));
  EXPECT_EQ(deficiency_answer_by(sweden(), at(2026y / 3 / 9, 9h), 60),
            at(2026y / 5 / 8, end_of_day));
  EXPECT_EQ(deficiency_answer_by(sweden(), at(2026y / 10 / 25, 9h), 60),
            at(2026y / 12 / 28, end_of_day));  // julafton moves to the Monday
}

TEST(Months, EndsClamp) {
  EXPECT_EQ(add_months_clamped(2026y / 1 / 31, 1), 2026y / 2 / 28);
  EXPECT_EQ(add_months_clamped(2028y / 1 / 31, 1), 2028y / 2 / 29);
  EXPECT_EQ(add_months_clamped(2026y / 3 / 31, 1), 2026y / 4 / 30);
  EXPECT_EQ(add_months_clamped(2026y / 3 / 31, -1), 2026y / 2 / 28);
  EXPECT_EQ(add_months_clamped(2026y / 11 / 15, 3), 2027y / 2 / 15);
  EXPECT_EQ(add_months_clamped(2026y / 5 / 31, 0), 2026y / 5 / 31);
}

TEST(ReviewYearly, ALeapDayFallsOnTheLastOfFebruary) {
  EXPECT_EQ(review_yearly(2026y / 3 / 20), 2027y / 3 / 20);
  EXPECT_EQ(review_yearly(2028y / 2 / 29), 2029y / 2 / 28);
}

Instant some_moment() {
  constexpr auto first = sys_days{2020y / 1 / 1}.time_since_epoch() / 1s;
  constexpr auto last = sys_days{2060y / 1 / 1}.time_since_epoch() / 1s;
  return Instant{std::chrono::seconds{*rc::gen::inRange<long>(first, last)}};
}

RC_GTEST_PROP(DeadlineProperties, ASummonsDeadlineLiesBetweenSendingAndTheMeeting, ()) {
  const Instant sent = some_moment();
  const Instant starts = sent + std::chrono::minutes{*rc::gen::inRange(1, 60 * 24 * 40)};
  const Instant deadline = summons_deadline(sweden(), sent, *rc::gen::inRange(1, 15), starts);
  RC_ASSERT(sent < deadline);
  RC_ASSERT(deadline <= starts);
}

RC_GTEST_PROP(DeadlineProperties, ASummonsDeadlineNeverPassesTheDaysCounted, ()) {
  const Instant sent = some_moment();
  const int count = *rc::gen::inRange(1, 15);
  const Instant starts = sent + std::chrono::hours{*rc::gen::inRange(24 * 5, 24 * 60)};
  RC_ASSERT(summons_deadline(sweden(), sent, count, starts) <=
            end_of_working_days(sweden(), sent, count));
}

RC_GTEST_PROP(DeadlineProperties, RemindersComeAtTheirHourOnWorkedDaysInOrder, ()) {
  const Instant sent = some_moment();
  const int day = *rc::gen::inRange(1, 20);
  const Instant reminder = reminder_at(sweden(), sent, day, 9);
  const LocalTime seen = sweden().zone().to_local(reminder);
  RC_ASSERT(seen - std::chrono::floor<std::chrono::days>(seen) == 9h);
  RC_ASSERT(sweden().is_working_day(sweden().zone().day_of(reminder)));
  RC_ASSERT(reminder < reminder_at(sweden(), sent, day + 1, 9));
}

RC_GTEST_PROP(DeadlineProperties, ADeficiencyAnswerIsDueOnAWorkedDay, ()) {
  const Instant due = deficiency_answer_by(sweden(), some_moment(), *rc::gen::inRange(1, 90));
  RC_ASSERT(sweden().is_working_day(sweden().zone().day_of(due)));
}

RC_GTEST_PROP(DeadlineProperties, MonthsNeverLeaveTheMonthMeantNorPassTheDay, ()) {
  const Date day = sweden().zone().day_of(some_moment());
  const int months = *rc::gen::inRange(-30, 31);
  const Date moved = add_months_clamped(day, months);
  RC_ASSERT(moved.ok());
  RC_ASSERT(moved.year() / moved.month() == day.year() / day.month() + std::chrono::months{months});
  RC_ASSERT(moved.day() <= day.day());
}

}  // namespace
}  // namespace kallad::deadlines_test
