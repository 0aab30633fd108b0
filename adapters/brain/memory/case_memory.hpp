// The cases that were read last, so that a reader need not fold a case anew each time it is asked.
// Not a second truth and not who may see what: a case may be forgotten at any time, and whoever
// uses one asks the log first whether something came after it.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

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

/// A bounded memory, the least recently asked for going first. Safe for many threads.
class CaseMemory {
 public:
  /// Remembers so many cases; at least one.
  explicit CaseMemory(std::size_t limit) : limit_(limit) {}

  /// The case as it was read last, or null.
  std::shared_ptr<const ReadCase> find(std::string_view id);
  /// Remembers it, where no later reading of the case is remembered.
  void keep(std::string_view id, std::shared_ptr<const ReadCase> read);

 private:
  struct Kept {
    std::string id;
    std::shared_ptr<const ReadCase> read;
  };
  /// Where the case is, now first in line; the end where it is not. Under the lock.
  std::list<Kept>::iterator place_of(std::string_view id);

  std::size_t limit_;
  std::mutex mutex_;
  std::list<Kept> cases_;  // most recently asked for first
  std::unordered_map<std::string_view, std::list<Kept>::iterator> by_id_;
};

}  // namespace kallad
