// kill -9 at random instants of a backup and of a restore (faults, row 1): what has its name is
// whole, the data is as it was, and the next run clears up. Each round ends a process of its own.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <thread>

#include "adapters/backup/backup_schedule.hpp"
#include "tests/adapters/backup/data.hpp"

namespace kallad::testing {
namespace {

struct BackupKill : DataFolder {
  const unsigned seed = std::random_device{}();
  std::mt19937 random{seed};

  /// Runs `work` in a process that is killed after a random time of at most `most`.
  template <class Work>
  void killed(std::chrono::microseconds most, Work&& work) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      try {
        work();
      } catch (...) {
        _exit(1);
      }
      _exit(0);
    }
    std::uniform_int_distribution<std::int64_t> length{0, most.count()};
    std::this_thread::sleep_for(std::chrono::microseconds{length(random)});
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) != 0) << "it failed by itself";
  }

  /// How long `work` takes when nobody ends it.
  template <class Work>
  static std::chrono::microseconds length_of(Work&& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                 begun);
  }
};

TEST_F(BackupKill, ABackupThatHasItsNameIsWholeAndTheNextOneClearsUp) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  fill(60);
  const auto most = length_of([&] { back_up(); });
  const Digest root = verify(place(data)).root;
  int whole = 0;
  for (int round = 0; round < 100; ++round) {
    std::filesystem::remove(sealed);
    killed(most, [&] { back_up(); });
    if (!std::filesystem::exists(sealed)) continue;
    ++whole;
    EXPECT_EQ(restore_to(folder / "other").log.root, root);
    std::filesystem::remove_all(folder / "other");
  }
  EXPECT_LT(whole, 100) << "none was killed in time";
  EXPECT_EQ(verify(place(data)).root, root);
  std::filesystem::remove(sealed);
  EXPECT_EQ(back_up().log.root, root);
  EXPECT_FALSE(std::filesystem::exists(data / "backup.tmp"));
  EXPECT_FALSE(std::filesystem::exists(sealed.string() + ".partial"));
}

TEST_F(BackupKill, ARestoreThatHasItsStoreIsWhole) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  fill(60);
  const Digest root = back_up().log.root;
  const auto other = folder / "other";
  const auto most = length_of([&] { restore_to(other); });
  int whole = 0;
  for (int round = 0; round < 100; ++round) {
    std::filesystem::remove_all(other);
    killed(most, [&] { restore_to(other); });
    if (!std::filesystem::exists(other / "kallad.db")) continue;
    ++whole;
    EXPECT_EQ(verify(place(other)).root, root);
    EXPECT_TRUE(std::filesystem::exists(other / "access.sqlite"));
  }
  EXPECT_LT(whole, 100) << "none was killed in time";
}

}  // namespace
}  // namespace kallad::testing
