// The writing side of the access log: one thread commits all openings that wait, in one go.
// Not searching: access_reader.hpp. Rule kept: nothing personal is shown before the row that says
// so is on disk; an opening that cannot be logged is not answered.
#pragma once

#include <SQLiteCpp/Database.h>

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "adapters/access_log/access_row.hpp"

namespace kallad {

/// Takes openings from many threads.
class AccessLog {
 public:
  /// Called once, from the log's own thread: with nothing when the row is on disk, or with a
  /// StoreError when it is not. Must be short and must not throw.
  using Done = std::function<void(std::exception_ptr)>;

  /// Opens or makes the log. Throws StoreError.
  explicit AccessLog(const std::filesystem::path& file);
  /// Writes what waits, then ends.
  ~AccessLog();
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  /// Logs an opening at `now` and calls `done`. The log's time never runs backwards: a row gets
  /// the time of the row before where that is later.
  void record(Opening opening, Instant now, Done done);
  /// The same, and waits. Throws StoreError where it is not on disk.
  void record_and_wait(Opening opening, Instant now);

 private:
  struct Waiting {
    AccessRow row;
    Done done;
  };
  void run();
  void write(std::vector<Waiting>& batch);
  void append(std::vector<Waiting>& batch);

  SQLite::Database database_;
  AccessRow last_;
  Digest hash_{};
  Hasher hasher_;
  bool failed_ = false;  ///< after a failed write or sync; the log's thread only
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  bool ending_ = false;
  std::thread thread_;  ///< last: it uses all of the above
};

}  // namespace kallad
