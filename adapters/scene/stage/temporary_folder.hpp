// A folder of its own for a story that is not to be kept, gone when the story is.
// Not shared: its name is made by the system, and no other run has the same.
#pragma once

#include <filesystem>

namespace kallad::scene {

class TemporaryFolder {
 public:
  /// Throws std::filesystem::filesystem_error where none can be made.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace kallad::scene
