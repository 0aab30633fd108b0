// The store by itself: opening and refusing, rollback, the tail, checkpoints, backup and restore.
// Not the finding of changed events: verify_test.cpp.
#include "adapters/store/sqlite/store.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {
namespace {

struct StoreTest : ::testing::Test {
  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  CounterBrain brain;
  HandClock clock;

  void fill(int commands) {
    SqliteStore store{place, Access::create};
    Desk desk{store, brain, clock.reading()};
    for (int i = 0; i < commands; ++i) {
      desk.submit_now(add("case" + std::to_string(i % 3), "c" + std::to_string(i)));
    }
  }

  StoreFault fault_of_opening(Access access) {
    try {
      SqliteStore{place, access};
    } catch (const StoreError& error) {
      text = error.what();
      return error.fault();
    }
    ADD_FAILURE() << "opened";
    return StoreFault::failed;
  }
  std::string text;
};

TEST_F(StoreTest, AMissingStoreIsNotMadeUnlessAskedFor) {
  EXPECT_EQ(fault_of_opening(Access::write), StoreFault::missing);
}

TEST_F(StoreTest, ANewStoreIsItsOwnersAlone) {
  SqliteStore store{place, Access::create};
  for (const char* file : {"store.db", "store.db-wal", "store.db-shm", "store.db.mark"}) {
    EXPECT_EQ(std::filesystem::status(folder / file).permissions(), std::filesystem::perms{0600})
        << file;
  }
}

TEST_F(StoreTest, ASecondWriterIsRefusedByName) {
  fill(1);
  SqliteStore first{place, Access::write};
  EXPECT_EQ(fault_of_opening(Access::write), StoreFault::locked);
  EXPECT_NE(text.find("process " + std::to_string(getpid())), std::string::npos) << text;
  std::filesystem::create_symlink(place.file, folder / "link.db");
  place.file = folder / "link.db";
  EXPECT_EQ(fault_of_opening(Access::write), StoreFault::locked);
}

TEST_F(StoreTest, ANewerStoreIsRefusedAndLeftAlone) {
  fill(1);
  SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(
      "PRAGMA user_version=" + std::to_string(schema_version + 1));
  EXPECT_EQ(fault_of_opening(Access::write), StoreFault::newer);
  EXPECT_NE(text.find("newer Kallad"), std::string::npos) << text;
  EXPECT_EQ(fault_of_opening(Access::create), StoreFault::newer);
}

TEST_F(StoreTest, AnotherProgramsFileIsRefused) {
  SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
      "CREATE TABLE t(x)");
  EXPECT_EQ(fault_of_opening(Access::create), StoreFault::foreign);
  std::ofstream{place.file, std::ios::binary} << std::string(8'192, 'x');
  EXPECT_EQ(fault_of_opening(Access::create), StoreFault::foreign);
}

TEST_F(StoreTest, ARollbackLeavesNothingBehind) {
  SqliteStore store{place, Access::create};
  const std::string actor = "{}";
  const std::string id = "c1";
  const std::vector<NewEvent> events{{"added", 1, R"({"n":1})"}};
  for (int round = 0; round < 2; ++round) {
    StreamHead head = store.head("anna");
    EXPECT_EQ(head.id, 0);
    store.begin();
    store.append("anna", head, {id, {}, actor, clock.now}, events);
    store.put_due(head, {clock.now, "wake", "unit"});
    EXPECT_EQ(store.head("anna").count, 1U);
    store.rollback();
    EXPECT_EQ(store.last(), 0);
    EXPECT_EQ(store.unsettled(), 0U);
  }
  StreamHead head = store.head("anna");
  store.begin();
  store.append("anna", head, {id, {}, actor, clock.now}, events);
  store.commit();
  EXPECT_EQ(store.last(), 1);
  EXPECT_TRUE(verify(place).clean());
}

TEST_F(StoreTest, WhatIsNotSettledIsFoundAtOpening) {
  {
    SqliteStore store{place, Access::create};
    const std::string actor = "{}";
    StreamHead head = store.head("anna");
    for (int i = 0; i < 3; ++i) {
      const std::string id = "c" + std::to_string(i);
      const std::vector<NewEvent> events{{"added", 1, R"({"n":1})"}};
      store.begin();
      store.append("anna", head, {id, {}, actor, clock.now}, events);
      if (i == 0) store.settle(head, "{}", std::string{});
      store.commit();
    }
    EXPECT_EQ(store.unsettled(), 1U);
  }
  SqliteStore store{place, Access::write};
  EXPECT_EQ(store.unsettled(), 1U);
  EXPECT_EQ(store.head("anna").count, 3U);
  Desk desk{store, brain, clock.reading()};
  EXPECT_EQ(desk.submit_now(add("anna", "c9")).version, 4U);
  EXPECT_EQ(store.unsettled(), 0U);
  EXPECT_EQ(Reader{place}.list(0, 9).at(0).second.row, R"({"total":4,"closed":false})");
}

TEST_F(StoreTest, EmptiedProjectionsAreRebuiltFromTheLogAlone) {
  fill(30);
  SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(
      "DROP TABLE cases; DROP TABLE due");
  SqliteStore store{place, Access::write};
  EXPECT_THROW(store.head("case1"), StoreError);
  EXPECT_EQ(rebuild(store, brain).events, 30U);
  EXPECT_EQ(store.head("case1").count, 10U);
  EXPECT_TRUE(verify(place).clean());
}

int pages_in_wal(const StorePlace& place) {
  SQLite::Database database = open_store(place, Access::maintain);
  SQLite::Statement told{database, "PRAGMA wal_checkpoint(PASSIVE)"};
  told.executeStep();
  return told.getColumn(1).getInt();
}

TEST_F(StoreTest, TheWriteAheadLogStaysBoundedAlsoAfterAReaderHeldIt) {
  SqliteStore store{place, Access::create};
  Checkpointer checkpointer{store, {.pass_pages = 20, .most_pages = 60}, false};
  Desk desk{store, brain, clock.reading()};
  const auto wal = [&] { return std::filesystem::file_size(place.file.string() + "-wal"); };
  const auto write = [&](const std::string& id) {
    desk.submit_now(add("anna", id));
    checkpointer.checkpoint();
  };
  for (int i = 0; i < 300; ++i) write("a" + std::to_string(i));
  const auto usual = wal();
  EXPECT_LT(usual, 120U * 4'120U);
  {
    SQLite::Database reader = open_store(place, Access::read);
    reader.exec("BEGIN");
    reader.execAndGet("SELECT last FROM log");
    for (int i = 0; i < 300; ++i) write("b" + std::to_string(i));
    EXPECT_GT(wal(), 2 * usual);
  }
  // The first commit after the reader still stands behind what the reader kept from being folded
  // in; the pass after it folds in all, and from then on the log starts over.
  write("first");
  const auto held = wal();
  for (int i = 0; i < 300; ++i) write("c" + std::to_string(i));
  EXPECT_EQ(wal(), held) << "the log starts over and does not grow further";
  EXPECT_LT(pages_in_wal(place), 120);
  EXPECT_TRUE(verify(place).clean());
}

TEST_F(StoreTest, TheCheckpointersThreadWakesByItself) {
  SqliteStore store{place, Access::create};
  Checkpointer checkpointer{store, {.pass_pages = 1, .most_pages = 1}};
  Desk desk{store, brain, clock.reading()};
  for (int i = 0; checkpointer.holds() == 0 && i < 10'000; ++i) {
    desk.submit_now(add("anna", "c" + std::to_string(i)));
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  EXPECT_GT(checkpointer.holds(), 0U);
}

TEST_F(StoreTest, ABackupWhileWritingRestoresToTheSameHash) {
  SqliteStore store{place, Access::create};
  Checkpointer checkpointer{store, {.pass_pages = 50, .most_pages = 100}};
  Desk desk{store, brain, clock.reading()};
  desk.start();
  std::atomic<bool> enough = false;
  std::jthread writer{[&] {
    for (int i = 0; !enough; ++i)
      desk.submit(add("case" + std::to_string(i % 40), "c" + std::to_string(i))).get();
  }};
  std::vector<VerifyReport> taken;
  for (int i = 0; i < 4; ++i) {
    const std::uint64_t commands = desk.health().commands;
    while (desk.health().commands < commands + 20) std::this_thread::yield();
    taken.push_back(backup(place, folder.path() / ("backup" + std::to_string(i))));
    EXPECT_TRUE(verify(place, {.structure = false}).clean()) << "verify while the writer goes on";
  }
  enough = true;
  writer.join();
  EXPECT_GT(taken.back().events, taken.front().events);
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const StorePlace restored{folder.path() / ("restored" + std::to_string(i)), {}};
    const VerifyReport report = restore(folder.path() / ("backup" + std::to_string(i)), restored);
    EXPECT_EQ(report.root, taken[i].root);
    EXPECT_EQ(report.events, taken[i].events);
    SqliteStore again{restored, Access::write};
    Desk other{again, brain, clock.reading()};
    EXPECT_EQ(other.submit_now(add("case0", "after")).answer, Answer::accepted);
  }
}

TEST_F(StoreTest, NothingIsOverwrittenAndNoBadCopyIsKept) {
  fill(9);
  backup(place, folder / "backup");
  const auto fault = [&](auto&& work) {
    try {
      work();
    } catch (const StoreError& error) {
      return error.fault();
    }
    return StoreFault::foreign;
  };
  EXPECT_EQ(fault([&] { backup(place, folder / "backup"); }), StoreFault::exists);
  EXPECT_EQ(fault([&] { restore(folder / "backup", place); }), StoreFault::exists);
  SQLite::Database{(folder / "backup").string(), SQLite::OPEN_READWRITE}.exec(
      "UPDATE events SET body = zeroblob(40) WHERE position = 4");
  EXPECT_EQ(fault([&] {
              restore(folder / "backup", {folder / "restored", {}});
            }),
            StoreFault::damaged);
  EXPECT_FALSE(std::filesystem::exists(folder / "restored"));
  EXPECT_FALSE(std::filesystem::exists(folder / "restored.partial"));
}

}  // namespace
}  // namespace kallad::testing
