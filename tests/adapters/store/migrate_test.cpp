// Migrating a store with steps of the test's own: what is tried on a copy, what a kill leaves, and
// who is refused. Not a step's content: tests/adapters/brain/migrate_test.cpp has the product's
// own. Rule kept (faults, row 13): the old store or the new one, never between.
#include "adapters/store/sqlite/beside/migrate.hpp"

#include <SQLiteCpp/Column.h>
#include <gtest/gtest.h>

#include <fstream>

#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::migration {
namespace {

struct Killed {};

MigrationStep sql_step(int from, std::string sql) {
  return {from, [sql = std::move(sql)](SQLite::Database& database) { database.exec(sql); }};
}

const std::vector<MigrationStep>& two_steps() {
  static const std::vector<MigrationStep> steps{
      sql_step(schema_version, "CREATE TABLE second(x TEXT) STRICT"),
      sql_step(schema_version + 1,
               "ALTER TABLE second RENAME TO third; DROP TABLE cases;"
               "CREATE TABLE cases(stream INTEGER PRIMARY KEY, last INTEGER NOT NULL, count "
               "INTEGER NOT NULL, row TEXT NOT NULL) STRICT; UPDATE log SET settled = 0")};
  return steps;
}

struct MigrateTest : ::testing::Test {
  ScratchFolder folder;
  static constexpr int present = schema_version;
  StorePlace old{folder / "store.db", {}};
  StorePlace wanted{folder / "store.db", {}, present + 2};
  CounterBrain brain;
  HandClock clock;
  std::string said;
  Digest root{};

  MigrateTest() {
    SqliteStore store{old, Access::create};
    Desk desk{store, brain, clock.reading()};
    for (int i = 0; i < 20; ++i)
      desk.submit_now(add("case" + std::to_string(i % 3), "c" + std::to_string(i)));
    root = store.root();
  }

  template <class Work>
  std::optional<StoreFault> fault_of(Work&& work) {
    try {
      work();
    } catch (const StoreError& error) {
      said = error.what();
      return error.fault();
    }
    return std::nullopt;
  }

  std::optional<StoreFault> fault_of_migrating(const std::vector<MigrationStep>& steps) {
    return fault_of([&] { migrate(wanted, steps); });
  }

  bool is_alone() {
    for (const char* other : {"store.db.before", "store.db.trial.partial"}) {
      if (std::filesystem::exists(folder / other)) return false;
    }
    return true;
  }

  void expect_as_it_was() {
    EXPECT_EQ(version_of_store(old), present);
    EXPECT_TRUE(verify(old).clean());
    EXPECT_EQ(verify(old).root, root);
  }
};

TEST_F(MigrateTest, TheProductHasAStepForEachVersionBefore) {
  EXPECT_EQ(migration_steps().size(), std::size_t{schema_version - 1})
      << "a new version needs a step, and a golden store of the old one";
  EXPECT_FALSE(migrate(old).has_value());
  expect_as_it_was();
}

TEST_F(MigrateTest, AllStepsAreTakenInTheirOrderAndTheLogStaysTheSame) {
  const auto done = migrate(wanted, two_steps());
  ASSERT_TRUE(done.has_value());
  EXPECT_EQ(done->from, present);
  EXPECT_EQ(done->to, present + 2);
  EXPECT_EQ(verify(wanted).root, root);
  EXPECT_EQ(open_store(wanted, Access::read).execAndGet("SELECT count(*) FROM third").getInt(), 0);
  EXPECT_TRUE(is_alone());
  EXPECT_FALSE(migrate(wanted, two_steps()).has_value()) << "once is enough";
  SqliteStore store{wanted, Access::write};
  Desk desk{store, brain, clock.reading()};
  EXPECT_EQ(desk.submit_now(add("case0", "after")).answer, Answer::accepted);
}

TEST_F(MigrateTest, AStoreBetweenTakesOnlyTheStepsLeft) {
  migrate({old.file, {}, present + 1}, two_steps());
  const auto done = migrate(wanted, two_steps());
  EXPECT_EQ(done->from, present + 1);
  EXPECT_EQ(version_of_store(wanted), present + 2);
}

TEST_F(MigrateTest, AnOlderProgramRefusesTheNewStoreAndANewerOneTheOld) {
  EXPECT_EQ(fault_of([&] { SqliteStore{wanted, Access::write}; }), StoreFault::outdated);
  EXPECT_NE(said.find("kallad migrate"), std::string::npos) << said;
  migrate(wanted, two_steps());
  EXPECT_EQ(fault_of([&] { SqliteStore{old, Access::write}; }), StoreFault::newer);
  const std::string versions = "store version " + std::to_string(present + 2) +
                               ", this program knows " + std::to_string(present);
  EXPECT_NE(said.find(versions), std::string::npos) << said;
  EXPECT_EQ(fault_of([&] { migrate(old); }), StoreFault::newer);
  EXPECT_EQ(version_of_store(wanted), present + 2);
}

TEST_F(MigrateTest, AStepThatDamagesIsFoundOnTheCopy) {
  for (const char* wrong : {"UPDATE events SET body = zeroblob(40) WHERE position = 5",
                            "DELETE FROM events WHERE position = 20; UPDATE log SET last = 19",
                            "DROP TABLE outbox", "nonsense"}) {
    const auto fault = fault_of_migrating({sql_step(present, wrong), sql_step(present + 1, "")});
    EXPECT_TRUE(fault == StoreFault::damaged || fault == StoreFault::failed) << wrong;
    expect_as_it_was();
  }
}

TEST_F(MigrateTest, AMissingStepIsToldAndNothingChanged) {
  EXPECT_EQ(fault_of_migrating({two_steps()[0]}), StoreFault::outdated);
  expect_as_it_was();
}

/// A step that kills at its n-th run: the first is on the copy, the second on the store.
std::vector<MigrationStep> killing(int at) {
  auto runs = std::make_shared<int>(0);
  return {two_steps()[0], {schema_version + 1, [runs, at](SQLite::Database& database) {
                             two_steps()[1].change(database);
                             if (++*runs == at) throw Killed{};
                           }}};
}

TEST_F(MigrateTest, KilledOnTheCopyOrInTheStoreTheOldStoreStands) {
  for (const int at : {1, 2}) {
    EXPECT_THROW(migrate(wanted, killing(at)), Killed);
    expect_as_it_was();
    EXPECT_EQ(verify({folder / "store.db.before", {}}).root, root) << "kept until done";
  }
  EXPECT_TRUE(migrate(wanted, two_steps()).has_value());
  EXPECT_TRUE(is_alone());
}

TEST_F(MigrateTest, KilledAfterTheCommitTheNextRunVerifiesAndClearsUp) {
  backup(old, folder / "store.db.before");
  SQLite::Database{old.file.string(), SQLite::OPEN_READWRITE}.exec("PRAGMA user_version = " +
                                                                   std::to_string(present + 2));
  EXPECT_FALSE(migrate(wanted, two_steps()).has_value());
  EXPECT_TRUE(is_alone());
}

TEST_F(MigrateTest, KilledAfterTheCommitADamagedStoreKeepsTheCopy) {
  backup(old, folder / "store.db.before");
  SQLite::Database{old.file.string(), SQLite::OPEN_READWRITE}.exec(
      "UPDATE events SET body = zeroblob(40) WHERE position = 5; PRAGMA user_version = " +
      std::to_string(present + 2));
  EXPECT_EQ(fault_of_migrating(two_steps()), StoreFault::damaged);
  EXPECT_NE(said.find("store.db.before"), std::string::npos) << said;
  EXPECT_TRUE(verify({folder / "store.db.before", {}}).clean());
}

TEST_F(MigrateTest, ADamagedStoreIsNotMigrated) {
  SQLite::Database{old.file.string(), SQLite::OPEN_READWRITE}.exec(
      "UPDATE events SET body = zeroblob(40) WHERE position = 5");
  EXPECT_EQ(fault_of_migrating(two_steps()), StoreFault::damaged);
  EXPECT_EQ(version_of_store(old), present);
  EXPECT_TRUE(is_alone());
}

TEST_F(MigrateTest, AWriterOrAMissingStoreIsTold) {
  {
    SqliteStore writer{old, Access::write};
    EXPECT_EQ(fault_of_migrating(two_steps()), StoreFault::locked);
  }
  std::filesystem::remove(old.file);
  EXPECT_EQ(fault_of_migrating(two_steps()), StoreFault::missing);
}

TEST_F(MigrateTest, ABackupOfAnOlderProgramIsRestoredAsItWasAndThenMigrated) {
  backup(old, folder / "copy");
  const StorePlace restored{folder / "new.db", {}, present + 2};
  EXPECT_EQ(restore(folder / "copy", restored).root, root);
  EXPECT_EQ(version_of_store(restored), present);
  migrate(restored, two_steps());
  EXPECT_EQ(verify(restored).root, root);
}

}  // namespace
}  // namespace kallad::testing::migration
