// Stores of the versions before, as they lie on people's disks: migrated, its lists and lookups are
// made by the first desk, and are those that its history says. Not what a kill does:
// tests/adapters/store/migrate_test.cpp. Rule kept (faults, row 13): the log stays the same.
#include "adapters/store/sqlite/beside/migrate.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::old_store {
namespace {

StorePlace store_of_version(int version, const ScratchFolder& folder) {
  const StorePlace place{folder / "kallad.db", {}};
  const auto golden = std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/golden/stores" /
                      ("store.v" + std::to_string(version) + ".sql");
  std::ifstream in{golden};
  const std::string sql{std::istreambuf_iterator<char>{in}, {}};
  SQLite::Database database{place.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  database.exec("PRAGMA journal_mode=WAL");
  database.exec(sql);
  return place;
}

/// What a query finds, a line for each row.
std::string lines_of(const StorePlace& place, const std::string& query) {
  SQLite::Database database{place.file.string()};
  SQLite::Statement rows{database, query};
  std::string text;
  while (rows.executeStep()) {
    for (int column = 0; column < rows.getColumnCount(); ++column)
      text += (column == 0 ? "" : "|") + rows.getColumn(column).getString();
    text += '\n';
  }
  return text;
}

std::string due_of(const StorePlace& place) {
  return lines_of(place,
                  "SELECT datetime(at / 1000, 'unixepoch'), word, subject FROM due"
                  " JOIN words ON number = due.kind ORDER BY 1, 2, 3");
}

/// Numbers of words depend on what else was said before.
constexpr const char* entries_in_words =
    "SELECT (SELECT word FROM words WHERE number = list), closed, due, stream, part, begins, ends,"
    " frozen, readers, named, (SELECT word FROM words WHERE number = sight),"
    " (SELECT word FROM words WHERE number = e.kind), (SELECT word FROM words WHERE number = step),"
    " round, (SELECT word FROM words WHERE number = unit),"
    " (SELECT word FROM words WHERE number = lead), (SELECT word FROM words WHERE number = offer),"
    " own, (SELECT word FROM words WHERE number = demand), meeting, late, unanswered, drafts,"
    " protected FROM entries e ORDER BY 1, 2, 3, 4, 5";

/// What streams count as, opened, byte by byte.
std::string counts_of(const StorePlace& place) {
  std::string text;
  Reader reader{place};
  reader.counts(Counts::all, 0, 100, [&](const StoredCount& one) {
    for (const char byte : one.row.value_or("not counted")) {
      text += std::to_string(static_cast<unsigned char>(byte)) + " ";
    }
    text += '\n';
  });
  return text;
}

std::string projections_of(const StorePlace& place) {
  return "due\n" + due_of(place) + "cases\n" + lines_of(place, "SELECT row FROM cases") +
         "entries\n" + lines_of(place, entries_in_words) + "entry_words\n" +
         lines_of(place, "SELECT words FROM entry_words ORDER BY words") + "counts\n" +
         counts_of(place);
}

void forget_due(const StorePlace& place, int revision) {
  SQLite::Database database{place.file.string(), SQLite::OPEN_READWRITE};
  database.exec("DELETE FROM due");
  database.exec("UPDATE lists SET ready = " + std::to_string(revision));
}

/// A desk comes and goes.
void start_once(const StorePlace& place) {
  SqliteStore store{place, Access::write};
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  HandClock clock;
  const Desk desk{store, brain, clock.reading()};
}

TEST(OldStore, IsMigratedAndListedByTheFirstDesk) {
  const ScratchFolder folder;
  const StorePlace place = store_of_version(1, folder);
  EXPECT_EQ(version_of_store(place), 1);
  EXPECT_THROW(open_store(place, Access::write), StoreError);
  const auto before = verify({place.file, {}, 1}, {.told = true});
  const auto done = migrate(place);
  ASSERT_TRUE(done.has_value());
  EXPECT_EQ(done->to, schema_version);
  EXPECT_EQ(verify(place, {.told = true}).told, before.told);
  EXPECT_EQ(lines_of(place, "SELECT version, last, hex(root) = upper('" + hex(before.root) +
                                "') FROM pasts"),
            "2|60|1\n")
      << "the root it had is kept, for whoever has noted it elsewhere";

  SqliteStore store{place, Access::write};
  EXPECT_EQ(store.listed_by(), 0);
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  HandClock clock;
  const Desk desk{store, brain, clock.reading()};
  EXPECT_EQ(store.listed_by(), brain.revision());
  EXPECT_TRUE(verify(place).clean());
  for (const Damage& damage : compare_projections(place, brain)) ADD_FAILURE() << text_of(damage);

  EntryQuery query;
  query.reader.list = "unit:helsingborg/vuxen";
  query.reader.readers = 1;  // lists::Kind::leading
  query.now = clock.now;
  const auto page = Reader{place}.entries(query);
  ASSERT_EQ(page.size(), 1U);
  EXPECT_EQ(page[0].found.name, "region_sends_nobody/anna");
  EXPECT_EQ(page[0].found.entry.step, "summons");
  EXPECT_EQ(page[0].version, 9U);
}

TEST(OldStore, WhatAnybodySaidIsSealedAndNothingElseKeepsIt) {
  for (const int version : {1, 2}) {
    const ScratchFolder folder;
    const StorePlace place = store_of_version(version, folder);
    ASSERT_TRUE(migrate(place).has_value());
    EXPECT_TRUE(verify(place).clean());
    start_once(place);
    EXPECT_EQ(Reader{place}.outbox(99).size(), 5U) << "letters wait as before";
    std::ifstream in{place.file, std::ios::binary};
    const std::string file{std::istreambuf_iterator<char>{in}, {}};
    for (const char* said : {"Anna", "19121212", "case_opened\":", "Samordna stödet", "\"role\""})
      EXPECT_EQ(file.find(said), std::string::npos) << "version " << version << ": " << said;
  }
}

/// Also of a store that is older than the program.
TEST(OldStore, AChangeInItIsFoundBeforeItIsMigrated) {
  for (const char* change : {"UPDATE events SET payload = payload || ' ' WHERE position = 55",
                             "UPDATE events SET actor = 2 WHERE position = 55",
                             "UPDATE events SET command = NULL, content = NULL WHERE position = 52",
                             "UPDATE outbox SET body = '{}' WHERE number = 1",
                             "DELETE FROM events WHERE position = 3"}) {
    const ScratchFolder folder;
    const StorePlace place = store_of_version(2, folder);
    SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(change);
    EXPECT_FALSE(verify({place.file, {}, 2}).clean()) << change;
    EXPECT_THROW(migrate(place), StoreError) << change;
    EXPECT_EQ(version_of_store(place), 2);
  }
}

TEST(OldStore, IsFilledAnewWhereAnotherRevisionFilledIt) {
  const ScratchFolder folder;
  const StorePlace place = store_of_version(1, folder);
  migrate(place);
  start_once(place);
  const std::string wanted = due_of(place);
  ASSERT_FALSE(wanted.empty());
  forget_due(place, EngineBrain::made_by - 1);
  start_once(place);
  EXPECT_EQ(due_of(place), wanted);
  forget_due(place, EngineBrain::made_by);
  start_once(place);
  EXPECT_EQ(due_of(place), "") << "a store of this revision is taken as it is";
}

/// An earlier program of the same store version made the table without that column.
TEST(OldStore, HasItsCountsMadeAnewWhereTheyAreOfAnEarlierForm) {
  const ScratchFolder folder;
  const StorePlace place = store_of_version(1, folder);
  migrate(place);
  start_once(place);
  const std::string wanted = projections_of(place);
  SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(
      "DROP INDEX counts_marked; ALTER TABLE counts DROP COLUMN marked");
  start_once(place);
  EXPECT_EQ(projections_of(place), wanted);
}

/// As the brain and the readers read them: the tables of a case's and of the register's stream.
TEST(OldStore, EveryEventThatWasEverWrittenIsRead) {
  int read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/golden/events")) {
    std::ifstream in{entry.path()};
    const auto event = nlohmann::json::parse(in);
    const std::string type = event["type"];
    const std::string data = event["data"].dump();
    const int version = event["version"];
    EXPECT_TRUE(codec::read_data<FileEvent>(type, version, data).ok() ||
                codec::read_data<LedgerEvent>(type, version, data).ok())
        << entry.path();
    ++read;
  }
  EXPECT_GT(read, 70);
}

/// The tripwire of Brain::revision: what is made of a history that never changes.
TEST(OldStore, WhatIsMadeOfItIsAnotherRevisionsWhenItIsNotTheSame) {
  const ScratchFolder folder;
  const StorePlace place = store_of_version(1, folder);
  migrate(place);
  start_once(place);
  const std::string name = "projections." + std::to_string(EngineBrain::made_by) + ".txt";
  std::ifstream in{std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/golden/stores" / name};
  const std::string golden{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_EQ(projections_of(place), golden)
      << "raise EngineBrain::made_by and keep this as the file of that revision";
}

}  // namespace
}  // namespace kallad::testing::old_store
