// Texts of the pages: in both languages, all used, none missing, and none in code or templates.
// Not whether they are well written: people read them. Rule kept: every text is in both languages.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "adapters/web/template/templates.hpp"
#include "adapters/web/template/texts.hpp"

namespace kallad::web::texts_testing {

namespace {

namespace fs = std::filesystem;

std::string read_whole(const fs::path& file) {
  std::ifstream in{file};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Files of adapters/web with that ending, with their text.
std::vector<std::pair<std::string, std::string>> files_of(std::string_view ending) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path{KALLAD_SOURCE_DIR} / "adapters/web")) {
    const std::string name = entry.path().string();
    if (name.ends_with(ending)) all.emplace_back(name, read_whole(entry.path()));
  }
  return all;
}

std::set<std::string> found_in(const std::string& text, const std::regex& what) {
  std::set<std::string> all;
  for (std::sregex_iterator it{text.begin(), text.end(), what}, end; it != end; ++it) {
    all.insert((*it)[1].str());
  }
  return all;
}

std::set<std::string> keys_in_code() {
  static const std::regex literal{"\"([a-z0-9_.]+)\"_text"};
  std::set<std::string> keys;
  for (const std::string_view ending : {".cpp", ".hpp"}) {
    for (const auto& [name, text] : files_of(ending)) keys.merge(found_in(text, literal));
  }
  keys.erase("start.title");  // an example in a comment
  return keys;
}

/// Families whose keys are put together at run time: `said_of("problem." + status + …)`.
bool is_of_family(const std::string& key) {
  for (const auto& [name, text] : files_of(".cpp")) {
    static const std::regex family{"\"([a-z_]+\\.)\" \\+"};
    for (const std::string& beginning : found_in(text, family)) {
      if (key.starts_with(beginning)) return true;
    }
  }
  return false;
}

}  // namespace

TEST(Texts, AreTheSameKeysInBothLanguages) {
  std::set<std::string> swedish;
  std::set<std::string> english;
  for (const auto& [key, text] : texts(Language::swedish)) swedish.insert(key);
  for (const auto& [key, text] : texts(Language::english)) english.insert(key);
  EXPECT_EQ(swedish, english);
  EXPECT_GT(swedish.size(), 50U);
}

TEST(Texts, HaveTheSameHolesInBothLanguages) {
  static const std::regex hole{"(\\{\\{[^}]*\\}\\})"};
  for (const auto& [key, text] : texts(Language::swedish)) {
    EXPECT_EQ(found_in(text, hole), found_in(texts(Language::english).at(key), hole)) << key;
  }
}

TEST(Texts, ThatCodeNamesAreThere) {
  for (const std::string& key : keys_in_code()) {
    EXPECT_TRUE(texts(Language::swedish).contains(key)) << key;
  }
}

TEST(Texts, AreAllUsed) {
  const auto in_code = keys_in_code();
  const auto in_templates = keys_of_templates();
  for (const auto& [key, text] : texts(Language::swedish)) {
    const bool used = in_code.contains(key) || in_templates.contains(key) || is_of_family(key);
    EXPECT_TRUE(used) << key << " is used nowhere";
  }
}

/// Words between tags that are neither a text's nor a value's.
TEST(Texts, StandInNoTemplate) {
  static const std::regex tags{"<[^>]*>|\\{\\{[^}]*\\}\\}|\\[\\[[^\\]]*\\]\\]|&[a-z]+;"};
  static const std::regex letters{"([A-Za-zÅÄÖåäö]{2,})"};
  for (const auto& [name, text] : files_of(".html")) {
    const std::string bare =
        std::regex_replace(std::regex_replace(text, std::regex{"\\{\\{[^}]*\\}\\}"}, ""), tags, "");
    EXPECT_EQ(found_in(bare, letters), std::set<std::string>{}) << name;
    static const std::regex spoken{"(?:aria-label|alt|title|placeholder)=\"([^\"{]+)\""};
    EXPECT_EQ(found_in(text, spoken), std::set<std::string>{}) << name;
  }
}

/// Whether a line of an English text says "principal" to people: keys, holes and names of columns
/// are no words of ours.
bool says_principal(std::string line) {
  static const std::regex holes{"\\{[^}\" ]*\\}|column principal|^[a-z0-9_.-]+ = |\"[a-z0-9_.]+\""};
  static const std::regex word{"\\b[Pp]rincipals?\\b"};
  line = std::regex_replace(line, holes, "");
  return !line.starts_with("//") && std::regex_search(line, word);
}

/// GLOSSARY.md: a huvudman is an authority in English, wherever it is told of.
TEST(Texts, SayAuthorityInEnglishEverywhere) {
  EXPECT_TRUE(says_principal("    {\"field\", \"unit.principal\", \"the unit's principal\"},"));
  EXPECT_FALSE(says_principal("units.principal = Authority of {{principal}}"));
  const fs::path source{KALLAD_SOURCE_DIR};
  int seen = 0;
  for (const char* folder : {"web/texts/en", "letter/texts", "wording/words/english"}) {
    for (const auto& entry : fs::directory_iterator(source / "adapters" / folder)) {
      if (entry.path().string().find(".sv.") != std::string::npos) continue;
      std::ifstream in{entry.path()};
      ++seen;
      for (std::string line; std::getline(in, line);)
        EXPECT_FALSE(says_principal(line)) << entry.path().filename() << ": " << line;
    }
  }
  EXPECT_GT(seen, 50);
}

TEST(Texts, AreFilled) {
  EXPECT_EQ(said({"start.drafts"}, Language::english, {{"count", "3"}}), "3 deficiency drafts");
  EXPECT_EQ(said({"no.such"}, Language::english), "no.such");
}

}  // namespace kallad::web::texts_testing
