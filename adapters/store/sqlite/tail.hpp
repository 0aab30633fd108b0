// The tail: streams whose row in `cases` is older than their last event.
// Why: rewriting a case's row for every event makes appending three times slower (measured, design
// §4), so rows are written in batches; until then the truth about where a stream ends is here, and
// on disk in the log itself. Rule kept: readers see a stream's new end only after the commit that
// made it.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "adapters/store/sqlite/file/log_walk.hpp"

namespace kallad {

/// Written by the desk's thread; `committed_end` may be asked from any thread.
class Tail {
 public:
  /// Notes within the open transaction that `stream` has grown to `end`, with its first new event
  /// at `first`.
  void grow(std::int64_t stream, std::int64_t first, StreamEnd end);
  /// Notes within the open transaction that the row in `cases` is up to date.
  void settle(std::int64_t stream);
  void commit();
  void rollback();

  /// As the writer sees it, with what the open transaction has staged.
  std::optional<StreamEnd> end_of(std::int64_t stream) const;
  /// As of the last commit. Thread-safe.
  std::optional<StreamEnd> committed_end(std::int64_t stream) const;

  std::size_t size() const;
  /// The next few streams that wait, by their numbers: neighbours in `cases` are written together,
  /// since a page costs the same for one row as for twenty. Goes round, so that each stream's turn
  /// comes.
  std::vector<std::int64_t> next_waiting(std::size_t limit);
  /// Position of the oldest event that is not settled, with what is staged; nothing when all is
  /// settled.
  std::optional<std::int64_t> oldest_position() const;

 private:
  struct Waiting {
    std::int64_t first = 0;
    StreamEnd end;
  };
  using Queue = std::deque<std::pair<std::int64_t, std::int64_t>>;  // first position, stream
  template <class Take>
  void each_waiting(const Take& take) const;

  mutable std::mutex mutex_;
  std::unordered_map<std::int64_t, Waiting> committed_;
  Queue order_;
  std::unordered_map<std::int64_t, Waiting> staged_;
  Queue staged_order_;
  std::unordered_set<std::int64_t> settled_;
  std::vector<std::int64_t> round_;  ///< numbers of this round, largest first
};

}  // namespace kallad
