// Due rows: fired in order, once, with their streams' answers; failing ones do not stop the others.
// Not what falls due: the brain of these tests counts, and knows nothing of meetings.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "adapters/desk/desk.hpp"
#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {
namespace {

using Kind = CounterCommand::Kind;

struct DueTest : ::testing::Test {
  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  CounterBrain brain;
  HandClock clock;
  SqliteStore store{place, Access::create};
  Desk desk{store, brain, clock.reading()};

  std::vector<DueItem> rows() { return store.due_until(far_away, std::nullopt, 1'000); }
};

TEST_F(DueTest, RowsFollowTheState) {
  desk.submit_now(wake_at("anna", "c1", 2'000));
  desk.submit_now(wake_at("anna", "c2", 1'000));
  ASSERT_EQ(rows().size(), 2U);
  EXPECT_EQ(rows()[0], (DueItem{"anna", {at_ms(1'000), "wake", "unit"}}));
  EXPECT_EQ(desk.next_due(), at_ms(1'000));
  desk.submit_now(counter_submission("anna", "c3", {Kind::close, 0, {}}));
  EXPECT_TRUE(rows().empty());
  EXPECT_EQ(desk.next_due(), std::nullopt);
}

TEST_F(DueTest, FiresStreamsByTheirEarliestRowAndEachInOrderOfTime) {
  desk.submit_now(wake_at("bertil", "c1", 2'000));
  desk.submit_now(wake_at("anna", "c1", 2'000));
  desk.submit_now(wake_at("anna", "c2", 1'000));
  desk.submit_now(wake_at("anna", "c3", 3'000));
  const FireReport report = desk.fire_due(at_ms(2'000));
  EXPECT_EQ(report.fired, 3U);
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0].row.at, at_ms(3'000));
  desk.settle();
  std::vector<std::string> order;
  Reader reader{place};
  for (const LoggedEvent& logged : reader.after(0, 99)) {
    reader.read(logged.stream, [&](const EventView& event, const ShortDigest&) {
      if (event.sequence == logged.sequence && event.command_id.starts_with("due:"))
        order.push_back(logged.stream + " " + std::string{event.command_id});
    });
  }
  EXPECT_EQ(order, (std::vector<std::string>{"anna due:wake:unit:1000", "anna due:wake:unit:2000",
                                             "bertil due:wake:unit:2000"}));
}

TEST_F(DueTest, FiringTwiceStoresOnce) {
  desk.submit_now(wake_at("anna", "c1", 1'000));
  EXPECT_EQ(desk.fire_due(far_away).fired, 1U);
  const std::int64_t events = store.last();
  EXPECT_EQ(desk.fire_due(far_away).fired, 0U);
  // As after a crash between reading and firing: the row is back, its command is not new.
  StreamHead head = store.head("anna");
  store.begin();
  store.put_due(head, {at_ms(1'000), "wake", "unit"});
  store.commit();
  EXPECT_EQ(desk.fire_due(far_away).fired, 1U);
  EXPECT_EQ(store.last(), events);
  EXPECT_TRUE(rows().empty());
}

TEST_F(DueTest, ARowNobodyWantsIsRefusedAndGone) {
  desk.submit_now(add("anna", "c1"));
  store.begin();
  store.put_due(store.head("anna"), {at_ms(5), "wake", "nobody"});
  store.commit();
  const FireReport report = desk.fire_due(far_away);
  EXPECT_EQ(report.refused, 1U);
  EXPECT_EQ(report.fired, 0U);
  EXPECT_TRUE(rows().empty());
}

TEST_F(DueTest, AFailingRowStaysAndTheOthersFire) {
  desk.submit_now(wake_at("anna", "c1", 1'000, "bomb"));
  desk.submit_now(wake_at("anna", "c2", 2'000));
  desk.submit_now(wake_at("bertil", "c1", 3'000));
  const FireReport report = desk.fire_due(far_away);
  EXPECT_EQ(report.fired, 2U);
  EXPECT_EQ(report.accidents, 1U);
  EXPECT_EQ(report.last_accident, "this wake explodes");
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0].row.subject, "bomb");
  EXPECT_EQ(desk.fire_due(far_away).accidents, 1U);
}

TEST_F(DueTest, ManyOverdueRowsAreDrainedWhileCommandsAreAnswered) {
  for (int i = 0; i < 3'000; ++i) {
    auto ignored =
        desk.submit(wake_at("case" + std::to_string(i % 50), "w" + std::to_string(i), 1'000 + i));
    if (i % 500 == 499) desk.run_once();
  }
  ASSERT_EQ(desk.run_once(), 0U);
  desk.start();
  std::jthread submitter{[&] {
    for (int i = 0; i < 50; ++i) {
      EXPECT_EQ(desk.submit(add("other", "c" + std::to_string(i))).get().answer, Answer::accepted);
    }
  }};
  const FireReport report = desk.fire_due(far_away);
  submitter.join();
  EXPECT_EQ(report.fired, 3'000U);
  desk.stop();
  EXPECT_EQ(store.last(), 6'050);
  EXPECT_TRUE(verify(place).clean());
}

std::string dump(SqliteStore& store, const StorePlace& place) {
  std::string text;
  for (const auto& [number, listed] : Reader{place}.list(0, 1'000'000)) {
    text += listed.name + " " + std::to_string(listed.count) + " " + listed.row + "\n";
  }
  for (const DueItem& item : store.due_until(far_away, std::nullopt, 1'000'000)) {
    text +=
        item.stream + " " + iso(item.row.at) + " " + item.row.kind + " " + item.row.subject + "\n";
  }
  return text;
}

TEST_F(DueTest, RebuildGivesTheSameProjections) {
  for (int i = 0; i < 200; ++i) {
    const std::string stream = "case" + std::to_string(i % 17);
    desk.submit_now(i % 3 == 0 ? wake_at(stream, "c" + std::to_string(i), i * 100)
                               : add(stream, "c" + std::to_string(i)));
    if (i % 40 == 0) desk.fire_due(at_ms(i * 50));
  }
  desk.submit_now(counter_submission("case3", "close", {Kind::close, 0, {}}));
  desk.settle();
  const std::string before = dump(store, place);
  ASSERT_GT(before.size(), 1'000U);
  {
    // Whatever happened to the projections: emptied, and with lies in them.
    SQLite::Database database{place.file.string(), SQLite::OPEN_READWRITE};
    database.exec(
        "DELETE FROM cases; DELETE FROM due WHERE at % 200 = 0; INSERT INTO due VALUES (7, 1, 1, "
        "'lie')");
  }
  EXPECT_NE(dump(store, place), before);
  const RebuildReport report = rebuild(store, brain);
  EXPECT_EQ(report.streams, 17U);
  EXPECT_EQ(report.events, static_cast<std::uint64_t>(store.last()));
  EXPECT_EQ(dump(store, place), before);
  EXPECT_TRUE(verify(place).clean());
}

}  // namespace
}  // namespace kallad::testing
