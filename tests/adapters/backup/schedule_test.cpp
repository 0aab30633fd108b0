// When a backup is due: each day once, over both changes of the clocks, after downtime, after a
// failure; and which files stay. Not the making, but for one test. The clock is driven by hand.
#include <fstream>

#include "adapters/backup/backup_schedule.hpp"
#include "adapters/clock/stockholm.hpp"
#include "tests/adapters/backup/data.hpp"
#include "tests/support/swedish_time.hpp"

namespace kallad::testing {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using support::at;
using support::day;

struct ScheduleTest : DataFolder {
  std::filesystem::path backups = folder / "backups";
  std::vector<std::string> told;
  std::string fails;  ///< why making fails; empty: it goes well

  BackupSchedule schedule(int keep = 14) {
    return {{.data = data, .folder = backups, .keep = keep},
            stockholm(),
            [this](const std::filesystem::path& to, const std::stop_token&) {
              if (!fails.empty()) throw StoreError(StoreFault::full, fails);
              std::ofstream{to} << "backup";
              return DataReport{};
            },
            [this](const std::string& line) { told.push_back(line); }};
  }

  /// The moments of all backups made when it ticks each minute.
  static std::vector<std::string> ticked(BackupSchedule& schedule, Instant from, Instant until) {
    std::vector<std::string> made;
    for (Instant now = from; now < until; now += minutes{1}) {
      if (schedule.tick(now)) made.push_back(iso(now));
    }
    return made;
  }
};

using Made = std::vector<std::string>;

TEST_F(ScheduleTest, OneEachDayAtHalfPastTwoByTheWallClock) {
  auto each_day = schedule();
  each_day.tick(at(day(2026, 3, 2), hours{12}));
  EXPECT_EQ(ticked(each_day, at(day(2026, 3, 2), hours{13}), at(day(2026, 3, 5), hours{0})),
            (Made{"2026-03-03T01:30:00Z", "2026-03-04T01:30:00Z"}));
  EXPECT_EQ(each_day.health().made, 3U);
  EXPECT_EQ(each_day.health().last_good, at(day(2026, 3, 4), hours{2} + minutes{30}));
}

TEST_F(ScheduleTest, WhereHalfPastTwoDoesNotExistItIsAnHourLater) {
  auto spring = schedule();
  spring.tick(at(day(2026, 3, 28), hours{12}));
  EXPECT_EQ(ticked(spring, at(day(2026, 3, 28), hours{13}), at(day(2026, 3, 31), hours{0})),
            (Made{"2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"}));
}

TEST_F(ScheduleTest, WhereHalfPastTwoExistsTwiceItIsTheFirstAndOnlyThat) {
  auto autumn = schedule();
  autumn.tick(at(day(2026, 10, 24), hours{12}));
  EXPECT_EQ(ticked(autumn, at(day(2026, 10, 24), hours{13}), at(day(2026, 10, 27), hours{0})),
            (Made{"2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"}));
}

TEST_F(ScheduleTest, WhatWasMissedIsMadeUpForOnceAndARestartForgetsNothing) {
  schedule().tick(at(day(2026, 3, 2), hours{3}));
  auto after_a_week = schedule();
  EXPECT_EQ(after_a_week.health().last_good, at(day(2026, 3, 2), hours{3}));
  EXPECT_TRUE(after_a_week.tick(at(day(2026, 3, 9), hours{8})));
  EXPECT_FALSE(after_a_week.tick(at(day(2026, 3, 9), hours{9})));
  EXPECT_FALSE(schedule().tick(at(day(2026, 3, 9), hours{10})));
}

TEST_F(ScheduleTest, AFailureIsToldAndTriedAgainAfterAPause) {
  auto failing = schedule();
  fails = "the disk is full";
  const Instant start = at(day(2026, 3, 2), hours{3});
  EXPECT_FALSE(failing.tick(start));
  EXPECT_FALSE(failing.tick(start + minutes{14}));
  EXPECT_EQ(failing.health().failed, 1U);
  EXPECT_EQ(failing.health().failure, fails);
  EXPECT_FALSE(failing.health().last_good.has_value());
  EXPECT_EQ(told, Made{"backup failed: the disk is full"});
  fails.clear();
  EXPECT_TRUE(failing.tick(start + minutes{15}));
  EXPECT_EQ(failing.health().failure, "");
}

TEST_F(ScheduleTest, AFailureKeepsTheOldOnes) {
  auto keeping = schedule(1);
  keeping.tick(at(day(2026, 3, 2), hours{3}));
  const auto before = names_in(backups);
  fails = "no";
  keeping.tick(at(day(2026, 3, 3), hours{3}));
  EXPECT_EQ(names_in(backups), before);
}

TEST_F(ScheduleTest, TheNewestFewAreKeptAndOtherFilesAreLeftAlone) {
  std::filesystem::create_directories(backups);
  for (const char* other : {"kallad-20260101T000000Z.sealed.old", "kallad-2026010T000000Z.sealed",
                            "kallad-20261301T000000Z.sealed", "notes"})
    std::ofstream{backups / other} << "x";
  const std::size_t others = names_in(backups).size();
  auto two = schedule(2);
  for (unsigned i = 2; i < 8; ++i) two.tick(at(day(2026, 3, i), hours{3}));
  EXPECT_EQ(names_in(backups).size(), others + 2);
  EXPECT_TRUE(std::filesystem::exists(backups / "kallad-20260307T020000Z.sealed"));
  EXPECT_TRUE(std::filesystem::exists(backups / "kallad-20260306T020000Z.sealed"));
}

TEST_F(ScheduleTest, AClockThatWasAYearAheadHoldsUpNothing) {
  auto jumping = schedule(1);
  EXPECT_TRUE(jumping.tick(at(day(2027, 3, 2), hours{3})));
  EXPECT_TRUE(jumping.tick(at(day(2026, 3, 2), hours{3})));
  EXPECT_FALSE(jumping.tick(at(day(2026, 3, 2), hours{4})));
  EXPECT_TRUE(jumping.tick(at(day(2026, 3, 3), hours{3})));
  EXPECT_TRUE(std::filesystem::exists(backups / "kallad-20260303T020000Z.sealed"));
}

TEST_F(ScheduleTest, NamesAndMomentsAreTheSame) {
  const Instant moment = at(day(2026, 12, 31), hours{23}) + std::chrono::milliseconds{999};
  EXPECT_EQ(backup_name(moment), "kallad-20261231T220000Z.sealed");
  EXPECT_EQ(moment_of_backup(backup_name(moment)), at(day(2026, 12, 31), hours{23}));
  for (const char* other : {"", "kallad-20260230T000000Z.sealed", "kallad-2026x231T220000Z.sealed"})
    EXPECT_FALSE(moment_of_backup(other).has_value()) << other;
}

TEST_F(ScheduleTest, ItsThreadMakesARealOneThatCanBeRestored) {
  fill(9);
  BackupSchedule real{{.data = data, .folder = backups},
                      stockholm(),
                      sealed_backups(data, folder / "key.pub", counters),
                      [](const std::string&) {}};
  real.start([this] { return clock.now; });
  for (int i = 0; real.health().made + real.health().failed == 0 && i < 1'000; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  real.stop();
  ASSERT_EQ(real.health().made, 1U) << real.health().failure;
  sealed = backups / backup_name(clock.now);
  EXPECT_EQ(restore_to(folder / "other").log.root, verify(place(data)).root);
}

TEST_F(ScheduleTest, AMissingKeyIsToldAsAFailure) {
  fill(1);
  BackupSchedule keyless{{.data = data, .folder = backups},
                         stockholm(),
                         sealed_backups(data, folder / "none.pub", counters),
                         [this](const std::string& line) { told.push_back(line); }};
  EXPECT_FALSE(keyless.tick(clock.now));
  EXPECT_NE(keyless.health().failure.find("none.pub"), std::string::npos);
  EXPECT_TRUE(names_in(backups).empty());
}

}  // namespace
}  // namespace kallad::testing
