// The file of webhook endpoints and of messages that wait or could not be delivered.
// Not the event log and no copy of it: rows hold ids, never content. Rules kept: what was answered
// is on disk; secrets are sealed with the installation's key; after a failed write nothing more is
// promised.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <filesystem>
#include <mutex>
#include <string>

#include "adapters/sign_in/secret/secret.hpp"
#include "adapters/store/side/side_file.hpp"
#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad::webhook {

/// One connection, one lock. Safe for many threads.
class WebhookFile {
 public:
  /// Opens or makes the file. The keyring outlives it. Throws StoreError.
  WebhookFile(const std::filesystem::path& file, const Keyring& keyring);

  const Keyring& keyring() const { return keyring_; }

  /// Runs `work` as one transaction that is on disk when this returns; rolled back when it throws.
  template <class Work>
  auto write(Work&& work) {
    const std::lock_guard lock{mutex_};
    if (failed_) throw StoreError(StoreFault::failed, "the webhook file failed before; start anew");
    try {
      return guarded("writing the webhook file", [&] {
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
    return guarded("reading the webhook file", [&] { return work(database_); });
  }

 private:
  const Keyring& keyring_;
  SQLite::Database database_;
  std::mutex mutex_;
  bool failed_ = false;
};

}  // namespace kallad::webhook
