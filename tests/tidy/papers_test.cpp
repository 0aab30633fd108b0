// Tests that the papers agree with the code: READMEs of the rooms, the glossary, the scripts'
// presets. Not a test of whether README's commands work: tools/fresh_debian is.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/tidy/rules.hpp"

namespace kallad::tidy {
namespace {

std::string text_at(std::string_view path) {
  std::ifstream in(std::filesystem::path(KALLAD_SOURCE_DIR) / path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(RoomReadme, EveryRoomHasOne) {
  const auto found = check_every_room_has_readme(tree());
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(RoomReadme, CatchesARoomWithout) {
  const Files files = {sample("engine/seat/a.cpp", ""), sample("engine/case/a.cpp", ""),
                       sample("engine/case/README.md", "")};
  EXPECT_EQ(check_every_room_has_readme(files).size(), 1U);
}

TEST(RoomReadme, HasTheFixedHeadingsInAtMost40Lines) {
  Findings all;
  for (const auto& file : tree()) {
    if (room_of(file.path) != nullptr && file.path.ends_with("/README.md")) {
      std::ranges::copy(check_room_readme(file), std::back_inserter(all));
    }
  }
  EXPECT_TRUE(all.empty()) << told(all);
}

TEST(RoomReadme, CatchesMissingEmptyAndLong) {
  const std::string good =
      "# seat\n## What lives here\na\n## What comes in and goes out\na\n## May include\na\n"
      "## Where to change what\na\n## Read first\na\n";
  const auto caught = [](const std::string& text) {
    return check_room_readme(sample("engine/seat/README.md", text)).size();
  };
  EXPECT_EQ(caught(good), 0U);
  EXPECT_EQ(caught(good + std::string(40, '\n')), 1U);
  EXPECT_EQ(caught("# seat\n## What lives here\na\n"), 1U);
  auto empty = good;
  empty.replace(empty.find("## May include\na\n"), 17, "## May include\n\n");
  EXPECT_EQ(caught(empty), 1U);
  EXPECT_EQ(caught(good.substr(0, good.size() - 2)), 1U);
}

TEST(Glossary, HasEveryWordOfTheDomain) {
  const auto found = check_glossary_complete(file_at("GLOSSARY.md"));
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(Glossary, CatchesAMissingWord) {
  const auto all = check_glossary_complete(sample("GLOSSARY.md", ""));
  const auto row = sample("GLOSSARY.md", "| huvudman | authority | `principal` |\n");
  EXPECT_EQ(check_glossary_complete(row).size(), all.size() - 1);
}

TEST(Glossary, IdentifiersAreThoseOfTheEngine) {
  const auto found = check_glossary_used(file_at("GLOSSARY.md"), tree());
  EXPECT_TRUE(found.empty()) << told(found);
}

TEST(Glossary, CatchesAnIdentifierNobodyUses) {
  const auto glossary = sample("GLOSSARY.md", "| a | b | `plan`, `follow_up` |\n");
  const auto uses = [&](std::string_view code) {
    return check_glossary_used(glossary, {sample("engine/plan/a.hpp", code)}).size();
  };
  EXPECT_EQ(uses("struct PlanAgreed { Date follow_up_by; };"), 0U);
  EXPECT_EQ(uses("struct Explanation {}; // plan\n"), 2U);
}

TEST(Scripts, UseTheFoldersOfThePresets) {
  const auto presets = text_at("CMakePresets.json");
  for (const std::string folder : {"build", "build-asan", "build-tsan"}) {
    EXPECT_NE(presets.find("${sourceDir}/" + folder + "\""), std::string::npos) << folder;
  }
  const auto script = text_at("tools/test");
  EXPECT_NE(script.find("release) build=build ;;"), std::string::npos);
  EXPECT_NE(script.find("asan-ubsan) build=build-asan ;;"), std::string::npos);
  EXPECT_NE(script.find("tsan) build=build-tsan ;;"), std::string::npos);
}

TEST(Scripts, ReadmeNamesCommandsThatExist) {
  const auto readme = text_at("README.md");
  for (const std::string script : {"tools/run", "tools/test"}) {
    EXPECT_NE(readme.find("\n" + script + "\n"), std::string::npos) << script;
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(KALLAD_SOURCE_DIR) / script))
        << script;
  }
}

}  // namespace
}  // namespace kallad::tidy
