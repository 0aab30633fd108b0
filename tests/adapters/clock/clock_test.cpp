// Tests of the two clocks.
// Not a test of the machine's time: only that its clock is what is passed on.
#include "adapters/clock/clock.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace kallad {
namespace {

using namespace std::chrono_literals;

TEST(SystemClock, IsTheMachinesClock) {
  SystemClock clock;
  const auto before = std::chrono::system_clock::now();
  const Instant seen = clock.now();
  const auto after = std::chrono::system_clock::now();
  EXPECT_LE(before - 1ms, seen);
  EXPECT_LE(seen, after);
}

TEST(VirtualClock, StandsStillUntilMoved) {
  const Instant start = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 8h;
  VirtualClock clock{start};
  EXPECT_EQ(clock.now(), start);
  EXPECT_EQ(clock.now(), start);
  clock.advance(90min);
  EXPECT_EQ(clock.now(), start + 90min);
  clock.set(start - 24h);
  EXPECT_EQ(clock.now(), start - 24h);
}

TEST(VirtualClock, IsAClockToThoseWhoAsk) {
  VirtualClock clock{Instant{5s}};
  Clock& asked = clock;
  EXPECT_EQ(asked.now(), Instant{5s});
}

TEST(VirtualClock, NoStepIsLostAmongThreads) {
  VirtualClock clock;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&clock] {
      for (int step = 0; step < 10000; ++step) clock.advance(1ms);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(clock.now(), Instant{40s});
}

}  // namespace
}  // namespace kallad
