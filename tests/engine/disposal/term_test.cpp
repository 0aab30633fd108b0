// The clocks of copies: five and ten years, leap days, the year's end, and the research samples.
// Not who decides: decide_test.cpp. Rule kept: domain 6, "Records".
#include "engine/disposal/term.hpp"

#include <gtest/gtest.h>

#include "tests/support/north_west.hpp"

namespace kallad::disposal {
namespace {

using support::day;

Person born(const std::string& number) {
  Person person;
  person.identity_number = number;
  return person;
}

TEST(Term, OfHealthCareIsTenYearsAndNothingMustGo) {
  const Term term = term_of(support::north_west(), support::region, {}, day(2026, 3, 20));
  EXPECT_EQ(term.law, RetentionLaw::health_care);
  EXPECT_EQ(term.from, day(2036, 3, 21));
  EXPECT_EQ(term.by, std::nullopt);
}

TEST(Term, OfSocialServicesIsFiveYearsAndGoneByTheNextYearsEnd) {
  const Register known = support::north_west();
  const Term term = term_of(known, support::helsingborg, {}, day(2026, 3, 20));
  EXPECT_EQ(term.law, RetentionLaw::social_services);
  EXPECT_EQ(term.from, day(2031, 3, 21));
  EXPECT_EQ(term.by, day(2032, 12, 31));
  const Term late = term_of(known, support::helsingborg, {}, day(2026, 12, 31));
  EXPECT_EQ(late.from, day(2032, 1, 1));
  EXPECT_EQ(late.by, day(2032, 12, 31)) << "the five years passed in 2031";
}

TEST(Term, FromALeapDayEndsOnTheLastOfFebruary) {
  EXPECT_EQ(first_day(RetentionLaw::social_services, day(2028, 2, 29)), day(2033, 3, 1));
  EXPECT_EQ(first_day(RetentionLaw::health_care, day(2028, 2, 29)), day(2038, 3, 1));
  EXPECT_EQ(first_day(RetentionLaw::health_care, day(2026, 2, 28)), day(2036, 2, 29));
}

TEST(Term, FollowsWhatIsRecordedAndElseTheLongerLaw) {
  Register known = support::north_west();
  EXPECT_EQ(retention_of(known, support::we_mind).law, RetentionLaw::health_care);
  EXPECT_EQ(retention_of(known, PrincipalId{"nobody"}).law, RetentionLaw::health_care);
  known.retentions[support::we_mind] = {RetentionLaw::social_services, ResearchSample::none};
  EXPECT_EQ(term_of(known, support::we_mind, {}, day(2026, 3, 20)).from, day(2031, 3, 21));
}

TEST(Term, KnowsTheResearchSampleByTheDayOfBirth) {
  Register known = support::north_west();
  const auto asked = [&](const std::string& number, Protection protection = Protection::none) {
    Person person = born(number);
    person.protection = protection;
    return term_of(known, support::helsingborg, person, day(2026, 3, 20)).research;
  };
  EXPECT_EQ(asked("19120515-1212"), InSample::no) << "no sample is recorded";
  known.retentions[support::helsingborg] = {RetentionLaw::social_services,
                                            ResearchSample::born_on_5_15_25};
  EXPECT_EQ(asked("19120515-1212"), InSample::yes);
  EXPECT_EQ(asked("120505-1212"), InSample::yes);
  EXPECT_EQ(asked("120525+1212"), InSample::yes);
  EXPECT_EQ(asked("19120514-1212"), InSample::no);
  EXPECT_EQ(asked("19120575-1212"), InSample::yes) << "a coordination number: day + 60";
  EXPECT_EQ(asked("19120515-1212", Protection::secrecy_mark), InSample::yes)
      << "protection is no reason to destroy what research keeps";
  EXPECT_EQ(asked(""), InSample::unknown);
  known.retentions[support::helsingborg].research = ResearchSample::all;
  EXPECT_EQ(asked(""), InSample::yes);
}

}  // namespace
}  // namespace kallad::disposal
