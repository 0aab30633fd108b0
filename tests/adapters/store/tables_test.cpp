// The store's tables as others may read them: the committed SQL is what a new store is made with.
// Not a test of the store: store_test.cpp.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/store/sqlite/file/outbox_row.hpp"
#include "adapters/store/sqlite/file/schema.hpp"

namespace kallad {
namespace {

TEST(Tables, CommittedSqlIsFresh) {
  std::ifstream in{std::filesystem::path{KALLAD_SOURCE_DIR} / "schemas/sql/store.v3.sql"};
  const std::string committed{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_EQ(committed, store_tables()) << "run schema_writer";
}

TEST(Tables, AsSqlMakeTheTablesOfANewStore) {
  SQLite::Database by_hand{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  by_hand.exec(store_tables());
  for (const char* table : {"log", "events", "streams", "words", "outbox", "due", "cases", "counts",
                            "entries", "entry_words", "lookups", "lists"}) {
    EXPECT_TRUE(by_hand.tableExists(table)) << table;
  }
}

/// Many letters may wait, and few of them are stops: each start and each withdrawal asks for them.
TEST(Tables, LettersUpToAStopAreFoundWithoutReadingTheOthers) {
  SQLite::Database by_hand{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  by_hand.exec(store_tables());
  SQLite::Statement plan{by_hand, "EXPLAIN QUERY PLAN " + question_of_stops()};
  std::string text;
  while (plan.executeStep()) text += plan.getColumn(3).getString() + "\n";
  EXPECT_NE(text.find("SCAN outbox USING INDEX outbox_stops\n"), std::string::npos) << text;
  EXPECT_NE(text.find("SEARCH o USING PRIMARY KEY"), std::string::npos) << text;
  EXPECT_EQ(text.find("SCAN o\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace kallad
