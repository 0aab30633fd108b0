// Every story under tests/scenes comes out as it says, gives the same log word for word in two
// stores, and is answered as repeated when it is played again into the same one.
// Not the stories: they lie beside this file, one to a file.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "adapters/clock/stockholm.hpp"
#include "adapters/scene/run.hpp"
#include "adapters/scene/stage/temporary_folder.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"

namespace kallad::scene {
namespace {

std::vector<std::filesystem::path> stories() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path root = std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/scenes";
  for (const auto& entry : std::filesystem::recursive_directory_iterator{root}) {
    const bool is_register = entry.path().filename() == "northwest_skane.scene";
    if (entry.path().extension() == ".scene" && !is_register) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

const Calendar& calendar() {
  static const Calendar sweden{stockholm()};
  return sweden;
}

/// What playing into a store came to, and the hash over what the log says then.
struct Played {
  PlayReport report;
  std::string told;
};

Played played(const Story& story, const TemporaryFolder& folder) {
  const StorePlace place{folder.path() / "kallad.db", {}};
  Stage stage{place, calendar()};
  PlayReport report = play(story, stage);
  return {std::move(report), hex(verify(place, {.told = true}).told)};
}

std::string wrong(const PlayReport& report) {
  std::string text;
  for (const FileFault& fault : report.faults) text += text_of(fault);
  for (const Failure& failure : report.failures) text += text_of(failure);
  return text;
}

TEST(Scenes, ComeOutAsTheySayTheSameEachTimeAndStoreOnce) {
  const auto files = stories();
  ASSERT_GE(files.size(), 40U);
  for (const auto& file : files) {
    const Story story = read_story(file);
    const TemporaryFolder one;
    const TemporaryFolder other;
    const Played first = played(story, one);
    EXPECT_EQ(wrong(first.report), "");
    EXPECT_EQ(played(story, other).told, first.told) << file << " gave another log";
    // Of a case that is disposed of nobody knows any more what was said to it.
    if (file.parent_path().filename() == "disposal") continue;
    const Played again = played(story, one);
    EXPECT_EQ(wrong(again.report), "") << "played again";
    EXPECT_EQ(again.told, first.told) << file << " has stored something twice";
  }
}

TEST(Scenes, TellInTheirFirstLineWhatTheyAreAbout) {
  for (const auto& file : stories()) {
    std::ifstream in{file};
    std::string line;
    std::getline(in, line);
    EXPECT_TRUE(line.starts_with("# ") && line.size() > 20U) << file;
  }
}

}  // namespace
}  // namespace kallad::scene
