// Tests of the holiday rules against a table made by others (tests/golden/holidays_se.csv), and of
// Easter.
#include "engine/deadline/holidays.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <string>

namespace kallad::holidays_test {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

/// Day by its ISO form to its kind ("public" or "bank").
std::map<std::string, std::string> table_of_others() {
  std::ifstream file(KALLAD_SOURCE_DIR "/tests/golden/holidays_se.csv");
  std::map<std::string, std::string> kinds;
  std::string line;
  while (std::getline(file, line)) {
    const auto comma = line.find(',');
    if (line.empty() || line.front() == '#' || line.rfind("date,", 0) == 0) continue;
    kinds[line.substr(0, comma)] = line.substr(comma + 1, line.find(',', comma + 1) - comma - 1);
  }
  return kinds;
}

TEST(Holidays, EveryDayFrom2020To2060AgreesWithTheTableOfOthers) {
  const auto kinds = table_of_others();
  ASSERT_EQ(kinds.size(), 41U * 16U - 3U);  // pingstdagen meets 6 June in 2049, 2055 and 2060
  for (sys_days day{2020y / 1 / 1}; day < sys_days{2061y / 1 / 1}; day += days{1}) {
    const auto row = kinds.find(iso(Date{day}));
    const std::string kind = row == kinds.end() ? "" : row->second;
    EXPECT_EQ(is_red_day(day), kind == "public") << iso(Date{day});
    EXPECT_EQ(is_eve(day), kind == "bank") << iso(Date{day});
  }
}

TEST(Holidays, RestDaysThatAreKeptAreThoseOfTheRule) {
  for (sys_days day{1899y / 1 / 1}; day < sys_days{2202y / 1 / 1}; day += days{1}) {
    const bool by_rule = is_weekend(day) || is_eve(day) || is_red_day(day);
    ASSERT_EQ(is_rest_day(Date{day}), by_rule) << iso(Date{day});
  }
}

TEST(Holidays, EasterOnItsEarliestLatestAndExceptionalDays) {
  EXPECT_EQ(easter_sunday(1900y), 1900y / 4 / 15);
  EXPECT_EQ(easter_sunday(1913y), 1913y / 3 / 23);
  EXPECT_EQ(easter_sunday(1943y), 1943y / 4 / 25);  // the latest possible
  EXPECT_EQ(easter_sunday(1954y), 1954y / 4 / 18);  // full moon pulled back one day
  EXPECT_EQ(easter_sunday(1981y), 1981y / 4 / 19);  // and here from the 26th
  EXPECT_EQ(easter_sunday(2000y), 2000y / 4 / 23);
  EXPECT_EQ(easter_sunday(2008y), 2008y / 3 / 23);
  EXPECT_EQ(easter_sunday(2038y), 2038y / 4 / 25);
  EXPECT_EQ(easter_sunday(2049y), 2049y / 4 / 18);
  EXPECT_EQ(easter_sunday(2100y), 2100y / 3 / 28);
}

TEST(Holidays, EasterIsASundayBetween22MarchAnd25April) {
  for (auto year = 1600y; year <= 2400y; ++year) {  // of the table, before and after it
    const Date easter = easter_sunday(year);
    EXPECT_EQ(std::chrono::weekday{sys_days{easter}}, std::chrono::Sunday) << int{year};
    EXPECT_LE(year / 3 / 22, easter);
    EXPECT_LE(easter, year / 4 / 25);
  }
}

TEST(Holidays, EachYearHasThreeEvesAndThirteenRedDaysThatMayMeet) {
  for (auto year = 1600y; year <= 2400y; ++year) {  // of the table, before and after it
    int red = 0;
    int eves = 0;
    for (sys_days day{year / 1 / 1}; day <= sys_days{year / 12 / 31}; day += days{1}) {
      red += is_red_day(day) ? 1 : 0;
      eves += is_eve(day) ? 1 : 0;
    }
    EXPECT_EQ(eves, 3) << int{year};
    const Date ascension{sys_days{easter_sunday(year)} + days{39}};
    const Date pentecost{sys_days{easter_sunday(year)} + days{49}};
    const bool meet = ascension == year / 5 / 1 || pentecost == year / 6 / 6;
    EXPECT_EQ(red, meet ? 12 : 13) << int{year};
  }
}

TEST(Holidays, OrdinarySundaysAreRestDaysButNotRed) {
  EXPECT_FALSE(is_red_day(2026y / 3 / 8));
  EXPECT_TRUE(is_rest_day(2026y / 3 / 8));
  EXPECT_TRUE(is_rest_day(2026y / 3 / 7));
  EXPECT_FALSE(is_rest_day(2026y / 3 / 9));
}

TEST(Holidays, HalfDaysAndCustomsAreWorked) {
  EXPECT_FALSE(is_rest_day(2026y / 4 / 2));    // skärtorsdagen
  EXPECT_FALSE(is_rest_day(2026y / 4 / 30));   // valborgsmässoafton
  EXPECT_FALSE(is_rest_day(2026y / 5 / 25));   // annandag pingst, red until 2004
  EXPECT_FALSE(is_rest_day(2026y / 10 / 30));  // allhelgonaafton
}

}  // namespace
}  // namespace kallad::holidays_test
