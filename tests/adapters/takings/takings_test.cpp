// Who has taken what: given once, put back, handed on; and still there after a kill.
// Not who may: tests/adapters/api. Rule kept: what was answered is on disk.
#include "adapters/takings/takings.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::takings_testing {
namespace {

using namespace std::chrono_literals;

const Instant morning = std::chrono::sys_days{std::chrono::year{2026} / 7 / 6} + 7h;

WaitingThing summons(const std::string& of_case, const std::string& unit = "helsingborg/vuxen") {
  return {UnitId{unit}, CaseId{of_case}, "summons", "1"};
}

TEST(Takings, AreGivenToOneAndHandedOn) {
  const ScratchFolder folder;
  Takings takings{folder / "inbox.sqlite"};
  const Taker anna{"a1", "Anna Ek", morning, {}};
  const Taker bo{"b1", "Bo Alm", morning + 1h, "Anna Ek"};
  EXPECT_EQ(takings.taker(summons("nv-1")), std::nullopt);
  EXPECT_TRUE(takings.give(summons("nv-1"), "", anna));
  EXPECT_FALSE(takings.give(summons("nv-1"), "", bo)) << "somebody has it meanwhile";
  EXPECT_EQ(takings.taker(summons("nv-1")), anna);
  EXPECT_TRUE(takings.give(summons("nv-1"), "a1", bo));
  EXPECT_EQ(takings.taker(summons("nv-1")), bo);
  EXPECT_FALSE(takings.put_back(summons("nv-1"), "a1"));
  EXPECT_TRUE(takings.put_back(summons("nv-1"), "b1"));
  EXPECT_EQ(takings.taker(summons("nv-1")), std::nullopt);
}

TEST(Takings, AreOfOneUnitAndOneThing) {
  const ScratchFolder folder;
  Takings takings{folder / "inbox.sqlite"};
  const Taker anna{"a1", "Anna Ek", morning, {}};
  EXPECT_TRUE(takings.give(summons("nv-1"), "", anna));
  EXPECT_TRUE(takings.give(summons("nv-1", "klippan/vuxen"), "", anna));
  EXPECT_TRUE(takings.give({UnitId{"klippan/vuxen"}, CaseId{"nv-1"}, "summons", "2"}, "", anna));
  EXPECT_EQ(takings.of_unit(UnitId{"helsingborg/vuxen"}).size(), 1U);
  EXPECT_EQ(takings.of_unit(UnitId{"klippan/vuxen"}).size(), 2U);
  EXPECT_EQ(takings.of_unit(UnitId{"hoganas/vuxen"}).size(), 0U);
}

TEST(Takings, AreForgottenLongAfterTheirTime) {
  const ScratchFolder folder;
  Takings takings{folder / "inbox.sqlite"};
  EXPECT_TRUE(takings.give(summons("nv-1"), "", {"a1", "Anna Ek", morning, {}}));
  EXPECT_TRUE(takings.give(summons("nv-2"), "", {"a1", "Anna Ek", morning + 24h * 399, {}}));
  EXPECT_EQ(takings.of_unit(UnitId{"helsingborg/vuxen"}).size(), 2U);
  EXPECT_TRUE(takings.give(summons("nv-3"), "", {"a1", "Anna Ek", morning + 24h * 401, {}}));
  EXPECT_EQ(takings.of_unit(UnitId{"helsingborg/vuxen"}).size(), 2U);
  EXPECT_EQ(takings.taker(summons("nv-1")), std::nullopt);
}

/// Takes one thing after the other and tells of each when it was answered, until it is killed.
[[noreturn]] void take_on(const std::filesystem::path& file, int tell) {
  Takings takings{file};
  for (std::uint32_t i = 0;; ++i) {
    const Taker taker{"a1", "Anna Ek", morning + std::chrono::seconds{i}, {}};
    if (!takings.give(summons("nv-" + std::to_string(i)), "", taker)) _exit(1);
    if (write(tell, &i, sizeof i) != sizeof i) _exit(2);
  }
}

TEST(Takings, OutliveAKill) {
  const ScratchFolder folder;
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) take_on(folder / "inbox.sqlite", ends[1]);
  std::uint32_t last = 0;
  while (last < 25) ASSERT_EQ(read(ends[0], &last, sizeof last), static_cast<ssize_t>(sizeof last));
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself";
  for (const int end : ends) close(end);
  Takings takings{folder / "inbox.sqlite"};
  for (std::uint32_t i = 0; i <= last; ++i)
    EXPECT_TRUE(takings.taker(summons("nv-" + std::to_string(i)))) << i;
}

}  // namespace
}  // namespace kallad::testing::takings_testing
