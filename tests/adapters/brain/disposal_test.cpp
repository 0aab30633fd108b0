// A case through its whole life to its disposal, on the real store: what was said in it is found in
// no file any more, byte by byte, and what it counted as stands. Not the rules (tests/engine) and
// not the seal alone (tests/adapters/store/break_seal_test.cpp).
// Rules kept: domain 6 (gallring); the log verifies; lists and due times follow.
#include <gtest/gtest.h>

#include <fstream>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/lists/disposal_entries.hpp"
#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "tests/adapters/brain/house.hpp"

namespace kallad::disposed_case {
namespace {

const PrincipalId municipality{"helsingborg"};
const PrincipalId region{"region"};
constexpr int hours_of_a_year = 24 * 366;

std::string bytes_in(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Every file in the folder, as it lies on the disk.
std::string all_bytes(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
    if (entry.is_regular_file()) all += bytes_in(entry.path());
  }
  return all;
}

struct DisposalOfACase : ::testing::Test {
  House house;
  StorePlace place;
  std::unique_ptr<Checkpointer> checkpointer;

  DisposalOfACase() : place(house.store().place()) {
    checkpointer = std::make_unique<Checkpointer>(house.store());
    house.fill_register();
    house.open("2026-1");
    house.call("2026-1");
    house.say("2026-1", "cancel", CancelMeeting{"Anna Andersson är sjuk"});
    EXPECT_EQ(said(house.say("2026-1", "close",
                             CloseCase{ClosingReason::persons_wish, "Anna Andersson ville det"})),
              "case_closed");
  }
  ~DisposalOfACase() override { checkpointer.reset(); }

  Outcome dispose(const PrincipalId& principal) {
    return house.say("2026-1", "dispose " + principal.text, DisposeCopy{principal}, administrator);
  }
  std::optional<CaseFile> read() {
    Reader reader{place};
    return load_case(streams_of(reader), "2026-1");
  }
  void years_pass(int years) { house.clock().set(hour(hours_of_a_year * years)); }

  std::size_t lines_in(const std::string& list) {
    EntryQuery query;
    query.reader.list = list;
    query.reader.readers = 1;
    query.filter.closed = true;
    query.now = hour(hours_of_a_year * 20);
    return Reader{place}.entries(query).size();
  }

  std::string key() {
    SQLite::Database database{place.file.string(), SQLite::OPEN_READONLY};
    SQLite::Statement row{
        database, "SELECT key FROM keys JOIN streams ON number = stream WHERE name = '2026-1'"};
    row.executeStep();
    return row.getColumn(0).getString();
  }
};

TEST_F(DisposalOfACase, LeavesNothingOfItInAnyFileAndTheLogVerifies) {
  const std::string secret = key();
  years_pass(11);
  EXPECT_EQ(said(dispose(municipality)), "copy_disposed");
  EXPECT_EQ(said(dispose(region)), "case_disposed");
  checkpointer.reset();
  house.restart();
  const std::string files = all_bytes(place.file.parent_path());
  EXPECT_EQ(files.find(secret), std::string::npos);
  for (const char* word : {"Anna", "anna", "19121212", "121212", "sjuk", "ville det"})
    EXPECT_EQ(files.find(word), std::string::npos) << word;
  EXPECT_NE(files.find("2026-1"), std::string::npos) << "the number is left, and the search works";
  const auto copy = place.file.parent_path() / "copy.db";
  EXPECT_TRUE(backup(place, copy).clean());
  EXPECT_EQ(bytes_in(copy).find(secret), std::string::npos);
  const VerifyReport report = verify(place);
  EXPECT_TRUE(report.clean()) << text_of(report.damages.front());
}

TEST_F(DisposalOfACase, IsAnsweredAsBeforeAndTakesNothingMore) {
  house.open("2026-2", "19701063-2391");
  years_pass(11);
  dispose(municipality);
  const Outcome first = dispose(region);
  checkpointer.reset();
  house.restart();
  const Outcome again = dispose(region);
  EXPECT_EQ(again.answer, Answer::repeated) << again.detail;
  EXPECT_EQ(again.events, first.events);
  EXPECT_EQ(said(house.say("2026-1", "again", CloseCase{})), "case_is_disposed");
  EXPECT_EQ(said(house.say("2026-2", "close", CloseCase{ClosingReason::persons_wish, {}})),
            "case_closed")
      << "the other case goes on";
}

TEST_F(DisposalOfACase, WhatIsLeftIsReadByReadersAndIsWhatItCountedAs) {
  const auto before = read();
  years_pass(11);
  dispose(municipality);
  dispose(region);
  const auto after = read();
  ASSERT_TRUE(after.has_value());
  EXPECT_FALSE(after->running.is_opened());
  ASSERT_TRUE(after->disposal.counted.has_value());
  EXPECT_EQ(*after->disposal.counted,
            count::coarsened(count::counted(before->running, {}, house.brain().calendar()),
                             house.brain().ledger().known));
}

TEST_F(DisposalOfACase, MovesItsLinesFromOneListToTheOther) {
  const auto due = lists::disposal_list_of(UnitId{"region/bup"});
  const auto gone = lists::disposed_list_of(UnitId{"region/bup"});
  EXPECT_EQ(lines_in(due), 1U);
  years_pass(11);
  house.say("2026-1", "keep", KeepCopy{region, "Tillsyn", {}}, administrator);
  EXPECT_EQ(lines_in(due), 0U) << "kept until further notice";
  dispose(municipality);
  EXPECT_EQ(lines_in(lists::disposal_list_of(UnitId{"helsingborg/vuxen"})), 0U);
  EXPECT_EQ(lines_in(gone), 0U);
  dispose(region);
  EXPECT_EQ(lines_in(gone), 1U);
  house.desk().stop();
  EXPECT_TRUE(compare_projections(place, house.brain()).empty());
  rebuild(house.store(), house.brain());
  EXPECT_EQ(lines_in(gone), 1U);
}

}  // namespace
}  // namespace kallad::disposed_case
