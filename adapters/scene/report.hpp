// What playing stories came to: expectations that did not hold, mistakes in the stories, counts.
// Not the playing: that is player.hpp. Texts are Swedish, for the one who writes stories.
#pragma once

#include <string>
#include <vector>

#include "adapters/scene/text/words.hpp"

namespace kallad::scene {

/// As what a story is told: as it stands, or as an example whose cases and entries are marked as
/// invented.
enum class Telling { plain, examples };

/// An expectation that does not hold.
struct Failure {
  std::string file;
  std::size_t line = 0;
  std::string text;  ///< the line as written
  std::string wanted;
  std::string got;
};

/// A mistake in a story, and in which file.
struct FileFault {
  std::string file;
  Fault fault;
};

/// Counts of a story: commands by what became of them, and expectations.
struct PlayReport {
  std::vector<Failure> failures;
  std::vector<FileFault> faults;
  std::size_t lines = 0;
  std::size_t accepted = 0;
  std::size_t repeated = 0;  ///< stored before, by an earlier run into the same store
  std::size_t refused = 0;
  std::size_t skipped = 0;  ///< nothing to look at, since the line was played before
  std::size_t expectations = 0;
  bool is_good() const { return failures.empty() && faults.empty(); }
};

/// FILE:LINE: the line, then what was expected and what came; a form that editors can jump from.
inline std::string text_of(const Failure& failure) {
  return failure.file + ":" + std::to_string(failure.line) + ": " + failure.text +
         "\n  väntade: " + failure.wanted + "\n  fick:    " + failure.got + "\n";
}

/// FILE:LINE:COLUMN: what is wrong.
inline std::string text_of(const FileFault& fault) {
  return fault.file + ":" + std::to_string(fault.fault.place.line) + ":" +
         std::to_string(fault.fault.place.column) + ": " + fault.fault.what + "\n";
}

}  // namespace kallad::scene
