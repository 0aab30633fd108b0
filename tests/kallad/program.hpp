// Runs the program as a user does: words of a command line in; exit code, output and errors out.
// Not its functions: the binary that is shipped is what is tested.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kallad::program {

/// What a run came to.
struct Told {
  int code = -1;
  std::string out;
  std::string errors;
};

/// Whether `part` stands in `text`.
bool has(const std::string& text, std::string_view part);

/// A folder of its own, and the program run in the source tree's root.
class Bench {
 public:
  Bench();
  ~Bench();
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  /// `DATA` in the words stands for the data folder, `HERE` for this folder. What has not ended
  /// after five minutes is ended, with 124 as its code.
  Told run(std::string words, std::string_view input = {}) const;
  /// Writes a file in this folder.
  void write(const std::string& name, std::string_view text) const;
  std::string read(const std::string& name) const;
  /// Plays the demo's first stories into the data folder.
  void fill() const;
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace kallad::program
