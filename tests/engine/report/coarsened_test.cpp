// Years made of what is kept of disposed cases against the same years made of the cases: figures
// and reports stand. Cases are told at random and deficiencies made at random, over agreements that
// begin and end within quarters. Not how coarse a value is: tests/engine/count.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "engine/report/cause_lists.hpp"
#include "engine/report/figures/figure_tally.hpp"
#include "tests/engine/between/any_story.hpp"
#include "tests/engine/report/made_files.hpp"
#include "tests/support/many.hpp"

namespace kallad::report::test::kept_count {
namespace {

using between::pick;

constexpr int stories = 1'500;

Date any_day() {
  return support::day(2025 + pick(3), static_cast<unsigned>(1 + pick(12)),
                      static_cast<unsigned>(1 + pick(28)));
}

UnitId any_unit() {
  static const std::vector<UnitId> units{support::adults,   support::school, support::reception,
                                         support::provider, support::police, UnitId{}};
  return units[static_cast<std::size_t>(pick(6))];
}

Cause any_cause() {
  static const auto causes = causes_of(2026);
  return causes[static_cast<std::size_t>(pick(static_cast<int>(causes.size())))];
}

Deficiency any_deficiency() {
  auto one = received(any_unit(), any_day(), {any_cause()}, any_unit());
  one.left_unit = Cited{2, one.registered.at + std::chrono::hours{pick(24 * 100)}};
  one.kinds = {static_cast<DeficiencyKind>(pick(7))};
  if (pick(3) == 0) {
    one = decided(one, DeficiencyOutcome::not_a_deficiency,
                  static_cast<NotDeficiencyReason>(pick(4)));
  }
  return one;
}

Register any_register() {
  Register known = support::north_west();
  auto& agreement = known.agreements.at(support::agreement);
  agreement.valid_from = any_day();
  if (pick(2) == 0) agreement.valid_until = any_day();
  return known;
}

struct Both {
  CountedCase exact;
  CountedCase kept;
};

std::vector<Both> any_cases(const Register& known) {
  std::vector<Both> cases;
  for (int left = 1 + pick(4); left > 0; --left) {
    between::Story story;
    story.summoned();
    for (int words = pick(60); words > 0; --words) between::say_anything(story);
    CaseFile& file = story.file;
    file.running.council = support::council;
    file.running.agreement = support::agreement;
    for (int more = pick(4); more > 0; --more) file.deficiencies.push_back(any_deficiency());
    const auto exact = count::counted(file.running, file.deficiencies, support::sweden());
    cases.push_back({exact, count::coarsened(exact, known)});
  }
  return cases;
}

/// A moment after the year: its first, or years later.
Instant any_moment_after(int year) {
  return support::at(support::day(year + 1, 1, 1), {}) + std::chrono::hours{pick(2) * pick(20'000)};
}

/// The last moment of the year or of a quarter after it: what came in is kept to the quarter.
Instant any_quarter_after(int year) {
  const Date next = support::day(year + 1 + pick(3), static_cast<unsigned>(1 + 3 * pick(4)), 1);
  return support::at(next, {}) - std::chrono::milliseconds{1};
}

void figures_stand(int year, const Register& known, const std::vector<Both>& cases) {
  const FigureGround ground{support::council, year, any_moment_after(year), known,
                            support::sweden()};
  FigureTally exact{ground};
  FigureTally kept{ground};
  for (const Both& one : cases) {
    exact.add(one.exact, std::nullopt);
    kept.add(one.kept, std::nullopt);
  }
  FigurePublication publication;
  publication.threshold = 0;
  publication.by_sex = true;
  RC_ASSERT(exact.figures(publication) == kept.figures(publication));
}

std::int64_t came_in_at_all = 0;

void reports_stand(int year, const Register& known, const std::vector<Both>& cases) {
  const YearGround ground{support::council, year, known, support::sweden().zone(),
                          any_quarter_after(year)};
  YearTally exact{ground};
  YearTally kept{ground};
  for (const Both& one : cases) {
    exact.add(one.exact);
    kept.add(one.kept);
  }
  Publication publication;
  publication.threshold = 0;
  RC_ASSERT(exact.report(publication) == kept.report(publication));
  came_in_at_all += shown(exact.report(publication), Section::came_in);
}

TEST(KeptCount, FiguresAndReportsOfEveryYearStand) {
  support::expect_holds_in(stories, "years made of what is kept are those of the cases", [] {
    const Register known = any_register();
    const auto cases = any_cases(known);
    for (int year : {2025, 2026, 2027}) {
      figures_stand(year, known, cases);
      reports_stand(year, known, cases);
    }
  });
  EXPECT_GT(came_in_at_all, 1'000);
}

}  // namespace
}  // namespace kallad::report::test::kept_count
