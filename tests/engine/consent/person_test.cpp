// Identity numbers: what checks out, and that whatever does not is unverified and never an error.
// Only test numbers: the three of the domain's list, and those made from them by breaking them.
#include "engine/consent/person.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kallad::consent {
namespace {

using enum IdentityNumber;

TEST(IdentityNumber, TheThreeTestNumbersCheckOut) {
  EXPECT_EQ(classify_identity_number("19701063-2391"), coordination);
  EXPECT_EQ(classify_identity_number("19121212-1212"), personal);
  EXPECT_EQ(classify_identity_number("19610973-2393"), coordination);
}

TEST(IdentityNumber, WithOrWithoutCenturyAndSign) {
  for (const auto* text : {"191212121212", "121212-1212", "1212121212", "121212+1212"}) {
    EXPECT_EQ(classify_identity_number(text), personal) << text;
  }
  for (const auto* text : {"197010632391", "701063-2391", "7010632391", "701063+2391"}) {
    EXPECT_EQ(classify_identity_number(text), coordination) << text;
  }
}

TEST(IdentityNumber, AWrongCheckDigitIsUnverified) {
  for (const char last : std::string_view{"013456789"}) {
    EXPECT_EQ(classify_identity_number(std::string{"19121212-121"} + last), unverified) << last;
  }
}

TEST(IdentityNumber, AnImpossibleDayIsUnverifiedAlsoWhereTheSumIsRight) {
  EXPECT_EQ(classify_identity_number("19120012-1216"), unverified);  // month 00
  EXPECT_EQ(classify_identity_number("19121312-1211"), unverified);  // month 13
  EXPECT_EQ(classify_identity_number("19121200-1216"), unverified);  // day 00
  EXPECT_EQ(classify_identity_number("19121232-1218"), unverified);  // day 32
  EXPECT_EQ(classify_identity_number("19120230-1212"), unverified);  // 30 February
  EXPECT_EQ(classify_identity_number("19121260-1213"), unverified);  // neither day nor day + 60
}

TEST(IdentityNumber, LeapDaysAreDaysOfLeapYears) {
  EXPECT_EQ(classify_identity_number("19120229-1215"), personal);
  EXPECT_EQ(classify_identity_number("19110229-1216"), unverified);
  EXPECT_EQ(classify_identity_number("120229-1215"), personal);
}

TEST(IdentityNumber, AnotherFormIsUnverified) {
  for (const auto* text :
       {"", "-", "19121212", "1912-1212-1212", "19121212--1212", "-191212121212", "191212121212-",
        "1912 1212 1212", "19121212-121A", "119121212-1212", "Anna Testsson", "R20261234"}) {
    EXPECT_EQ(classify_identity_number(text), unverified) << text;
  }
}

RC_GTEST_PROP(IdentityNumber, AnyTextIsTakenAndAtMostOneLastDigitChecksOut, ()) {
  const auto nine = *rc::gen::container<std::string>(9, rc::gen::inRange('0', ':'));
  int right = 0;
  for (char last = '0'; last <= '9'; ++last) {
    right += classify_identity_number(nine + last) == unverified ? 0 : 1;
  }
  RC_ASSERT(right <= 1);
  const auto any = *rc::gen::arbitrary<std::string>();
  RC_ASSERT(classify_identity_number(any + "x") == unverified);
}

}  // namespace
}  // namespace kallad::consent
