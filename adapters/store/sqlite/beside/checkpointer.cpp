// The checkpointer's thread and its passes.
// Not on the writer: long commits come from checkpoints, so they run on a connection of their own.
#include "adapters/store/sqlite/beside/checkpointer.hpp"

#include <sqlite3.h>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

Checkpointer::Checkpointer(CheckpointTarget target, CheckpointLimits limits, bool threaded)
    : target_(std::move(target)),
      limits_(limits),
      database_(open_store(target_.place, Access::maintain)) {
  if (threaded) thread_ = std::thread{[this] { run(); }};
}

Checkpointer::Checkpointer(SqliteStore& store, CheckpointLimits limits, bool threaded)
    : Checkpointer(
          {store.place(), store.gate(), [&store](const std::string& why) { store.fail(why); }},
          limits, threaded) {
  store_ = &store;
  store.on_commit([this](int pages) { note(pages); });
}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    wake_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
  if (store_ != nullptr) store_->on_commit({});
}

void Checkpointer::note(int pages) {
  const std::lock_guard lock{mutex_};
  pages_ = pages;
  if (pages < passed_at_) passed_at_ = 0;  // the log has started over
  if (pages - passed_at_ >= limits_.pass_pages) wake_.notify_one();
}

void Checkpointer::run() {
  while (true) {
    {
      std::unique_lock lock{mutex_};
      wake_.wait(lock, [this] { return stopping_ || pages_ - passed_at_ >= limits_.pass_pages; });
      if (stopping_) return;
      passed_at_ = pages_;
    }
    checkpoint();
  }
}

Checkpointer::Progress Checkpointer::pass() {
  Progress progress;
  ++passes_;
  const int code = sqlite3_wal_checkpoint_v2(
      database_.getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &progress.pages, &progress.done);
  if (code == SQLITE_OK || code == SQLITE_BUSY || fault_of(code) == StoreFault::full)
    return progress;
  // The kernel forgets a failed sync and would report the next one as good: only a restart that
  // replays the write-ahead log may touch the file again.
  target_.fail(std::string{"a checkpoint failed: "} + sqlite3_errmsg(database_.getHandle()));
  return {};
}

void Checkpointer::checkpoint() {
  const Progress progress = pass();
  if (progress.pages < limits_.most_pages) return;
  const std::lock_guard hold{target_.gate};
  ++holds_;
  pass();
}

}  // namespace kallad
