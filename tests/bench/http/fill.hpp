// A store with many running cases whose deadlines have passed long ago, made without HTTP.
// Not the program's way of commands: only its desk and its engine, with a clock that stands in
// 2026.
#pragma once

#include <cstdint>
#include <filesystem>

namespace kallad::bench {

struct Filled {
  std::uint64_t commands = 0;
  std::uint64_t due_rows = 0;  ///< that wait when the clock is right again, as far as known
  double seconds = 0;
};

/// Below `data`, whose store must hold the register of tests/scenes/northwest_skane.scene. Each
/// case is opened, called to a meeting and left.
Filled fill_with_overdue(const std::filesystem::path& data, int cases);

}  // namespace kallad::bench
