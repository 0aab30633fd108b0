// The lists of causes and their comparison: every cause of both years once, and numbers set beside
// each other only where they may be. Not the counts.
#include "engine/report/cause_lists.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kallad::report {
namespace {

TEST(CauseLists, AreThoseOfTheSeeds) {
  EXPECT_EQ(causes_of(2019).size(), 9U);  // seed 003, first paragraph
  EXPECT_EQ(causes_of(2020).size(), 8U);  // seed 000, "Bakomliggande orsaker"
  EXPECT_EQ(causes_of(2026), causes_of(2020));
  for (const int year : {2019, 2020, 2026}) {
    for (const Cause cause : causes_of(year)) EXPECT_TRUE(is_cause_of(cause, year));
  }
}

TEST(CauseLists, ComparisonHasEveryCauseOfBothYearsOnce) {
  for (const auto& [year, earlier] : {std::pair{2020, 2019}, {2021, 2020}, {2026, 2019}}) {
    std::vector<Cause> now;
    std::vector<Cause> before;
    for (const CauseMapping& line : compare_causes(year, earlier)) {
      now.insert(now.end(), line.now.begin(), line.now.end());
      before.insert(before.end(), line.before.begin(), line.before.end());
    }
    EXPECT_EQ(now, causes_of(year));
    auto listed = causes_of(earlier);
    std::ranges::sort(listed);
    std::ranges::sort(before);
    EXPECT_EQ(before, listed);
  }
}

TEST(CauseLists, JoinedAddedAndDroppedCausesAreNotSetBesideNumbers) {
  for (const CauseMapping& line : compare_causes(2020, 2019)) {
    EXPECT_EQ(is_comparable(line.step), line.now.size() == 1 && line.before.size() == 1);
  }
}

}  // namespace
}  // namespace kallad::report
