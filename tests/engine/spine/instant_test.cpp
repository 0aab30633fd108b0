// Tests of how days and moments are written.
// Not a test of reading them: that is the codec's.
#include "engine/spine/instant.hpp"

#include <gtest/gtest.h>

namespace kallad {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST(Iso, DaysHaveFourTwoTwoDigits) {
  EXPECT_EQ(iso(2026y / 3 / 9), "2026-03-09");
  EXPECT_EQ(iso(Date{987y / 12 / 31}), "0987-12-31");
  EXPECT_EQ(iso(Date{2025y / 2 / 30}), "2025-02-30");  // impossible, shown as it is
}

TEST(Iso, MomentsAreUtcAndShowMillisecondsOnlyWhereThereAreAny) {
  const Instant noon = sys_days{2026y / 3 / 9} + 12h;
  EXPECT_EQ(iso(noon), "2026-03-09T12:00:00Z");
  EXPECT_EQ(iso(noon + 1ms), "2026-03-09T12:00:00.001Z");
  EXPECT_EQ(iso(noon + 59min + 59s + 990ms), "2026-03-09T12:59:59.990Z");
}

TEST(Iso, MomentsBefore1970) {
  EXPECT_EQ(iso(Instant{-1ms}), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(iso(Instant{}), "1970-01-01T00:00:00Z");
}

TEST(Iso, LeapDay) { EXPECT_EQ(iso(Instant{sys_days{2028y / 2 / 29}}), "2028-02-29T00:00:00Z"); }

}  // namespace
}  // namespace kallad
