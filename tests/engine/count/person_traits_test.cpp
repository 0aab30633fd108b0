// Age and sex off an identity number: only where it checks out, and never of a protected person.
// Not the check of numbers: tests/engine/consent. The numbers are official test numbers.
#include "engine/count/person_traits.hpp"

#include <gtest/gtest.h>

#include "tests/support/swedish_time.hpp"

namespace kallad::count {
namespace {

using support::day;

Person with(std::string number, Protection protection = Protection::none) {
  return {"Bo Ek", std::move(number), protection};
}

TEST(PersonTraits, BirthdayIsReadOffEverySpelling) {
  const auto today = day(2026, 3, 2);
  EXPECT_EQ(born_on(with("19121212-1212"), today), day(1912, 12, 12));
  EXPECT_EQ(born_on(with("121212-1212"), today), day(2012, 12, 12));
  EXPECT_EQ(born_on(with("121212+1212"), today), day(1912, 12, 12));
  EXPECT_EQ(born_on(with("19701063-2391"), today), day(1970, 10, 3));  // coordination number
  EXPECT_EQ(born_on(with("7010632391"), today), day(1970, 10, 3));
}

TEST(PersonTraits, NothingIsGuessed) {
  const auto today = day(2026, 3, 2);
  for (const char* number : {"", "19121212-1213", "T-2026-7", "19121212"}) {
    EXPECT_EQ(born_on(with(number), today), std::nullopt) << number;
    EXPECT_EQ(sex_of(with(number)), Sex::unknown) << number;
  }
  EXPECT_EQ(born_on(with("19121212-1212"), day(1911, 1, 1)), std::nullopt);
}

TEST(PersonTraits, AProtectedPersonIsInNoGroup) {
  for (const auto protection : {Protection::secrecy_mark, Protection::protected_registration,
                                Protection::assumed_identity}) {
    EXPECT_EQ(age_group(with("19121212-1212", protection), day(2026, 3, 2)), AgeGroup::unknown);
    EXPECT_EQ(sex_of(with("19121212-1212", protection)), Sex::unknown);
  }
}

TEST(PersonTraits, AgeTurnsOnTheBirthday) {
  const auto person = with("121212-1212");
  EXPECT_EQ(age_group(person, day(2025, 12, 11)), AgeGroup::age_7_12);
  EXPECT_EQ(age_group(person, day(2025, 12, 12)), AgeGroup::age_13_17);
  EXPECT_EQ(age_group(person, day(2030, 12, 11)), AgeGroup::age_13_17);
  EXPECT_EQ(age_group(person, day(2030, 12, 12)), AgeGroup::age_18_29);
  EXPECT_EQ(age_group(with("19121212-1212"), day(2026, 3, 2)), AgeGroup::age_65_up);
}

TEST(PersonTraits, SexIsTheLastDigitButOne) {
  EXPECT_EQ(sex_of(with("19121212-1212")), Sex::man);
  EXPECT_EQ(sex_of(with("19701063-2391")), Sex::man);
}

}  // namespace
}  // namespace kallad::count
