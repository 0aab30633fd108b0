// Lines of lists and lookups in the store itself: only what changed is written, pages and numbers
// agree, who is not meant sees nothing, and a lost key or table is noticed. Not which lines a case
// has: tests/adapters/brain. Rule kept (domain 6): the looked-up text is nowhere in the files.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::lists {
namespace {

Instant at(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }

/// A counter stands in the list "even" or "odd" by its total, and is found by its name.
class ListingBrain final : public Brain {
 public:
  std::unique_ptr<StreamState> fresh(std::string_view stream) override {
    auto state = inner_.fresh(stream);
    names_[state.get()] = stream;
    return state;
  }
  void fold(StreamState& state, const EventView& event) override { inner_.fold(state, event); }
  Decision decide(StreamState& state, const Submission& said) override {
    return inner_.decide(state, said);
  }
  std::vector<DueRow> due(const StreamState& state) override { return inner_.due(state); }
  std::string list_row(const StreamState& state) override { return inner_.list_row(state); }
  std::vector<ListEntry> entries(const StreamState& state) override {
    ++asked;
    const auto& counter = static_cast<const CounterState&>(state);
    if (throws) throw std::runtime_error("no list can be made");
    ListEntry all{.list = "all", .closed = counter.closed, .due = at(counter.total)};
    all.readers = 1;
    ListEntry half = all;
    half.list = counter.total % 2 == 0 ? "even" : "odd";
    half.round = static_cast<std::uint32_t>(counter.events);
    return {half, all};
  }
  std::string lookup_text(const StreamState& state) override {
    const auto& counter = static_cast<const CounterState&>(state);
    return counter.events == 0 || counter.closed ? "" : names_.at(&state).substr(0, 3);
  }
  int asked = 0;
  bool throws = false;

 private:
  CounterBrain inner_;
  std::map<const StreamState*, std::string> names_;
};

struct ListsTest : ::testing::Test {
  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  ListingBrain brain;
  HandClock clock;

  void fill(int streams) {
    SqliteStore store{place, Access::create};
    Desk desk{store, brain, clock.reading()};
    for (int i = 0; i < streams; ++i) {
      const std::string name = "19121212-" + std::to_string(i);
      desk.submit_now(add(name, "c" + std::to_string(i), 1'000 + i));
    }
  }
  std::int64_t number(const std::string& sql) {
    return SQLite::Database{place.file.string()}.execAndGet(sql).getInt64();
  }
  void exec(const std::string& sql) {
    SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(sql);
  }
  std::string damages() {
    std::string text;
    for (const Damage& one : compare_projections(place, brain)) text += text_of(one) + "\n";
    return text;
  }
  static EntryQuery all_of(std::string list) {
    return {.reader = {.list = std::move(list), .readers = 1}, .now = at(50)};
  }
};

TEST_F(ListsTest, AStreamStandsWhereItsStateSaysAndNowhereElse) {
  fill(10);
  EXPECT_EQ(Reader{place}.count_entries(all_of("all")), 10U);
  EXPECT_EQ(Reader{place}.count_entries(all_of("even")), 5U);
  {
    SqliteStore store{place, Access::write};
    Desk desk{store, brain, clock.reading()};
    desk.submit_now(add("19121212-0", "more", 1));
  }
  EXPECT_EQ(Reader{place}.count_entries(all_of("even")), 4U);
  EXPECT_EQ(Reader{place}.count_entries(all_of("odd")), 6U);
  EXPECT_EQ(number("SELECT count(*) FROM entries"), 20);
  EXPECT_EQ(damages(), "");
}

TEST_F(ListsTest, PagesFollowOneAnotherBothWaysAndTellTheVersion) {
  fill(7);
  Reader reader{place};
  for (const bool latest_first : {false, true}) {
    EntryQuery query = all_of("all");
    query.limit = 3;
    query.order = latest_first ? EntryOrder::latest_due : EntryOrder::due;
    std::vector<std::int64_t> dues;
    for (auto page = reader.entries(query); !page.empty(); page = reader.entries(query)) {
      for (const ListedEntry& one : page) {
        dues.push_back(one.found.entry.due.time_since_epoch().count());
        EXPECT_EQ(one.version, 1U);
        EXPECT_EQ(one.changed, clock.now);
      }
      query.after = {page.back().found.entry.due, page.back().found.stream};
    }
    std::vector<std::int64_t> wanted{1000, 1001, 1002, 1003, 1004, 1005, 1006};
    if (latest_first) std::reverse(wanted.begin(), wanted.end());
    EXPECT_EQ(dues, wanted);
  }
}

TEST_F(ListsTest, WhatDidNotChangeIsNotWrittenAndManyCommandsAreAskedForOnce) {
  SqliteStore store{place, Access::create};
  Desk desk{store, brain, clock.reading()};
  std::vector<std::future<Outcome>> answers;
  for (int i = 0; i < 40; ++i)
    answers.push_back(desk.submit(add("anna", "c" + std::to_string(i), 2)));
  desk.run_once();
  EXPECT_EQ(brain.asked, 1);
  EXPECT_EQ(answers.back().get().answer, Answer::accepted);
  const auto before = number("SELECT total(round) FROM entries");
  exec("UPDATE entries SET kind = 77 WHERE list = (SELECT number FROM words WHERE word = 'all')");
  EXPECT_EQ(desk.submit_now(add("anna", "x", 0)).answer, Answer::accepted);
  EXPECT_EQ(number("SELECT count(*) FROM entries WHERE kind = 77"), 0)
      << "a row that cannot be read is made again";
  EXPECT_EQ(number("SELECT total(round) FROM entries"), before + 1);
}

TEST_F(ListsTest, AStreamWhoseRowWaitsIsInTheOverview) {
  SqliteStore store{place, Access::create};
  Desk desk{store, brain, clock.reading()};
  std::vector<std::future<Outcome>> answers;
  for (int i = 0; i < 30; ++i)
    answers.push_back(desk.submit(add("s" + std::to_string(i), "c" + std::to_string(i), 2)));
  desk.run_once();
  ASSERT_GT(store.unsettled(), 0U);
  EXPECT_EQ(Reader{place}.list(0, 100).size(), 30U);
}

TEST_F(ListsTest, WhatTheBrainCannotListIsInNoList) {
  fill(2);
  brain.throws = true;
  SqliteStore store{place, Access::write};
  Desk desk{store, brain, clock.reading()};
  EXPECT_EQ(desk.submit_now(add("19121212-0", "more", 1)).answer, Answer::accepted);
  EXPECT_EQ(number("SELECT count(*) FROM entries WHERE stream = 1"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM entries WHERE stream = 2"), 2);
}

TEST_F(ListsTest, OnlyThoseALineIsMeantForSeeIt) {
  SqliteStore store{place, Access::create};
  store.begin();
  StreamHead head;
  const ShortDigest content{};
  const NewEvent event{"e", 1, "{}"};
  const auto put = [&](const std::string& name, ListEntry entry) {
    head = {};
    store.append(name, head, {name, content, "{}", at(1)}, {&event, 1});
    entry.list = "unit";
    store.put_entries(head, {&entry, 1});
  };
  put("open", {.readers = 3});
  put("heads", {.readers = 2});
  put("later", {.begins = at(100), .readers = 3});
  put("earlier", {.ends = at(50), .readers = 3});
  ListEntry named{.readers = 3, .named = true};
  named.unit = "unit";
  named.lead = "Siv";
  put("named", named);
  ListEntry offered{.readers = 4};
  offered.offer = "of Ove";
  put("offered", offered);
  store.commit();
  const auto seen = [&](std::uint32_t readers, std::string name, std::vector<std::string> for_these,
                        std::int64_t now) {
    EntryQuery query = all_of("unit");
    query.reader = {"unit", readers, 4, "unit", name, "of " + name, std::move(for_these)};
    query.now = at(now);
    std::string text;
    Reader reader{place};
    const auto page = reader.entries(query);
    for (const ListedEntry& one : page) text += one.found.name + " ";
    EXPECT_EQ(reader.count_entries(query), page.size());
    return text;
  };
  EXPECT_EQ(seen(1, "", {}, 49), "open earlier ");
  EXPECT_EQ(seen(2, "Ove", {}, 50), "open heads ");
  EXPECT_EQ(seen(1, "Siv", {}, 50), "open named ");
  EXPECT_EQ(seen(1, "Nils", {"named", "heads", "nothing"}, 50), "open named ");
  EXPECT_EQ(seen(5, "Ove", {}, 100), "open later offered ");
  EXPECT_EQ(seen(4, "", {}, 100), "") << "an empty name is nobody's";
  EntryQuery twice = all_of("unit");
  twice.not_of = EntryReader{"unit", 2, 4, "unit", "", "", {}};
  EXPECT_EQ(Reader{place}.count_entries(twice), 0U)
      << "all but one are theirs too, and that is not";
}

/// Sixty-four lines of one list in which each property has a bit of the line's number.
class FilteredListsTest : public ListsTest {
 protected:
  void SetUp() override {
    ListsTest::SetUp();
    SqliteStore store{place, Access::create};
    store.begin();
    const NewEvent event{"e", 1, "{}"};
    for (int i = 0; i < 64; ++i) {
      const std::string name = std::to_string(i);
      StreamHead head;
      store.append(name, head, {name, {}, "{}", at(1)}, {&event, 1});
      const ListEntry entry = line(i);
      store.put_entries(head, {&entry, 1});
    }
    store.commit();
  }

  static ListEntry line(int i) {
    ListEntry entry{.list = "unit", .closed = (i & 32) != 0, .due = at(i), .readers = 1};
    if (i & 1) entry.unanswered = true;
    if (i & 2) entry.drafts = 2;
    if (i & 4) entry.late = at(40);
    if (i & 8) entry.meeting = at(100 - i);
    entry.own = (i & 16) != 0;
    entry.unit = entry.own ? "unit" : "other";
    entry.lead = i % 3 == 0 ? "Siv" : "Ove";
    entry.step = i % 2 == 0 ? "summons" : "mapping";
    return entry;
  }

  /// The numbers of the lines found; a page and a number of lines agree.
  std::vector<int> found(const EntryFilter& filter, EntryOrder order = EntryOrder::due) {
    Reader reader{place};
    EntryQuery query = all_of("unit");
    query.filter = filter;
    query.order = order;
    query.limit = 100;
    std::vector<int> numbers;
    for (const ListedEntry& one : reader.entries(query))
      numbers.push_back(std::stoi(one.found.name));
    EXPECT_EQ(reader.count_entries(query), numbers.size());
    return numbers;
  }

  template <class Wanted>
  static std::vector<int> those(Wanted wanted) {
    std::vector<int> numbers;
    for (int i = 0; i < 32; ++i) {
      if (wanted(i)) numbers.push_back(i);
    }
    return numbers;
  }
  using Names = std::vector<std::string>;
};

TEST_F(FilteredListsTest, EachFilterFindsItsLines) {
  EXPECT_EQ(found({}), those([](int) { return true; }));
  EXPECT_EQ(found({.closed = true}).front(), 32);
  EXPECT_EQ(found({.step = "summons"}), those([](int i) { return i % 2 == 0; }));
  EXPECT_EQ(found({.step = "nothing"}), std::vector<int>{});
  EXPECT_EQ(found({.unit = "other"}), those([](int i) { return !(i & 16); }));
  EXPECT_EQ(found({.due_before = at(5)}), those([](int i) { return i < 5; }));
  EXPECT_EQ(found({.unanswered = true}), those([](int i) { return i & 1; }));
  EXPECT_EQ(found({.drafts = true}), those([](int i) { return i & 2; }));
  EXPECT_EQ(found({.late_at = at(40)}), those([](int i) { return i & 4; }));
  EXPECT_EQ(found({.late_at = at(39)}).size(), 0U);
  EXPECT_EQ(found({.unanswered = true, .drafts = true}), those([](int i) { return (i & 3) == 3; }));
}

TEST_F(FilteredListsTest, LinesOfSomeWhoCoordinateAreFound) {
  EXPECT_EQ(found({.lead = "Siv"}), those([](int i) { return (i & 16) && i % 3 == 0; }));
  EXPECT_EQ(found({.lead = "Ove", .late_at = at(40)}),
            those([](int i) { return (i & 16) && (i & 4) && i % 3 != 0; }));
  EXPECT_EQ(found({.lead = "Lena"}).size(), 0U);
  Reader reader{place};
  EXPECT_EQ(reader.leads("unit"), (Names{"Siv", "Ove"}));
  EXPECT_EQ(reader.leads("nobody's"), Names{});
}

/// Who coordinates very many is looked for by other indexes: the answer is the same.
TEST_F(FilteredListsTest, IsTheSameWhereSomebodyCoordinatesVeryMany) {
  const EntryFilter filters[] = {{.lead = "Siv"},
                                 {.lead = "Siv", .late_at = at(40)},
                                 {.lead = "Siv", .meeting_from = at(0)},
                                 {.lead = "Siv", .unanswered = true},
                                 {.lead = "Siv", .drafts = true}};
  std::vector<std::vector<int>> before;
  for (const EntryFilter& filter : filters) before.push_back(found(filter));
  {
    SqliteStore store{place, Access::write};
    store.begin();
    const NewEvent event{"e", 1, "{}"};
    for (int i = 1'000; i < 2'100; ++i) {
      const std::string name = std::to_string(i);
      StreamHead head;
      store.append(name, head, {name, {}, "{}", at(1)}, {&event, 1});
      ListEntry entry{.list = "unit", .due = at(i), .readers = 2};  // others' lines
      entry.own = true;
      entry.lead = "Siv";
      store.put_entries(head, {&entry, 1});
    }
    store.commit();
  }
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(found(filters[i]), before[i]) << i;
}

TEST_F(FilteredListsTest, IsCountedNoFurtherThanAsked) {
  Reader reader{place};
  EntryQuery query = all_of("unit");
  for (const std::size_t limit : {0U, 1U, 31U, 32U, 33U}) {
    query.limit = limit;
    EXPECT_EQ(reader.count_entries(query), std::min<std::size_t>(limit, 32));
  }
}

TEST_F(FilteredListsTest, MeetingsComeByTheirStart) {
  auto by_meeting = found({.meeting_from = at(75), .meeting_before = at(90)}, EntryOrder::meeting);
  std::reverse(by_meeting.begin(), by_meeting.end());
  EXPECT_EQ(by_meeting, those([](int i) { return (i & 8) && i > 10 && i <= 25; }));
}

TEST_F(ListsTest, AStreamIsFoundByATextThatStandsInNoFile) {
  fill(3);
  {
    SqliteStore store{place, Access::write};
    Desk desk{store, brain, clock.reading()};
    EXPECT_EQ(store.find("191").size(), 3U);
    EXPECT_EQ(store.find("19").size(), 0U);
    desk.submit_now(
        counter_submission("19121212-1", "close", {CounterCommand::Kind::close, 0, {}}));
    EXPECT_EQ(store.find("191"), (std::vector<std::string>{"19121212-0", "19121212-2"}));
  }
  EXPECT_EQ(damages(), "");
  EXPECT_EQ(number("SELECT length(digest) FROM lookups"), 16);
  exec("DELETE FROM lookups WHERE stream = 3");
  EXPECT_NE(damages().find("not found by what its history says"), std::string::npos);
}

TEST_F(ListsTest, ALostKeyOrTableIsNoticedAndMadeAnew) {
  fill(5);
  const std::filesystem::path key = lookup_key_file(place.file);
  EXPECT_EQ(std::filesystem::status(key).permissions(), std::filesystem::perms{0600});
  const auto heals = [&](const char* what) {
    {
      SqliteStore store{place, Access::write};
      EXPECT_EQ(store.listed_by(), 0) << what;
      Desk desk{store, brain, clock.reading()};
      EXPECT_EQ(store.listed_by(), brain.revision()) << what;
      EXPECT_EQ(store.find("191").size(), 5U) << what;
    }
    EXPECT_EQ(damages(), "") << what;
  };
  std::filesystem::remove(key);
  heals("no key");
  std::ofstream{key} << "short";
  heals("half a key");
  exec("DROP TABLE entries");
  heals("no lists");
  exec("DROP TABLE lists");
  heals("nobody knows");
  EXPECT_EQ((SqliteStore{place, Access::write}.listed_by()), 1) << "and all is well from then on";
}

TEST_F(ListsTest, AChangedLineIsFound) {
  fill(3);
  for (const char* harm :
       {"UPDATE entries SET readers = 3 WHERE stream = 2", "DELETE FROM entries WHERE stream = 2",
        "UPDATE entries SET ends = 7 WHERE stream = 2",
        "UPDATE entries SET closed = 1 WHERE stream = 2"}) {
    exec(harm);
    EXPECT_NE(damages().find("19121212-1: its lines in lists"), std::string::npos) << harm;
    SqliteStore store{place, Access::write};
    rebuild(store, brain);
    EXPECT_TRUE(verify(place).clean());
  }
  exec("UPDATE entries SET stream = 99 WHERE stream = 1");
  EXPECT_FALSE(verify(place).clean());
}

}  // namespace
}  // namespace kallad::testing::lists
