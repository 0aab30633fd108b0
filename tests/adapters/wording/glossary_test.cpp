// The program says to people what the glossary says it says: where an identifier of GLOSSARY.md has
// a word, the word is the glossary's. Not whether the glossary is complete and its identifiers are
// used in the engine: tests/tidy/papers_test.cpp.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "adapters/wording/words/word.hpp"

namespace kallad {
namespace {

using Glossary = std::multimap<std::string, std::string>;

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(' ');
  if (from == std::string::npos) return "";
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::vector<std::string> parts(const std::string& text, char between) {
  std::vector<std::string> all(1);
  for (const char c : text) {
    if (c == between) all.emplace_back();
    if (c != between) all.back() += c;
  }
  for (auto& part : all) part = trimmed(part);
  return all;
}

/// The Swedish words of each identifier: `| ersättare | … | `substitute` |`.
Glossary read_glossary() {
  Glossary words;
  std::ifstream in{std::filesystem::path{KALLAD_SOURCE_DIR} / "GLOSSARY.md"};
  for (std::string line; std::getline(in, line);) {
    const auto cells = parts(line, '|');
    if (cells.size() != 5 || cells[3].size() < 3 || cells[3].front() != '`') continue;
    const auto identifier = cells[3].substr(1, cells[3].size() - 2);
    for (const auto& word : parts(cells[1], ',')) words.emplace(identifier, word);
  }
  return words;
}

bool says_one_of(const Glossary& glossary, const std::string& identifier, std::string_view text) {
  const auto [from, to] = glossary.equal_range(identifier);
  for (auto word = from; word != to; ++word) {
    if (text.find(word->second) != std::string_view::npos) return true;
  }
  return false;
}

TEST(Glossary, IsWhatTheProgramSays) {
  const auto glossary = read_glossary();
  ASSERT_GT(glossary.size(), 30U);
  int checked = 0;
  for (const auto table : all_words(Language::swedish)) {
    for (const Word& word : table) {
      const std::string identifier{word.value};
      if (!glossary.contains(identifier)) continue;
      EXPECT_TRUE(says_one_of(glossary, identifier, word.text))
          << word.kind << " " << identifier << " is said as " << word.text;
      ++checked;
    }
  }
  EXPECT_GT(checked, 20);
}

TEST(Glossary, KnowsEachStepOfTheProcess) {
  const auto glossary = read_glossary();
  for (const char* step :
       {"summons", "mapping", "meeting", "activity_follow_up", "follow_up", "evaluation"}) {
    EXPECT_TRUE(glossary.contains(step)) << step;
  }
}

TEST(Glossary, CatchesAnotherWord) {
  const Glossary glossary{{"substitute", "ersättare"}};
  EXPECT_TRUE(says_one_of(glossary, "substitute", "länk till ersättaren"));
  EXPECT_FALSE(says_one_of(glossary, "substitute", "vikarie"));
}

}  // namespace
}  // namespace kallad
