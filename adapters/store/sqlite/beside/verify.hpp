// Proving that a store's log is what was written: every event, every chain, the end, and the file's
// structure. Not a repair and not a judgement of projections' content: rebuild makes those anew.
// Rule kept: a changed, missing, reordered, swapped or truncated event is found, and the report
// says where.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/store/sqlite/file/schema.hpp"

namespace kallad {

/// What is wrong, and where.
struct Damage {
  std::string stream;         ///< empty where it concerns no single stream
  std::int64_t sequence = 0;  ///< the event within the stream, 0 where it concerns none
  std::int64_t position = 0;  ///< position in the log, 0 where it concerns none
  std::string what;
};

/// Writes one damage as a line.
std::string text_of(const Damage& damage);

struct VerifyReport {
  std::int64_t events = 0;  ///< events read
  std::int64_t streams = 0;
  Digest root{};                ///< hash over all events, to be compared with one noted elsewhere
  Digest told{};                ///< over what the events say, whatever the format; see `told`
  std::vector<Damage> damages;  ///< the first `most_damages`
  bool clean() const { return damages.empty(); }
};

struct VerifyOptions {
  bool structure = true;  ///< also SQLite's own check of all pages and indexes
  std::size_t most_damages = 100;
  bool told = false;  ///< also opens what is sealed, so that two formats can be held side by side
};

/// Reads the whole store through a connection of its own, in short snapshots: the writer may go on
/// meanwhile; what was committed when it began is verified. Throws StoreError only where the store
/// cannot be opened at all.
VerifyReport verify(const StorePlace& place, const VerifyOptions& options = {});

}  // namespace kallad
