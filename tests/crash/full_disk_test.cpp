// Faults, row 4: the disk is full from some write on, and later there is space again.
// Not a failure: nothing is stored, everyone may send again, and reads are answered all the while.
// Rule kept: the program goes on without a restart.
#include <gtest/gtest.h>

#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"
#include "tests/crash/story.hpp"

namespace kallad::testing {
namespace {

using Kind = CounterCommand::Kind;

struct FullDiskTest : ::testing::Test {
  ScratchFolder folder;
  Disk disk;
  StorePlace place{folder / "store.db", disk.name()};
  CounterBrain brain;
  HandClock clock;
};

/// The program on a disk that is full from one call on.
struct Program {
  explicit Program(FullDiskTest& test)
      : place(test.place),
        brain(test.brain),
        store(place, Access::create),
        checkpointer(store, {.pass_pages = 1, .most_pages = 24}, false),
        desk(store, test.brain, test.clock.reading(), {.cached_streams = 2}) {}

  /// What readers see of the acknowledged commands while the disk is full.
  void expect_reads(const std::vector<Promise>& promises) {
    EXPECT_FALSE(desk.health().failed);
    Reader reader{place, &store.tail()};
    for (const Promise& promise : promises) {
      const auto ignore = [](const EventView&, const ShortDigest&) {};
      EXPECT_GE(reader.read(promise.stream, ignore), promise.version);
    }
    desk.outbox(100);
    desk.next_due();
  }

  /// Sends a command; tells whether there was space for it.
  bool send(const Submission& submission, std::vector<Promise>& promises) {
    const Outcome outcome = desk.submit_now(submission);
    EXPECT_TRUE(outcome.stored() || outcome.answer == Answer::store_full)
        << name_of(outcome.answer) << " " << outcome.detail;
    EXPECT_TRUE(outcome.stored() || brain.forgotten > 0) << "a rollback is told";
    if (outcome.answer == Answer::accepted) promises.push_back(promise_of(submission, outcome));
    checkpointer.checkpoint();
    return outcome.stored();
  }

  StorePlace place;
  CounterBrain& brain;
  SqliteStore store;
  Checkpointer checkpointer;
  Desk desk;
};

void live_through(FullDiskTest& test) {
  std::unique_ptr<Program> program;
  try {
    program = std::make_unique<Program>(test);
  } catch (const StoreError& error) {
    ASSERT_EQ(error.fault(), StoreFault::full) << error.what();
    test.disk.make_space();
    program = std::make_unique<Program>(test);
  }
  std::vector<Promise> promises;
  std::vector<Submission> waiting;
  for (const Submission& submission : story_commands()) {
    if (program->send(submission, promises)) continue;
    program->expect_reads(promises);
    waiting.push_back(submission);
    if (waiting.size() < 3) continue;
    test.disk.make_space();
    for (const Submission& again : waiting) EXPECT_TRUE(program->send(again, promises));
    waiting.clear();
  }
  test.disk.make_space();
  for (const Submission& again : waiting) EXPECT_TRUE(program->send(again, promises));
  EXPECT_EQ(promises.size(), story_commands().size());
  program->desk.fire_due(test.clock.now);
  program->desk.stop();
  EXPECT_EQ(broken_promise(test.place, promises), "");
}

TEST(FullDisk, AtEachWriteNothingIsLostAndItGoesOn) {
  std::vector<std::string> calls;
  {
    const ScratchFolder folder;
    const Disk disk;
    tell_story({folder / "store.db", disk.name()}, disk);
    calls = disk.calls();
  }
  int trials = 0;
  for (std::size_t call = 1; call <= calls.size(); ++call) {
    if (!calls[call - 1].starts_with("write")) continue;
    struct Once : FullDiskTest {
      void TestBody() override {}
    } test;
    test.disk.full_from(call);
    live_through(test);
    ++trials;
    ASSERT_FALSE(::testing::Test::HasFailure()) << "full from call " << call << " on";
  }
  std::printf("disk full from each of %d writes on\n", trials);
}

TEST_F(FullDiskTest, AStreamReadAnewInTheLostTransactionIsForgotten) {
  Program program{*this};
  std::vector<Promise> promises;
  ASSERT_TRUE(program.send(add("anna", "c0"), promises));
  disk.full_from(1);
  // The accident makes the desk forget the stream; the last command reads it with what is staged.
  auto staged = program.desk.submit(add("anna", "c1", 5));
  auto accident = program.desk.submit(counter_submission("anna", "c2", {Kind::explode, 0, {}}));
  Submission late = add("anna", "c3");
  late.expected_version = 0;
  auto looked = program.desk.submit(late);
  program.desk.run_once();
  EXPECT_EQ(staged.get().answer, Answer::store_full);
  EXPECT_EQ(accident.get().answer, Answer::store_full);
  EXPECT_EQ(looked.get().answer, Answer::store_full);
  disk.make_space();
  const Outcome again = program.desk.submit_now(add("anna", "c1", 5));
  EXPECT_EQ(again.answer, Answer::accepted);
  EXPECT_EQ(again.version, 2U);
  promises.push_back(promise_of(add("anna", "c1"), again));
  program.desk.stop();
  EXPECT_EQ(broken_promise(place, promises), "");
}

}  // namespace
}  // namespace kallad::testing
