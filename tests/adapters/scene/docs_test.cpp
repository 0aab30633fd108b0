// The stories in docs/scenes.md run as they stand, and the scene files of the product do.
// Not a second copy of the stories: they are read from the paper and the tree.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/adapters/scene/playing.hpp"

namespace kallad::scene {
namespace {

const std::filesystem::path root{KALLAD_SOURCE_DIR};

/// The blocks of a paper fenced as scenes, with their first lines' numbers.
std::vector<std::pair<int, std::string>> stories_in(const std::filesystem::path& paper) {
  std::ifstream in{paper};
  std::vector<std::pair<int, std::string>> stories;
  bool inside = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line == "```scene") {
      inside = true;
      stories.emplace_back(number + 1, "");
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      stories.back().second += line + "\n";
    }
  }
  return stories;
}

TEST(SceneDocs, EveryStoryInThePaperRuns) {
  const auto stories = stories_in(root / "docs/scenes.md");
  ASSERT_GE(stories.size(), 4U);
  for (const auto& [line, story] : stories) {
    Playing playing;
    const auto report = playing.alone(story);
    EXPECT_TRUE(report.is_good()) << "docs/scenes.md:" << line << "\n" << text_of(report);
    EXPECT_GT(report.accepted, 0U);
  }
}

}  // namespace
}  // namespace kallad::scene
