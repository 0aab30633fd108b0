// The file of accounts, one-time links, sessions and counted tries: one connection, one lock.
// Not part of the event log: people must be erasable, and what is erased is overwritten.
// Rule kept: a stolen file holds nothing that signs anybody in; what was answered is on disk.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <boost/variant2/variant.hpp>
#include <filesystem>
#include <mutex>

#include "adapters/store/side/side_file.hpp"
#include "adapters/store/sqlite/file/fault.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// What a wish about people came to: a value, or why not.
template <class Value>
using OrRefusals = boost::variant2::variant<Value, Refusals>;

/// Where there is nothing to tell but that it was done.
struct Done {
  bool operator==(const Done&) const = default;
};

/// The connection. `work` gets it alone, and must be short: no password is hashed in here.
class PeopleFile {
 public:
  /// Opens or makes the file. Throws StoreError.
  explicit PeopleFile(const std::filesystem::path& file);

  /// Runs `work` as one transaction that is on disk when this returns; rolled back when it throws.
  template <class Work>
  auto write(Work&& work) {
    const std::lock_guard lock{mutex_};
    return guarded("writing the people file", [&] {
      SQLite::Transaction transaction{database_, SQLite::TransactionBehavior::IMMEDIATE};
      auto result = work(database_);
      transaction.commit();
      return result;
    });
  }

  template <class Work>
  auto read(Work&& work) {
    const std::lock_guard lock{mutex_};
    return guarded("reading the people file", [&] { return work(database_); });
  }

 private:
  SQLite::Database database_;
  std::mutex mutex_;
};

}  // namespace kallad
