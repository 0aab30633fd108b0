// Faults, row 1: a program under 64 clients is killed at random instants, also during checkpoints
// and backups, and its store is opened again. Not power loss: the kernel lives on
// (power_loss_test). Rule kept: acknowledged is stored, once; each due row has fired once or waits;
// backups are whole.
//
// KALLAD_KILL_ROUNDS=200 makes a long run of it, KALLAD_SEED another one.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <map>
#include <random>
#include <thread>

#include "adapters/store/sqlite/beside/verify.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/crash/clerk.hpp"
#include "tests/crash/promises.hpp"

namespace kallad::testing {
namespace {

constexpr int rounds_on_one_store = 10;

struct Tally {
  std::size_t acknowledged = 0;
  std::size_t unanswered = 0;  ///< sent, killed before the answer, and stored all the same
  std::size_t letters = 0;
  int fired = 0;
  int backups = 0;
  int in_backup = 0;  ///< kills in the middle of a backup
  int unopened = 0;   ///< kills before the store was open
};

class KillTest : public ::testing::Test {
 protected:
  /// Lets a clerk work and kills it at a random instant.
  void kill_in_round(int round) {
    const pid_t child = start_clerk(office_, round, seed_);
    // Every sixth kill hits the opening, the others some moment of the work.
    const bool opening = round % 6 == 5;
    for (int i = 0; !opening && read_notes(office_).opened < round && i < 30'000; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    const std::chrono::microseconds longest{opening ? 8'000 : 150'000};
    std::this_thread::sleep_for(std::chrono::microseconds{random_()} % longest);
    ASSERT_EQ(kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the clerk gave up, status " << WEXITSTATUS(status);
  }

  void check_round(int round) {
    const Notes notes = read_notes(office_);
    tally_.unopened += notes.opened < round ? 1 : 0;
    check_backups();
    const StorePlace place{office_.store(), {}};
    try {
      SqliteStore{place, Access::create};  // recovers, as the next program would
    } catch (const StoreError& error) {
      FAIL() << error.what();
    }
    ASSERT_EQ(broken_promise(place, notes.promises, notes.sent), "");
    send_unanswered(place, notes, round);
    ASSERT_EQ(broken_promise(place, notes.promises, notes.sent), "");
  }

  /// Backups with their final name are whole; the one that was being made has another name.
  void check_backups() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{office_.backups()})
      names.push_back(entry.path().filename());
    for (const std::string& name : names) {
      if (name.ends_with(".partial")) ++tally_.in_backup;
      if (name.find(".partial") != std::string::npos) continue;
      ++tally_.backups;
      EXPECT_TRUE(verify({office_.backups() / name, {}}).clean()) << name;
    }
    std::filesystem::remove_all(office_.backups());
    std::filesystem::create_directory(office_.backups());
  }

  /// Each client of the last round sends its last acknowledged command and the one after it again.
  void send_unanswered(const StorePlace& place, const Notes& notes, int round) {
    std::map<int, Promise> last;
    for (const Promise& promise : notes.promises) {
      const CommandName name = command_name(promise.command_id);
      if (name.round == round) last[name.thread] = promise;
    }
    SqliteStore store{place, Access::write};
    CounterBrain brain;
    HandClock clock;
    Desk desk{store, brain, clock.reading()};
    for (const auto& [thread, promise] : last) {
      const CommandName name = command_name(promise.command_id);
      const Outcome again = desk.submit_now(clerk_command(round, thread, name.number, seed_));
      ASSERT_EQ(again.answer, Answer::repeated) << promise.command_id;
      ASSERT_EQ(again.version, promise.version) << promise.command_id;
      const Outcome next = desk.submit_now(clerk_command(round, thread, name.number + 1, seed_));
      ASSERT_TRUE(next.stored()) << next.detail;
      tally_.unanswered += next.answer == Answer::repeated ? 1 : 0;
    }
  }

  /// Begins anew, so that stores stay small enough to be read whole after each kill.
  void new_store() {
    if (scratch_ != nullptr) count(read_notes(office_));
    scratch_ = std::make_unique<ScratchFolder>();
    office_ = {scratch_->path()};
    std::filesystem::create_directory(office_.backups());
  }

  void count(const Notes& notes) {
    tally_.acknowledged += notes.promises.size();
    tally_.letters += notes.sent.size();
    tally_.fired += notes.overdue;
  }

  const unsigned seed_ = static_cast<unsigned>(setting("KALLAD_SEED", 20260302));
  std::mt19937 random_{seed_};
  std::unique_ptr<ScratchFolder> scratch_;
  Office office_;
  Tally tally_;
};

TEST_F(KillTest, NothingAcknowledgedIsLostOrAppliedTwice) {
  const auto rounds = static_cast<int>(setting("KALLAD_KILL_ROUNDS", 12));
  std::printf("%d rounds, seed %u\n", rounds, seed_);
  for (int round = 0; round < rounds; ++round) {
    if (round % rounds_on_one_store == 0) new_store();
    kill_in_round(round);
    if (!HasFatalFailure()) check_round(round);
    ASSERT_FALSE(HasFailure()) << "round " << round << ", seed " << seed_;
  }
  count(read_notes(office_));
  std::printf(
      "%zu commands acknowledged, %zu stored but unanswered, %d due rows fired, %zu letters left,\n"
      "%d backups, %d kills in a backup, %d before the store was open\n",
      tally_.acknowledged, tally_.unanswered, tally_.fired, tally_.letters, tally_.backups,
      tally_.in_backup, tally_.unopened);
  EXPECT_GT(tally_.acknowledged, 0U);
}

}  // namespace
}  // namespace kallad::testing
