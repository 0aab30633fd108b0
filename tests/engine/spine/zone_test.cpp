// Tests of the two ways between wall clock and moment, on a table of our own and on
// Europe/Stockholm.
#include "engine/spine/zone.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

#include "adapters/clock/stockholm.hpp"

namespace kallad {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::sys_days;

const Zone& sweden() {
  static const Zone zone = stockholm();
  return zone;
}

Instant utc(Date day, std::chrono::milliseconds time) { return Instant{sys_days{day}} + time; }
LocalTime local(Date day, std::chrono::milliseconds time) {
  return LocalTime{local_days{day}} + time;
}

constexpr Date spring = 2026y / 3 / 29;   // 02:00 becomes 03:00
constexpr Date autumn = 2026y / 10 / 25;  // 03:00 becomes 02:00

TEST(Zone, RefusesATableThatIsEmptyOrOutOfOrder) {
  EXPECT_THROW(Zone({}), std::invalid_argument);
  EXPECT_THROW(Zone({{Instant{10s}, 1h}, {Instant{5s}, 2h}}), std::invalid_argument);
}

TEST(Zone, FirstOffsetHoldsBeforeTheFirstChange) {
  const Zone zone{{{Instant{24h}, 1h}, {Instant{48h}, 2h}}};
  EXPECT_EQ(zone.to_local(Instant{0s}), LocalTime{1h});
  EXPECT_EQ(zone.to_local(Instant{48h}), LocalTime{50h});
}

TEST(Zone, WinterAndSummerInSweden) {
  EXPECT_EQ(sweden().to_local(utc(2026y / 1 / 15, 11h)), local(2026y / 1 / 15, 12h));
  EXPECT_EQ(sweden().to_local(utc(2026y / 7 / 15, 11h)), local(2026y / 7 / 15, 13h));
  EXPECT_EQ(sweden().to_instant(local(2026y / 1 / 15, 12h)), utc(2026y / 1 / 15, 11h));
  EXPECT_EQ(sweden().to_instant(local(2026y / 7 / 15, 13h)), utc(2026y / 7 / 15, 11h));
}

TEST(Zone, SpringChangeToTheMillisecond) {
  EXPECT_EQ(sweden().to_local(utc(spring, 1h - 1ms)), local(spring, 2h - 1ms));
  EXPECT_EQ(sweden().to_local(utc(spring, 1h)), local(spring, 3h));
}

TEST(Zone, TimeThatDoesNotExistMovesForwardOneHour) {
  EXPECT_EQ(sweden().to_instant(local(spring, 2h)), utc(spring, 1h));
  EXPECT_EQ(sweden().to_instant(local(spring, 2h + 30min)), utc(spring, 1h + 30min));
  EXPECT_EQ(sweden().to_local(sweden().to_instant(local(spring, 2h + 30min))),
            local(spring, 3h + 30min));
  EXPECT_EQ(sweden().to_instant(local(spring, 2h - 1ms)), utc(spring, 1h - 1ms));
  EXPECT_EQ(sweden().to_instant(local(spring, 3h)), utc(spring, 1h));
}

TEST(Zone, AutumnChangeToTheMillisecond) {
  EXPECT_EQ(sweden().to_local(utc(autumn, 1h - 1ms)), local(autumn, 3h - 1ms));
  EXPECT_EQ(sweden().to_local(utc(autumn, 1h)), local(autumn, 2h));
}

TEST(Zone, TimeThatExistsTwiceIsTheFirst) {
  EXPECT_EQ(sweden().to_instant(local(autumn, 2h)), utc(autumn, 0h));
  EXPECT_EQ(sweden().to_instant(local(autumn, 2h + 30min)), utc(autumn, 30min));
  EXPECT_EQ(sweden().to_instant(local(autumn, 3h)), utc(autumn, 2h));
}

TEST(Zone, DaysBeginAndEndOnTheWallClock) {
  EXPECT_EQ(sweden().start_of(spring), utc(2026y / 3 / 28, 23h));
  EXPECT_EQ(sweden().end_of(spring), utc(spring, 22h - 1s));  // a day of 23 hours
  EXPECT_EQ(sweden().start_of(autumn), utc(2026y / 10 / 24, 22h));
  EXPECT_EQ(sweden().end_of(autumn), utc(autumn, 23h - 1s));  // a day of 25 hours
  EXPECT_EQ(sweden().at_hour(spring, 9), utc(spring, 7h));
  EXPECT_EQ(sweden().at_hour(autumn, 9), utc(autumn, 8h));
}

TEST(Zone, TheDayChangesAtLocalMidnight) {
  EXPECT_EQ(sweden().day_of(utc(2026y / 6 / 30, 22h - 1ms)), 2026y / 6 / 30);
  EXPECT_EQ(sweden().day_of(utc(2026y / 6 / 30, 22h)), 2026y / 7 / 1);
}

/// Any second 1975-2095; written through seconds so that shrinking goes towards 1975.
Instant some_moment() {
  constexpr auto first = sys_days{1975y / 1 / 1}.time_since_epoch() / 1s;
  constexpr auto last = sys_days{2095y / 1 / 1}.time_since_epoch() / 1s;
  return Instant{std::chrono::seconds{*rc::gen::inRange<long>(first, last)}};
}

RC_GTEST_PROP(ZoneProperties, ThereAndBackIsTheSameMomentOrTheFirstOfTwo, ()) {
  const Instant moment = some_moment();
  const Instant back = sweden().to_instant(sweden().to_local(moment));
  RC_ASSERT(back == moment || back == moment - 1h);
  RC_ASSERT(sweden().to_local(back) == sweden().to_local(moment));
}

RC_GTEST_PROP(ZoneProperties, AMomentLiesBetweenItsDaysStartAndEnd, ()) {
  const Instant moment = some_moment();
  const Date day = sweden().day_of(moment);
  RC_ASSERT(sweden().start_of(day) <= moment);
  RC_ASSERT(moment <= sweden().end_of(day));
}

/// However close or far the changes lie, the last one that is not after the moment holds.
RC_GTEST_PROP(ZoneProperties, TheLastChangeBeforeHolds, ()) {
  std::vector<OffsetChange> changes;
  Instant at{std::chrono::hours{*rc::gen::inRange(-100'000, 100'000)}};
  const int count = *rc::gen::inRange(1, 20);
  for (int i = 0; i < count; ++i) {
    changes.push_back({at, std::chrono::minutes{i}});
    at += std::chrono::hours{*rc::gen::element(0, 1, 24, 24 * 64, 24 * 65, 24 * 1'000)};
  }
  const Zone zone{changes};
  const Instant moment = changes.front().from + std::chrono::hours{*rc::gen::inRange(-99, 400'000)};
  auto offset = changes.front().offset;
  for (const OffsetChange& change : changes) {
    if (change.from <= moment) offset = change.offset;
  }
  RC_ASSERT(zone.to_local(moment).time_since_epoch() - moment.time_since_epoch() == offset);
}

/// The changes themselves are where errors live, and a random moment seldom meets one.
RC_GTEST_PROP(ZoneProperties, WallClockAroundAChangeMovesForwardOrStays, ()) {
  const std::chrono::year year{*rc::gen::inRange(1996, 2100)};
  const auto month = *rc::gen::element(std::chrono::March, std::chrono::October);
  const Date change{sys_days{year / month / std::chrono::Sunday[std::chrono::last]}};
  const LocalTime reading = local(change, std::chrono::minutes{*rc::gen::inRange(0, 360)});
  const LocalTime seen = sweden().to_local(sweden().to_instant(reading));
  const bool in_gap =
      month == std::chrono::March && local(change, 2h) <= reading && reading < local(change, 3h);
  RC_ASSERT(seen == (in_gap ? reading + 1h : reading));
}

}  // namespace
}  // namespace kallad
