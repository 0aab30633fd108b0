// Faults, row 17: two programs on one store, and a program that is stopped for seconds and goes on.
// Not a fight for SQLite's locks: those are let go between transactions. Rule kept: the second is
// refused, also while the first is stopped; the resumed one fires what is due once, and goes on.
//
// KALLAD_STOP_SECONDS=10 makes the stop longer.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <cstdlib>
#include <thread>

#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/crash/clerk.hpp"

namespace kallad::testing {
namespace {

using std::chrono::milliseconds;

class SecondWriterTest : public ::testing::Test {
 protected:
  SecondWriterTest() { std::filesystem::create_directory(office_.backups()); }
  ~SecondWriterTest() override { end_first(); }

  void end_first() {
    if (first_ == 0) return;
    kill(first_, SIGKILL);
    waitpid(first_, &status_, 0);
    first_ = 0;
  }

  /// Waits until the first program has had `more` answers than `before`, and returns how many.
  std::size_t wait_for_answers(std::size_t before, std::size_t more) {
    std::size_t answers = 0;
    for (int i = 0; i < 6'000; ++i) {
      answers = read_notes(office_).promises.size();
      if (answers >= before + more) return answers;
      std::this_thread::sleep_for(milliseconds{10});
    }
    ADD_FAILURE() << "no answers any more, " << answers << " in all";
    return answers;
  }

  /// Waits until the first program has noted a due row it fired: its alarm has a beat of its own,
  /// and answers may come faster.
  void wait_for_alarm() {
    for (int i = 0; i < 6'000 && read_notes(office_).overdue == 0; ++i) {
      std::this_thread::sleep_for(milliseconds{10});
    }
  }

  void expect_refused() {
    try {
      SqliteStore second{place_, Access::write};
      ADD_FAILURE() << "a second writer got in";
    } catch (const StoreError& error) {
      EXPECT_EQ(error.fault(), StoreFault::locked) << error.what();
      EXPECT_NE(std::string{error.what()}.find("process " + std::to_string(first_)),
                std::string::npos)
          << error.what();
    }
  }

  ScratchFolder scratch_;
  Office office_{scratch_.path()};
  StorePlace place_{office_.store(), {}};
  pid_t first_ = 0;
  int status_ = 0;
};

TEST_F(SecondWriterTest, IsRefusedAlsoWhileTheFirstIsStopped) {
  const char* asked = std::getenv("KALLAD_STOP_SECONDS");
  const std::chrono::seconds stop{asked == nullptr ? 3 : std::atoi(asked)};
  first_ = start_clerk(office_, 0, 20260302);
  const std::size_t before = wait_for_answers(0, 200);
  expect_refused();
  ASSERT_EQ(kill(first_, SIGSTOP), 0);
  const auto end = std::chrono::steady_clock::now() + stop;
  do {
    expect_refused();
    EXPECT_GT(Reader(place_).log().first, 0) << "readers go on";
    std::this_thread::sleep_for(milliseconds{200});
  } while (std::chrono::steady_clock::now() < end);
  const std::size_t stopped = read_notes(office_).promises.size();
  ASSERT_EQ(kill(first_, SIGCONT), 0);
  wait_for_answers(stopped, before);
  wait_for_alarm();
  EXPECT_EQ(waitpid(first_, &status_, WNOHANG), 0) << "the resumed one fired something stale";
  end_first();
  const Notes notes = read_notes(office_);
  SqliteStore{place_, Access::write};  // the lock is gone with the process
  EXPECT_EQ(broken_promise(place_, notes.promises, notes.sent), "");
  EXPECT_GT(notes.overdue, 0);
  std::printf("stopped %lld s behind %zu answers, %zu in all, %d due rows fired\n",
              static_cast<long long>(stop.count()), stopped, notes.promises.size(), notes.overdue);
}

}  // namespace
}  // namespace kallad::testing
