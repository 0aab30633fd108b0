// A store of the version before, as it lies on people's disks: migrated, its lists and lookups are
// made by the first desk, and are those that its history says. Not what a kill does:
// tests/adapters/store/migrate_test.cpp. Rule kept (faults, row 13): the log stays the same.
#include "adapters/store/sqlite/beside/migrate.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::old_store {
namespace {

StorePlace store_of_version_1(const ScratchFolder& folder) {
  const StorePlace place{folder / "kallad.db", {}};
  const auto golden = std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/golden/stores/store.v1.sql";
  std::ifstream in{golden};
  const std::string sql{std::istreambuf_iterator<char>{in}, {}};
  SQLite::Database database{place.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  database.exec("PRAGMA journal_mode=WAL");
  database.exec(sql);
  return place;
}

TEST(OldStore, IsMigratedAndListedByTheFirstDesk) {
  const ScratchFolder folder;
  const StorePlace place = store_of_version_1(folder);
  EXPECT_EQ(version_of_store(place), 1);
  EXPECT_THROW(open_store(place, Access::write), StoreError);
  const auto before = verify({place.file, {}, 1}).root;
  const auto done = migrate(place);
  ASSERT_TRUE(done.has_value());
  EXPECT_EQ(done->to, schema_version);
  EXPECT_EQ(verify(place).root, before);

  SqliteStore store{place, Access::write};
  EXPECT_FALSE(store.is_listed());
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  HandClock clock;
  const Desk desk{store, brain, clock.reading()};
  EXPECT_TRUE(store.is_listed());
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

}  // namespace
}  // namespace kallad::testing::old_store
