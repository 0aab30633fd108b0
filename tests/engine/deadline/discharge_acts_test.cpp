// Tests of what must be done by when at discharge (SVU): admission notice, fast vårdkontakt,
// information, kallelse. Payment has its own file.
#include <gtest/gtest.h>

#include "adapters/clock/stockholm.hpp"
#include "engine/deadline/discharge.hpp"

namespace kallad::discharge_acts_test {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using Missing = std::vector<DischargeFact>;

const Zone& sweden() {
  static const Zone zone = stockholm();
  return zone;
}

Instant at(Date day, std::chrono::milliseconds wall_clock) {
  return sweden().to_instant(LocalTime{local_days{day}} + wall_clock);
}

constexpr auto end_of_day = 24h - 1s;

DischargeFacts noticed(Date day, std::chrono::milliseconds wall_clock = 9h) {
  DischargeFacts facts;
  facts.ready_notice_at = at(day, wall_clock);
  return facts;
}

Instant summons_by(const DischargeFacts& facts) {
  return discharge_summons_limit(facts, sweden()).latest.value();
}

TEST(AdmissionNotice, TwentyFourHoursAlsoOnHolidaysAndOverTheClockChange) {
  DischargeFacts facts;
  facts.admitted_at = at(2026y / 12 / 24, 15h);
  EXPECT_EQ(admission_notice_limit(facts).latest, at(2026y / 12 / 25, 15h));
  facts.admitted_at = at(2026y / 3 / 28, 15h);
  EXPECT_EQ(admission_notice_limit(facts).latest, at(2026y / 3 / 29, 16h));
  facts.admitted_at = at(2026y / 10 / 24, 15h);
  EXPECT_EQ(admission_notice_limit(facts).latest, at(2026y / 10 / 25, 14h));
}

TEST(AdmissionNotice, InTimeToTheMillisecond) {
  DischargeFacts facts;
  facts.admitted_at = at(2026y / 3 / 2, 15h);
  EXPECT_EQ(admission_notice_limit(facts).fulfilment, Fulfilment::open);
  facts.admission_notice_at = at(2026y / 3 / 3, 15h);
  EXPECT_EQ(admission_notice_limit(facts).fulfilment, Fulfilment::in_time);
  *facts.admission_notice_at += 1ms;
  EXPECT_EQ(admission_notice_limit(facts).fulfilment, Fulfilment::late);
}

TEST(AdmissionNotice, WithoutAnAdmissionItSaysWhatIsMissing) {
  DischargeFacts facts;
  facts.admission_notice_at = at(2026y / 3 / 3, 15h);
  const ActLimit limit = admission_notice_limit(facts);
  EXPECT_EQ(limit.state, LimitState::cannot_be_computed);
  EXPECT_EQ(limit.missing, Missing{DischargeFact::admitted_at});
  EXPECT_EQ(limit.latest, std::nullopt);
  EXPECT_EQ(limit.fulfilment, Fulfilment::open);
  EXPECT_EQ(limit.reference.place, "2 kap. 3 §");
}

TEST(FastContact, BeforeDischarge) {
  DischargeFacts facts;
  EXPECT_EQ(fast_contact_limit(facts).missing, Missing{DischargeFact::discharged_at});
  facts.discharged_at = at(2026y / 3 / 5, 14h);
  facts.fast_contact_at = at(2026y / 3 / 5, 14h) - 1ms;
  EXPECT_EQ(fast_contact_limit(facts).fulfilment, Fulfilment::in_time);
  facts.fast_contact_at = facts.discharged_at;
  EXPECT_EQ(fast_contact_limit(facts).fulfilment, Fulfilment::late);
  EXPECT_EQ(fast_contact_limit(facts).reference.place, "2 kap. 5 §");
}

TEST(Information, TheSameDayAsDischarge) {
  DischargeFacts facts;
  EXPECT_EQ(information_limit(facts, sweden()).missing, Missing{DischargeFact::discharged_at});
  facts.discharged_at = at(2026y / 10 / 25, 1h);  // a day of 25 hours
  EXPECT_EQ(information_limit(facts, sweden()).latest, at(2026y / 10 / 25, end_of_day));
  facts.plan_informed_at = at(2026y / 10 / 25, end_of_day);
  EXPECT_EQ(information_limit(facts, sweden()).fulfilment, Fulfilment::in_time);
  facts.plan_informed_at = at(2026y / 10 / 26, 0h);
  EXPECT_EQ(information_limit(facts, sweden()).fulfilment, Fulfilment::late);
  EXPECT_EQ(information_limit(facts, sweden()).reference.place, "3 kap. 2 §");
}

TEST(DischargeSummons, ThreeCalendarDaysAfterTheNotice) {
  const ActLimit limit = discharge_summons_limit(noticed(2026y / 3 / 2), sweden());
  EXPECT_EQ(limit.state, LimitState::computed);
  EXPECT_EQ(limit.latest, at(2026y / 3 / 5, end_of_day));
  EXPECT_EQ(limit.reference.place, "4 kap. 3 §");
  EXPECT_FALSE(limit.to_be_checked);
  EXPECT_EQ(limit.moved_by, std::nullopt);
}

TEST(DischargeSummons, ALastDayOfRestMovesAndSaysThatItMustBeChecked) {
  const ActLimit limit = discharge_summons_limit(noticed(2026y / 3 / 4), sweden());
  EXPECT_EQ(limit.latest, at(2026y / 3 / 9, end_of_day));  // Saturday to Monday
  EXPECT_TRUE(limit.to_be_checked);
  ASSERT_TRUE(limit.moved_by);
  EXPECT_EQ(cited(*limit.moved_by), "lag (1930:173)");
}

TEST(DischargeSummons, OverEasterMidsummerChristmasAndNewYear) {
  EXPECT_EQ(summons_by(noticed(2026y / 3 / 30)), at(2026y / 4 / 2, end_of_day));   // skärtorsdagen
  EXPECT_EQ(summons_by(noticed(2026y / 3 / 31)), at(2026y / 4 / 7, end_of_day));   // långfredagen
  EXPECT_EQ(summons_by(noticed(2026y / 4 / 3)), at(2026y / 4 / 7, end_of_day));    // annandag påsk
  EXPECT_EQ(summons_by(noticed(2026y / 6 / 16)), at(2026y / 6 / 22, end_of_day));  // midsommarafton
  EXPECT_EQ(summons_by(noticed(2026y / 12 / 21)), at(2026y / 12 / 28, end_of_day));  // julafton
  EXPECT_EQ(summons_by(noticed(2026y / 12 / 28)), at(2027y / 1 / 4, end_of_day));    // nyårsafton
}

TEST(DischargeSummons, TheDayOfTheNoticeIsTheLocalOne) {
  EXPECT_EQ(summons_by(noticed(2026y / 3 / 2, end_of_day)), at(2026y / 3 / 5, end_of_day));
  EXPECT_EQ(summons_by(noticed(2026y / 3 / 2, 0h)), at(2026y / 3 / 5, end_of_day));
}

TEST(DischargeSummons, SentBeforeTheNoticeCountsAndAfterTheLastDayIsLate) {
  DischargeFacts facts = noticed(2026y / 3 / 2);
  facts.summons_sent_at = at(2026y / 3 / 1, 9h);
  EXPECT_EQ(discharge_summons_limit(facts, sweden()).fulfilment, Fulfilment::in_time);
  facts.summons_sent_at = at(2026y / 3 / 5, end_of_day);
  EXPECT_EQ(discharge_summons_limit(facts, sweden()).fulfilment, Fulfilment::in_time);
  facts.summons_sent_at = at(2026y / 3 / 6, 0h);
  EXPECT_EQ(discharge_summons_limit(facts, sweden()).fulfilment, Fulfilment::late);
}

TEST(DischargeSummons, AnAgreedTimeCountsInsteadAndDoesNotMove) {
  DischargeFacts facts = noticed(2026y / 3 / 2);
  facts.agreed_summons_days = 5;  // a Saturday
  const ActLimit limit = discharge_summons_limit(facts, sweden());
  EXPECT_EQ(limit.latest, at(2026y / 3 / 7, end_of_day));
  EXPECT_EQ(limit.reference.place, "4 kap. 4–5 §§");
  EXPECT_FALSE(limit.to_be_checked);
}

TEST(DischargeSummons, AWithdrawnNoticeStopsTheClockAndANewOneStartsAnother) {
  DischargeFacts facts = noticed(2026y / 3 / 2);
  facts.ready_notice_withdrawn_at = at(2026y / 3 / 3, 9h);
  EXPECT_EQ(discharge_summons_limit(facts, sweden()).state, LimitState::stopped);
  EXPECT_EQ(discharge_summons_limit(facts, sweden()).latest, std::nullopt);
  facts.ready_notice_at = at(2026y / 3 / 9, 9h);
  EXPECT_EQ(discharge_summons_limit(facts, sweden()).state, LimitState::computed);
  EXPECT_EQ(summons_by(facts), at(2026y / 3 / 12, end_of_day));
}

TEST(DischargeSummons, WithoutANoticeItSaysSo) {
  EXPECT_EQ(discharge_summons_limit({}, sweden()).missing, Missing{DischargeFact::ready_notice_at});
}

TEST(CheckDischarge, ATimeThatNoDayCanBeAddedTo) {
  DischargeFacts facts;
  facts.ready_notice_at = at(9997y / 12 / 30, 9h);
  EXPECT_TRUE(check(facts).empty());
  facts.ready_notice_at = at(9999y / 12 / 31, 23h);
  facts.fast_contact_at = facts.ready_notice_at;
  const Refusals refusals = check(facts);
  ASSERT_EQ(refusals.size(), 2U);
  EXPECT_EQ(refusals[0].rule, "bad_time");
  EXPECT_EQ(refusals[0].data[0].second, "ready_notice_at");
  EXPECT_EQ(refusals[1].data[0].second, "fast_contact_at");
}

TEST(CheckDischarge, DaysThatCannotBeAndADischargeBeforeAdmission) {
  DischargeFacts facts;
  EXPECT_TRUE(check(facts).empty());
  facts.agreed_summons_days = -1;
  facts.agreed_payment_days = 367;
  facts.admitted_at = at(2026y / 3 / 2, 9h);
  facts.discharged_at = at(2026y / 3 / 1, 9h);
  const Refusals refusals = check(facts);
  ASSERT_EQ(refusals.size(), 3U);
  EXPECT_EQ(refusals[0].data[0].second, "agreed_summons_days");
  EXPECT_EQ(refusals[1].data[0].second, "agreed_payment_days");
  EXPECT_EQ(refusals[2].rule, "discharged_before_admission");
}

}  // namespace
}  // namespace kallad::discharge_acts_test
