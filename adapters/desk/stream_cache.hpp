// The present of the streams used last, so that a command need not read its stream from the log.
// Not a second truth: an entry may be dropped at any time and is made again from the log.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/desk/brain.hpp"
#include "adapters/desk/event_store.hpp"

namespace kallad {

/// What became of a command in this stream: which of its events it led to. The id itself is in the
/// log; its hash is enough to know that a command is new, which nearly all are.
struct SeenCommand {
  std::size_t id_hash = 0;
  ShortDigest content{};
  std::uint64_t first = 0;  ///< sequence of the first event
  std::uint64_t count = 0;
};

/// What is shown of a stream where it is not opened: lines in lists, and the two rows.
struct Shown {
  std::vector<ListEntry> entries;
  std::string list_row = "null";
  std::optional<std::string> count_row;  ///< nothing: those who count read the stream itself
};

/// What the brain cannot show is not shown. Throws StoreError.
Shown shown_of(Brain& brain, const StreamState& state);

/// What falls due, sorted.
std::vector<DueRow> sorted_due(Brain& brain, const StreamState& state);

/// A stream's state with everything the desk needs to answer for it.
struct CachedStream {
  std::string name;
  StreamHead head;
  std::unique_ptr<StreamState> state;
  std::vector<DueRow> due;  ///< as the brain gave it last, sorted
  std::vector<SeenCommand> seen;
  std::string lookup;           ///< as the brain gave it last
  std::size_t entries_are = 0;  ///< hash of the lines in lists that were written last; 0: unknown
  std::optional<Shown> shown;   ///< of the state as it is, where it was made ahead
};

/// Hands over all events of a stream in order, with the digest of each command's content; returns
/// where the stream stands.
using TakeStored = std::function<void(const EventView&, const ShortDigest&)>;
using ReadStored = std::function<StreamHead(std::string_view stream, const TakeStored& take)>;

/// The stream, read and folded. Throws StoreError; what the brain throws passes through.
CachedStream read_stream(std::string_view name, const ReadStored& read, Brain& brain);

/// A number that lines have alike only where they are alike, by all that can be told; never 0. Kept
/// instead of the lines to see that none has changed.
std::size_t hash_of(std::span<const ListEntry> entries);

/// A bounded memory of streams, the least recently used going first. Pointers hold until trim or
/// drop.
class StreamCache {
 public:
  StreamCache(EventStore& store, Brain& brain, std::size_t limit)
      : store_(store), brain_(brain), limit_(limit) {}

  /// The stream, read and folded from the log where it is not in memory. Throws StoreError; what
  /// the brain throws passes through. Nothing half-made stays behind.
  CachedStream& load(std::string_view name);
  /// The stream where it is in memory, else nullptr.
  const CachedStream* find(std::string_view name) const;
  /// Takes this one instead of what it has or would read.
  CachedStream& put(CachedStream&& stream);
  void drop(std::string_view name);
  /// Forgets everything: after a rollback any stream read since the transaction began may hold
  /// something that was never stored, also one that was only looked at.
  void clear();
  /// Brings the memory back to its limit.
  void trim();

 private:
  EventStore& store_;
  Brain& brain_;
  std::size_t limit_;
  std::list<CachedStream> streams_;  // most recently used first
  std::unordered_map<std::string_view, std::list<CachedStream>::iterator> by_name_;
};

}  // namespace kallad
