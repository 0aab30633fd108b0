// The checkpointer's thread and its passes.
// Not on the writer: long commits come from checkpoints, so they run on a connection of their own.
#include "adapters/store/sqlite/beside/checkpointer.hpp"

#include <sqlite3.h>

#include <chrono>
#include <utility>

#include "adapters/store/sqlite/file/fault.hpp"

namespace kallad {

namespace {
constexpr std::chrono::seconds between_tries{1};
constexpr int short_wait_ms = 20;
}  // namespace

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
  if (store.found_wal()) clear_log();
  store.on_commit([this](CommitTrace trace) {
    note(trace.wal_pages);
    if (trace.broke_seal) clear_log();
  });
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

void Checkpointer::clear_log() {
  const std::lock_guard lock{mutex_};
  clearing_ = true;
  wake_.notify_one();
}

/// False: it is time to end. While a reader keeps the log from being cut off, that is tried again.
bool Checkpointer::wait() {
  std::unique_lock lock{mutex_};
  const auto has_work = [this] { return stopping_ || pages_ - passed_at_ >= limits_.pass_pages; };
  if (clearing_ && busy_) {
    wake_.wait_for(lock, between_tries, has_work);
  } else {
    wake_.wait(lock, [&] { return clearing_ || has_work(); });
  }
  passed_at_ = pages_;
  return !stopping_;
}

void Checkpointer::run() {
  while (wait()) {
    checkpoint();
    const bool clearing = [this] {
      const std::lock_guard lock{mutex_};
      return std::exchange(clearing_, false);
    }();
    busy_ = clearing && !cut_off();
    if (busy_) clear_log();
  }
}

/// The writer is held back, but not for a reader that does not let go. Whether nothing is left.
bool Checkpointer::cut_off() {
  const std::lock_guard hold{target_.gate};
  sqlite3_busy_timeout(database_.getHandle(), short_wait_ms);
  const int code = sqlite3_wal_checkpoint_v2(database_.getHandle(), nullptr,
                                             SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  return judged(code) && code == SQLITE_OK;
}

Checkpointer::Progress Checkpointer::pass() {
  Progress progress;
  ++passes_;
  const int code = sqlite3_wal_checkpoint_v2(
      database_.getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &progress.pages, &progress.done);
  return judged(code) ? progress : Progress{};
}

/// The kernel forgets a failed sync and would report the next one as good: only a restart that
/// replays the write-ahead log may touch the file again.
bool Checkpointer::judged(int code) {
  if (code == SQLITE_OK || code == SQLITE_BUSY || fault_of(code) == StoreFault::full) return true;
  target_.fail(std::string{"a checkpoint failed: "} + sqlite3_errmsg(database_.getHandle()));
  return false;
}

void Checkpointer::checkpoint() {
  const Progress progress = pass();
  if (progress.pages < limits_.most_pages) return;
  const std::lock_guard hold{target_.gate};
  ++holds_;
  pass();
}

}  // namespace kallad
