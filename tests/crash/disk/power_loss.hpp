// What is left on a disk after power loss: every file as of some change, with what had not been
// synced kept, dropped, torn or reordered.
// Not a guess about one file system: whatever no sync has promised may be there or not.
// Rule kept (faults, row 2): torn at 512 bytes and at 4 KiB.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

#include "tests/crash/disk/disk.hpp"

namespace kallad::testing {

/// What becomes of changes that no sync has covered.
struct Loss {
  enum class Kept { nothing, all, some };
  Kept kept = Kept::nothing;
  unsigned seed = 0;          ///< with `some`: which pieces are kept
  std::int64_t sector = 512;  ///< with `some`: the size of a piece
};

/// Files by name.
using DiskImage = std::map<std::string, std::string>;

/// The files after power was lost behind the first `count` of `changes`.
DiskImage after_power_loss(std::span<const DiskChange> changes, std::size_t count,
                           const Loss& loss);

/// Puts the image into an empty folder.
void write_image(const DiskImage& image, const std::filesystem::path& folder);

}  // namespace kallad::testing
