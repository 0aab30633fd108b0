// Lines found by words: their beginnings, Swedish letters, all of them together; what was typed is
// data and never the index's language; what a stream no longer says no longer finds it; and the
// index made anew is the one that was written along the way.
// Not which words a case has: tests/adapters/api_lists.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "adapters/desk/rebuild.hpp"
#include "adapters/store/sqlite/beside/projections.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing::entry_words {
namespace {

/// A counter's line has its name and its total as words, and another reader's has the name alone.
class WordBrain final : public Brain {
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
    const auto& counter = static_cast<const CounterState&>(state);
    ListEntry whole{.list = "all", .readers = 1};
    whole.words = names_.at(&state) + " total" + std::to_string(counter.total) + " =u00ff";
    ListEntry less{.list = "all", .part = 1, .readers = 2};
    less.words = names_.at(&state);
    ListEntry none{.list = "all", .part = 2, .readers = 4};
    return {whole, less, none};
  }

 private:
  CounterBrain inner_;
  std::map<const StreamState*, std::string> names_;
};

struct EntryWordsTest : ::testing::Test {
  ScratchFolder folder;
  StorePlace place{folder / "store.db", {}};
  WordBrain brain;
  HandClock clock;

  void say(const std::string& stream, int number) {
    SqliteStore store{place, Access::create};
    Desk desk{store, brain, clock.reading()};
    desk.submit_now(add(stream, "c" + std::to_string(++commands_), number));
  }
  using Names = std::vector<std::string>;
  /// Who has these words, for that kind of reader; pages and numbers agree.
  Names found(std::vector<EntryWord> words, std::uint32_t readers = 1) {
    EntryQuery query{.reader = {.list = "all", .readers = readers}, .now = Instant{}};
    query.filter.words = std::move(words);
    Reader reader{place};
    Names names;
    for (const ListedEntry& one : reader.entries(query)) names.push_back(one.found.name);
    EXPECT_EQ(reader.count_entries(query), names.size());
    return names;
  }
  Names found(const std::string& word, std::uint32_t readers = 1) {
    return found(std::vector<EntryWord>{{word, {}}}, readers);
  }
  std::string dump() {
    SQLite::Database database{place.file.string()};
    SQLite::Statement rows{database,
                           "SELECT stream, words FROM (SELECT rowid >> 32 AS stream, words"
                           " FROM entry_words) ORDER BY 1, 2"};
    std::string text;
    while (rows.executeStep())
      text += rows.getColumn(0).getString() + rows.getColumn(1).getString();
    return text;
  }
  std::string damages() {
    std::string text;
    for (const Damage& one : compare_projections(place, brain)) text += text_of(one) + "\n";
    return text;
  }
  void exec(const std::string& sql) {
    SQLite::Database{place.file.string(), SQLite::OPEN_READWRITE}.exec(sql);
  }

 private:
  int commands_ = 0;
};

TEST_F(EntryWordsTest, FindsBeginningsAndSwedishLettersWhetherLargeOrSmall) {
  say("Ängelholm-vuxen", 1);
  say("Angelholm-vuxen", 2);
  say("Åstorp-barn", 3);
  EXPECT_EQ(found("ängel"), Names{"Ängelholm-vuxen"});
  EXPECT_EQ(found("ÄNGEL"), Names{"Ängelholm-vuxen"});
  EXPECT_EQ(found("angel"), Names{"Angelholm-vuxen"}) << "ä is a letter of its own";
  EXPECT_EQ(found("å"), Names{"Åstorp-barn"});
  EXPECT_EQ(found("vux").size(), 2U);
  EXPECT_EQ(found("uxen"), Names{}) << "the beginning, not the middle";
  EXPECT_EQ(found("åstorp-barn"), Names{"Åstorp-barn"});
  EXPECT_EQ(found("åstorp-b"), Names{"Åstorp-barn"});
}

TEST_F(EntryWordsTest, WantsAllWordsAndOneMarkOfEach) {
  say("anna", 1);
  say("bertil", 2);
  EXPECT_EQ(found({{"anna", {}}, {"total1", {}}}), Names{"anna"});
  EXPECT_EQ(found({{"anna", {}}, {"total2", {}}}), Names{});
  EXPECT_EQ(found({{"nobody", {"=u00ff"}}}).size(), 2U);
  EXPECT_EQ(found({{"nobody", {"=u00"}}}), Names{}) << "a mark is a whole word";
  EXPECT_EQ(found("u00ff"), Names{}) << "and nobody types one";
}

TEST_F(EntryWordsTest, TellsNobodyMoreThanTheirOwnLineHas) {
  say("anna", 1);
  EXPECT_EQ(found("total1", 1), Names{"anna"});
  EXPECT_EQ(found("total1", 2), Names{});
  EXPECT_EQ(found("anna", 2), Names{"anna"});
  EXPECT_EQ(found("anna", 4), Names{}) << "a line without words is found by none";
}

TEST_F(EntryWordsTest, TakesWhatWasTypedAsDataAndNotAsALanguage) {
  say("anna", 1);
  for (const std::string typed :
       {"\"", "\"\"", "*", "anna*", "NEAR", "NEAR(anna total1)", "-anna", "^anna", "anna OR bertil",
        "words:anna", "{words}:anna", "(", "')--", "🙂", "+", ":", "anna\" OR \"total1"}) {
    const Names names = found(typed);
    EXPECT_LE(names.size(), 1U) << typed;
  }
  EXPECT_EQ(found("anna OR bertil"), Names{}) << "OR is a word like any other";
  EXPECT_EQ(found("🙂"), Names{});
  EXPECT_EQ(found(std::string(10'000, 'a')), Names{});
  EXPECT_EQ(found(std::string(10'000, '"')), Names{});
  std::vector<std::string> marks;
  for (int i = 0; i < 1'000; ++i) marks.push_back("=m" + std::to_string(i));
  marks.push_back("=u00ff");
  EXPECT_EQ(found({{"nobody", marks}}), Names{"anna"}) << "as many as a search may have";
}

/// Where very many have a word, another index is read: the answer is the same, and in order.
TEST_F(EntryWordsTest, IsTheSameWhereVeryManyHaveAWord) {
  {
    SqliteStore store{place, Access::create};
    store.begin();
    const NewEvent event{"e", 1, "{}"};
    for (int i = 0; i < 6'000; ++i) {
      const std::string name = "s" + std::to_string(i);
      StreamHead head;
      store.append(name, head, {name, {}, "{}", Instant{}}, {&event, 1});
      ListEntry entry{.list = "all", .due = Instant{std::chrono::milliseconds{6'000 - i}}};
      entry.readers = 1;
      entry.words = "many " + std::string{i % 7 == 0 ? "seventh" : "other"};
      store.put_entries(head, {&entry, 1});
    }
    store.commit();
  }
  const auto count = [&](const std::string& word) {
    EntryQuery query{.reader = {.list = "all", .readers = 1}, .limit = 10'000};
    query.filter.words = {{word, {}}};
    Reader reader{place};
    const auto page = reader.entries(query);
    EXPECT_EQ(reader.count_entries(query), page.size());
    EXPECT_TRUE(std::ranges::is_sorted(page, {},
                                       [](const ListedEntry& one) { return one.found.entry.due; }));
    return page.size();
  };
  EXPECT_EQ(count("many"), 6'000U);
  EXPECT_EQ(count("seventh"), 858U);
  EXPECT_EQ(count("none"), 0U);
}

TEST_F(EntryWordsTest, ForgetsWhatAStreamNoLongerSays) {
  say("anna", 1);
  say("anna", 1);
  EXPECT_EQ(found("total1"), Names{});
  EXPECT_EQ(found("total2"), Names{"anna"});
  EXPECT_EQ(dump().find("total1"), std::string::npos);
  EXPECT_EQ(damages(), "");
}

/// While much is written lines and their words come later, both at once; who asks waits for them.
TEST_F(EntryWordsTest, WhatWasAnsweredIsFoundByWhoeverWaitsForIt) {
  say("anna", 1);
  SqliteStore store{place, Access::write};
  Desk desk{store, brain, clock.reading(), {.small_batch = 0, .unsettled = 100}};
  for (int i = 0; i < 7; ++i) desk.submit_now(add("other" + std::to_string(i), "o", i));
  desk.submit_now(add("anna", "more", 1));
  EXPECT_EQ(desk.health().unsettled, 8U);
  EXPECT_EQ(found("total1"), Names{"anna"}) << "a line as it was";
  EXPECT_EQ(damages(), "") << "which is no damage";
  desk.catch_up();
  EXPECT_EQ(desk.health().unsettled, 0U);
  EXPECT_EQ(found("total1"), Names{"other1"});
  EXPECT_EQ(found("total2"), (Names{"anna", "other2"}));
  EXPECT_EQ(damages(), "");
}

/// A line whose words are not in the index is found by nobody, neither by those of another line.
TEST_F(EntryWordsTest, AnotherLinesWordsFindNothing) {
  say("anna", 1);
  exec("DELETE FROM entry_words WHERE words LIKE '%total1%'");
  EXPECT_EQ(found("anna", 1), Names{});
  EXPECT_EQ(found("anna", 2), Names{"anna"});
  EXPECT_NE(damages(), "");
}

TEST_F(EntryWordsTest, IsTheSameMadeAnewAndLostWordsAreNoticed) {
  for (int i = 0; i < 5; ++i) {
    say("anna", i);
    say("bertil", 2 * i);
  }
  const std::string along = dump();
  {
    SqliteStore store{place, Access::write};
    rebuild(store, brain);
  }
  EXPECT_EQ(dump(), along);
  EXPECT_EQ(damages(), "");
  exec(
      "UPDATE entry_words SET words = 'nonsense' WHERE rowid = (SELECT min(rowid) FROM"
      " entry_words)");
  EXPECT_NE(damages(), "");
  exec("DROP TABLE entry_words");
  {
    SqliteStore store{place, Access::write};
    EXPECT_EQ(store.listed_by(), 0) << "they have to be made anew";
    const Desk desk{store, brain, clock.reading()};
  }
  EXPECT_EQ(dump(), along);
}

TEST_F(EntryWordsTest, LinesThatAnEarlierProgramMadeWithoutWordsAreMadeAnew) {
  say("anna", 1);
  exec(
      "DROP TABLE entry_words; DROP INDEX entries_of; DROP INDEX entries_by_lead;"
      "DROP INDEX entries_unanswered; DROP INDEX entries_drafts; DROP INDEX entries_late;"
      "DROP INDEX entries_meeting; ALTER TABLE entries DROP COLUMN words");
  {
    SqliteStore store{place, Access::write};
    EXPECT_EQ(store.listed_by(), 0);
    const Desk desk{store, brain, clock.reading()};
  }
  EXPECT_EQ(found("total1"), Names{"anna"});
  EXPECT_EQ(damages(), "");
}

}  // namespace
}  // namespace kallad::testing::entry_words
