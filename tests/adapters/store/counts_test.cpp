// What streams count as, beside the log: handed over where it is as new as its stream, sealed with
// the stream's key, and nothing where the stream itself has to be read. Not what is in the rows:
// tests/adapters/brain/count_row_test.cpp. Rule kept (domain 6): no row outlives its key.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::counts {
namespace {

constexpr const char* secret = "nine of Anna";

struct CountsTest : ::testing::Test {
  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  SqliteStore store{place, Access::create};

  StreamHead head_of(const std::string& stream) {
    StreamHead head = store.head(stream);
    if (head.count > 0) store.read(stream, head, [](const EventView&, const ShortDigest&) {});
    return head;
  }

  void say(const std::string& stream, int at = 0, bool breaks_seal = false) {
    StreamHead head = head_of(stream);
    const std::string id = stream + std::to_string(head.count);
    NewEvent event{"said", 1, "{}"};
    event.breaks_seal = breaks_seal;
    store.begin();
    store.append(stream, head, {id, {}, "{}", Instant{std::chrono::milliseconds{at}}}, {&event, 1});
    store.commit();
  }

  void settle(const std::string& stream, const std::optional<std::string>& count) {
    const StreamHead head = head_of(stream);
    store.begin();
    store.settle(head, "{}", count);
    store.commit();
  }

  /// What a reader is handed, by name; in pages of that size.
  std::map<std::string, std::string> seen(std::size_t page = 100, Counts which = Counts::all) {
    Reader reader{place};
    std::map<std::string, std::string> all;
    std::int64_t after = 0;
    for (std::int64_t last = -1; last != after;) {
      last = after;
      after = reader.counts(which, after, page, [&](const StoredCount& one) {
        const std::string at = std::to_string(one.at.time_since_epoch().count());
        const std::string name = reader.name_of(one.stream);
        EXPECT_FALSE(all.contains(name)) << name << " is handed over twice";
        all[name] = one.row ? at + ":" + std::string{*one.row} : "read it";
      });
    }
    return all;
  }
};

using Seen = std::map<std::string, std::string>;

TEST_F(CountsTest, AreHandedOverWhereTheStreamHasNotGrownSince) {
  say("anna", 5);
  EXPECT_EQ(seen(), (Seen{{"anna", "read it"}}));
  settle("anna", "one");
  say("bo", 7);
  say("cia", 8);
  settle("cia", "two");
  EXPECT_EQ(seen(), (Seen{{"anna", "5:one"}, {"bo", "read it"}, {"cia", "8:two"}}));
  say("anna", 9);
  EXPECT_EQ(seen().at("anna"), "read it");
  settle("anna", "three");
  settle("bo", std::nullopt);
  EXPECT_EQ(seen(), (Seen{{"anna", "9:three"}, {"bo", "read it"}, {"cia", "8:two"}}));
}

TEST_F(CountsTest, ArePagedWithoutLossAndTwice) {
  Seen wanted;
  for (int i = 0; i < 23; ++i) {
    const std::string name = "case" + std::to_string(i);
    say(name, i);
    if (i % 3 != 0) settle(name, "row" + std::to_string(i));
    wanted[name] =
        i % 3 != 0 ? std::to_string(i) + ":row" + std::to_string(i) : std::string{"read it"};
  }
  for (const std::size_t page : {1U, 2U, 5U, 15U, 16U, 100U}) EXPECT_EQ(seen(page), wanted) << page;
}

/// 'a' is odd, 'b' is even.
TEST_F(CountsTest, ArePickedByTheirFirstByte) {
  for (const auto* stream : {"anna", "bo", "cia", "dan", "eva"}) say(stream);
  settle("anna", "a row");
  settle("bo", "b row");
  settle("cia", std::nullopt);
  settle("dan", "");
  const Seen marked{{"anna", "0:a row"}, {"cia", "read it"}, {"eva", "read it"}};
  for (const std::size_t page : {1U, 2U, 100U}) EXPECT_EQ(seen(page, Counts::marked), marked);
  settle("anna", "b row");
  settle("bo", "a row");
  EXPECT_EQ(seen(100, Counts::marked),
            (Seen{{"bo", "0:a row"}, {"cia", "read it"}, {"eva", "read it"}}));
  say("dan", 4);
  EXPECT_EQ(seen(100, Counts::marked).at("dan"), "read it") << "it may have come in since";
}

TEST_F(CountsTest, AreSealedAndGoWithTheKey) {
  say("anna");
  settle("anna", secret);
  std::ifstream in{place.file.string() + "-wal", std::ios::binary};
  const std::string log{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_GT(log.size(), 1'000U);
  EXPECT_EQ(log.find(secret), std::string::npos);
  say("anna", 3, true);
  EXPECT_EQ(seen().at("anna"), "read it");
  settle("anna", "one, of nobody");
  EXPECT_EQ(seen().at("anna"), "3:one, of nobody");
  EXPECT_EQ(Reader{place}.read("anna", [](const EventView&, const ShortDigest&) {}), 2U);
}

TEST_F(CountsTest, OfAnotherStreamOrEndDoNotOpen) {
  say("anna");
  say("bo");
  settle("anna", "one");
  settle("bo", "two");
  SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(
      "UPDATE counts SET row = (SELECT row FROM counts WHERE stream = 1) WHERE stream = 2");
  EXPECT_THROW(seen(), StoreError);
}

/// Counts a total, and says so to reports.
class CountingBrain final : public Brain {
 public:
  std::unique_ptr<StreamState> fresh(std::string_view stream) override {
    return counter_.fresh(stream);
  }
  void fold(StreamState& state, const EventView& event) override { counter_.fold(state, event); }
  Decision decide(StreamState& state, const Submission& said) override {
    return counter_.decide(state, said);
  }
  std::vector<DueRow> due(const StreamState& state) override { return counter_.due(state); }
  std::string list_row(const StreamState& state) override { return counter_.list_row(state); }
  std::string count_row(const StreamState& state) override {
    return "total " + std::to_string(static_cast<const CounterState&>(state).total);
  }

 private:
  CounterBrain counter_;
};

TEST(CountRows, FollowFromTheHistoryAndAreHeldAgainstIt) {
  const ScratchFolder folder;
  const StorePlace place{folder / "store.db", {}};
  CountingBrain brain;
  HandClock clock;
  {
    SqliteStore store{place, Access::create};
    Desk desk{store, brain, clock.reading()};
    for (int i = 0; i < 5; ++i) desk.submit_now(add("case" + std::to_string(i), "c", i));
    desk.settle();
  }
  const auto row_of_second = [&] {
    std::string row;
    Reader{place}.counts(Counts::all, 1, 1,
                         [&](const StoredCount& one) { row = one.row.value_or("none"); });
    return row;
  };
  EXPECT_EQ(row_of_second(), "total 1");
  EXPECT_TRUE(compare_projections(place, brain).empty());
  SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(
      "UPDATE counts SET sealed = 0, row = CAST('total 9' AS BLOB) WHERE stream = 2;"
      "DELETE FROM counts WHERE stream = 4;"
      "UPDATE counts SET row = CAST(row || 'x' AS BLOB) WHERE stream = 5;"
      "UPDATE counts SET marked = 1 WHERE stream = 1");
  std::string damaged;
  for (const Damage& one : compare_projections(place, brain)) damaged += one.stream;
  EXPECT_EQ(damaged, "case0case1case3case4");
  {
    SqliteStore store{place, Access::write};
    rebuild(store, brain);
  }
  EXPECT_EQ(row_of_second(), "total 1");
  EXPECT_TRUE(compare_projections(place, brain).empty());
}

}  // namespace
}  // namespace kallad::testing::counts
