// Consent: when it is in force, whom it reaches, and since when it is withdrawn.
// Not who may give or withdraw it: those are rules of the case.
#include "engine/consent/consent.hpp"

#include <gtest/gtest.h>

#include "tests/support/north_west.hpp"

namespace kallad::consent {
namespace {

using namespace std::chrono_literals;
using support::adults;
using support::at;
using support::care_centre;
using support::day;
using support::emergency;
using support::helsingborg;
using support::police;
using support::provider;
using support::reception;
using support::region;
using support::school;
using support::the_police;
using support::we_mind;

Consent given_from(Date from, std::optional<Date> until = {}) {
  Consent given;
  given.given_by = {{"Anna Testsson", Capacity::person}};
  given.from = from;
  given.until = until;
  return given;
}

ConsentState standing(Date from, std::optional<Date> until = {}) {
  ConsentState state;
  state.given = given_from(from, until);
  state.given_fact = Cited{1, at(from, 9h)};
  return state;
}

/// The state after a withdrawal.
ConsentState withdrawn_at(ConsentState state, Instant moment) {
  state.withdrawn = Cited{7, moment};
  state.spans.push_back({moment, {}});
  return state;
}

/// The state after a consent that follows a withdrawal.
ConsentState renewed_at(ConsentState state, Instant moment) {
  state.withdrawn.reset();
  state.spans.back().until = moment;
  return state;
}

TEST(ConsentInForce, NoneIsNotInForce) { EXPECT_FALSE(in_force({}, day(2026, 3, 2))); }

TEST(ConsentInForce, FromItsFirstDayToItsLastBothIncluded) {
  const auto state = standing(day(2026, 3, 2), day(2027, 3, 2));
  EXPECT_FALSE(in_force(state, day(2026, 3, 1)));
  EXPECT_TRUE(in_force(state, day(2026, 3, 2)));
  EXPECT_TRUE(in_force(state, day(2027, 3, 2)));
  EXPECT_FALSE(in_force(state, day(2027, 3, 3)));
}

TEST(ConsentInForce, ForOneDay) {
  const auto state = standing(day(2026, 3, 2), day(2026, 3, 2));
  EXPECT_FALSE(in_force(state, day(2026, 3, 1)));
  EXPECT_TRUE(in_force(state, day(2026, 3, 2)));
  EXPECT_FALSE(in_force(state, day(2026, 3, 3)));
}

TEST(ConsentInForce, WithoutLastDayUntilFurtherNotice) {
  EXPECT_TRUE(in_force(standing(day(2026, 3, 2)), day(2099, 12, 31)));
}

TEST(ConsentInForce, WithdrawnItNeverIs) {
  const auto state = withdrawn_at(standing(day(2026, 3, 2)), at(day(2026, 3, 10), 14h));
  EXPECT_FALSE(in_force(state, day(2026, 3, 10)));
  EXPECT_FALSE(in_force(state, day(2026, 3, 11)));
  EXPECT_TRUE(in_force(renewed_at(state, at(day(2026, 3, 12), 9h)), day(2026, 3, 12)));
}

TEST(ConsentCovers, EverybodyWhereNobodyIsNamed) {
  const auto given = given_from(day(2026, 3, 2));
  EXPECT_TRUE(covers(given, adults, helsingborg));
  EXPECT_TRUE(covers(given, police, the_police));
}

TEST(ConsentCovers, APrincipalWithItsUnits) {
  auto given = given_from(day(2026, 3, 2));
  given.covers = {PartyId{region.text}};
  EXPECT_TRUE(covers(given, reception, region));
  EXPECT_TRUE(covers(given, care_centre, region));
  EXPECT_FALSE(covers(given, adults, helsingborg));
  EXPECT_FALSE(covers(given, provider, we_mind));  // an organisation of its own
}

TEST(ConsentCovers, APrincipalButForSomeUnits) {
  auto given = given_from(day(2026, 3, 2));
  given.covers = {PartyId{region.text}, PartyId{helsingborg.text}};
  given.except = {emergency};
  EXPECT_FALSE(covers(given, emergency, region));
  EXPECT_TRUE(covers(given, reception, region));
  EXPECT_TRUE(covers(given, adults, helsingborg));
}

TEST(ConsentCovers, ASingleUnitAndNotItsPrincipal) {
  auto given = given_from(day(2026, 3, 2));
  given.covers = {party_of(reception)};
  EXPECT_TRUE(covers(given, reception, region));
  EXPECT_FALSE(covers(given, care_centre, region));
}

TEST(ConsentCovers, AnExceptionWeighsMoreThanBeingNamed) {
  auto given = given_from(day(2026, 3, 2));
  given.except = {school};
  EXPECT_FALSE(covers(given, school, helsingborg));
  EXPECT_TRUE(covers(given, adults, helsingborg));
  given.covers = {party_of(school)};
  EXPECT_FALSE(covers(given, school, helsingborg));
}

TEST(ConsentWithdrawn, FromTheMomentItWasUntilANewOneIsRecorded) {
  const Instant withdrawn = at(day(2026, 3, 10), 14h);
  const Instant renewed = at(day(2026, 3, 12), 9h);
  auto state = standing(day(2026, 3, 2));
  EXPECT_FALSE(withdrawn_by(state, withdrawn));
  state = withdrawn_at(state, withdrawn);
  EXPECT_FALSE(withdrawn_by(state, withdrawn - 1ms));
  EXPECT_TRUE(withdrawn_by(state, withdrawn));
  EXPECT_TRUE(withdrawn_by(state, renewed));
  state = renewed_at(state, renewed);
  EXPECT_TRUE(withdrawn_by(state, renewed - 1ms));
  EXPECT_FALSE(withdrawn_by(state, renewed));
}

TEST(ConsentWithdrawn, EverySpanCounts) {
  auto state = withdrawn_at(standing(day(2026, 3, 2)), at(day(2026, 3, 10), 14h));
  state = renewed_at(state, at(day(2026, 3, 12), 9h));
  state = withdrawn_at(state, at(day(2026, 3, 20), 9h));
  EXPECT_TRUE(withdrawn_by(state, at(day(2026, 3, 11), 9h)));
  EXPECT_FALSE(withdrawn_by(state, at(day(2026, 3, 15), 9h)));
  EXPECT_TRUE(withdrawn_by(state, at(day(2027, 3, 20), 9h)));
}

}  // namespace
}  // namespace kallad::consent
