// Folding the write-ahead log into the store file beside the writer, so that no commit has to wait
// for it. Rules kept: the log stays bounded as long as readers let go; a failed sync stops all
// writing (faults, row 3).
//
// Passive passes run on a connection of their own while the writer goes on. They never catch up
// with a busy writer, and a log that is never caught up with never starts over; so when it has
// grown past `most_pages`, a last short pass is made while the writer is held back, and the next
// commit begins the log anew. A reader that holds an old snapshot keeps the log from starting over;
// it does so at the first pass after the reader lets go, and a file larger than 64 MB is then cut
// back to that (journal_size_limit in file/schema.cpp). When a key was destroyed the log is cut off
// whole, as soon as no reader needs it.
#pragma once

#include <SQLiteCpp/Database.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "adapters/store/sqlite/store.hpp"

namespace kallad {

/// Sizes of the write-ahead log, in pages of 4 KiB.
struct CheckpointLimits {
  int pass_pages = 4'096;   ///< new pages after which a passive pass is made
  int most_pages = 16'384;  ///< size at which the writer is held back for the last pass
};

/// Whose log is folded in: where it is, what keeps its writer out, and what is called when a sync
/// fails.
struct CheckpointTarget {
  StorePlace place;
  std::mutex& gate;
  std::function<void(const std::string&)> fail;
};

class Checkpointer {
 public:
  /// `threaded` starts the thread; without it only checkpoint() works.
  explicit Checkpointer(CheckpointTarget target, CheckpointLimits limits = {},
                        bool threaded = true);
  /// Listens to the store's commits as well. Must be gone before the store.
  explicit Checkpointer(SqliteStore& store, CheckpointLimits limits = {}, bool threaded = true);
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  /// One passive pass and, if the log is large, the last pass. Errors stop the store, except a full
  /// disk.
  void checkpoint();
  /// Told after each commit how many pages the log holds. Thread-safe.
  void note(int pages);
  /// Cuts the log off, now or as soon as it can be: it may hold what is to be gone. Thread-safe.
  void clear_log();
  /// Passes made, and how many of them held the writer back.
  std::uint64_t passes() const { return passes_; }
  std::uint64_t holds() const { return holds_; }

 private:
  struct Progress {
    int pages = 0;  ///< in the log
    int done = 0;   ///< of them folded in
  };
  void run();
  bool wait();
  Progress pass();
  bool cut_off();
  bool judged(int code);

  CheckpointTarget target_;
  SqliteStore* store_ = nullptr;
  CheckpointLimits limits_;
  SQLite::Database database_;
  std::mutex mutex_;
  std::condition_variable wake_;
  int pages_ = 0;
  int passed_at_ = 0;
  bool clearing_ = false;
  bool busy_ = false;  ///< a reader kept the log; of the thread alone
  bool stopping_ = false;
  std::atomic<std::uint64_t> passes_ = 0;
  std::atomic<std::uint64_t> holds_ = 0;
  std::thread thread_;
};

}  // namespace kallad
