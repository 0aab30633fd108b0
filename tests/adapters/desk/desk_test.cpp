// The desk's promises, on the real store: answers after commit, repeats, versions, accidents,
// threads. Not crashes (tests/crash) and not damage to the file (tests/adapters/store).
#include "adapters/desk/desk.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {
namespace {

using Kind = CounterCommand::Kind;

struct DeskTest : ::testing::Test {
  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  CounterBrain brain;
  HandClock clock;
};

/// A store with a desk that is driven by hand.
struct Bench {
  explicit Bench(DeskTest& test, DeskLimits limits = {})
      : store(test.place, Access::create), desk(store, test.brain, test.clock.reading(), limits) {}
  SqliteStore store;
  Desk desk;
};

std::vector<std::string> log_of(const StorePlace& place, std::string_view stream) {
  std::vector<std::string> lines;
  Reader{place}.read(stream, [&](const EventView& event, const ShortDigest&) {
    lines.push_back(std::to_string(event.sequence) + " " + std::string{event.type} + " " +
                    std::string{event.payload} + " " + std::string{event.command_id});
  });
  return lines;
}

TEST_F(DeskTest, AnAcceptedCommandIsInTheLog) {
  Bench bench{*this};
  const Outcome outcome = bench.desk.submit_now(add("anna", "c1", 5));
  EXPECT_EQ(outcome.answer, Answer::accepted) << outcome.detail;
  EXPECT_EQ(outcome.version, 1U);
  ASSERT_EQ(outcome.events.size(), 1U);
  EXPECT_EQ(outcome.events[0].payload, R"({"n":5})");
  EXPECT_EQ(log_of(place, "anna"), std::vector<std::string>{R"(1 added {"n":5} c1)"});
}

TEST_F(DeskTest, ARepeatedCommandGetsTheSameAnswerAndStoresOnce) {
  Bench bench{*this};
  const Submission twice = counter_submission("anna", "c1", {Kind::add_twice, 3, {}});
  const Outcome first = bench.desk.submit_now(twice);
  bench.desk.submit_now(add("anna", "c2"));
  clock.now += std::chrono::hours{1};
  const Outcome again = bench.desk.submit_now(twice);
  EXPECT_EQ(again.answer, Answer::repeated);
  EXPECT_EQ(again.events, first.events);
  EXPECT_EQ(again.version, first.version);
  EXPECT_EQ(log_of(place, "anna").size(), 3U);
}

TEST_F(DeskTest, ARepeatIsKnownAfterReopening) {
  Outcome first;
  {
    Bench bench{*this};
    first = bench.desk.submit_now(add("anna", "c1", 5));
  }
  Bench bench{*this};
  const Outcome again = bench.desk.submit_now(add("anna", "c1", 5));
  EXPECT_EQ(again.answer, Answer::repeated);
  EXPECT_EQ(again.events, first.events);
  EXPECT_EQ(bench.desk.submit_now(add("anna", "c1", 6)).answer, Answer::command_id_reused);
}

TEST_F(DeskTest, ARepeatWithinOneBatchStoresOnce) {
  Bench bench{*this};
  auto first = bench.desk.submit(add("anna", "c1"));
  auto second = bench.desk.submit(add("anna", "c1"));
  auto other = bench.desk.submit(add("anna", "c1", 9));
  EXPECT_EQ(bench.desk.run_once(), 3U);
  const Outcome stored = first.get();
  EXPECT_EQ(stored.answer, Answer::accepted);
  const Outcome repeated = second.get();
  EXPECT_EQ(repeated.answer, Answer::repeated);
  EXPECT_EQ(repeated.events, stored.events);
  EXPECT_EQ(other.get().answer, Answer::command_id_reused);
  EXPECT_EQ(bench.store.last(), 1);
}

TEST_F(DeskTest, TheSameIdInAnotherStreamIsAnotherCommand) {
  Bench bench{*this};
  bench.desk.submit_now(add("anna", "c1"));
  EXPECT_EQ(bench.desk.submit_now(add("bertil", "c1", 4)).answer, Answer::accepted);
}

TEST_F(DeskTest, AnUnexpectedVersionIsRefusedAndChangesNothing) {
  Bench bench{*this};
  bench.desk.submit_now(add("anna", "c1"));
  Submission late = add("anna", "c2");
  late.expected_version = 0;
  const Outcome outcome = bench.desk.submit_now(late);
  EXPECT_EQ(outcome.answer, Answer::version_conflict);
  EXPECT_EQ(outcome.version, 1U);
  late.expected_version = 1;
  EXPECT_EQ(bench.desk.submit_now(late).answer, Answer::accepted);
}

TEST_F(DeskTest, ARefusalCarriesItsReasonsAndStoresNothing) {
  Bench bench{*this};
  bench.desk.submit_now(counter_submission("anna", "c1", {Kind::close, 0, {}}));
  const Outcome outcome = bench.desk.submit_now(add("anna", "c2"));
  EXPECT_EQ(outcome.answer, Answer::refused);
  EXPECT_EQ(outcome.detail, R"([{"rule":"is_closed"}])");
  EXPECT_EQ(bench.store.last(), 1);
}

TEST_F(DeskTest, AnAccidentHitsOneCommandOnly) {
  Bench bench{*this};
  auto before = bench.desk.submit(add("anna", "c1", 2));
  auto accident = bench.desk.submit(counter_submission("anna", "c2", {Kind::explode, 0, {}}));
  auto after = bench.desk.submit(add("anna", "c3", 3));
  bench.desk.run_once();
  EXPECT_EQ(before.get().answer, Answer::accepted);
  const Outcome outcome = accident.get();
  EXPECT_EQ(outcome.answer, Answer::accident);
  EXPECT_EQ(outcome.detail, "the counter exploded");
  EXPECT_EQ(after.get().version, 2U);
  bench.desk.settle();
  EXPECT_EQ(Reader{place}.list(0, 9).at(0).second.row, R"({"total":5,"closed":false})");
}

TEST_F(DeskTest, TimeInAStreamNeverRunsBackwards) {
  Bench bench{*this};
  const Instant first = bench.desk.submit_now(add("anna", "c1")).events[0].at;
  clock.now -= std::chrono::hours{1};
  EXPECT_EQ(bench.desk.submit_now(add("anna", "c2")).events[0].at, first);
}

TEST_F(DeskTest, AFullQueueSaysSo) {
  Bench bench{*this, {.queue = 2}};
  auto one = bench.desk.submit(add("anna", "c1"));
  auto two = bench.desk.submit(add("anna", "c2"));
  EXPECT_EQ(bench.desk.submit(add("anna", "c3")).get().answer, Answer::overloaded);
  bench.desk.run_once();
  EXPECT_EQ(two.get().answer, Answer::accepted);
  EXPECT_EQ(bench.desk.submit_now(add("anna", "c3")).answer, Answer::accepted);
}

TEST_F(DeskTest, AClosedDeskFinishesWhatIsQueuedAndTakesNoMore) {
  Bench bench{*this};
  auto queued = bench.desk.submit(add("anna", "c1"));
  bench.desk.stop();
  EXPECT_EQ(queued.get().answer, Answer::accepted);
  EXPECT_EQ(bench.desk.submit(add("anna", "c2")).get().answer, Answer::stopped);
}

TEST_F(DeskTest, OutboxRowsStayUntilRetired) {
  Bench bench{*this};
  bench.desk.submit_now(counter_submission("anna", "c1", {Kind::letter, 0, {}}));
  bench.desk.submit_now(counter_submission("bertil", "c1", {Kind::letter, 0, {}}));
  const auto items = bench.desk.outbox(10);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].stream, "anna");
  EXPECT_EQ(items[0].row.body, R"({"to":"unit"})");
  bench.desk.retire_outbox({items[0].key});
  ASSERT_EQ(bench.desk.outbox(10).size(), 1U);
  EXPECT_EQ(Reader{place}.outbox(10).at(0).stream, "bertil");
}

TEST_F(DeskTest, ASmallCacheChangesNoAnswer) {
  Bench bench{*this, {.cached_streams = 1}};
  for (int round = 0; round < 5; ++round) {
    for (const char* stream : {"anna", "bertil", "cilla"}) {
      const Outcome outcome = bench.desk.submit_now(add(stream, "c" + std::to_string(round)));
      EXPECT_EQ(outcome.version, static_cast<std::uint64_t>(round) + 1);
    }
  }
  EXPECT_TRUE(verify(place).clean());
}

TEST_F(DeskTest, SixtyFourSubmittersLoseAndDoubleNothing) {
  constexpr int threads = 64;
  constexpr int each = 40;
  SqliteStore store{place, Access::create};
  // Driven from here instead of by its own thread, which a busy machine may never wake in time; any
  // log that is not empty is large, so each checkpoint holds the writer back as well.
  Checkpointer checkpointer{store, {.pass_pages = 1, .most_pages = 1}, false};
  Desk desk{store, brain, clock.reading(), {.cached_streams = 3}};
  desk.start();
  std::atomic<int> stored = 0;
  std::vector<std::jthread> submitters;
  for (int thread = 0; thread < threads; ++thread) {
    submitters.emplace_back([&, thread] {
      for (int i = 0; i < each; ++i) {
        const std::string id = std::to_string(thread) + "-" + std::to_string(i);
        const Submission submission = add("case" + std::to_string((thread + i) % 8), id);
        if (desk.submit(submission).get().answer == Answer::accepted) ++stored;
        if (i % 4 != 0) continue;
        EXPECT_EQ(desk.submit(submission).get().answer, Answer::repeated);
      }
    });
  }
  while (stored == 0) std::this_thread::yield();
  do {
    checkpointer.checkpoint();
  } while (stored < threads * each && !desk.health().failed);
  submitters.clear();
  desk.stop();
  EXPECT_EQ(stored, threads * each) << desk.health().failure;
  EXPECT_EQ(store.last(), threads * each);
  EXPECT_GT(checkpointer.holds(), 0U);
  std::int64_t listed = 0;
  for (const auto& [number, stream] : Reader{place}.list(0, 100))
    listed += static_cast<std::int64_t>(stream.count);
  EXPECT_EQ(listed, threads * each);
  const VerifyReport report = verify(place);
  EXPECT_TRUE(report.clean()) << text_of(report.damages.front());
}

TEST_F(DeskTest, ReadersSeeEveryAnsweredCommandWhileListRowsWait) {
  SqliteStore store{place, Access::create};
  Desk desk{store, brain, clock.reading(), {.small_batch = 0}};
  Reader same_process{place, &store.tail()};
  Reader other_process{place};
  for (int i = 1; i <= 30; ++i) {
    std::vector<std::future<Outcome>> batch;
    for (int j = 0; j < 3; ++j) {
      batch.push_back(desk.submit(add("case" + std::to_string(j), "c" + std::to_string(i))));
    }
    desk.run_once();
    for (int j = 0; j < 3; ++j) {
      const std::string stream = "case" + std::to_string(j);
      const auto ignore = [](const EventView&, const ShortDigest&) {};
      EXPECT_EQ(same_process.read(stream, ignore), static_cast<std::uint64_t>(i));
      EXPECT_EQ(other_process.read(stream, ignore), static_cast<std::uint64_t>(i));
    }
  }
}

TEST_F(DeskTest, TheSameStoryGivesTheSameLogWordForWord) {
  const auto tell = [&](const StorePlace& where) {
    HandClock own;
    SqliteStore store{where, Access::create};
    Desk desk{store, brain, own.reading()};
    for (int i = 0; i < 20; ++i) {
      own.now += std::chrono::minutes{1};
      desk.submit_now(add("case" + std::to_string(i % 3), "c" + std::to_string(i), i));
      desk.submit_now(wake_at("case" + std::to_string(i % 3), "w" + std::to_string(i),
                              own.now.time_since_epoch().count() + 90'000));
      desk.fire_due(own.now);
    }
    return std::pair{store.last(), hex(verify(where, {.told = true}).told)};
  };
  const auto first = tell(place);
  EXPECT_GT(first.first, 50);
  EXPECT_EQ(tell({folder / "again.db", {}}), first);
}

}  // namespace
}  // namespace kallad::testing
