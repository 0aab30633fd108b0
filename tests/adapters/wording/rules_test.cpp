// Every rule the program can say no with has a text in both languages, and no text lacks its rule.
// Not a judge of style: it checks that the texts are there, whole, and in the words of the house.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "adapters/wording/words/refusal_text.hpp"
#include "adapters/wording/words/word.hpp"
#include "tests/adapters/wording/sources.hpp"

namespace kallad {
namespace {

std::map<std::string, std::string> texts(Language language) {
  std::map<std::string, std::string> all;
  for (const auto table : all_rule_texts(language)) {
    for (const RuleText& one : table) {
      EXPECT_TRUE(all.emplace(one.rule, one.text).second) << one.rule << " stands twice";
    }
  }
  return all;
}

bool is_word_of(std::string_view value, Language language) {
  for (const auto table : all_words(language)) {
    if (std::ranges::any_of(table, [&](const Word& word) { return word.value == value; })) {
      return true;
    }
  }
  return false;
}

TEST(Rules, HaveATextInBothLanguages) {
  const auto ids = sources::rule_ids(sources::all());
  ASSERT_GT(ids.size(), 90U);
  for (const Language language : {Language::swedish, Language::english}) {
    const auto known = texts(language);
    for (const auto& id : ids) {
      EXPECT_TRUE(known.contains(id)) << id << " has no text: write one in adapters/wording/words";
    }
  }
}

TEST(Rules, NoTextLacksItsRule) {
  std::string everything;
  for (const auto& source : sources::all()) everything += source.text;
  for (const Language language : {Language::swedish, Language::english}) {
    for (const auto& [rule, text] : texts(language)) {
      EXPECT_NE(everything.find("\"" + rule + "\""), std::string::npos)
          << rule << " is refused nowhere: take its text out";
    }
  }
}

TEST(Rules, EveryIdWrittenInTheEngineIsKnownHere) {
  // Whatever shape a rule is written in, its id cannot get past this: a text of several words
  // between quotes is a rule, a word, or a name this test is told of.
  const auto known = texts(Language::swedish);
  std::vector<sources::Source> engine;
  for (const auto& source : sources::all()) {
    if (source.path.starts_with("engine/")) engine.push_back(source);
  }
  const auto names = sources::data_names(engine);
  for (const auto& id : sources::snake_case_texts(engine)) {
    const bool is_known =
        known.contains(id) || is_word_of(id, Language::swedish) || names.contains(id);
    EXPECT_TRUE(is_known) << id << " stands in the engine and has neither text nor word";
  }
}

TEST(Rules, PlaceholdersAreNamesOfDataAndTheSameInBothLanguages) {
  const auto names = sources::data_names(sources::all());
  const auto by_rule = sources::data_names_by_rule(sources::all());
  const auto english = texts(Language::english);
  for (const auto& [rule, text] : texts(Language::swedish)) {
    const auto wanted = sources::placeholders(text);
    EXPECT_EQ(wanted, sources::placeholders(english.at(rule))) << rule;
    for (const auto& name : wanted) {
      EXPECT_TRUE(names.contains(name)) << rule << " wants {" << name << "}: no data has that name";
    }
  }
  ASSERT_GT(by_rule.size(), 10U);
}

TEST(Rules, DataWrittenBehindARuleIsEnoughForItsText) {
  // Only where a rule's data stands in one place, so that what that place gives is all there is.
  const std::map<std::string, std::string> one_place{{"routine_value_out_of_range", ""},
                                                     {"routine_ladder_out_of_order", ""},
                                                     {"routine_ends_before_it_begins", ""},
                                                     {"cause_was_never_reached", ""},
                                                     {"meeting_is_cancelled", ""}};
  const auto by_rule = sources::data_names_by_rule(sources::all());
  const auto swedish = texts(Language::swedish);
  for (const auto& [rule, unused] : one_place) {
    ASSERT_TRUE(by_rule.contains(rule)) << rule;
    for (const auto& name : sources::placeholders(swedish.at(rule))) {
      EXPECT_TRUE(by_rule.at(rule).contains(name)) << rule << " lacks {" << name << "}";
    }
  }
}

TEST(Rules, SayWhatToDoNextAndBlameNobody) {
  for (const auto& [rule, text] : texts(Language::swedish)) {
    EXPECT_TRUE(text.ends_with(".")) << rule << ": " << text;
    for (const char* word : {"får du inte", "du måste", "fel av dig", "ogiltig", "felaktig",
                             "misslyckades", "ni ", "Ni "}) {
      EXPECT_EQ(text.find(word), std::string::npos) << rule << ": " << text;
    }
  }
}

TEST(Rules, KeepTheWordsOfTheField) {
  for (const auto& [rule, text] : texts(Language::swedish)) {
    EXPECT_EQ(text.find("individuell plan"), std::string::npos) << rule;
    EXPECT_EQ(text.find("vikarie"), std::string::npos) << rule << ": ersättare";
    EXPECT_EQ(text.find("brukare"), std::string::npos) << rule << ": den enskilde";
    EXPECT_EQ(text.find("kvitto"), std::string::npos) << rule << ": kvittens";
    if (text.find("(lokal standard)") != std::string::npos) {
      EXPECT_NE(texts(Language::english).at(rule).find("(local standard)"), std::string::npos)
          << rule;
    }
  }
}

TEST(RefusalText, FillsItsPlaceholders) {
  const Refusal refusal{"party_unknown", {{"party", "helsingborg/vuxen"}}};
  EXPECT_EQ(text_of(refusal, Language::swedish),
            "Parten helsingborg/vuxen är inte med i ärendet. Lägg till parten först.");
  const auto name_of = [](std::string_view name, std::string_view value) -> std::string {
    return name == "party" && value == "helsingborg/vuxen" ? "Vuxenenheten, Helsingborg" : "";
  };
  EXPECT_EQ(text_of(refusal, Language::english, name_of),
            "The party Vuxenenheten, Helsingborg is not in the case. Add the party first.");
}

TEST(RefusalText, PutsCommandsAndFieldsIntoWords) {
  EXPECT_EQ(
      text_of({"not_in_this_step", {{"command", "record_delivery:failed"}}}, Language::swedish),
      "Det går inte att registrera leverans av kallelsen i det här läget. Se vad som går "
      "att göra nu.");
  EXPECT_EQ(text_of({"form_incomplete",
                     {{"deficiency", "2"}, {"field", "found_at"}, {"field", "causes"}}},
                    Language::swedish),
            "Alla fält behöver vara ifyllda innan bristen lämnar verksamheten. Fyll i: var "
            "bristen upptäcktes, orsaker.");
}

TEST(RefusalText, NamesAValueOfTheRoutine) {
  const Refusal refusal{
      "routine_value_out_of_range",
      {{"field", "reminder_hour"}, {"value", "24"}, {"least", "0"}, {"most", "23"}}};
  EXPECT_EQ(text_of(refusal, Language::swedish),
            "Värdet 24 för klockslag för påminnelser är utanför 0–23. Rätta värdet.");
}

TEST(RefusalText, NamesEachPartyOfAList) {
  const auto name_of = [](std::string_view name, std::string_view value) -> std::string {
    return name == "party" ? "<" + std::string{value} + ">" : "";
  };
  const Refusal refusal{"attendance_incomplete", {{"parties", "a/b, c/d"}}};
  EXPECT_EQ(text_of(refusal, Language::swedish, name_of),
            "Alla kallade parter behöver vara markerade innan närvaron stängs. Kvar att markera: "
            "<a/b>, <c/d>.");
}

TEST(RefusalText, LeavesOutWhatTheDataLacks) {
  EXPECT_EQ(text_of({"party_unknown", {{"party", ""}}}, Language::swedish),
            "Parten är inte med i ärendet. Lägg till parten först.");
  EXPECT_EQ(text_of({"no_such_rule", {}}, Language::swedish), "no_such_rule");
}

TEST(Sources, KnowTheShapesARuleIsWrittenIn) {
  const std::vector<sources::Source> some{
      {"engine/a.cpp", sources::without_comments(
                           "// Refusal{\"in_a_comment\", {}}\n"
                           "static constexpr std::string_view rule = \"one_rule\";\n"
                           "return Refusal{\"two_rules\", {{\"party\", x}, {\"field\", \"y\"}}};\n"
                           "refusals.push_back(\n    {\"three_rules\", {{\"value\", v}}});\n"
                           "require(why, !wish.id.empty(), \"four_rules\", \"unit.id\");\n"
                           "refuse_unless(!holds || a.b(), \"five_rules\", facts);\n"
                           "return ok ? yes : refuse(\"six_rules\", {{\"party\", a.b}});\n"
                           "return refuse_unless(all.empty(), rule, {{\"field\", all}});")}};
  EXPECT_EQ(sources::rule_ids(some),
            (std::set<std::string>{"one_rule", "two_rules", "three_rules", "four_rules",
                                   "five_rules", "six_rules"}));
  EXPECT_EQ(sources::data_names_by_rule(some).at("two_rules"),
            (std::set<std::string>{"party", "field"}));
  EXPECT_EQ(sources::placeholders("{a} och {b_c}, {a}"), (std::set<std::string>{"a", "b_c"}));
}

}  // namespace
}  // namespace kallad
