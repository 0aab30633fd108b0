// Making the projections anew from the log: list rows, ends of streams, due rows.
// Not the outbox: whether a letter has left is not in the log.
// Rule kept: what the desk wrote along the way and what this makes are the same rows.
#pragma once

#include <cstdint>

#include "adapters/desk/brain.hpp"
#include "adapters/desk/event_store.hpp"

namespace kallad {

struct RebuildReport {
  std::uint64_t streams = 0;
  std::uint64_t events = 0;
  std::uint64_t due = 0;
};

/// Rebuilds in one transaction; on a throw (StoreError, or what the brain throws) nothing has
/// changed. No desk may run on the store.
RebuildReport rebuild(EventStore& store, Brain& brain);

}  // namespace kallad
