// A whole data folder to one sealed file that is known to be good, and back.
// Not the store alone: that is store/sqlite/beside/backup.hpp. Rules kept: a backup is kept only
// when what it holds has been restored and stood every check; nothing is overwritten; of what was
// refused nothing is left.
//
// Checked are the log's chain, list rows and due rows against the log folded anew, the chain of the
// access log, the published reports against their digests, and the structure of every file. The
// installation's key is in no backup: who has both, has everything.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "adapters/desk/brain.hpp"
#include "adapters/store/seal/seal_key.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"

namespace kallad {

/// A brain that may read the store at that place, to fold its streams anew.
using BrainAt = std::function<std::unique_ptr<Brain>(const StorePlace&)>;

/// What a backup holds. Note events and root to recognise a stale one later.
struct DataReport {
  VerifyReport log;
  std::vector<std::string> files;
};

/// Thrown where a backup was asked to stop.
struct BackupStopped : std::exception {
  const char* what() const noexcept override { return "the backup was stopped"; }
};

/// Copies every database of `data`, also while a server writes, seals them into `to` and restores
/// them once into a temporary folder in `data` to check them. Throws StoreError: exists, locked
/// (another backup is running), damaged, full, failed, missing; BackupStopped.
DataReport back_up_data(const std::filesystem::path& data, const std::filesystem::path& to,
                        const PublicSealKey& key, const BrainAt& brain_at,
                        const std::stop_token& stop = {});

/// Puts the files of a backup into `data`, which is made where it is missing. Throws StoreError:
/// exists (where one of the files is there), foreign (another key), damaged, newer, full, failed.
DataReport restore_data(const std::filesystem::path& from, const PrivateSealKey& key,
                        const std::filesystem::path& data, const BrainAt& brain_at);

/// Checks the databases of a folder that nobody uses. Throws StoreError `damaged` with the first
/// thing wrong.
VerifyReport check_data(const std::filesystem::path& folder, const BrainAt& brain_at);

}  // namespace kallad
