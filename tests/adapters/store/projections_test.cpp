// Holding list rows and due rows against the log in slices: the same is found wherever the slices
// end. Not each kind of difference: verify_test.cpp.
#include "adapters/store/sqlite/beside/projections.hpp"

#include <gtest/gtest.h>

#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {
namespace {

TEST(ProjectionSlices, FindTheSameWhereverTheyEnd) {
  const ScratchFolder folder;
  const StorePlace place{folder / "store.db", {}};
  CounterBrain brain;
  HandClock clock;
  {
    SqliteStore store{place, Access::create};
    Desk desk{store, brain, clock.reading()};
    for (int i = 0; i < 10; ++i)
      desk.submit_now(wake_at("case" + std::to_string(i), "c" + std::to_string(i), 9'000 + i));
  }
  for (const std::int64_t slice : {1, 3, 5, 9, 10, 11})
    EXPECT_TRUE(compare_projections(place, brain, 100, slice).empty()) << slice;
  SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(
      "DELETE FROM due WHERE stream IN (1, 6, 10); UPDATE cases SET row = '{}' WHERE stream = 9");
  for (const std::int64_t slice : {1, 3, 5, 9, 10, 11}) {
    std::string found;
    for (const Damage& damage : compare_projections(place, brain, 100, slice))
      found += damage.stream + " ";
    EXPECT_EQ(found, "case0 case5 case8 case9 ") << slice;
  }
}

}  // namespace
}  // namespace kallad::testing
