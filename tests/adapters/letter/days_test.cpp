// Days and times in words, across both changes of the clocks.
// Not of what is due when: that is the engine's.
#include "adapters/letter/template/day_words.hpp"

#include <gtest/gtest.h>

#include "tests/support/swedish_time.hpp"

namespace kallad::letter::days_test {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::day;

const Zone& zone() { return support::sweden().zone(); }

std::string swedish(Instant moment) {
  return day_words(zone().day_of(moment), Language::swedish) + " kl. " +
         time_words(moment, zone(), Language::swedish);
}

TEST(LetterDays, AreInTheWordsOfTheLanguage) {
  EXPECT_EQ(day_words(day(2026, 3, 20), Language::swedish), "fredag den 20 mars 2026");
  EXPECT_EQ(day_words(day(2026, 3, 20), Language::english), "Friday 20 March 2026");
  EXPECT_EQ(day_words(day(2024, 2, 29), Language::swedish), "torsdag den 29 februari 2024");
  EXPECT_EQ(time_words(at(day(2026, 3, 20), 13h), zone(), Language::swedish), "13.00");
  EXPECT_EQ(time_words(at(day(2026, 3, 20), 8h + 5min), zone(), Language::english), "08:05");
}

TEST(LetterDays, AreThoseOfTheWallAndNotOfUtc) {
  const Instant late = at(day(2026, 12, 31), 23h + 30min);
  EXPECT_EQ(swedish(late), "torsdag den 31 december 2026 kl. 23.30");
  EXPECT_EQ(swedish(late + 30min), "fredag den 1 januari 2027 kl. 00.00");
  EXPECT_EQ(swedish(at(day(2026, 7, 1), 0h + 15min)), "onsdag den 1 juli 2026 kl. 00.15");
}

TEST(LetterDays, KeepTheWallsTimeAcrossTheSpringChange) {
  const Instant before = at(day(2027, 3, 27), 13h);
  EXPECT_EQ(swedish(before), "lördag den 27 mars 2027 kl. 13.00");
  EXPECT_EQ(swedish(at(day(2027, 3, 28), 13h)), "söndag den 28 mars 2027 kl. 13.00");
  EXPECT_EQ(swedish(at(day(2027, 3, 29), 13h)), "måndag den 29 mars 2027 kl. 13.00");
  EXPECT_EQ(at(day(2027, 3, 28), 13h) - before, 23h) << "the change lies between";
  EXPECT_EQ(swedish(at(day(2027, 3, 28), 2h + 30min)), "söndag den 28 mars 2027 kl. 03.30")
      << "a reading that does not exist moves on";
}

TEST(LetterDays, SayWhichOfTwoInTheHourThatComesTwice) {
  const Instant first = at(day(2026, 10, 25), 2h + 30min);
  EXPECT_EQ(swedish(first), "söndag den 25 oktober 2026 kl. 02.30 (sommartid)");
  EXPECT_EQ(swedish(first + 1h), "söndag den 25 oktober 2026 kl. 02.30 (normaltid)");
  EXPECT_EQ(time_words(first, zone(), Language::english), "02:30 (summer time)");
  EXPECT_EQ(time_words(first + 1h, zone(), Language::english), "02:30 (standard time)");
  EXPECT_EQ(swedish(first - 1h), "söndag den 25 oktober 2026 kl. 01.30");
  EXPECT_EQ(swedish(first + 2h), "söndag den 25 oktober 2026 kl. 03.30");
  EXPECT_EQ(swedish(at(day(2026, 10, 26), 13h)), "måndag den 26 oktober 2026 kl. 13.00");
}

TEST(LetterDays, OfADeadlineSayTheTimeOnlyWhereTheDayIsNotWhole) {
  const auto words = [](Instant moment) {
    return deadline_words(moment, zone(), Language::swedish);
  };
  EXPECT_EQ(words(at(day(2026, 10, 25), support::last_second)), "söndag den 25 oktober 2026");
  EXPECT_EQ(words(at(day(2026, 3, 20), 13h)), "fredag den 20 mars 2026 kl. 13.00");
  EXPECT_EQ(deadline_words(at(day(2026, 3, 20), 13h), zone(), Language::english),
            "Friday 20 March 2026 at 13:00");
}

}  // namespace
}  // namespace kallad::letter::days_test
