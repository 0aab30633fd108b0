// The port behind which the store sits: one writer's transactions over streams of events.
// Not a query interface: pages and reports read through connections of their own
// (store/sqlite/beside). Rules kept: events, due rows and outbox rows of a batch become durable
// together, at commit or not at all; an error says operation, place and cause, and its kind says
// what may be done about it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "adapters/desk/digest/digest.hpp"
#include "adapters/desk/list_entry.hpp"
#include "adapters/desk/records.hpp"

namespace kallad {

/// Why a store says no.
enum class StoreFault {
  full,      ///< no space; rolled back, may be tried again
  failed,    ///< input/output error: nothing more may be acknowledged on this connection
  damaged,   ///< the log contradicts itself
  locked,    ///< another process writes to this store
  newer,     ///< written by a newer version of the program
  outdated,  ///< written by an older version of the program; has to be migrated
  foreign,   ///< not a store of this program
  missing,   ///< there is no such store
  exists,    ///< would overwrite something
  older,     ///< the log had come further than it is now
};

/// An accident in the store.
class StoreError : public std::runtime_error {
 public:
  StoreError(StoreFault fault, const std::string& text) : std::runtime_error(text), fault_(fault) {}
  StoreFault fault() const { return fault_; }

 private:
  StoreFault fault_;
};

/// Where a stream stands: what the next event has to be chained to.
struct StreamHead {
  std::int64_t id = 0;        ///< the store's number for the stream; 0: not stored yet
  std::uint64_t count = 0;    ///< events so far
  std::int64_t position = 0;  ///< log position of the last event
  Instant at{};               ///< time of the last event
  Digest hash{};              ///< hash of the last event; zeros before the first
};

/// Who said what, for the events of one command.
struct CommandStamp {
  const std::string& command_id;
  const ShortDigest& content;
  const std::string& actor;
  Instant at;
};

/// Where a scan of due rows goes on: after this item.
using DueCursor = std::optional<DueItem>;

/// A durable log with due rows, outbox and list rows. One thread at a time. Every call may throw
/// StoreError.
class EventStore {
 public:
  virtual ~EventStore() = default;

  /// Where `stream` stands, with what this transaction has staged. Without hash and time: read()
  /// gives them.
  virtual StreamHead head(std::string_view stream) = 0;
  /// Hands over all events of the stream in order, checked against their hashes; of one whose seal
  /// was broken those from then on. Fills in `head`'s hash and time. The digest is that of the
  /// command's content. Throws `damaged` on the first event that is wrong.
  virtual void read(std::string_view stream, StreamHead& head,
                    const std::function<void(const EventView&, const ShortDigest&)>& take) = 0;

  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;

  /// Appends a command's events (at least one) and moves `head` along. One that breaks the seal of
  /// its stream takes the stream's waiting letters with it; none may follow.
  virtual void append(std::string_view stream, StreamHead& head, const CommandStamp& stamp,
                      std::span<const NewEvent> events) = 0;
  virtual void put_due(const StreamHead& head,
                       const DueRow& row) = 0;  ///< there already: nothing happens
  virtual void drop_due(const StreamHead& head,
                        const DueRow& row) = 0;  ///< not there: nothing happens
  /// Due rows until and with `until`, after `cursor`, by time, stream number, kind; at most
  /// `limit`.
  virtual std::vector<DueItem> due_until(Instant until, const DueCursor& cursor,
                                         std::size_t limit) = 0;
  virtual std::optional<Instant> next_due() = 0;

  virtual void put_outbox(const StreamHead& head, int number, const OutboxRow& row) = 0;
  virtual std::vector<OutboxItem> outbox(std::size_t limit) = 0;  ///< oldest first
  /// Of each stream that has a `stop_row` the rows up to and with it, oldest first.
  virtual std::vector<OutboxItem> outbox_with_stops() = 0;
  virtual void retire_outbox(const OutboxKey& key) = 0;

  /// Position of the log's last event; and up to where all streams are settled. Committed.
  virtual std::int64_t last() const = 0;
  virtual std::int64_t settled() const = 0;
  /// Streams whose list row is older than their last event: how many, and the next few of them by
  /// name. Goes round in an order that is cheap to write; each stream's turn comes.
  virtual std::size_t unsettled() const = 0;
  virtual std::vector<std::string> next_unsettled(std::size_t limit) = 0;
  /// Writes the rows of a stream together with its head, of which `at` counts too. Without a count
  /// row those who count read the stream itself.
  virtual void settle(const StreamHead& head, const std::string& list_row,
                      const std::optional<std::string>& count_row) = 0;

  /// Makes the stream's lines in lists, and the words they are found by, these; what is there
  /// already is not written again.
  virtual void put_entries(const StreamHead& head, std::span<const ListEntry> entries) = 0;
  /// The stream is found by `text` from now on, or no more. The text itself is not stored.
  virtual void put_lookup(const StreamHead& head, std::string_view text) = 0;
  virtual void drop_lookup(const StreamHead& head, std::string_view text) = 0;
  /// Names of the streams that are found by it, with what this transaction has staged.
  virtual std::vector<std::string> find(std::string_view text) = 0;

  /// The revision of the brain (Brain::revision) whose projections hold all of the log; 0 in a
  /// store that an older program wrote, and where projections or their key were lost.
  virtual int listed_by() = 0;
  /// Throws away all projections (rebuild writes them anew). Within a transaction.
  virtual void clear_projections() = 0;
  /// They are whole again, as a brain of that revision makes them. Within the same transaction.
  virtual void note_listed(int revision) = 0;
  /// Streams by their number, after `after`, at most `limit`.
  virtual std::vector<std::pair<std::int64_t, std::string>> streams(std::int64_t after,
                                                                    std::size_t limit) = 0;
};

}  // namespace kallad
