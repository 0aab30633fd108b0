// Tests of Europe/Stockholm as read from the system: every change 1970-2100, and what is said where
// the database or a zone is missing.
#include "adapters/clock/stockholm.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace kallad {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

std::chrono::milliseconds offset(const Zone& zone, Instant moment) {
  return zone.to_local(moment).time_since_epoch() - moment.time_since_epoch();
}

Instant last_sunday(std::chrono::year year, std::chrono::month month) {
  return sys_days{year / month / std::chrono::Sunday[std::chrono::last]} + 1h;
}

TEST(Stockholm, NoSummerTimeBefore1980) {
  const Zone zone = stockholm();
  for (auto year = 1970y; year < 1980y; ++year) {
    EXPECT_EQ(offset(zone, sys_days{year / 1 / 15}), 1h) << int{year};
    EXPECT_EQ(offset(zone, sys_days{year / 7 / 15}), 1h) << int{year};
  }
}

TEST(Stockholm, From1981To1995SummerEndedInSeptember) {
  const Zone zone = stockholm();
  for (auto year = 1981y; year < 1996y; ++year) {
    EXPECT_EQ(offset(zone, last_sunday(year, std::chrono::September) - 1s), 2h) << int{year};
    EXPECT_EQ(offset(zone, last_sunday(year, std::chrono::September)), 1h) << int{year};
  }
}

// Reaches past 2037, where the table in the file ends and the library leaves out the rule after it.
TEST(Stockholm, EveryChangeFrom1996To2100IsOnTheLastSundayAtOneUtc) {
  const Zone zone = stockholm();
  for (auto year = 1996y; year <= 2100y; ++year) {
    const Instant spring = last_sunday(year, std::chrono::March);
    const Instant autumn = last_sunday(year, std::chrono::October);
    EXPECT_EQ(offset(zone, spring - 1ms), 1h) << int{year};
    EXPECT_EQ(offset(zone, spring), 2h) << int{year};
    EXPECT_EQ(offset(zone, autumn - 1ms), 2h) << int{year};
    EXPECT_EQ(offset(zone, autumn), 1h) << int{year};
  }
}

TEST(Stockholm, AZoneWithoutTheEuropeanRuleIsNotCarriedOn) {
  const Zone zone = zone_from_tzdata("Asia/Tokyo");
  EXPECT_EQ(offset(zone, sys_days{2026y / 7 / 15}), 9h);
  EXPECT_EQ(offset(zone, sys_days{2080y / 7 / 15}), 9h);
}

TEST(Stockholm, AMissingZoneIsNamedAndSaysWhatToInstall) {
  try {
    zone_from_tzdata("Europe/Nowhere");
    FAIL() << "a zone that does not exist was found";
  } catch (const std::runtime_error& error) {
    const std::string text = error.what();
    EXPECT_NE(text.find("Europe/Nowhere"), std::string::npos) << text;
    EXPECT_NE(text.find("tzdata"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace kallad
