// What must hold of a store after every fault (faults, "invariants"), and who says when it does
// not. Not the store's own verify alone: what clients were told is held against the log, and due
// rows, letters and list rows against the log folded anew.
#pragma once

#include <cstdlib>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "adapters/desk/records.hpp"
#include "adapters/desk/submission.hpp"
#include "adapters/store/sqlite/file/schema.hpp"

namespace kallad::testing {

/// An answer that a client has seen: this command is stored, it led to `count` events, and the last
/// of them is number `version` of its stream.
struct Promise {
  std::string stream;
  std::string command_id;
  std::uint64_t version = 0;
  std::uint64_t count = 0;
};

/// A number that is set in the environment, to run longer than each time: KALLAD_KILL_ROUNDS=200.
inline long setting(const char* name, long otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::atol(text);
}

Promise promise_of(const Submission& submission, const Outcome& outcome);

/// The first promise that a counter's store breaks, in words; "" where it keeps them all: verify is
/// clean, nothing acknowledged is missing or applied twice, sequences have no gaps, due rows and
/// list rows are those of the replayed history, and each letter asked for waits or is among `sent`.
std::string broken_promise(const StorePlace& place, std::span<const Promise> promises,
                           const std::set<OutboxKey>& sent = {});

}  // namespace kallad::testing
