// Who is bound to come: by party and agreement, never by the kind of organisation alone (domain 2).
// Not how a summons is made up: that asks here.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/north_west.hpp"

namespace kallad {
namespace {

using support::adults;
using support::agreement;
using support::care_centre;
using support::day;
using support::emergency;
using support::helsingborg;
using support::north_west;
using support::police;
using support::provider;
using support::reception;
using support::region;
using support::school;
using support::second_provider;
using support::the_police;
using support::we_mind;

const Date spring = day(2026, 3, 2);

Duty duty(const Register& known, const UnitId& unit, Date on = spring) {
  return duty_of(known, unit, agreement, on);
}

Member& member(Register& known, const PrincipalId& principal) {
  auto& members = known.agreements.at(agreement).members;
  return *std::ranges::find(members.rbegin(), members.rend(), principal, &Member::principal);
}

TEST(Duty, AMembersUnitsAreBound) {
  const auto known = north_west();
  EXPECT_EQ(duty(known, adults), Duty::bound);
  EXPECT_EQ(duty(known, reception), Duty::bound);
}

TEST(Duty, AMemberWithoutTheDutyMayCome) {
  auto known = north_west();
  member(known, region).duty_to_attend = false;
  EXPECT_EQ(duty(known, reception), Duty::may_come);
  EXPECT_EQ(duty(known, adults), Duty::bound);
}

TEST(Duty, SomeAgreementsBindSchoolAndPoliceAndOthersDoNot) {
  auto known = north_west();
  EXPECT_EQ(duty(known, school), Duty::may_come);
  EXPECT_EQ(duty(known, police), Duty::outsider);
  known.agreements.at(agreement).members.front().duty_to_attend = true;
  known.agreements.at(agreement).members.push_back({the_police, true, {}});
  EXPECT_EQ(duty(known, school), Duty::bound);
  EXPECT_EQ(duty(known, police), Duty::bound);
}

TEST(Duty, MembershipOfNamedUnitsIsForThoseAlone) {
  auto known = north_west();
  member(known, region).units = {reception, care_centre};
  EXPECT_EQ(duty(known, reception), Duty::bound);
  EXPECT_EQ(duty(known, care_centre), Duty::bound);
  EXPECT_EQ(duty(known, emergency), Duty::outsider);
}

TEST(Duty, TheKindOfOrganisationSaysNothing) {
  for (const auto kind : {PrincipalKind::region, PrincipalKind::municipality, PrincipalKind::other,
                          PrincipalKind::private_provider, PrincipalKind::authority}) {
    auto known = north_west();
    known.principals.at(the_police).kind = kind;
    known.principals.at(region).kind = kind;
    EXPECT_EQ(duty(known, police), Duty::outsider);
    EXPECT_EQ(duty(known, reception), Duty::bound);
  }
}

TEST(Duty, AProviderUnderContractIsBoundLikeItsPrincipal) {
  auto known = north_west();
  EXPECT_EQ(duty(known, provider), Duty::bound);
  member(known, region).duty_to_attend = false;
  EXPECT_EQ(duty(known, provider), Duty::may_come);
}

TEST(Duty, AProviderWithoutContractIsAnOutsider) {
  auto known = north_west();
  known.principals.at(we_mind).bound_like.reset();
  EXPECT_EQ(duty(known, provider), Duty::outsider);
}

TEST(Duty, AProviderBoundLikeANonMemberIsAnOutsider) {
  auto known = north_west();
  known.principals.at(we_mind).bound_like = the_police;
  EXPECT_EQ(duty(known, provider), Duty::outsider);
}

TEST(Duty, WhatTheAgreementSaysOfTheProviderItselfComesFirst) {
  auto known = north_west();
  known.agreements.at(agreement).members.push_back({we_mind, false, {}});
  EXPECT_EQ(duty(known, provider), Duty::may_come);
  member(known, we_mind).units = {second_provider};
  EXPECT_EQ(duty(known, second_provider), Duty::may_come);
  EXPECT_EQ(duty(known, provider), Duty::bound);  // still bound like the region
}

TEST(Duty, AContractWithAPrincipalThatIsMemberWithSomeUnitsBindsNone) {
  auto known = north_west();
  member(known, region).units = {reception};
  EXPECT_EQ(duty(known, provider), Duty::outsider);
}

TEST(Duty, AnAgreementBindsFromItsFirstToItsLastDayIncluded) {
  const auto known = north_west();
  EXPECT_EQ(duty(known, adults, day(2019, 12, 31)), Duty::outsider);
  EXPECT_EQ(duty(known, adults, day(2020, 1, 1)), Duty::bound);
  EXPECT_EQ(duty(known, adults, day(2026, 12, 31)), Duty::bound);
  EXPECT_EQ(duty(known, adults, day(2027, 1, 1)), Duty::outsider);
}

TEST(Duty, AnAgreementWithoutLastDayHoldsUntilFurtherNotice) {
  auto known = north_west();
  known.agreements.at(agreement).valid_until.reset();
  EXPECT_EQ(duty(known, adults, day(2099, 1, 1)), Duty::bound);
}

TEST(Duty, WhatIsNotRegisteredBindsNobody) {
  const auto known = north_west();
  EXPECT_EQ(duty(known, UnitId{"lund/vuxen"}), Duty::outsider);
  EXPECT_EQ(duty_of(known, adults, AgreementId{"malmo"}, spring), Duty::outsider);
  EXPECT_EQ(duty_of(Register{}, adults, agreement, spring), Duty::outsider);
}

TEST(FindUnit, GivesTheUnitOrNothing) {
  const auto known = north_west();
  ASSERT_NE(find_unit(known, adults), nullptr);
  EXPECT_EQ(find_unit(known, adults)->principal, helsingborg);
  EXPECT_EQ(find_unit(known, UnitId{"helsingborg"}), nullptr);
}

}  // namespace
}  // namespace kallad
