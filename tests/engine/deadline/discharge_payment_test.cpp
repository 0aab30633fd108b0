// Tests of the first day the municipality pays (5:3-5), above all the noon rule and what must be
// known.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "adapters/clock/stockholm.hpp"
#include "engine/deadline/discharge.hpp"

namespace kallad::discharge_payment_test {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::sys_days;
using Missing = std::vector<DischargeFact>;

const Zone& sweden() {
  static const Zone zone = stockholm();
  return zone;
}

Instant at(Date day, std::chrono::milliseconds wall_clock) {
  return sweden().to_instant(LocalTime{local_days{day}} + wall_clock);
}

/// Everything known, and nothing later than the notice.
DischargeFacts complete(Instant notice) {
  DischargeFacts facts;
  facts.admission_notice_at = notice - 48h;
  facts.ready_notice_at = notice;
  facts.summons_sent_at = notice - 1h;
  facts.open_care = OpenCare::in_place;
  facts.open_care_in_place_at = notice - 2h;
  return facts;
}

Date first_day(const DischargeFacts& facts) {
  return payment_start(facts, sweden()).first_day.value();
}

TEST(Payment, DayThreeUpToNoonAndDayFourAfter) {
  EXPECT_EQ(first_day(complete(at(2026y / 3 / 2, 12h))), 2026y / 3 / 5);
  EXPECT_EQ(first_day(complete(at(2026y / 3 / 2, 12h + 1ms))), 2026y / 3 / 6);
  EXPECT_EQ(first_day(complete(at(2026y / 3 / 2, 12h + 1s))), 2026y / 3 / 6);
  EXPECT_EQ(first_day(complete(at(2026y / 3 / 2, 0h))), 2026y / 3 / 5);
  EXPECT_EQ(first_day(complete(at(2026y / 3 / 2, 24h - 1s))), 2026y / 3 / 6);
}

TEST(Payment, NoonIsTheWallClocksOnTheDaysOfClockChange) {
  EXPECT_EQ(first_day(complete(Instant{sys_days{2026y / 3 / 29}} + 10h)), 2026y / 4 / 1);
  EXPECT_EQ(first_day(complete(Instant{sys_days{2026y / 3 / 29}} + 10h + 1s)), 2026y / 4 / 2);
  EXPECT_EQ(first_day(complete(Instant{sys_days{2026y / 10 / 25}} + 11h)), 2026y / 10 / 28);
  EXPECT_EQ(first_day(complete(Instant{sys_days{2026y / 10 / 25}} + 11h + 1s)), 2026y / 10 / 29);
}

TEST(Payment, DoesNotMoveForHolidays) {
  EXPECT_EQ(first_day(complete(at(2026y / 3 / 31, 9h))), 2026y / 4 / 3);     // långfredagen
  EXPECT_EQ(first_day(complete(at(2026y / 12 / 22, 9h))), 2026y / 12 / 25);  // juldagen
}

TEST(Payment, TheLatestOfRegularDayKallelseAndOpenCare) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.summons_sent_at = at(2026y / 3 / 10, 16h);
  EXPECT_EQ(first_day(facts), 2026y / 3 / 10);
  facts.open_care_in_place_at = at(2026y / 3 / 12, 8h);
  EXPECT_EQ(first_day(facts), 2026y / 3 / 12);
  facts.summons_sent_at = at(2026y / 3 / 13, 0h);
  EXPECT_EQ(first_day(facts), 2026y / 3 / 13);
}

TEST(Payment, NeverWithoutAKallelseWhateverElseIsKnown) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.summons_sent_at.reset();
  const PaymentStart start = payment_start(facts, sweden());
  EXPECT_EQ(start.state, LimitState::does_not_begin);
  EXPECT_EQ(start.missing, Missing{DischargeFact::summons_sent_at});
  EXPECT_EQ(start.reference.place, "5 kap. 3 §");
  EXPECT_EQ(start.first_day, std::nullopt);
}

TEST(Payment, CannotBeComputedWhileOpenCareIsMissingOrUnclear) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.open_care = OpenCare::unknown;  // the recorded moment does not count then
  EXPECT_EQ(payment_start(facts, sweden()).state, LimitState::cannot_be_computed);
  EXPECT_EQ(payment_start(facts, sweden()).missing, Missing{DischargeFact::open_care});
  EXPECT_EQ(payment_start(facts, sweden()).reference.place, "5 kap. 5 §");
  facts.open_care = OpenCare::missing;
  EXPECT_EQ(payment_start(facts, sweden()).missing, Missing{DischargeFact::open_care_in_place_at});
  facts.open_care = OpenCare::in_place;
  facts.open_care_in_place_at.reset();
  EXPECT_EQ(payment_start(facts, sweden()).missing, Missing{DischargeFact::open_care_in_place_at});
}

TEST(Payment, EveryMissingFactIsNamedAtOnce) {
  DischargeFacts facts;
  facts.summons_sent_at = at(2026y / 3 / 2, 9h);
  const PaymentStart start = payment_start(facts, sweden());
  EXPECT_EQ(start.state, LimitState::cannot_be_computed);
  EXPECT_EQ(start.missing, (Missing{DischargeFact::admission_notice_at,
                                    DischargeFact::ready_notice_at, DischargeFact::open_care}));
}

TEST(Payment, AnAgreedDayCountsInsteadOfBothNumbers) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 15h));
  facts.agreed_payment_days = 6;
  EXPECT_EQ(first_day(facts), 2026y / 3 / 8);
  EXPECT_EQ(payment_start(facts, sweden()).reference.place, "4 kap. 4–5 §§");
}

TEST(Payment, ANoticeWithdrawnBeforeTheFirstDayStopsIt) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.ready_notice_withdrawn_at = at(2026y / 3 / 4, 23h);
  EXPECT_EQ(payment_start(facts, sweden()).state, LimitState::stopped);
  EXPECT_EQ(payment_start(facts, sweden()).first_day, std::nullopt);
  facts.ready_notice_at = at(2026y / 3 / 9, 9h);  // a new notice
  EXPECT_EQ(first_day(facts), 2026y / 3 / 12);
  EXPECT_EQ(payment_start(facts, sweden()).until, std::nullopt);
}

TEST(Payment, ANoticeWithdrawnLaterEndsWhatHasBegun) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.ready_notice_withdrawn_at = at(2026y / 3 / 7, 10h);
  EXPECT_EQ(first_day(facts), 2026y / 3 / 5);
  EXPECT_EQ(payment_start(facts, sweden()).until, at(2026y / 3 / 7, 10h));
}

TEST(Payment, DischargedBeforeTheFirstDayNothingIsPaid) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.discharged_at = at(2026y / 3 / 4, 15h);
  EXPECT_EQ(payment_start(facts, sweden()).state, LimitState::does_not_begin);
  facts.discharged_at = at(2026y / 3 / 6, 15h);
  EXPECT_EQ(first_day(facts), 2026y / 3 / 5);
  EXPECT_EQ(payment_start(facts, sweden()).until, facts.discharged_at);
}

TEST(Payment, AnEndAtTheFirstMidnightLeavesNothingToPay) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.discharged_at = at(2026y / 3 / 5, 0h);
  EXPECT_EQ(payment_start(facts, sweden()).state, LimitState::does_not_begin);
  *facts.discharged_at += 1ms;
  EXPECT_EQ(payment_start(facts, sweden()).state, LimitState::computed);
}

TEST(Payment, EndsAtTheEarlierOfDischargeAndWithdrawal) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.ready_notice_withdrawn_at = at(2026y / 3 / 7, 10h);
  facts.discharged_at = at(2026y / 3 / 9, 10h);
  EXPECT_EQ(payment_start(facts, sweden()).until, facts.ready_notice_withdrawn_at);
  facts.discharged_at = at(2026y / 3 / 6, 10h);
  EXPECT_EQ(payment_start(facts, sweden()).until, facts.discharged_at);
}

TEST(Payment, AWithdrawnNoticeIsStoppedAlsoWhereFactsAreMissing) {
  DischargeFacts facts = complete(at(2026y / 3 / 2, 9h));
  facts.ready_notice_withdrawn_at = at(2026y / 3 / 3, 9h);
  facts.open_care = OpenCare::missing;
  const PaymentStart start = payment_start(facts, sweden());
  EXPECT_EQ(start.state, LimitState::stopped);
  EXPECT_EQ(start.missing, Missing{DischargeFact::open_care_in_place_at});
}

Instant some_moment() {
  constexpr auto first = sys_days{2020y / 1 / 1}.time_since_epoch() / 1s;
  constexpr auto last = sys_days{2060y / 1 / 1}.time_since_epoch() / 1s;
  return Instant{std::chrono::seconds{*rc::gen::inRange<long>(first, last)}};
}

std::optional<Instant> perhaps(Instant around) {
  if (*rc::gen::inRange(0, 3) == 0) return std::nullopt;
  return around + std::chrono::minutes{*rc::gen::inRange(-20 * 1440, 20 * 1440)};
}

DischargeFacts some_facts() {
  const Instant around = some_moment();
  DischargeFacts facts;
  facts.admission_notice_at = perhaps(around);
  facts.ready_notice_at = perhaps(around);
  facts.ready_notice_withdrawn_at = perhaps(around);
  facts.summons_sent_at = perhaps(around);
  facts.discharged_at = perhaps(around);
  facts.open_care = *rc::gen::element(OpenCare::unknown, OpenCare::missing, OpenCare::in_place);
  facts.open_care_in_place_at = perhaps(around);
  return facts;
}

RC_GTEST_PROP(PaymentProperties, ADayIsGivenOnlyWhereNothingIsMissing, ()) {
  const DischargeFacts facts = some_facts();
  const PaymentStart start = payment_start(facts, sweden());
  RC_ASSERT(start.first_day.has_value() == (start.state == LimitState::computed));
  RC_ASSERT(!start.first_day || start.missing.empty());
  RC_ASSERT(start.state != LimitState::cannot_be_computed || !start.missing.empty());
  RC_ASSERT(start.reference.number == "2017:612");
}

RC_GTEST_PROP(PaymentProperties, NeverBeforeNoticePlusThreeKallelseOrOpenCare, ()) {
  DischargeFacts facts = complete(some_moment());
  const Instant notice = *facts.ready_notice_at;
  facts.summons_sent_at = notice + std::chrono::hours{*rc::gen::inRange(-240, 240)};
  facts.open_care_in_place_at = notice + std::chrono::hours{*rc::gen::inRange(-240, 240)};
  const sys_days day{first_day(facts)};
  RC_ASSERT(day >= sys_days{sweden().day_of(notice)} + days{3});
  RC_ASSERT(day >= sys_days{sweden().day_of(*facts.summons_sent_at)});
  RC_ASSERT(day >= sys_days{sweden().day_of(*facts.open_care_in_place_at)});
}

RC_GTEST_PROP(PaymentProperties, ALaterNoticeNeverPaysEarlier, ()) {
  const Instant notice = some_moment();
  const Instant later = notice + std::chrono::seconds{*rc::gen::inRange(0, 5 * 86400)};
  RC_ASSERT(first_day(complete(notice)) <= first_day(complete(later)));
}

}  // namespace
}  // namespace kallad::discharge_payment_test
