// The alarm driven by hand and by its thread, on a real store: when rows are fired, what becomes of
// those that fail, clocks that jump, a program killed half-way.
// Not the order within a slice and not the desk's answers: due_test.cpp.
#include "adapters/desk/alarm/alarm.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <atomic>
#include <thread>

#include "adapters/store/sqlite/beside/verify.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::alarm_tests {
namespace {

using namespace std::chrono_literals;

/// A counter that fails at rows of one subject when told to, and can end the process at a firing.
class FailingBrain final : public Brain {
 public:
  std::unique_ptr<StreamState> fresh(std::string_view stream) override {
    ++read;
    return counter_.fresh(stream);
  }
  void fold(StreamState& state, const EventView& event) override { counter_.fold(state, event); }
  Decision decide(StreamState& state, const Submission& submission) override {
    if (submission.due && ++fired == die_at) raise(SIGKILL);
    if (submission.due && submission.due->subject == fails) throw std::runtime_error(text);
    return counter_.decide(state, submission);
  }
  std::vector<DueRow> due(const StreamState& state) override { return counter_.due(state); }
  std::string list_row(const StreamState& state) override { return counter_.list_row(state); }

  std::atomic<int> fired = 0;  ///< attempts
  int read = 0;                ///< streams read from the log
  int die_at = 0;
  std::string fails = "none";
  std::string text = "the row exploded";

 private:
  CounterBrain counter_;
};

struct AlarmTest : ::testing::Test {
  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  FailingBrain brain;
  std::atomic<Instant> now = at_ms(0);
  std::atomic<std::chrono::steady_clock::time_point> steady{};
  SqliteStore store{place, Access::create};
  Desk desk{store, brain, [this] { return now.load(); }};
  Alarm alarm{desk, [this] { return now.load(); }, {}, [this] { return steady.load(); }};

  void wake(const std::string& stream, std::int64_t ms, const std::string& who = "unit") {
    const Submission submission = wake_at(stream, "c" + std::to_string(++commands_), ms, who);
    ASSERT_EQ(desk.submit_now(submission).answer, Answer::accepted);
  }
  std::size_t waiting() { return store.due_until(far_away, std::nullopt, 100'000).size(); }
  void pass(std::chrono::milliseconds length) { steady = steady.load() + length; }

 private:
  int commands_ = 0;
};

TEST_F(AlarmTest, FiresAtItsTimeAndNotBefore) {
  wake("anna", 10'000);
  now = at_ms(9'999);
  EXPECT_EQ(alarm.beat(), 1ms) << "how long it may sleep";
  EXPECT_EQ(waiting(), 1U);
  now = at_ms(10'000);
  EXPECT_EQ(alarm.beat(), 1'000ms);
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(alarm.health().fired, 1U);
  alarm.beat();
  EXPECT_EQ(alarm.health().fired, 1U);
}

TEST_F(AlarmTest, SleepsNeverLongSoThatAClockThatJumpsIsNoticed) {
  wake("anna", 3'600'000);
  EXPECT_EQ(alarm.beat(), 1'000ms);
}

TEST_F(AlarmTest, AFrozenClockFiresNothing) {
  wake("anna", 10'000);
  now = at_ms(9'000);
  for (int i = 0; i < 100; ++i) {
    pass(1h);
    alarm.beat();
  }
  EXPECT_EQ(brain.fired, 0);
  EXPECT_TRUE(alarm.is_fresh());
}

TEST_F(AlarmTest, AClockMovedBackAnHourFiresNothingTwiceAndNothingEarly) {
  wake("anna", 10'000);
  wake("anna", 5'000'000);
  now = at_ms(4'000'000);
  alarm.beat();
  now = at_ms(400'000);
  alarm.beat();
  now = at_ms(4'999'999);
  alarm.beat();
  EXPECT_EQ(brain.fired, 1);
  now = at_ms(5'000'000);
  alarm.beat();
  EXPECT_EQ(brain.fired, 2);
  EXPECT_EQ(alarm.health().refused, 0U);
}

TEST_F(AlarmTest, AClockMovedForwardAYearCatchesUpOnceAlsoWhenMovedBack) {
  const std::int64_t year = 365LL * 24 * 3'600'000;
  for (int i = 1; i <= 12; ++i) wake("anna", year / 12 * i);
  now = at_ms(year);
  alarm.beat();
  EXPECT_EQ(alarm.health().fired, 12U);
  now = at_ms(0);
  wake("anna", 1'000);
  alarm.beat();
  EXPECT_EQ(brain.fired, 12);
  now = at_ms(1'000);
  alarm.beat();
  EXPECT_EQ(alarm.health().fired, 13U);
}

TEST_F(AlarmTest, AFailingRowStopsNoOtherAndWaitsLongerEachTime) {
  brain.fails = "stuck";
  wake("anna", 1'000, "stuck");
  wake("anna", 2'000);
  wake("bertil", 3'000);
  now = at_ms(3'000);
  alarm.beat();
  EXPECT_EQ(alarm.health().fired, 2U);
  ASSERT_EQ(alarm.trouble().size(), 1U);
  const AlarmTrouble trouble = alarm.trouble()[0];
  EXPECT_EQ(trouble.item, (DueItem{"anna", {at_ms(1'000), "wake", "stuck"}}));
  EXPECT_EQ(trouble.attempts, 1U);
  EXPECT_EQ(trouble.first, at_ms(3'000));
  EXPECT_EQ(trouble.accident, "the row exploded");
  std::vector<std::int64_t> tried_after;
  for (int second = 1; second <= 150; ++second) {
    pass(1s);
    now = at_ms(3'000 + second * 1'000);
    const int before = brain.fired;
    EXPECT_EQ(alarm.beat(), 1'000ms);
    if (brain.fired != before) tried_after.push_back(second);
  }
  EXPECT_EQ(tried_after, (std::vector<std::int64_t>{10, 30, 70, 150}));
  EXPECT_EQ(alarm.trouble()[0].attempts, 5U);
  EXPECT_EQ(alarm.trouble()[0].first, at_ms(3'000));
  EXPECT_EQ(alarm.trouble()[0].last, now.load());
}

TEST_F(AlarmTest, ThePauseHasALongestLength) {
  brain.fails = "stuck";
  wake("anna", 1'000, "stuck");
  now = at_ms(1'000);
  for (int i = 0; i < 30; ++i) {
    alarm.beat();
    pass(1h);
  }
  EXPECT_EQ(alarm.trouble()[0].attempts, 30U);
}

TEST_F(AlarmTest, ARowThatIsRetriedByHandAndFiresLeavesTheList) {
  brain.fails = "stuck";
  wake("anna", 1'000, "stuck");
  wake("bertil", 1'000, "stuck");
  now = at_ms(1'000);
  alarm.beat();
  brain.fails = "none";
  alarm.beat();
  ASSERT_EQ(alarm.trouble().size(), 2U) << "their pauses are not over";
  EXPECT_TRUE(alarm.retry({"bertil", {at_ms(1'000), "wake", "stuck"}}));
  EXPECT_FALSE(alarm.retry({"cecilia", {at_ms(1'000), "wake", "stuck"}}));
  alarm.beat();
  ASSERT_EQ(alarm.trouble().size(), 1U);
  EXPECT_EQ(alarm.trouble()[0].item.stream, "anna");
  pass(10s);
  alarm.beat();
  EXPECT_TRUE(alarm.trouble().empty());
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(alarm.health().fired, 2U);
}

TEST_F(AlarmTest, ATroubledRowThatIsNoLongerWantedLeavesTheList) {
  brain.fails = "stuck";
  wake("anna", 1'000, "stuck");
  now = at_ms(1'000);
  alarm.beat();
  desk.submit_now(counter_submission("anna", "close", {CounterCommand::Kind::close, 0, {}}));
  pass(10s);
  alarm.beat();
  EXPECT_TRUE(alarm.trouble().empty());
  EXPECT_EQ(brain.fired, 1);
}

TEST_F(AlarmTest, ALongTextOfAnAccidentIsShortened) {
  brain.fails = "stuck";
  brain.text = std::string(10'000, 'x');
  wake("anna", 1'000, "stuck");
  now = at_ms(1'000);
  alarm.beat();
  EXPECT_EQ(alarm.trouble()[0].accident.size(), 200U);
}

TEST_F(AlarmTest, FreshnessRunsOutWithoutABeat) {
  EXPECT_TRUE(alarm.is_fresh());
  pass(30s);
  EXPECT_FALSE(alarm.is_fresh());
  EXPECT_EQ(alarm.health().since_beat, 30s);
  alarm.beat();
  EXPECT_TRUE(alarm.is_fresh());
}

TEST_F(AlarmTest, AStoreThatHasFailedIsNoBeat) {
  wake("anna", 1'000);
  store.fail("the disk is gone");
  now = at_ms(1'000);
  pass(30s);
  EXPECT_EQ(alarm.beat(), 1'000ms);
  EXPECT_FALSE(alarm.is_fresh());
  EXPECT_NE(alarm.health().failure.find("the disk is gone"), std::string::npos);
  EXPECT_TRUE(alarm.trouble().empty()) << "the row is not to blame";
}

/// Rows of `count` streams, three each, due from `first_ms` on, a second apart.
void fill_with_rows(Desk& desk, int count) {
  for (int i = 0; i < 3 * count; ++i) {
    auto ignored = desk.submit(
        wake_at("case" + std::to_string(i % count), "w" + std::to_string(i), 1'000 + i * 1'000));
    if (i % 500 == 499) desk.run_once();
  }
  while (desk.run_once() > 0) {
  }
}

TEST_F(AlarmTest, TheThreadFiresByItselfAndHearsOfARetry) {
  brain.fails = "stuck";
  wake("anna", 1'000, "stuck");
  wake("anna", 2'000);
  desk.start();
  alarm.start();
  now = at_ms(1'500);
  const auto until = [](const auto& holds) {
    for (int i = 0; i < 10'000 && !holds(); ++i) std::this_thread::sleep_for(1ms);
    return holds();
  };
  EXPECT_TRUE(until([&] { return alarm.trouble().size() == 1; }));
  EXPECT_EQ(alarm.health().fired, 0U);
  now = at_ms(2'500);
  EXPECT_TRUE(until([&] { return alarm.health().fired == 1; }));
  EXPECT_TRUE(alarm.retry({"anna", {at_ms(1'000), "wake", "stuck"}}));
  EXPECT_TRUE(until([&] { return alarm.trouble()[0].attempts == 2; }));
  alarm.stop();
  desk.stop();
}

TEST_F(AlarmTest, StopWaitsForASliceAndNotForAllThatIsOverdue) {
  fill_with_rows(desk, 3'000);
  now = far_away;
  std::stop_source stop;
  stop.request_stop();
  alarm.beat(stop.get_token());
  EXPECT_EQ(brain.fired, 0);
  desk.start();
  alarm.start();
  while (brain.fired == 0) std::this_thread::yield();
  alarm.stop();
  EXPECT_LT(brain.fired, 9'000)
      << "with 5 ms a slice this machine would be a thousand times faster";
  desk.stop();
  alarm.beat();
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(brain.fired, 9'000);
}

TEST_F(AlarmTest, ABacklogReadsNoStreamTwice) {
  fill_with_rows(desk, 40);
  FailingBrain slow_to_remember;
  Desk small{store, slow_to_remember, [this] { return now.load(); }, {.cached_streams = 1}};
  Alarm other{small, [] { return far_away; }};
  other.beat();
  EXPECT_EQ(other.health().fired, 120U);
  EXPECT_LE(slow_to_remember.read, 40 + 40) << "once to fire, once more for a list row";
}

TEST_F(AlarmTest, CommandsAreAnsweredWhileOverdueRowsDrain) {
  fill_with_rows(desk, 2'000);
  now = far_away;
  desk.start();
  alarm.start();
  while (brain.fired == 0) std::this_thread::yield();
  const Outcome outcome = desk.submit(add("other", "c1")).get();
  const int fired = brain.fired;
  EXPECT_EQ(outcome.answer, Answer::accepted);
  EXPECT_LT(fired, 6'000) << "it did not wait for all of them";
  while (alarm.health().fired < 6'000) std::this_thread::sleep_for(1ms);
  alarm.stop();
  desk.stop();
  EXPECT_TRUE(verify(place).clean());
}

/// What a child process does: fires until its brain ends it.
[[noreturn]] void fire_until_killed(const StorePlace& place, int die_at) {
  FailingBrain brain;
  brain.die_at = die_at;
  SqliteStore store{place, Access::write};
  Desk desk{store, brain, [] { return far_away; }};
  Alarm alarm{desk, [] { return far_away; }};
  alarm.beat();
  _exit(0);
}

TEST(AlarmKilled, EachRowIsFiredOnceHoweverOftenTheProgramDies) {
  const ScratchFolder folder;
  const StorePlace place{folder / "store.db", {}};
  FailingBrain brain;
  {
    SqliteStore store{place, Access::create};
    Desk desk{store, brain, [] { return at_ms(0); }};
    fill_with_rows(desk, 500);
  }
  for (const int die_at : {1, 300, 513, 700}) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) fire_until_killed(place, die_at);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "it fired all before it was to die";
  }
  SqliteStore store{place, Access::write};
  Desk desk{store, brain, [] { return far_away; }};
  Alarm alarm{desk, [] { return far_away; }};
  alarm.beat();
  EXPECT_EQ(alarm.health().refused, 0U);
  EXPECT_EQ(store.last(), 3'000) << "1500 rows set, 1500 fired";
  EXPECT_EQ(desk.next_due(), std::nullopt);
  desk.settle();
  EXPECT_TRUE(verify(place).clean());
}

}  // namespace
}  // namespace kallad::testing::alarm_tests
