// The lock that makes a store's writer the only one, held as long as the process lives.
// Not SQLite's own locks: those are taken per transaction, and two desks would take turns without
// noticing. Rule kept (faults, row 17): a second writer is refused, also while the first is stopped
// by a signal.
#pragma once

#include <filesystem>

namespace kallad {

/// Holds `<store>.lock`. A file of its own, because closing any other descriptor of the database
/// would drop SQLite's locks on it. The kernel lets go when the process ends, however it ends.
class FileLock {
 public:
  /// Throws StoreError `locked` when another holds it (with its process id), `failed` when it
  /// cannot be made.
  explicit FileLock(const std::filesystem::path& store);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace kallad
