// Every value that people see has a word in both languages, and no word lacks its value.
// Not the words themselves but a few that the field is particular about.
#include <gtest/gtest.h>

#include <boost/mp11.hpp>
#include <set>
#include <string>
#include <utility>

#include "adapters/wording/process_files.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/case/case_commands.hpp"
#include "engine/case/case_events.hpp"
#include "engine/deadline/routine_messages.hpp"
#include "engine/deficiency/deficiency_messages.hpp"
#include "engine/register/register_messages.hpp"
#include "tests/adapters/wording/sources.hpp"

namespace kallad {
namespace {

using Pair = std::pair<std::string, std::string>;
using Events = boost::mp11::mp_append<CaseEvent, DeficiencyEvent, DisposalEvent, ExampleEvent,
                                      RegisterEvent, RoutineEvent>;
using Commands = boost::mp11::mp_append<CaseCommand, DeficiencyCommand, DisposalCommand,
                                        ExampleCommand, RegisterCommand, RoutineCommand>;

std::set<Pair> written(Language language) {
  std::set<Pair> all;
  for (const auto table : all_words(language)) {
    for (const Word& word : table) {
      EXPECT_FALSE(word.text.empty()) << word.kind << " " << word.value;
      EXPECT_TRUE(all.emplace(word.kind, word.value).second)
          << word.kind << " " << word.value << " stands twice";
    }
  }
  return all;
}

template <class List>
void add_ids(std::set<Pair>& all, const char* kind) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, List>>(
      [&](auto one) { all.emplace(kind, decltype(one)::type::id); });
}

/// What the code has: enumerators, events, commands.
std::set<Pair> wanted() {
  std::set<Pair> all;
  boost::mp11::mp_for_each<words::Kinds>([&](auto kind) {
    using E = typename decltype(kind)::type;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto value) { all.emplace(kind.name(), value.name); });
  });
  add_ids<Events>(all, "event");
  add_ids<Commands>(all, "command");
  for (const TableText& machine : process_tables()) {
    for (const TableRow& row : machine.rows) all.emplace("command", row.command);
  }
  return all;
}

bool is_listed_elsewhere(const std::string& kind) {
  static const std::set<std::string> kinds{
      "field",    "warning", "routine_value", "consent_standing",
      "sentence", "pattern", "measure_of_one"};
  return kinds.contains(kind);
}

TEST(Words, EveryValueHasOneInBothLanguages) {
  const auto all = wanted();
  ASSERT_GT(all.size(), 300U);
  for (const Language language : {Language::swedish, Language::english}) {
    const auto known = written(language);
    for (const auto& pair : all) {
      EXPECT_TRUE(known.contains(pair))
          << pair.first << " " << pair.second << " has no word in adapters/wording/words";
    }
  }
}

TEST(Words, NoWordLacksItsValue) {
  const auto all = wanted();
  for (const Language language : {Language::swedish, Language::english}) {
    for (const auto& pair : written(language)) {
      EXPECT_TRUE(all.contains(pair) || is_listed_elsewhere(pair.first))
          << pair.first << " " << pair.second << " is a value of nothing: take it out";
    }
  }
}

TEST(Words, LanguagesHaveTheSameValues) {
  EXPECT_EQ(written(Language::swedish), written(Language::english));
}

TEST(Words, EveryWarningIsASentence) {
  const auto ids = sources::warning_ids(sources::all());
  ASSERT_GE(ids.size(), 4U);
  for (const Language language : {Language::swedish, Language::english}) {
    for (const auto& id : ids) {
      EXPECT_TRUE(word_of("warning", id, language).ends_with(".")) << id << " has no sentence";
    }
  }
}

TEST(Words, EveryFieldThatARefusalNamesHasOne) {
  const auto ids = sources::field_names(sources::all());
  ASSERT_GT(ids.size(), 20U);
  for (const Language language : {Language::swedish, Language::english}) {
    const auto known = written(language);
    for (const auto& id : ids) EXPECT_TRUE(known.contains({"field", id})) << id << " has no word";
  }
}

TEST(Words, RoutineValuesHaveNames) {
  for (const RoutineValue& value : routine_values(Routine{})) {
    EXPECT_NE(word_of("routine_value", value.id, Language::swedish), value.id) << value.id;
  }
}

TEST(Words, AreThoseOfTheGlossary) {
  EXPECT_EQ(word(Calling::summoned, Language::swedish), "kallad");
  EXPECT_EQ(word(Calling::invited, Language::swedish), "inbjuden");
  EXPECT_EQ(word(Step::mapping, Language::swedish), "kartläggning");
  EXPECT_EQ(word(Step::activity_follow_up, Language::swedish), "aktivitetsuppföljning");
  EXPECT_EQ(word(Role::coordinator, Language::swedish), "samordningsansvarig");
  EXPECT_EQ(word(Role::council_secretary, Language::swedish), "psykiatrisamordnare");
  EXPECT_EQ(word(Role::substitute, Language::swedish), "ersättare");
  EXPECT_EQ(word(DeficiencyOutcome::not_a_deficiency, Language::swedish), "ej brist");
  EXPECT_EQ(word(Basis::local_standard, Language::swedish), "lokal standard");
  EXPECT_EQ(word(Cause::mina_planer, Language::swedish), "Mina planer");
  for (const auto table : all_words(Language::swedish)) {
    for (const Word& one : table) EXPECT_EQ(one.text.find("individuell plan"), std::string::npos);
  }
}

TEST(Words, AValueWithoutAWordShowsItself) {
  EXPECT_EQ(word_of("event", "no_such_event", Language::swedish), "no_such_event");
}

}  // namespace
}  // namespace kallad
