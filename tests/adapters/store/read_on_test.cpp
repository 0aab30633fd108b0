// Reading a stream onward from where an earlier reading ended.
// Not reading it whole: verify_test.cpp and every test that opens a store. Rule kept (faults, row
// 5): what is read onward is chained to what was read before, so a change is found here too.
#include <gtest/gtest.h>

#include <thread>

#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {
namespace {

struct ReadOnTest : ::testing::Test {
  ReadOnTest() { say(3); }

  void say(int commands) {
    for (int i = 0; i < commands; ++i) {
      desk.submit_now(add("case1", "c" + std::to_string(said)));
      desk.submit_now(add("case2", "d" + std::to_string(said++)));
    }
  }
  /// The sequences that were handed over.
  std::vector<std::uint64_t> read(StreamHead& head) {
    std::vector<std::uint64_t> all;
    reader.read_on("case1", head, [&](const EventView& event, const ShortDigest&) {
      all.push_back(event.sequence);
    });
    return all;
  }
  void change(const std::string& sql) {
    SQLite::Database database{place.file.string(), SQLite::OPEN_READWRITE};
    database.exec(sql);
  }

  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  CounterBrain brain;
  HandClock clock;
  SqliteStore store{place, Access::create};
  Desk desk{store, brain, clock.reading()};
  Reader reader{place, &store.tail()};
  int said = 0;
};

TEST_F(ReadOnTest, HandsOverWhatCameSinceAndEndsWhereAWholeReadingEnds) {
  StreamHead head;
  EXPECT_EQ(read(head), (std::vector<std::uint64_t>{1, 2, 3}));
  EXPECT_TRUE(read(head).empty());
  say(2);
  EXPECT_EQ(read(head), (std::vector<std::uint64_t>{4, 5}));
  StreamHead whole;
  EXPECT_EQ(read(whole).size(), 5U);
  EXPECT_EQ(head.hash, whole.hash);
  EXPECT_EQ(head.at, whole.at);
}

TEST_F(ReadOnTest, AStreamThatIsNotThereLeavesTheHeadEmpty) {
  StreamHead head;
  reader.read_on("nobody's", head, [](const EventView&, const ShortDigest&) { FAIL(); });
  EXPECT_EQ(head.count, 0U);
  EXPECT_EQ(head.id, 0);
}

TEST_F(ReadOnTest, FindsAChangedEventAmongTheNewOnes) {
  StreamHead head;
  read(head);
  say(2);
  change("UPDATE events SET body = zeroblob(40) WHERE stream = 1 AND sequence = 5");
  EXPECT_THROW(read(head), StoreError);
  EXPECT_EQ(head.count, 3U) << "the head stays where the last good reading ended";
}

TEST_F(ReadOnTest, FindsThatThePastBehindItIsAnother) {
  StreamHead head;
  read(head);
  say(1);
  head.hash[0] ^= 1U;
  EXPECT_THROW(read(head), StoreError);
  StreamHead elsewhere;
  read(elsewhere);
  say(1);
  --elsewhere.position;
  EXPECT_THROW(read(elsewhere), StoreError);
}

}  // namespace
}  // namespace kallad::testing
