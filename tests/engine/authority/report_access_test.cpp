// Who reads and who publishes a council's reports: each position in each place.
// Not what a report holds. Rules kept: domain 1 and 3; what is not written is no.
#include "engine/authority/report_access.hpp"

#include <gtest/gtest.h>

#include "tests/support/north_west.hpp"

namespace kallad::authority::report_access {
namespace {

using enum Position;

const Date in_force = support::day(2026, 6, 1);
const Date run_out = support::day(2027, 1, 1);

Caller caller_of(const UnitId& unit, std::vector<Position> positions) {
  return {"account", "Rita Rapportläsare", unit, std::move(positions), {}};
}

bool reads(const UnitId& unit, Position position, Date day = in_force) {
  return may_read_reports(caller_of(unit, {position}), support::council, support::north_west(),
                          day);
}

bool publishes(const UnitId& unit, Position position) {
  return may_publish_reports(caller_of(unit, {position}), support::council, support::north_west());
}

TEST(ReportAccess, TheSecretaryOfTheCouncilPublishesAndNobodyElse) {
  EXPECT_TRUE(publishes(support::adults, council_secretary));
  EXPECT_FALSE(publishes(support::reception, council_secretary)) << "of another unit";
  EXPECT_FALSE(publishes(UnitId{}, council_secretary));
  for (const Position other :
       {coordinator, attendee, unit_head, report_reader, auditor, administrator}) {
    EXPECT_FALSE(publishes(support::adults, other));
  }
  EXPECT_FALSE(may_publish_reports(caller_of(support::adults, {council_secretary}),
                                   CouncilId{"another"}, support::north_west()));
}

TEST(ReportAccess, ReadersAreThoseOfTheMembersWhileTheAgreementIsInForce) {
  for (const UnitId& unit : {support::housing, support::reception, support::provider}) {
    EXPECT_TRUE(reads(unit, report_reader)) << unit.text;
    EXPECT_FALSE(reads(unit, report_reader, run_out)) << unit.text;
  }
  EXPECT_TRUE(reads(support::school, report_reader)) << "a member without the duty to come";
  EXPECT_FALSE(reads(support::police, report_reader)) << "outside the agreement";
  EXPECT_FALSE(reads(UnitId{"unknown"}, report_reader));
  EXPECT_FALSE(reads(UnitId{}, report_reader));
}

TEST(ReportAccess, TheSecretarysOwnUnitReadsAlsoWhenTheAgreementHasRunOut) {
  EXPECT_TRUE(reads(support::adults, report_reader, run_out));
  EXPECT_TRUE(reads(support::adults, council_secretary, run_out));
  EXPECT_FALSE(reads(support::reception, council_secretary)) << "is no reader by that";
}

TEST(ReportAccess, NoOtherPositionReads) {
  for (const Position other : {coordinator, attendee, unit_head, auditor, administrator}) {
    EXPECT_FALSE(reads(support::adults, other));
    EXPECT_FALSE(reads(support::reception, other));
  }
  EXPECT_FALSE(may_read_reports(caller_of(support::reception, {report_reader}),
                                CouncilId{"another"}, support::north_west(), in_force));
}

}  // namespace
}  // namespace kallad::authority::report_access
