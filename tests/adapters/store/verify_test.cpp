// verify against every way a log can be changed behind the program's back: each class of byte in
// every column, and events that are swapped, removed, moved, cut off; whole streams and
// dictionaries too.
#include "adapters/store/sqlite/beside/verify.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/file/mark.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {
namespace {

using Kind = CounterCommand::Kind;

/// A store with a few streams, closed cleanly; each test damages a copy of it.
struct VerifyTest : ::testing::Test {
  VerifyTest() {
    SqliteStore store{place, Access::create};
    Desk desk{store, brain, clock.reading()};
    for (int i = 0; i < 60; ++i) {
      const std::string id = "c" + std::to_string(i);
      const std::string stream = "case" + std::to_string(i % 5);
      desk.submit_now(i % 7 == 0 ? counter_submission(stream, id, {Kind::add_twice, i, {}})
                                 : add(stream, id, i));
      if (i % 10 == 0) desk.submit_now(wake_at(stream, "w" + id, 5'000 + i));
      if (i % 9 == 0) desk.submit_now(counter_submission(stream, "l" + id, {Kind::letter, 0, {}}));
    }
  }

  void change(const std::string& sql) {
    SQLite::Database database{place.file.string(), SQLite::OPEN_READWRITE};
    database.exec(sql);
  }

  std::string first_damage() {
    const VerifyReport report = verify(place);
    return report.clean() ? "clean" : text_of(report.damages.front());
  }

  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  CounterBrain brain;
  HandClock clock;
};

TEST_F(VerifyTest, AnUntouchedStoreIsClean) {
  const VerifyReport report = verify(place);
  EXPECT_EQ(first_damage(), "clean");
  EXPECT_EQ(report.streams, 5);
  EXPECT_EQ(report.events, 82);
  EXPECT_EQ(report.root, Reader{place}.log().second);
}

struct Change {
  const char* name;
  const char* sql;
  const char* told;  ///< part of the first damage
};

void PrintTo(const Change& change, std::ostream* out) { *out << change.name; }

struct ChangeTest : VerifyTest, ::testing::WithParamInterface<Change> {};

TEST_P(ChangeTest, IsFoundAndTheReportSaysWhere) {
  change(GetParam().sql);
  EXPECT_NE(first_damage().find(GetParam().told), std::string::npos) << first_damage();
}

INSTANTIATE_TEST_SUITE_P(
    Log, ChangeTest,
    ::testing::Values(
        Change{"body", "UPDATE events SET body = randomblob(length(body)) WHERE position = 30",
               "position 30: its hash does not match"},
        Change{"body_longer",
               "UPDATE events SET body = zeroblob(length(body) + 1) WHERE position = 31",
               "position 31: its hash"},
        Change{"version", "UPDATE events SET version = 2 WHERE position = 30",
               "its hash does not match"},
        Change{"at", "UPDATE events SET at = at + 1 WHERE position = 30",
               "its hash does not match"},
        Change{"at_back", "UPDATE events SET at = 7 WHERE position = 30",
               "is older than the event before"},
        Change{"type", "UPDATE events SET type = type + 1 WHERE position = 30", "position 30"},
        Change{"seal_denied", "UPDATE events SET sealed = 0 WHERE position = 30", "its hash"},
        Change{"key", "UPDATE keys SET key = randomblob(32) WHERE stream = 2",
               "another key than it was made with"},
        Change{"key_mark", "UPDATE keys SET mark = randomblob(8) WHERE stream = 2",
               "another key than it was made with"},
        Change{"key_of_another",
               "UPDATE keys SET (key, mark) = (SELECT key, mark FROM keys WHERE stream = 1) WHERE "
               "stream = 2",
               "another key than it was made with"},
        Change{"key_gone", "DELETE FROM keys WHERE stream = 2", "stream number 2 has lost its key"},
        Change{"key_destroyed",
               "UPDATE keys SET key = zeroblob(32), mark = zeroblob(8) WHERE stream = 2",
               "belongs to what was disposed of"},
        Change{"key_of_nobody", "INSERT INTO keys VALUES (99, randomblob(32), randomblob(8))",
               "belongs to no stream"},
        Change{"hash", "UPDATE events SET hash = randomblob(32) WHERE position = 30", "its hash"},
        Change{"stream", "UPDATE events SET stream = stream % 5 + 1 WHERE position = 30",
               "position 30"},
        Change{"stream_unknown", "UPDATE events SET stream = 77 WHERE position = 30",
               "belongs to no known stream"},
        Change{"sequence", "UPDATE events SET sequence = sequence + 1 WHERE position = 30",
               "follows event"},
        Change{"previous", "UPDATE events SET previous = previous - 1 WHERE position = 30",
               "the wrong event"},
        Change{"deleted", "DELETE FROM events WHERE position = 30",
               "positions 30 to 30 are missing"},
        Change{"deleted_and_closed_up",
               "DELETE FROM events WHERE position = 30; UPDATE events SET position = -position "
               "WHERE position > 30;"
               "UPDATE events SET position = -position - 1 WHERE position < 0",
               "position 30"},
        Change{"swapped",
               "UPDATE events SET position = -1 WHERE position = 30; UPDATE events SET position = "
               "30 WHERE position = "
               "31; UPDATE events SET position = 31 WHERE position = -1",
               "position 30"},
        Change{"bodies_swapped",
               "UPDATE events SET body = (SELECT body FROM events b WHERE b.position = 61 - "
               "events.position) WHERE position IN (30, 31)",
               "position 30: its hash"},
        Change{"tail_of_a_stream", "DELETE FROM events WHERE position = 82",
               "the log ends at position 81"},
        Change{"tail_hidden",
               "DELETE FROM events WHERE position = 82; UPDATE log SET last = 81, settled = 81",
               "hash over all events"},
        Change{"whole_stream",
               "DELETE FROM events WHERE stream = 3; DELETE FROM cases WHERE stream = 3",
               "are missing"},
        Change{"inserted",
               "INSERT INTO events SELECT 83, stream, sequence + 9, position, type, version, at, "
               "sealed, body, hash FROM events WHERE position = 40; UPDATE log SET last = 83",
               "position 83"},
        Change{"before_the_start",
               "INSERT INTO events SELECT 0, stream, sequence, previous, type, version, at, "
               "sealed, body, hash FROM events WHERE position = 1",
               "before the log's start"},
        Change{"root", "UPDATE log SET root = randomblob(32)", "hash over all events"},
        Change{"last", "UPDATE log SET last = 70, settled = 70", "hash over all events"},
        Change{"log_row_gone", "DELETE FROM log", "log row"},
        Change{"settled", "UPDATE log SET settled = 9999", "settled"},
        Change{"stream_renamed", "UPDATE streams SET name = 'other' WHERE number = 2",
               "stream other, event 1"},
        Change{"stream_names_swapped",
               "UPDATE streams SET name = 'x' WHERE number = 2; UPDATE streams SET name = 'case1' "
               "WHERE number = 3;"
               "UPDATE streams SET name = 'case2' WHERE number = 2",
               "its hash"},
        Change{"stream_name_gone", "DELETE FROM streams WHERE number = 2",
               "stream number 2 has no name"},
        Change{"word_changed", "UPDATE words SET word = 'subtracted' WHERE word = 'added'",
               "its hash"},
        Change{"word_gone", "DELETE FROM words WHERE word = 'added'", "no word number"},
        Change{"list_row_end", "UPDATE cases SET last = last - 1 WHERE stream = 2", "run rebuild"},
        Change{"list_row_gone", "DELETE FROM cases WHERE stream = 2", "run rebuild"},
        Change{"due_of_nobody", "INSERT INTO due VALUES (1, 99, 1, '')", "run rebuild"},
        Change{"outbox_of_nobody",
               "PRAGMA foreign_keys=OFF; INSERT INTO outbox VALUES (1, 7, 99, '', x'', "
               "randomblob(16))",
               "belongs to no event"}),
    [](const auto& change) { return std::string{change.param.name}; });

TEST_F(VerifyTest, AChangedProjectionIsFoundByFoldingTheLogAnew) {
  EXPECT_TRUE(compare_projections(place, brain).empty());
  const auto found = [&](const char* sql) {
    change(sql);
    std::string text;
    for (const Damage& damage : compare_projections(place, brain)) text += text_of(damage) + "\n";
    return text;
  };
  EXPECT_EQ(found("UPDATE cases SET row = replace(row, 'false', 'true') WHERE stream = 1"),
            "stream case0: its list row is not what its history says; run rebuild\n");
  EXPECT_NE(found("UPDATE due SET at = at + 1 WHERE at = 5050").find("its due rows"),
            std::string::npos);
  SqliteStore store{place, Access::write};
  rebuild(store, brain);
  EXPECT_EQ(found("SELECT 1"), "");
}

TEST_F(VerifyTest, AChangedLetterDoesNotLeave) {
  change("UPDATE outbox SET body = zeroblob(60) WHERE position = 1 OR 1");
  EXPECT_NE(first_damage().find("its hash does not match"), std::string::npos) << first_damage();
  EXPECT_THROW(Reader{place}.outbox(9), StoreError);
  SqliteStore store{place, Access::write};
  EXPECT_THROW(store.outbox(9), StoreError);
}

TEST_F(VerifyTest, AnOlderCopyInTheStoresPlaceIsTold) {
  const auto file = folder / "store.db";
  std::filesystem::copy_file(file, folder / "older.db");
  {
    SqliteStore store{place, Access::write};
    Desk desk{store, brain, clock.reading()};
    desk.submit_now(add("case1", "newer"));
  }
  std::filesystem::copy_file(folder / "older.db", file,
                             std::filesystem::copy_options::overwrite_existing);
  try {
    SqliteStore{place, Access::write};
    FAIL() << "opened";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.fault(), StoreFault::older) << error.what();
    EXPECT_NE(std::string{error.what()}.find("ends at event 82, but had come to 83"),
              std::string::npos)
        << error.what();
  }
  EXPECT_THROW(Reader{place}, StoreError);
  EXPECT_NE(first_damage().find("come to 83"), std::string::npos) << first_damage();
  std::filesystem::remove(mark_file(file));  // what the text says where this is wanted
  SqliteStore store{place, Access::write};
  EXPECT_EQ(store.last(), 82);
}

TEST_F(VerifyTest, AnotherPastBehindTheMarkIsTold) {
  const auto file = folder / "store.db";
  std::filesystem::copy_file(file, folder / "older.db");
  const auto go_on = [&](const char* id) {
    SqliteStore store{place, Access::write};
    Desk desk{store, brain, clock.reading()};
    desk.submit_now(add("case1", id));
  };
  go_on("one");
  std::filesystem::rename(mark_file(file), folder / "kept.mark");
  std::filesystem::copy_file(folder / "older.db", file,
                             std::filesystem::copy_options::overwrite_existing);
  go_on("other");
  go_on("more");
  std::filesystem::rename(folder / "kept.mark", mark_file(file));
  EXPECT_NE(first_damage().find("its past is not that of the mark"), std::string::npos)
      << first_damage();
}

TEST_F(VerifyTest, ADamagedStreamIsNotServedAndTheOthersAre) {
  change("UPDATE events SET body = zeroblob(40) WHERE stream = 2 AND sequence = 3");
  SqliteStore store{place, Access::write};
  Desk desk{store, brain, clock.reading()};
  const Outcome hit = desk.submit_now(add("case1", "new"));
  EXPECT_EQ(hit.answer, Answer::accident);
  EXPECT_NE(hit.detail.find("stream case1, event 3: its hash does not match"), std::string::npos)
      << hit.detail;
  EXPECT_EQ(desk.submit_now(add("case2", "new")).answer, Answer::accepted);
  EXPECT_THROW(Reader(place).read("case1", [](const EventView&, const ShortDigest&) {}),
               StoreError);
}

TEST_F(VerifyTest, ACutOffLogIsNotOpened) {
  change("DELETE FROM events WHERE position > 70");
  try {
    SqliteStore{place, Access::write};
    FAIL() << "opened";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.fault(), StoreFault::damaged) << error.what();
  }
}

std::string events_of(const StorePlace& place) {
  SQLite::Database database{place.file.string(), SQLite::OPEN_READONLY};
  SQLite::Statement rows{
      database,
      "SELECT position||'|'||quote(stream)||quote(sequence)||quote(previous)||quote(type)||"
      "quote(version)||quote(at)||quote(sealed)||quote(body)||quote(hash) FROM events ORDER BY "
      "position"};
  std::string text;
  while (rows.executeStep()) text += rows.getColumn(0).getString() + "\n";
  return text;
}

/// Whether a byte of a table's b-tree page belongs to its head or to a row; the others lie in the
/// gap between the cell pointers and the first cell.
bool holds_something(std::string_view page, std::size_t offset) {
  const auto number = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(page[at])) * 256 +
           static_cast<unsigned char>(page[at + 1]);
  };
  const std::size_t head = page[0] == 5 ? 12 : 8;  // an inner page, or a leaf
  return offset < head + 2 * number(3) || offset >= number(5);
}

TEST_F(VerifyTest, EveryFlippedBitOfTheEventsTableIsFound) {
  constexpr std::size_t page_size = 4096;
  const std::string good = events_of(place);
  std::vector<std::size_t> pages;
  {
    SQLite::Database database{place.file.string(), SQLite::OPEN_READONLY};
    SQLite::Statement rows{database, "SELECT pageno FROM dbstat WHERE name = 'events'"};
    while (rows.executeStep())
      pages.push_back(static_cast<std::size_t>(rows.getColumn(0).getInt64()));
  }
  std::ifstream in{place.file, std::ios::binary};
  const std::string file{std::istreambuf_iterator<char>{in}, {}};
  constexpr unsigned seed = 20260302;
  std::mt19937 random{seed};
  int found = 0;
  std::fstream store{place.file, std::ios::binary | std::ios::in | std::ios::out};
  const auto put = [&](std::size_t byte, char value) {
    store.seekp(static_cast<std::streamoff>(byte)).put(value).flush();
  };
  for (int i = 0; i < 800; ++i) {
    const std::size_t start = (pages[random() % pages.size()] - 1) * page_size;
    const std::size_t offset = random() % page_size;
    put(start + offset, static_cast<char>(file[start + offset] ^ (1 << (random() % 8))));
    const bool is_found = !verify(place, {.structure = true, .most_damages = 1}).clean();
    found += is_found ? 1 : 0;
    if (holds_something(std::string_view{file}.substr(start, page_size), offset)) {
      ASSERT_TRUE(is_found) << "byte " << start + offset << ", seed " << seed;
    } else if (!is_found) {
      ASSERT_EQ(events_of(place), good) << "byte " << start + offset << ", seed " << seed;
    }
    put(start + offset, file[start + offset]);
  }
  EXPECT_GT(found, 300) << "of 800; the others fell into the gaps of pages that are not full";
  EXPECT_TRUE(verify(place).clean());
}

}  // namespace
}  // namespace kallad::testing
