// A side file with its lock: work on it is one transaction, or reads it alone.
// Not the tables: each room has its own (SideKind). Rule kept: what was answered is on disk; after
// a write that failed for the disk's sake nothing more is promised until a restart.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <filesystem>
#include <mutex>
#include <string>

#include "adapters/store/side/side_file.hpp"
#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

/// One connection, one lock. Safe for many threads; `work` gets the connection alone, and must be
/// short.
class SideStore {
 public:
  /// Opens or makes the file. `kind` outlives the store. Throws StoreError.
  SideStore(const std::filesystem::path& file, const SideKind& kind)
      : what_(kind.what), database_(open_side_file(file, kind)) {}

  /// Runs `work` as one transaction that is on disk when this returns; rolled back when it throws.
  template <class Work>
  auto write(Work&& work) {
    const std::lock_guard lock{mutex_};
    if (failed_) throw StoreError(StoreFault::failed, what_ + " failed before; start anew");
    try {
      return guarded("writing " + what_, [&] {
        SQLite::Transaction transaction{database_, SQLite::TransactionBehavior::IMMEDIATE};
        auto result = work(database_);
        transaction.commit();
        return result;
      });
    } catch (const StoreError& error) {
      failed_ = error.fault() == StoreFault::failed;
      throw;
    }
  }

  template <class Work>
  auto read(Work&& work) {
    const std::lock_guard lock{mutex_};
    return guarded("reading " + what_, [&] { return work(database_); });
  }

 private:
  std::string what_;
  SQLite::Database database_;
  std::mutex mutex_;
  bool failed_ = false;
};

}  // namespace kallad
