// What a case counts as, of cases made by hand: what is in the value and what never is, from when
// it may be counted, and how coarse it is kept. Not each figure's rule: tests/engine/report.
#include "engine/count/counted_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/north_west.hpp"

namespace kallad::count::test {
namespace {

using support::day;
using enum FigureId;

Instant noon(Date on) { return support::at(on, std::chrono::hours{12}); }

Seat summoned(const UnitId& unit, Date answer_by) {
  Seat seat;
  seat.party = party_of(unit);
  seat.calling = Calling::summoned;
  seat.has_duty = true;
  seat.state = SeatState::delivered;
  seat.reach = Reach::proven;
  seat.answer_by = support::at(answer_by, support::last_second);
  return seat;
}

/// Opened on 2026-02-20, called to a meeting on 2026-03-20 that was held; no answer came.
Case case_with_meeting() {
  Case running;
  running.council = support::council;
  running.agreement = support::agreement;
  running.coordinator = {support::adults, "Siv Samordnare"};
  running.person = {"Anna Avslöjad", "19701063-2391", Protection::none};
  running.opened = Cited{1, noon(day(2026, 2, 20))};
  running.parties = {{party_of(support::reception),
                      PartyKind::unit,
                      {},
                      {},
                      support::reception,
                      support::region,
                      "",
                      {}},
                     {party_of(support::adults),
                      PartyKind::unit,
                      {},
                      {},
                      support::adults,
                      support::helsingborg,
                      "",
                      {}},
                     {PartyId{"anna"}, PartyKind::person, {}, {}, {}, {}, "Anna Avslöjad", {}}};
  Meeting meeting;
  meeting.notice.starts = noon(day(2026, 3, 20));
  meeting.status = MeetingStatus::ended;
  meeting.follow_up_on = day(2026, 12, 31);
  meeting.seats = {summoned(support::reception, day(2026, 3, 9))};
  running.meetings = {meeting};
  return running;
}

Deficiency sent(Date registered, Date left) {
  Deficiency one;
  one.state = DeficiencyState::with_counterpart;
  one.party = party_of(support::reception);
  one.registered = {5, noon(registered)};
  one.left_unit = Cited{9, noon(left)};
  one.form.causes = {Cause::sip, Cause::routines, Cause::sip};
  one.kinds = {DeficiencyKind::absent};
  return one;
}

CountedCase of(const Case& running, const std::vector<Deficiency>& deficiencies = {}) {
  return counted(running, deficiencies, support::sweden());
}

const Observation& only(const CountedCase& value, FigureId figure) {
  static const Observation none{};
  EXPECT_EQ(std::ranges::count(value.observations, figure, &Observation::figure), 1);
  const auto found = std::ranges::find(value.observations, figure, &Observation::figure);
  return found == value.observations.end() ? none : *found;
}

TEST(CountedCase, OfAPlanThatWasTakenOverNeitherANewSipNorItsFirstSummonsCounts) {
  const auto has = [](const Case& running, FigureId figure) {
    const auto all = counted(running, {}, support::sweden()).observations;
    return std::ranges::any_of(all, [&](const Observation& one) { return one.figure == figure; });
  };
  Case running = case_with_meeting();
  running.meetings.front().seats.front().sent = Cited{2, noon(day(2026, 3, 2))};
  EXPECT_TRUE(has(running, new_sips));
  EXPECT_TRUE(has(running, need_to_summons));
  running.plan_taken_over = Cited{2, noon(day(2026, 2, 21))};
  EXPECT_FALSE(has(running, new_sips));
  EXPECT_FALSE(has(running, need_to_summons));
  EXPECT_TRUE(has(running, carried_out_sips)) << "a meeting that was held here counts";
}

TEST(CountedCase, TellsEachThingByItsDayUnitAndAge) {
  const auto value = of(case_with_meeting());
  EXPECT_EQ(only(value, new_sips).day, day(2026, 2, 20));
  EXPECT_EQ(only(value, carried_out_sips).day, day(2026, 3, 20));
  EXPECT_EQ(only(value, carried_out_sips).unit, support::adults);
  EXPECT_EQ(only(value, answered_in_time).unit, support::reception);
  EXPECT_FALSE(only(value, answered_in_time).counts);
  EXPECT_EQ(only(value, new_sips).age, AgeGroup::age_30_64);
  EXPECT_EQ(value.sex, Sex::man);
  EXPECT_EQ(value.principals, (std::vector{support::helsingborg, support::region}));
}

TEST(CountedCase, SaysFromWhenItIsKnown) {
  const auto value = of(case_with_meeting());
  EXPECT_EQ(only(value, answered_in_time).from, support::at(day(2026, 3, 9), support::last_second));
  EXPECT_EQ(only(value, followed_up_as_promised).day, day(2026, 12, 31));
  EXPECT_EQ(only(value, followed_up_as_promised).from, support::at(day(2027, 1, 1), {}));
  EXPECT_EQ(only(value, new_sips).from, std::nullopt);
}

TEST(CountedCase, AProtectedPersonHasNoAgeSexOrMunicipality) {
  auto running = case_with_meeting();
  running.person.protection = Protection::secrecy_mark;
  const auto value = of(running);
  EXPECT_EQ(value.sex, Sex::unknown);
  EXPECT_TRUE(value.principals.empty());
  for (const Observation& one : value.observations) EXPECT_EQ(one.age, AgeGroup::unknown);
}

TEST(CountedCase, NobodyIsToldByThePartysName) {
  auto running = case_with_meeting();
  running.meetings[0].seats.push_back(summoned(UnitId{"anna"}, day(2026, 3, 9)));
  auto deficiency = sent(day(2026, 3, 20), day(2026, 4, 1));
  deficiency.party = PartyId{"anna"};
  const auto value = of(running, {deficiency});
  for (const Observation& one : value.observations) EXPECT_NE(one.unit.text, "anna");
  EXPECT_EQ(value.deficiencies.at(0).counterpart, UnitId{});
}

TEST(CountedCase, ADeficiencyIsCountedOnceItHasLeftItsUnit) {
  auto draft = sent(day(2026, 3, 20), day(2026, 4, 1));
  draft.state = DeficiencyState::drafted;
  draft.left_unit.reset();
  auto closed = sent(day(2026, 3, 21), day(2026, 4, 2));
  closed.state = DeficiencyState::closed;
  closed.decision = DeficiencyOutcome::not_a_deficiency;
  closed.reason = NotDeficiencyReason::internal_incident;
  closed.unit = support::housing;
  const auto value =
      of(case_with_meeting(), {draft, closed, sent(day(2026, 3, 22), day(2026, 4, 3))});
  ASSERT_EQ(value.deficiencies.size(), 2U);
  EXPECT_EQ(value.deficiencies[0].outcome, Outcome::not_a_deficiency);
  EXPECT_EQ(value.deficiencies[0].reason, NotDeficiencyReason::internal_incident);
  EXPECT_EQ(value.deficiencies[0].reporter, support::housing);
  EXPECT_EQ(value.deficiencies[1].outcome, Outcome::with_parties);
  EXPECT_EQ(value.deficiencies[1].reporter, support::adults) << "the coordinator's unit";
  EXPECT_EQ(value.deficiencies[1].registered, day(2026, 3, 22));
  EXPECT_EQ(value.deficiencies[1].came_in, day(2026, 4, 3));
  EXPECT_EQ(value.deficiencies[1].causes, (std::vector{Cause::routines, Cause::sip}));
}

TEST(CountedCase, AStandingCoordinationHasDeficienciesAndNoFigures) {
  auto running = case_with_meeting();
  running.kind = CaseKind::coordination;
  const auto value = of(running, {sent(day(2026, 3, 22), day(2026, 4, 3))});
  EXPECT_TRUE(value.observations.empty());
  EXPECT_EQ(value.deficiencies.size(), 1U);
}

// As it is kept -----------------------------------------------------------------------------------

TEST(CoarsenedCase, TellsTheQuarterAndNoDay) {
  const auto known = support::north_west();
  const auto value =
      coarsened(of(case_with_meeting(), {sent(day(2026, 3, 22), day(2026, 4, 3))}), known);
  const std::vector<Date> ends{day(2026, 3, 31), day(2026, 12, 31)};
  for (const Observation& one : value.observations) {
    EXPECT_EQ(std::ranges::count(ends, one.day), 1);
    EXPECT_EQ(one.from, std::nullopt);
  }
  EXPECT_EQ(value.deficiencies[0].registered, day(2026, 3, 31));
  EXPECT_EQ(value.deficiencies[0].came_in, day(2026, 6, 30));
  EXPECT_EQ(coarsened(value, known), value) << "once is enough";
}

TEST(CoarsenedCase, KeepsWhetherTheAgreementStoodThatDay) {
  auto known = support::north_west();
  auto& agreement = known.agreements.at(support::agreement);
  agreement.valid_from = day(2026, 2, 10);
  agreement.valid_until = day(2026, 11, 20);
  const auto kept = [&](Date registered) {
    return coarsened(of(case_with_meeting(), {sent(registered, day(2027, 1, 1))}), known)
        .deficiencies[0]
        .registered;
  };
  EXPECT_EQ(kept(day(2026, 2, 1)), day(2026, 2, 9)) << "before it began";
  EXPECT_EQ(kept(day(2026, 2, 10)), day(2026, 3, 31));
  EXPECT_EQ(kept(day(2026, 11, 20)), day(2026, 11, 20)) << "its last day";
  EXPECT_EQ(kept(day(2026, 11, 21)), day(2026, 12, 31)) << "after it had ended";
}

}  // namespace
}  // namespace kallad::count::test
