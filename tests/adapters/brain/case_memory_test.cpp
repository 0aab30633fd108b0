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
  EXPECT_TRUE(memory.find("a"));
  memory.keep("c", at_version(1));
  EXPECT_TRUE(memory.find("a"));
  EXPECT_FALSE(memory.find("b"));
  EXPECT_TRUE(memory.find("c"));
}

TEST(CaseMemory, KeepsTheLaterOfTwoReadings) {
  CaseMemory memory{1};
  memory.keep("a", at_version(2));
  memory.keep("a", at_version(1));
  EXPECT_EQ(memory.find("a")->version(), 2U);
  memory.keep("a", at_version(3));
  EXPECT_EQ(memory.find("a")->version(), 3U);
}

TEST(CaseMemory, WhatIsInUseStaysAsItWas) {
  CaseMemory memory{1};
  memory.keep("a", at_version(1));
  const auto held = memory.find("a");
  memory.keep("a", at_version(2));
  memory.keep("b", at_version(1));
  EXPECT_EQ(held->version(), 1U);
  EXPECT_FALSE(memory.find("a"));
}

}  // namespace
}  // namespace kallad
