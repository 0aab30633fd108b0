// The access log on a real SQLite file: pages, durability, many threads, and every way a row can
// be changed or taken away behind the program's back.
// Not who may search it: that is decided by authority. Staff here are invented.
#include "adapters/access_log/access_log.hpp"

#include <gtest/gtest.h>

#include <SQLiteCpp/Column.h>

#include <atomic>
#include <thread>

#include "adapters/access_log/access_reader.hpp"
#include "adapters/desk/event_store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {
namespace access_log_test {
namespace {

using namespace std::chrono_literals;

Opening opening(const std::string& account, const std::string& subject,
                const std::string& outcome = "shown") {
  return {account,         "Eva Exempel", UnitId{"helsingborg/vuxen"},
          CaseId{subject}, "case",        "own_unit_is_party",
          outcome};
}

struct AccessLogTest : ::testing::Test {
  ScratchFolder folder;
  std::filesystem::path file = folder / "access.sqlite";
  Instant start = HandClock{}.now;

  /// Nine openings, one a minute: accounts a0 to a2, cases c0 and c1.
  void fill() {
    AccessLog log{file};
    for (int i = 0; i < 9; ++i)
      log.record_and_wait(opening("a" + std::to_string(i % 3), "c" + std::to_string(i % 2)),
                          start + i * 1min);
  }
  std::vector<std::int64_t> numbers(const AccessPage& page) {
    std::vector<std::int64_t> out;
    for (const AccessRow& row : page.rows) out.push_back(row.number);
    return out;
  }
  void behind_its_back(const std::string& sql) { SQLite::Database{file, 2}.exec(sql); }
  std::string damage(const std::optional<AccessHead>& known = {}) {
    return AccessReader{file}.first_damage(known).value_or("none");
  }
};

using Numbers = std::vector<std::int64_t>;

TEST_F(AccessLogTest, IsSearchedByAccountCaseAndTime) {
  fill();
  AccessReader reader{file};
  EXPECT_EQ(numbers(reader.page({"a1", {}, {}, {}}, 10)), (Numbers{8, 5, 2}));
  EXPECT_EQ(numbers(reader.page({{}, CaseId{"c1"}, {}, {}}, 10)), (Numbers{8, 6, 4, 2}));
  EXPECT_EQ(numbers(reader.page({{}, {}, start + 2min, start + 4min}, 10)), (Numbers{4, 3}));
  EXPECT_EQ(numbers(reader.page({"a1", CaseId{"c1"}, start + 2min, {}}, 10)), (Numbers{8}));
  EXPECT_EQ(reader.count({"a1", {}, {}, {}}), 3);
  EXPECT_EQ(reader.page({}, 1).rows.front().opening, opening("a2", "c0"));
}

TEST_F(AccessLogTest, PagesFollowEachOtherWithoutGapAlsoWhileRowsCome) {
  fill();
  AccessReader reader{file};
  const AccessPage first = reader.page({}, 4);
  AccessLog{file}.record_and_wait(opening("late", "c9"), start);
  const AccessPage second = reader.page({}, 4, first.next);
  const AccessPage third = reader.page({}, 4, second.next);
  EXPECT_EQ(numbers(first), (Numbers{9, 8, 7, 6}));
  EXPECT_EQ(numbers(second), (Numbers{5, 4, 3, 2}));
  EXPECT_EQ(numbers(third), (Numbers{1}));
  EXPECT_FALSE(third.next);
}

TEST_F(AccessLogTest, ACaseIsHandedOutWholeAndOldestFirst) {
  fill();
  Numbers seen;
  AccessReader{file}.each_of_case(CaseId{"c0"},
                                  [&](const AccessRow& row) { seen.push_back(row.number); });
  EXPECT_EQ(seen, (Numbers{1, 3, 5, 7, 9}));
  AccessReader{file}.each_of_case(CaseId{}, [](const AccessRow&) { FAIL(); });
}

TEST_F(AccessLogTest, TimeNeverRunsBackwardsAlsoAfterAStart) {
  fill();
  AccessLog{file}.record_and_wait(opening("a", "c"), start - 1h);
  EXPECT_EQ(AccessReader{file}.page({}, 1).rows.front().at, start + 8min);
}

TEST_F(AccessLogTest, WhatWasAnsweredIsInTheFilesAsTheyAre) {
  AccessLog log{file};
  for (int i = 0; i < 20; ++i) {
    log.record_and_wait(opening("a", "c"), start);
    const auto copy = folder / "copy.sqlite";
    const auto over = std::filesystem::copy_options::overwrite_existing;
    std::filesystem::copy_file(file, copy, over);
    std::filesystem::copy_file(folder / "access.sqlite-wal", folder / "copy.sqlite-wal", over);
    std::filesystem::remove(folder / "copy.sqlite-shm");
    EXPECT_EQ(AccessReader{copy}.count({}), i + 1);
  }
}

TEST_F(AccessLogTest, ManyThreadsGetOneChain) {
  constexpr int each = 200;
  std::atomic<int> done = 0;
  {
    AccessLog log{file};
    std::vector<std::jthread> threads;
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < each; ++i)
          log.record(opening("a" + std::to_string(t), "c"), start, [&](const auto& error) {
            if (!error) ++done;
          });
      });
  }
  EXPECT_EQ(done, 8 * each);
  EXPECT_EQ(AccessReader{file}.count({}), 8 * each);
  EXPECT_EQ(damage(), "none");
}

TEST_F(AccessLogTest, EveryChangedColumnIsFound) {
  fill();
  EXPECT_EQ(damage(), "none");
  for (const char* column :
       {"at", "account", "name", "unit", "subject", "kind", "ground", "outcome"}) {
    const std::string name{column};
    behind_its_back("UPDATE openings SET " + name + (name == "at" ? " = at + 1" : " = 'x'") +
                    " WHERE number = 4");
    EXPECT_EQ(damage(), "row 4 is not what was written") << name;
    std::filesystem::remove(file);
    fill();
  }
}

TEST_F(AccessLogTest, RemovedRowsAreFoundInTheMiddleAndAtTheEnd) {
  fill();
  behind_its_back("DELETE FROM openings WHERE number = 9");
  EXPECT_EQ(damage(), "rows after 8 are missing");
  behind_its_back("DELETE FROM openings WHERE number = 3");
  EXPECT_EQ(damage(), "row 3 is missing");
  behind_its_back("DELETE FROM openings");
  EXPECT_EQ(damage(), "rows after 0 are missing");
}

TEST_F(AccessLogTest, AKeptHeadTellsALogThatWasWrittenAnew) {
  fill();
  const AccessHead head = AccessReader{file}.head();
  EXPECT_EQ(damage(head), "none");
  std::filesystem::remove(file);
  {
    AccessLog log{file};
    for (int i = 0; i < 9; ++i) log.record_and_wait(opening("other", "c"), start);
  }
  EXPECT_EQ(damage(), "none");
  EXPECT_EQ(damage(head), "row 9 or one before it was written anew");
  std::filesystem::remove(file);
  AccessLog{file}.record_and_wait(opening("other", "c"), start);
  EXPECT_EQ(damage(head), "rows after 1 are missing");
}

TEST_F(AccessLogTest, AfterAFailedWriteNothingMoreIsAnswered) {
  AccessLog log{file};
  log.record_and_wait(opening("a", "c"), start);
  behind_its_back("DROP TABLE head");
  EXPECT_THROW(log.record_and_wait(opening("a", "c"), start), StoreError);
  EXPECT_THROW(log.record_and_wait(opening("a", "c"), start), StoreError);
}

TEST_F(AccessLogTest, AForeignOrNewerFileIsRefusedAndLeftAlone) {
  fill();
  behind_its_back("PRAGMA user_version = 2");
  try {
    AccessLog{file};
    FAIL();
  } catch (const StoreError& error) {
    EXPECT_EQ(error.fault(), StoreFault::newer);
    EXPECT_NE(std::string{error.what()}.find("use the newer program"), std::string::npos);
  }
  behind_its_back("PRAGMA user_version = 1; PRAGMA application_id = 7");
  EXPECT_THROW(AccessLog{file}, StoreError);
  EXPECT_EQ(SQLite::Database{file}.execAndGet("SELECT count(*) FROM openings").getInt(), 9);
}

}  // namespace
}  // namespace access_log_test
}  // namespace kallad::testing
