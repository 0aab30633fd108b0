// mkdtemp makes and names the folder in one step, readable by its owner alone.
// Not in memory: the story is played on the real disk.
#include "adapters/scene/stage/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace kallad::scene {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "kallad-scene-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw std::filesystem::filesystem_error("no temporary folder", name,
                                            std::error_code{errno, std::generic_category()});
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace kallad::scene
