// The memory of cases: bounded, and never going back to an earlier reading.
// Not whether a case is read onward: tests/adapters/store/read_on_test.cpp.
#include "adapters/brain/memory/case_memory.hpp"

#include <gtest/gtest.h>

namespace kallad {
namespace {

std::shared_ptr<const ReadCase> at_version(std::uint64_t version) {
  auto read = std::make_shared<ReadCase>();
  read->head.count = version;
  return read;
}

TEST(CaseMemory, ForgetsTheOneNotAskedForLongest) {
  CaseMemory memory{2};
  memory.keep("a", at_version(1));
  memory.keep("b", at_version(1));
  EXPECT_TRUE(memory.take("a").read);
  memory.keep("c", at_version(1));
  EXPECT_TRUE(memory.take("a").read);
  EXPECT_FALSE(memory.take("b").read);
  EXPECT_TRUE(memory.take("c").read);
}

TEST(CaseMemory, KeepsTheLaterOfTwoReadings) {
  CaseMemory memory{1};
  memory.keep("a", at_version(2));
  memory.keep("a", at_version(1));
  EXPECT_EQ(memory.take("a").read->version(), 2U);
  memory.keep("a", at_version(3));
  EXPECT_EQ(memory.take("a").read->version(), 3U);
}

TEST(CaseMemory, WhatIsInUseStaysAsItWas) {
  CaseMemory memory{1};
  memory.keep("a", at_version(1));
  const auto held = memory.take("a").read;
  memory.keep("a", at_version(2));
  memory.keep("b", at_version(1));
  EXPECT_EQ(held->version(), 1U);
  EXPECT_FALSE(memory.take("a").read);
}

Growth grown_to(std::uint64_t version, std::size_t events = 1) {
  Growth growth;
  growth.head.count = version;
  growth.events.resize(events);
  return growth;
}

TEST(CaseMemory, HandsOutWhatACaseHasGrownByOnce) {
  CaseMemory memory{2};
  memory.keep("a", at_version(2));
  memory.grow("a", grown_to(3));
  memory.grow("a", grown_to(5, 2));
  const Remembered first = memory.take("a");
  ASSERT_EQ(first.growth.size(), 2U);
  EXPECT_EQ(first.read->version(), 2U);
  EXPECT_EQ(first.growth.back().head.count, 5U);
  EXPECT_TRUE(memory.take("a").growth.empty());
}

TEST(CaseMemory, GrowsOnWhileSomebodyFoldsWhatItHasGrownBy) {
  CaseMemory memory{2};
  memory.keep("a", at_version(2));
  memory.grow("a", grown_to(3));
  ASSERT_EQ(memory.take("a").growth.size(), 1U);
  memory.grow("a", grown_to(4));
  EXPECT_TRUE(memory.take("a").growth.empty()) << "the third event is still being folded";
  memory.keep("a", at_version(3));
  EXPECT_EQ(memory.take("a").growth.size(), 1U);
}

TEST(CaseMemory, RemembersNoGrowthWithAGapNorOfWhatItHasNot) {
  CaseMemory memory{2};
  memory.grow("a", grown_to(1));
  EXPECT_FALSE(memory.take("a").read);
  memory.keep("a", at_version(2));
  memory.grow("a", grown_to(2));  // read from the log meanwhile
  memory.grow("a", grown_to(3));
  memory.grow("a", grown_to(5));  // the fourth event was another's
  EXPECT_TRUE(memory.take("a").growth.empty());
  memory.grow("a", grown_to(6));
  EXPECT_TRUE(memory.take("a").growth.empty());
  memory.keep("a", at_version(5));  // read from the log
  EXPECT_EQ(memory.take("a").growth.size(), 1U);
}

TEST(CaseMemory, AReadingTakesThePlaceOfTheGrowthItHas) {
  CaseMemory memory{2};
  memory.keep("a", at_version(2));
  memory.grow("a", grown_to(3));
  memory.grow("a", grown_to(4));
  memory.keep("a", at_version(3));
  const Remembered left = memory.take("a");
  EXPECT_EQ(left.read->version(), 3U);
  ASSERT_EQ(left.growth.size(), 1U);
  EXPECT_EQ(left.growth.front().head.count, 4U);
}

TEST(CaseMemory, LetsGoOfGrowthThatNobodyAsksFor) {
  CaseMemory memory{1};
  memory.keep("a", at_version(1));
  for (std::uint64_t version = 2; version < 100; ++version) memory.grow("a", grown_to(version));
  EXPECT_LE(memory.take("a").growth.size(), 16U);
}

}  // namespace
}  // namespace kallad
