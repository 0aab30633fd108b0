// Hidden counts cannot be reckoned back: every table is attacked by one who tries all worlds.
// Not the tables of the report: those are attacked in year_attack_test.cpp. Rule kept (issue 6):
// primary and complementary hiding, over rows, columns, totals and levels.
#include "engine/report/suppression.hpp"

#include <gtest/gtest.h>

#include "tests/engine/report/attacker.hpp"
#include "tests/support/many.hpp"

namespace kallad::report::test::suppression {
namespace {

constexpr int threshold = 5;

using Numbers = std::vector<std::int64_t>;

/// A table with row totals, column totals and the total of all; cells row by row.
CellSystem table(std::size_t columns, const Numbers& numbers) {
  CellSystem system;
  const std::size_t rows = numbers.size() / columns;
  for (const std::int64_t number : numbers) system.add(number);
  std::vector<std::size_t> sides;
  std::vector<std::size_t> feet;
  std::int64_t all = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<std::size_t> parts;
    std::int64_t sum = 0;
    for (std::size_t column = 0; column < columns; ++column) {
      parts.push_back(row * columns + column);
      sum += numbers[parts.back()];
    }
    sides.push_back(system.add(sum));
    system.sum(sides.back(), parts);
    all += sum;
  }
  for (std::size_t column = 0; column < columns; ++column) {
    std::vector<std::size_t> parts;
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      parts.push_back(row * columns + column);
      sum += numbers[parts.back()];
    }
    feet.push_back(system.add(sum));
    system.sum(feet.back(), parts);
  }
  const std::size_t total = system.add(all);
  system.sum(total, sides);
  system.sum(total, feet);
  return system;
}

/// Groups of three units, each level adding up.
CellSystem levels(const Numbers& numbers) {
  CellSystem system;
  std::vector<std::size_t> groups;
  std::int64_t all = 0;
  for (std::size_t at = 0; at + 3 <= numbers.size(); at += 3) {
    std::vector<std::size_t> units;
    std::int64_t sum = 0;
    for (std::size_t unit = at; unit < at + 3; ++unit) {
      units.push_back(system.add(numbers[unit]));
      sum += numbers[unit];
    }
    groups.push_back(system.add(sum));
    system.sum(groups.back(), units);
    all += sum;
  }
  system.sum(system.add(all), groups);
  return system;
}

std::size_t count_hidden(const std::vector<bool>& hidden) {
  return static_cast<std::size_t>(std::ranges::count(hidden, true));
}

void expect_safe(const CellSystem& system, std::int64_t most) {
  const auto hidden = hidden_cells(system, threshold);
  const Attacker attacker{system, hidden, most};
  RC_ASSERT(attacker.worlds() >= 1U);
  RC_ASSERT(attacker.told().empty());
  for (std::size_t cell = 0; cell < hidden.size(); ++cell) {
    const auto& known = system.cells()[cell];
    const bool small = known.value > 0 && known.value < threshold;
    RC_ASSERT(known.use != CellUse::printed || !small || hidden[cell]);
    RC_ASSERT(known.value != 0 || !hidden[cell]);
  }
}

Numbers numbers(std::size_t count) {
  return *rc::gen::container<Numbers>(
      count, rc::gen::weightedElement<std::int64_t>(
                 {{4, 0}, {3, 1}, {2, 2}, {1, 3}, {1, 4}, {2, 5}, {1, 6}, {1, 9}}));
}

TEST(Suppression, ShowsZeroAndWhatIsLargeEnough) {
  EXPECT_EQ(count_hidden(hidden_cells(table(2, {0, 5, 7, 12}), threshold)), 0U);
  EXPECT_EQ(count_hidden(hidden_cells(table(2, {0, 0, 0, 0}), threshold)), 0U);
}

TEST(Suppression, HidesPartnersSoThatSubtractionFails) {
  CellSystem system;
  const auto small = system.add(3);
  const auto large = system.add(20);
  const auto larger = system.add(30);
  const auto total = system.add(53);
  system.sum(total, {small, large, larger});
  const auto hidden = hidden_cells(system, threshold);
  EXPECT_TRUE(hidden[small] && hidden[large]);
  EXPECT_FALSE(hidden[larger] || hidden[total]);
}

TEST(Suppression, TwoSmallOnesCanStillBeToldByTheirSum) {
  // 1 + 1 = 2: each is 1 at least, so a shown 2 would tell both. The total goes too.
  CellSystem system;
  const auto one = system.add(1);
  const auto other = system.add(1);
  const auto both = system.add(2);
  const auto rest = system.add(40);
  const auto all = system.add(42);
  system.sum(both, {one, other});
  system.sum(all, {both, rest});
  const auto hidden = hidden_cells(system, threshold);
  EXPECT_TRUE(hidden[one] && hidden[other] && hidden[both] && hidden[rest]);
  EXPECT_TRUE(Attacker(system, hidden, 45).told().empty());
}

TEST(Suppression, HidesAPartWhoseRestIsSmall) {
  CellSystem system;
  const auto whole = system.add(20);
  const auto part = system.add(18);
  system.share(part, whole);
  const auto hidden = hidden_cells(system, threshold);
  EXPECT_TRUE(hidden[part] || hidden[whole]);
}

TEST(Suppression, TheAttackerFindsWhatHidingOnlySmallOnesLeaves) {
  // The attack itself: without partners the 3 is 53 - 20 - 30.
  CellSystem system;
  system.sum(system.add(53), {system.add(3), system.add(20), system.add(30)});
  std::vector<bool> only_small(4, false);
  for (std::size_t cell = 0; cell < 4; ++cell) only_small[cell] = system.cells()[cell].value == 3;
  EXPECT_EQ(Attacker(system, only_small, 60).told().size(), 1U);
}

TEST(Suppression, NoHiddenCellOfATableCanBeReckoned) {
  support::expect_holds_in(1'000, "two by three tables are safe",
                           [] { expect_safe(table(3, numbers(6)), 40); });
  support::expect_holds_in(400, "three by three tables are safe",
                           [] { expect_safe(table(3, numbers(9)), 25); });
}

TEST(Suppression, NoHiddenCellOfLevelsCanBeReckoned) {
  support::expect_holds_in(400, "two levels are safe", [] { expect_safe(levels(numbers(9)), 30); });
}

TEST(Suppression, NoShareTellsItsRest) {
  support::expect_holds_in(1'500, "shares over units are safe", [] {
    CellSystem system;
    std::vector<std::size_t> wholes;
    std::vector<std::size_t> parts;
    std::int64_t all = 0;
    std::int64_t of_all = 0;
    for (int unit = 0; unit < 3; ++unit) {
      const auto whole = *rc::gen::inRange<std::int64_t>(0, 10);
      const auto part = *rc::gen::inRange<std::int64_t>(0, whole + 1);
      wholes.push_back(system.add(whole));
      parts.push_back(system.add(part));
      system.share(parts.back(), wholes.back());
      all += whole;
      of_all += part;
    }
    const auto whole = system.add(all);
    const auto part = system.add(of_all);
    system.sum(whole, wholes);
    system.sum(part, parts);
    system.share(part, whole);
    expect_safe(system, 30);
  });
}

TEST(Suppression, NothingIsHiddenWithoutAThreshold) {
  EXPECT_EQ(count_hidden(hidden_cells(table(2, {1, 2, 3, 4}), 1)), 0U);
}

TEST(Suppression, ASumThatDoesNotAddUpIsABrokenPromise) {
  CellSystem system;
  const auto part = system.add(1);
  EXPECT_THROW(system.sum(system.add(2), {part}), std::logic_error);
  EXPECT_THROW(system.add(-1), std::logic_error);
}

}  // namespace
}  // namespace kallad::report::test::suppression
