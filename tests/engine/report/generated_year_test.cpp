// Ten thousand deficiencies made by a seeded generator, counted by the report and counted once more
// by plain loops that know nothing of how the report is built. Not a sample of real life: every
// state, cause, kind and counterpart is as likely as another.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "engine/report/cause_lists.hpp"
#include "engine/spine/table.hpp"
#include "tests/engine/report/made_files.hpp"

namespace kallad::report::test::generated {
namespace {

constexpr std::size_t many = 10'000;
constexpr unsigned seed = 2026;

const std::vector<UnitId>& counterparts() {
  static const std::vector<UnitId> units{
      support::adults,   support::housing,         support::school, support::reception,
      support::provider, support::second_provider, support::police, UnitId{}};
  return units;
}

std::vector<Deficiency> made() {
  std::mt19937 chance{seed};
  const auto below = [&](std::size_t count) { return chance() % count; };
  const auto causes = causes_of(2026);
  std::vector<Deficiency> all;
  for (std::size_t i = 0; i < many; ++i) {
    const auto year = 2025 + static_cast<int>(below(3));
    auto one = received(counterparts()[below(counterparts().size())],
                        support::day(year, static_cast<unsigned>(1 + below(12)),
                                     static_cast<unsigned>(1 + below(28))));
    one.form.causes.clear();
    for (std::size_t n = below(4); n > 0; --n) {
      one.form.causes.push_back(causes[below(causes.size())]);
    }
    one.state = static_cast<DeficiencyState>(below(12));
    const bool in_unit =
        one.state <= DeficiencyState::with_own_manager || one.state == DeficiencyState::withdrawn;
    if (in_unit && below(2) == 0) one.left_unit.reset();
    if (one.state == DeficiencyState::accepted) one.decision = DeficiencyOutcome::accepted;
    if (one.state == DeficiencyState::not_a_deficiency) {
      one.decision = DeficiencyOutcome::not_a_deficiency;
      one.reason = static_cast<NotDeficiencyReason>(below(4));
    }
    one.kinds = {static_cast<DeficiencyKind>(below(7))};
    all.push_back(std::move(one));
  }
  return all;
}

/// The plain count: which of them came in during 2026.
std::vector<Deficiency> came_in(const std::vector<Deficiency>& all) {
  std::vector<Deficiency> in;
  for (const Deficiency& one : all) {
    const bool still_inside =
        one.state == DeficiencyState::drafted || one.state == DeficiencyState::completed ||
        one.state == DeficiencyState::with_own_manager || one.state == DeficiencyState::withdrawn;
    const bool of_year = one.registered.at >= support::at(support::day(2026, 1, 1), {}) &&
                         one.registered.at < support::at(support::day(2027, 1, 1), {});
    if (of_year && (!still_inside || one.left_unit)) in.push_back(one);
  }
  return in;
}

YearlyReport reported(const std::vector<Deficiency>& all) {
  YearTally tally{ground_of(2026)};
  for (const Deficiency& one : all) tally.add(file_with({one}));
  Publication publication;
  publication.threshold = 0;
  return tally.report(publication);
}

template <class Wanted>
std::int64_t how_many(const std::vector<Deficiency>& in, Wanted wanted) {
  return std::ranges::count_if(in, wanted);
}

TEST(GeneratedYear, IsCountedAsPlainLoopsCountIt) {
  const auto all = made();
  const auto in = came_in(all);
  const auto report = reported(all);
  ASSERT_GT(in.size(), 2'000U);
  EXPECT_EQ(shown(report, Section::came_in), static_cast<std::int64_t>(in.size()));
  const auto is_off = [](const Deficiency& one) {
    return one.decision == DeficiencyOutcome::not_a_deficiency;
  };
  EXPECT_EQ(shown(report, Section::counted),
            how_many(in, [&](const Deficiency& one) { return !is_off(one); }));
  for (const Cause cause : causes_of(2026)) {
    EXPECT_EQ(shown(report, Section::cause, table::state_id(cause)),
              how_many(in, [&](const Deficiency& one) {
                return !is_off(one) && std::ranges::count(one.form.causes, cause) > 0;
              }));
  }
  EXPECT_EQ(shown(report, Section::cause_open), how_many(in, [&](const Deficiency& one) {
              return !is_off(one) && one.form.causes.empty();
            }));
  for (const auto reason : {NotDeficiencyReason::outside_agreement, NotDeficiencyReason::other}) {
    EXPECT_EQ(
        shown(report, Section::reason, table::state_id(reason)),
        how_many(in, [&](const Deficiency& one) { return is_off(one) && one.reason == reason; }));
  }
  for (const UnitId& unit : counterparts()) {
    if (unit.empty()) continue;
    const bool outside = unit == support::police;
    EXPECT_EQ(shown(report, Section::counterpart, unit.text, outside ? "outside_unit" : "unit"),
              how_many(in, [&](const Deficiency& one) { return one.party == party_of(unit); }));
  }
}

TEST(GeneratedYear, HidesNothingThatIsLargeAndSaysSoQuickly) {
  YearTally tally{ground_of(2026)};
  for (const Deficiency& one : made()) tally.add(file_with({one}));
  const auto report = tally.report({});
  for (const ReportCell& cell : report.cells) {
    EXPECT_NE(cell.count.state, CountState::hidden) << cell.row << "/" << cell.column;
  }
}

}  // namespace
}  // namespace kallad::report::test::generated
