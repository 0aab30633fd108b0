// What people tell is kept until it is read, also over a restart, and never fills the disk.
// Not who may read it: tests/adapters/web. Rule kept: what was answered is on disk.
#include "adapters/feedback/feedback.hpp"

#include <gtest/gtest.h>

#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::feedback_testing {
namespace {

using namespace std::chrono_literals;

const Instant morning = std::chrono::sys_days{std::chrono::year{2026} / 7 / 6} + 7h;

FeedbackNote note(std::string text, Instant at = morning) {
  return {0, at, "Min dag", std::move(text), "kalle@example.se"};
}

TEST(Feedback, IsKeptUntilItIsRead) {
  const ScratchFolder folder;
  {
    Feedback feedback{folder / "feedback.sqlite"};
    EXPECT_TRUE(feedback.put(note("Knappen syns inte")));
    EXPECT_TRUE(feedback.put(note("Rösten läser fel\nrad två")));
  }
  Feedback feedback{folder / "feedback.sqlite"};
  const auto all = feedback.all();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].text, "Knappen syns inte");
  EXPECT_EQ(all[0].where, "Min dag");
  EXPECT_EQ(all[0].reach, "kalle@example.se");
  EXPECT_EQ(all[0].at, morning);
  EXPECT_TRUE(feedback.erase(all[0].number));
  EXPECT_FALSE(feedback.erase(all[0].number));
  ASSERT_EQ(feedback.all().size(), 1U);
  EXPECT_EQ(feedback.all().front().number, all[1].number) << "a number is never used again";
}

TEST(Feedback, IsErasedAfterAYearUnread) {
  const ScratchFolder folder;
  Feedback feedback{folder / "feedback.sqlite"};
  EXPECT_TRUE(feedback.put(note("gammal")));
  EXPECT_TRUE(feedback.put(note("ny", morning + 24h * 365 + 1s)));
  ASSERT_EQ(feedback.all().size(), 1U);
  EXPECT_EQ(feedback.all().front().text, "ny");
}

TEST(Feedback, TakesNoMoreThanItHasRoomFor) {
  const ScratchFolder folder;
  Feedback feedback{folder / "feedback.sqlite"};
  for (std::int64_t i = 0; i < Feedback::most_notes; ++i) ASSERT_TRUE(feedback.put(note("en")));
  EXPECT_FALSE(feedback.put(note("en till")));
  EXPECT_TRUE(feedback.erase(feedback.all().front().number));
  EXPECT_TRUE(feedback.put(note("en till")));
}

}  // namespace
}  // namespace kallad::testing::feedback_testing
