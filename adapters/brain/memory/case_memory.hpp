// The cases that were read last, so that a reader need not fold a case anew each time it is asked.
// Not a second truth and not who may see what: a case may be forgotten at any time, and whoever
// uses one asks the log first whether something came after it. What the desk has just written need
// not be read from the log: it is told here.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/brain/ledger.hpp"
#include "adapters/desk/event_store.hpp"

namespace kallad {

/// A case file, and where its stream stood when it was read.
struct ReadCase {
  CaseFile file;
  StreamHead head;
  /// How many events the case has.
  std::uint64_t version() const { return head.count; }
};

/// What one command has added to a case since, as the desk told it: not folded yet.
struct Growth {
  StreamHead head;  ///< where the stream stood after it
  Actor by;
  std::vector<RecordedEvent> events;
  std::uint64_t began_at() const { return head.count - events.size(); }
};

/// What is remembered of a case: the last reading, null where there is none, and what came onto it.
struct Remembered {
  std::shared_ptr<const ReadCase> read;
  std::vector<Growth> growth;  ///< without a gap from `read`
};

/// A bounded memory, the least recently asked for going first. Safe for many threads.
class CaseMemory {
 public:
  /// Remembers so many cases; at least one.
  explicit CaseMemory(std::size_t limit) : limit_(limit) {}

  /// What is remembered of the case. Growth is handed out once: who takes it folds it and keeps
  /// what comes of it; who comes in between gets the last reading alone.
  Remembered take(std::string_view id);
  /// Remembers it, where no later reading of the case is remembered.
  void keep(std::string_view id, std::shared_ptr<const ReadCase> read);
  /// Remembers what a case that is remembered has grown by. What leaves a gap is forgotten.
  void grow(std::string_view id, Growth growth);

 private:
  struct Kept {
    std::string id;
    std::shared_ptr<const ReadCase> read;
    std::vector<Growth> growth;  ///< not handed out yet, without a gap
    std::uint64_t reached = 0;   ///< the version that was read or told last
  };
  /// Commands after which nobody has asked for a case are too many to be kept beside it.
  static constexpr std::size_t most_growth = 16;
  /// Where the case is, now first in line; the end where it is not. Under the lock.
  std::list<Kept>::iterator place_of(std::string_view id);

  std::size_t limit_;
  std::mutex mutex_;
  std::list<Kept> cases_;  // most recently asked for first
  std::unordered_map<std::string_view, std::list<Kept>::iterator> by_id_;
};

}  // namespace kallad
