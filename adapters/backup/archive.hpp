// The databases of a folder as one sealed file, and back.
// Not a check of what they say: data_backup.hpp does that before anything gets its name. Not for
// other files: keys, locks and logs stay where they are. Rule kept: a name out of an archive can
// only become a file in the folder that was asked for.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "adapters/store/seal/sealed_file.hpp"

namespace kallad {

/// Called between pieces of long work; ends it by throwing.
using GoOn = std::function<void()>;

/// Names of the SQLite files in `folder`, sorted. Temporary folders and what lies beside a database
/// are left out.
std::vector<std::string> databases_in(const std::filesystem::path& folder);

/// Writes the named files of `folder` into the archive, and finishes it. Throws StoreError.
void pack(const std::filesystem::path& folder, const std::vector<std::string>& names,
          SealWriter& into, const GoOn& go_on = {});

/// Writes the archive's files into `folder`, which is empty, each with mode 0600; returns their
/// names. Throws StoreError `damaged` where it is no whole archive.
std::vector<std::string> unpack(SealReader& from, const std::filesystem::path& folder,
                                const GoOn& go_on = {});

}  // namespace kallad
