// Reads story files and plays them: each in a store of its own that is gone afterwards, or all into
// one that is kept. The door of this room.
// Not the program's face: tools/kallad prints the reports.
#pragma once

#include <filesystem>
#include <optional>

#include "adapters/scene/report.hpp"
#include "adapters/scene/stage/stage.hpp"
#include "adapters/scene/text/scene.hpp"

namespace kallad::scene {

/// A story with the files it uses, read and not yet played.
struct Story {
  Scene scene;
  std::vector<Scene> used;  ///< in the order of their `use` lines
  std::vector<FileFault> faults;
};

/// Reads a story; files it uses are looked for beside it.
Story read_story(const std::filesystem::path& file);

/// Plays it on that stage. A story with faults is not played. As examples: what it opens and
/// registers is marked as invented, so that it can be removed again.
PlayReport play(const Story& story, Stage& stage, Telling as = Telling::plain);

/// Reads and plays it in a temporary store.
PlayReport play_alone(const std::filesystem::path& file, const Calendar& calendar);

}  // namespace kallad::scene
