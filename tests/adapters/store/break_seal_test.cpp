// A stream's seal is broken: what was said before is gone from every file, byte by byte, and the
// log verifies. Not who may do it and when: engine/disposal.
// Rule kept (domain 6, gallring): unreadable afterwards, in the store, its write-ahead log and what
// is copied from then on.
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::broken_seal {
namespace {

using std::filesystem::path;

std::string bytes_in(const path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

struct BreakSealTest : ::testing::Test {
  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  ShortDigest content{};
  std::string actor = R"({"role":"person","unit":"","name":"Anna Andersson"})";

  void say(SqliteStore& store, const std::string& stream, NewEvent event) {
    StreamHead head = store.head(stream);
    if (head.count > 0) store.read(stream, head, [](const EventView&, const ShortDigest&) {});
    const std::string id = "command-of-anna-" + std::to_string(head.count);
    store.begin();
    store.append(stream, head, {id, content, actor, Instant{}}, {&event, 1});
    if (!event.breaks_seal) store.put_outbox(head, 0, {"summons", R"({"to":"annas mamma"})"});
    store.commit();
  }

  void speak(SqliteStore& store) {
    for (int i = 0; i < 200; ++i) {
      say(store, "anna", {"said", 1, R"({"need":"Anna behöver stöd"})"});
      say(store, "bertil" + std::to_string(i), {"said", 1, R"({"need":"Bertil behöver stöd"})"});
    }
  }

  void dispose(SqliteStore& store) {
    NewEvent last{"case_disposed", 1, R"({"counted":1})"};
    last.breaks_seal = true;
    say(store, "anna", last);
  }

  std::string key_of(const std::string& stream) {
    SQLite::Database database{place.file.string(), SQLite::OPEN_READONLY};
    SQLite::Statement row{database,
                          "SELECT key FROM keys JOIN streams ON number = stream WHERE name = ?"};
    row.bind(1, stream);
    row.executeStep();
    return {static_cast<const char*>(row.getColumn(0).getBlob()),
            static_cast<std::size_t>(row.getColumn(0).getBytes())};
  }

  /// Where in the folder the bytes stand.
  std::vector<std::string> files_with(const std::string& bytes) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
      if (bytes_in(entry.path()).find(bytes) != std::string::npos)
        found.push_back(entry.path().filename());
    }
    return found;
  }

  void wait_until_no_file_has(const std::string& bytes) {
    for (int i = 0; i < 100 && !files_with(bytes).empty(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{100});
    EXPECT_EQ(files_with(bytes), std::vector<std::string>{});
  }
};

TEST_F(BreakSealTest, NothingThatWasSaidStandsInAFileAndTheKeyGoesFromAllOfThem) {
  SqliteStore store{place, Access::create};
  Checkpointer checkpointer{store};
  speak(store);
  const std::string key = key_of("anna");
  EXPECT_FALSE(files_with(key).empty()) << "else the search finds nothing";
  for (const char* said : {"Anna", "behöver stöd", "mamma", "command-of", "role"})
    EXPECT_EQ(files_with(said), std::vector<std::string>{}) << said << " was sealed all the time";
  dispose(store);
  wait_until_no_file_has(key);
  EXPECT_FALSE(files_with(key_of("bertil1")).empty());
  backup(place, folder / "copy.db");
  EXPECT_EQ(files_with(key), std::vector<std::string>{});
}

TEST_F(BreakSealTest, TheLogVerifiesAndOnlyTheLastWordIsRead) {
  SqliteStore store{place, Access::create};
  speak(store);
  dispose(store);
  const VerifyReport report = verify(place);
  EXPECT_TRUE(report.clean()) << text_of(report.damages.front());
  EXPECT_EQ(report.events, 401);
  std::vector<std::string> read;
  Reader reader{place};
  const auto count = reader.read("anna", [&](const EventView& event, const ShortDigest&) {
    read.push_back(std::to_string(event.sequence) + std::string{event.payload});
  });
  EXPECT_EQ(count, 201U);
  EXPECT_EQ(read, std::vector<std::string>{R"(201{"counted":1})"});
  EXPECT_EQ(reader.after(0, 1).at(0).payload, "");
  EXPECT_EQ(store.outbox(999).size(), 200U) << "Anna's letters are gone, the others wait";
}

TEST_F(BreakSealTest, WhoReadOnFromBeforeGoesOnAndTheNextWordStandsInTheClear) {
  SqliteStore store{place, Access::create};
  say(store, "anna", {"said", 1, "{}"});
  Reader reader{place};
  StreamHead head;
  int told = 0;
  const auto count = [&](const EventView&, const ShortDigest&) { ++told; };
  reader.read_on("anna", head, count);
  dispose(store);
  reader.read_on("anna", head, count);
  EXPECT_EQ(told, 2);
  NewEvent more{"noted", 1, "{}"};
  more.breaks_seal = true;
  say(store, "anna", more);
  reader.read_on("anna", head, count);
  EXPECT_EQ(told, 3);
  EXPECT_TRUE(verify(place).clean());
}

TEST_F(BreakSealTest, AReaderThatHoldsOnIsWaitedForAndTheWriterIsNot) {
  SqliteStore store{place, Access::create};
  Checkpointer checkpointer{store};
  speak(store);
  const std::string key = key_of("anna");
  {
    SQLite::Database database{place.file.string(), SQLite::OPEN_READONLY};
    SQLite::Statement holding{database, "SELECT position FROM events"};
    ASSERT_TRUE(holding.executeStep());
    dispose(store);
    for (int i = 0; i < 20; ++i) say(store, "cecilia", {"said", 1, "{}"});
    EXPECT_FALSE(files_with(key).empty());
  }
  wait_until_no_file_has(key);
}

TEST_F(BreakSealTest, AfterAKillTheNextStartCutsTheLogOff) {
  std::string key;
  {
    SqliteStore store{place, Access::create};
    speak(store);
    key = key_of("anna");
    dispose(store);
    store.fail("killed");  // leaves the write-ahead log as it is
  }
  EXPECT_FALSE(files_with(key).empty());
  SqliteStore store{place, Access::write};
  Checkpointer checkpointer{store};
  wait_until_no_file_has(key);
}

TEST_F(BreakSealTest, RolledBackNothingIsBroken) {
  SqliteStore store{place, Access::create};
  say(store, "anna", {"said", 1, "{}"});
  StreamHead head = store.head("anna");
  store.read("anna", head, [](const EventView&, const ShortDigest&) {});
  NewEvent last{"case_disposed", 1, "{}"};
  last.breaks_seal = true;
  store.begin();
  store.append("anna", head, {"c", content, actor, Instant{}}, {&last, 1});
  store.rollback();
  EXPECT_TRUE(verify(place).clean());
  EXPECT_EQ(Reader{place}.read("anna", [](const EventView&, const ShortDigest&) {}), 1U);
}

}  // namespace
}  // namespace kallad::testing::broken_seal
