// A disk under test: an sqlite3_vfs that writes down every change made through it, and can fail.
// Not a file system: files lie in a real folder and are read from there, which is what a running
// program sees; what would be left after power loss is reckoned in power_loss.hpp.
// Rule kept (faults, rows 2-4): each call can be made to fail, by its number.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace kallad::testing {

/// A change of a file, in the order in which they were made.
struct DiskChange {
  enum class Kind { write, truncate, sync, remove };
  Kind kind = Kind::write;
  std::string file;            ///< without its folder
  std::int64_t place = 0;      ///< where the bytes go; the new size of a truncated file
  std::string bytes;           ///< what was written
  bool lost = false;           ///< a sync failed over it: the kernel may have thrown it away
  bool folder_synced = false;  ///< of a removal: it cannot come back
};

/// How a call fails.
enum class DiskFault {
  none,
  error,        ///< nothing is done: EIO
  short_write,  ///< half of the bytes are written: EIO. Other calls: as error
  full,         ///< writes: half of the bytes are written, and the disk is full
};

/// Registered under a name of its own as long as it lives; stores are opened with that name.
/// Thread-safe. Syncs are not handed on to the real disk.
class Disk {
 public:
  explicit Disk(bool recording = true);
  ~Disk();
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  const std::string& name() const { return name_; }

  /// Changes recorded so far.
  std::size_t change_count() const;
  std::vector<DiskChange> changes() const;
  /// Calls so far, in order: "write store.db-wal". Reads, writes, syncs, truncations, removals.
  std::vector<std::string> calls() const;

  /// Lets the call with this number fail (the first has number 1), once.
  void fail_at(std::size_t call, DiskFault fault);
  /// From the call with this number on writes fail for want of space.
  void full_from(std::size_t call);
  void make_space();

  /// For the file's methods: counts a call and says how it goes.
  DiskFault next(const char* what, const std::string& file, bool is_write);
  /// For the file's methods: notes a change that was made.
  void note(DiskChange change);
  /// For the file's methods: a sync of this file failed.
  void lose(const std::string& file);
  sqlite3_vfs* real() const { return real_; }

 private:
  struct Registration;
  mutable std::mutex mutex_;
  bool recording_;
  std::string name_;
  sqlite3_vfs* real_;
  std::unique_ptr<Registration> registration_;
  std::vector<DiskChange> changes_;
  std::vector<std::string> calls_;
  std::size_t fail_at_ = 0;
  DiskFault fault_ = DiskFault::none;
  std::size_t full_from_ = std::numeric_limits<std::size_t>::max();
};

}  // namespace kallad::testing
