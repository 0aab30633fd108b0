// Due rows judged ahead of the writer: what is handed over, what is left to the writer, and that
// the log is the same as without. Not what the engine makes of it: tests/adapters/brain.
#include "adapters/desk/forerunner.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <future>
#include <random>

#include "adapters/desk/desk.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {
namespace {

using Kind = CounterCommand::Kind;

/// Reads through a connection of its own.
ReadStored by(Reader& reader) {
  return [&reader](std::string_view stream, const TakeStored& take) {
    StreamHead head;
    reader.read_on(stream, head, take);
    return head;
  };
}

DueItem row_of(const std::string& stream, std::int64_t ms) {
  return {stream, {at_ms(ms), "wake", "unit"}};
}

// --- by itself ----------------------------------------------------------------------------------

/// Three streams with a row at 1 000 ms each, and one with three rows.
struct ForerunnerTest : ::testing::Test {
  ForerunnerTest() {
    for (const char* name : {"anna", "bertil", "cecilia"})
      desk.submit_now(wake_at(name, "w", 1'000));
    for (int i = 1; i <= 3; ++i) desk.submit_now(wake_at("david", std::to_string(i), i * 1'000));
  }

  /// Eyes that say when they begin to read this stream, and read on when they may.
  Foresight slow_eyes(const std::string& stream) {
    return {[this, stream](std::string_view name, const TakeStored& take) {
              if (name == stream) {
                begun.set_value();
                may_read.get_future().wait();
              }
              return by(reader)(name, take);
            },
            second};
  }

  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  CounterBrain brain;
  CounterBrain second;
  HandClock clock;
  SqliteStore store{place, Access::create};
  Desk desk{store, brain, clock.reading()};
  Reader reader{place, &store.tail()};
  std::promise<void> begun;
  std::promise<void> may_read;
};

TEST_F(ForerunnerTest, JudgesEachRowOfAStreamInOrder) {
  Forerunner ahead{slow_eyes("david")};
  ahead.want({{row_of("david", 1'000)}, at_ms(2'000), clock.now});
  begun.get_future().wait();
  may_read.set_value();
  const auto judged = ahead.take("david");
  ASSERT_TRUE(judged.has_value());
  ASSERT_EQ(judged->rows.size(), 2U) << "the third is not due yet";
  EXPECT_EQ(judged->rows[0].submission.command_id, "due:wake:unit:1000");
  EXPECT_EQ(judged->rows[1].submission.command_id, "due:wake:unit:2000");
  EXPECT_EQ(judged->rows[1].submission.at, clock.now);
  EXPECT_EQ(judged->due, (std::vector<DueRow>{row_of("david", 3'000).row}));
  EXPECT_EQ(judged->stream.due.size(), 3U) << "as it was before";
  EXPECT_EQ(judged->stream.head.count, 3U);
  EXPECT_FALSE(ahead.take("david").has_value()) << "it is handed over once";
}

TEST_F(ForerunnerTest, LeavesWhatIsTakenBeforeItIsBegun) {
  Forerunner ahead{slow_eyes("anna")};
  ahead.want({{row_of("anna", 1'000), row_of("bertil", 1'000)}, far_away, clock.now});
  begun.get_future().wait();
  EXPECT_FALSE(ahead.take("bertil").has_value());
  may_read.set_value();
  EXPECT_TRUE(ahead.take("anna").has_value());
  EXPECT_FALSE(ahead.take("bertil").has_value()) << "nor is it begun afterwards";
}

TEST_F(ForerunnerTest, ForgetsWhatIsNoLongerWanted) {
  Forerunner ahead{slow_eyes("bertil")};
  ahead.want({{row_of("anna", 1'000), row_of("bertil", 1'000)}, far_away, clock.now});
  begun.get_future().wait();  // so anna is ready
  ahead.want({{row_of("bertil", 1'000), row_of("cecilia", 1'000)}, far_away, clock.now});
  EXPECT_FALSE(ahead.take("anna").has_value());
  may_read.set_value();
  EXPECT_TRUE(ahead.take("bertil").has_value());
}

TEST_F(ForerunnerTest, HoldsNothingWhenTheGroundHasChangedMeanwhile) {
  Forerunner ahead{slow_eyes("anna")};
  ahead.want({{row_of("anna", 1'000)}, far_away, clock.now});
  begun.get_future().wait();
  ahead.renew();
  may_read.set_value();
  EXPECT_FALSE(ahead.take("anna").has_value());
}

TEST_F(ForerunnerTest, LeavesWhatItCannotJudge) {
  desk.submit_now(wake_at("erik", "w", 1'000, "bomb"));
  for (const char* name : {"erik", "nobody"}) {
    begun = {};
    may_read = {};
    Forerunner ahead{slow_eyes(name)};
    const DueRow bomb{at_ms(1'000), "bad", "bomb"};
    ahead.want({{{name, bomb}}, far_away, clock.now});
    begun.get_future().wait();
    may_read.set_value();
    EXPECT_FALSE(ahead.take(name).has_value()) << name;
  }
}

TEST_F(ForerunnerTest, EndsWhileMuchIsWanted) {
  Forerunner ahead{slow_eyes("anna")};
  ahead.want({{row_of("anna", 1'000), row_of("bertil", 1'000)}, far_away, clock.now});
  begun.get_future().wait();
  may_read.set_value();
}

// --- with the desk ------------------------------------------------------------------------------

/// A brain whose ground is what it is told.
class GroundedBrain : public Brain {
 public:
  explicit GroundedBrain(const std::atomic<std::uint64_t>& ground)
      : known(ground.load()), ground_(ground) {}
  std::unique_ptr<StreamState> fresh(std::string_view stream) override {
    return counter_.fresh(stream);
  }
  void fold(StreamState& state, const EventView& event) override { counter_.fold(state, event); }
  Decision decide(StreamState& state, const Submission& submission) override {
    ++decided;
    return counter_.decide(state, submission);
  }
  std::vector<DueRow> due(const StreamState& state) override { return counter_.due(state); }
  std::string list_row(const StreamState& state) override { return counter_.list_row(state); }
  std::uint64_t ground() override { return known; }
  void forget() override { known = ground_.load(); }

  std::atomic<int> decided = 0;
  std::atomic<std::uint64_t> known;

 private:
  CounterBrain counter_;
  const std::atomic<std::uint64_t>& ground_;
};

/// A store with a desk that looks ahead, or does not.
struct Side {
  explicit Side(bool looks_ahead, std::atomic<std::uint64_t>& ground)
      : brain(ground),
        second(ground),
        desk(store, brain, clock.reading(), {.cached_streams = 8},
             looks_ahead ? std::optional{Foresight{by(reader), second}} : std::nullopt) {}

  std::string told() {
    std::string text;
    for (const auto& [number, listed] : reader.list(0, 1'000'000)) {
      text += listed.name + " " + listed.row + "\n";
      reader.read(listed.name, [&](const EventView& event, const ShortDigest&) {
        text.append(event.command_id).append(" ").append(event.payload).append("\n");
      });
    }
    for (const DueItem& item : reader.due(Instant::max(), 1'000'000))
      text += item.stream + iso(item.row.at) + item.row.kind + item.row.subject + "\n";
    return text;
  }

  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  HandClock clock;
  GroundedBrain brain;
  GroundedBrain second;
  SqliteStore store{place, Access::create};
  Reader reader{place, &store.tail()};
  Desk desk;
};

/// Much that is due, some of it twice, some of it failing, and commands in between.
void live(Side& side, unsigned seed) {
  std::mt19937 random{seed};
  const auto name = [&] { return "case" + std::to_string(random() % 60); };
  for (int i = 0; i < 1'200; ++i) {
    const std::string id = "c" + std::to_string(i);
    const auto kind = random() % 20;
    if (kind == 0) {
      side.desk.submit_now(counter_submission(name(), id, {Kind::letter, 0, {}}));
    } else if (kind < 4) {
      side.desk.submit_now(add(name(), id));
    } else if (kind == 4) {
      side.desk.submit_now(wake_at(name(), id, static_cast<int>(random() % 9'000), "bomb"));
    } else {
      side.desk.submit_now(wake_at(name(), id, static_cast<int>(random() % 9'000)));
    }
    if (i % 200 == 199) side.desk.fire_due(at_ms(i * 5));
  }
  side.desk.submit_now(counter_submission("case7", "close", {Kind::close, 0, {}}));
  side.desk.fire_due(far_away);
  side.desk.settle();
}

TEST(Ahead, TheLogIsWhatTheWriterAloneWouldHaveWritten) {
  int judged_ahead = 0;
  for (unsigned seed = 0; seed < 4; ++seed) {
    std::atomic<std::uint64_t> ground = 1;
    Side alone{false, ground};
    Side ahead{true, ground};
    live(alone, seed);
    live(ahead, seed);
    EXPECT_EQ(alone.told(), ahead.told());
    EXPECT_TRUE(verify(ahead.place).clean());
    judged_ahead += ahead.second.decided;
  }
  EXPECT_GT(judged_ahead, 0) << "the forerunner had its part in it";
}

TEST(Ahead, WhatRestsOnAnotherGroundIsJudgedAnew) {
  std::atomic<std::uint64_t> ground = 1;
  Side side{true, ground};
  ground = 2;
  side.brain.forget();  // the desk's own knows; the second is told when a row of its is taken
  std::size_t fired = 0;
  std::size_t rounds = 0;
  for (; rounds < 100 && side.second.known != 2; ++rounds) {
    for (int i = 0; i < 50; ++i) {
      const std::string name = "case" + std::to_string(i);
      const auto at = static_cast<std::int64_t>(1'000 + rounds * 100) + i;
      side.desk.submit_now(wake_at(name, "w" + std::to_string(rounds), at));
    }
    fired += side.desk.fire_due(far_away).fired;
  }
  EXPECT_EQ(side.second.known, 2U);
  EXPECT_EQ(fired, 50 * rounds);
  EXPECT_TRUE(verify(side.place).clean());
}

TEST(Ahead, AStreamThatHasMovedOnIsJudgedAnew) {
  ScratchFolder folder;
  const StorePlace place{folder / "store.db", {}};
  const StorePlace old{folder / "old.db", {}};
  CounterBrain brain;
  CounterBrain second;
  HandClock clock;
  constexpr int cases = 200;
  {
    SqliteStore store{place, Access::create};
    Desk desk{store, brain, clock.reading()};
    for (int i = 0; i < cases; ++i)
      desk.submit_now(wake_at("case" + std::to_string(i), "w", 1'000));
  }
  std::filesystem::copy_file(place.file, old.file);
  SqliteStore store{place, Access::write};
  Reader behind{old};
  Desk desk{store, brain, clock.reading(), {}, Foresight{by(behind), second}};
  for (int i = 0; i < cases; ++i) desk.submit_now(add("case" + std::to_string(i), "later"));
  EXPECT_EQ(desk.fire_due(far_away).fired, static_cast<std::size_t>(cases));
  EXPECT_EQ(store.last(), 3 * cases);
  EXPECT_TRUE(verify(place).clean()) << "nothing hangs on an event that was the last once";
}

}  // namespace
}  // namespace kallad::testing
