// Tests of the verdict, of ids, and that a broken promise stops the process.
// Not a test of any rule: those stand with the rooms that refuse.
#include "engine/spine/verdict.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <unordered_set>

#include "engine/spine/id.hpp"

namespace kallad {
namespace {

using Decision = Verdict<std::string>;

TEST(Verdict, HoldsEventsOrReasonsAndNeverBoth) {
  const auto yes = Decision::accepted({"summons_sent"});
  EXPECT_TRUE(yes.is_accepted());
  EXPECT_EQ(yes.events(), std::vector<std::string>{"summons_sent"});
  EXPECT_THROW(yes.refusals(), boost::variant2::bad_variant_access);

  const auto no = Decision::refused({{"consent_missing", {{"party", "anna"}}}});
  EXPECT_FALSE(no);
  EXPECT_EQ(no.refusals().front().data.front().second, "anna");
  EXPECT_THROW(no.events(), boost::variant2::bad_variant_access);
}

TEST(Verdict, AcceptedWithNothingNewIsStillAccepted) {
  EXPECT_TRUE(Decision::accepted({}));
  EXPECT_TRUE(Decision::accepted({}).events().empty());
}

TEST(Verdict, SeveralReasonsKeepTheirOrder) {
  const auto no = Decision::refused({{"first", {}}, {"second", {}}});
  ASSERT_EQ(no.refusals().size(), 2U);
  EXPECT_EQ(no.refusals()[0].rule, "first");
  EXPECT_EQ(no.refusals()[1].rule, "second");
}

TEST(Promise, KeptIsSilent) { promise(true, "nothing happens"); }

TEST(PromiseDeathTest, BrokenSaysWhatAndWhereAndStops) {
  EXPECT_DEATH(promise(false, "machine and fold disagree"),
               "broken promise: machine and fold disagree .*verdict_test.cpp");
}

TEST(Id, KindsDoNotMix) {
  static_assert(!std::is_convertible_v<CaseId, PartyId>);
  static_assert(!std::is_convertible_v<std::string, CaseId>);
  EXPECT_TRUE(CaseId{}.empty());
  EXPECT_LT(CaseId{"a"}, CaseId{"b"});
  EXPECT_EQ(unit_of(party_of(UnitId{"helsingborg/vuxen"})), UnitId{"helsingborg/vuxen"});
}

TEST(Id, EqualIdsAreOneInASet) {
  const std::unordered_set<CaseId> set{CaseId{"c-1"}, CaseId{"c-1"}, CaseId{"c-2"}};
  EXPECT_EQ(set.size(), 2U);
}

}  // namespace
}  // namespace kallad
