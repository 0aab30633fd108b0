// Stories written inside tests, played as files are: in a folder of their own, with the register of
// north-west Skåne beside them.
// Not a stand-in for the runner: the text goes to a file and the file is played.
#pragma once

#include <string>
#include <string_view>

#include "adapters/scene/run.hpp"
#include "adapters/scene/stage/temporary_folder.hpp"

namespace kallad::scene {

/// The working calendar of Sweden; made once.
const Calendar& calendar();

/// A text with the place of its first fault, as "LINE:COLUMN", or "" where it has none.
std::string fault_place(std::string_view story);

/// A folder in which stories are written and played.
class Playing {
 public:
  Playing();
  /// Writes the story under that name and plays it alone.
  PlayReport alone(std::string_view story, const std::string& name = "story");
  /// Plays it into the store of this folder.
  PlayReport kept(std::string_view story, const std::string& name = "story");
  /// The hash over what all events in the kept store say, in hexadecimal.
  std::string told();
  std::filesystem::path write(std::string_view story, const std::string& name);
  StorePlace place() const { return {folder_.path() / "kallad.db", {}}; }

 private:
  TemporaryFolder folder_;
};

/// A case with three parties whose summons is out and has reached the region, until 2026-03-02
/// 09:06. The line after it stands alone.
std::string summoned();

/// What went wrong, for messages: every fault and failure as text.
std::string text_of(const PlayReport& report);

}  // namespace kallad::scene
