// What passes between the desk, the store and the brain: events, due rows, letters to send, as
// plain values. Not the domain: types and payloads are text here; adapters/codec turns them into
// the engine's events.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/spine/instant.hpp"

namespace kallad {

/// An event that the brain has decided and nobody has stored yet.
struct NewEvent {
  std::string type;     ///< e.g. "summons_sent"
  int version = 1;      ///< version of the payload's form
  std::string payload;  ///< compact JSON
  /// What came before it in its stream can be read no more from then on: it and what comes after
  /// stand in the clear.
  bool breaks_seal = false;
};

/// An event as the log has it. The views hold during the call that hands it over, no longer.
struct EventView {
  std::string_view stream;
  std::uint64_t sequence = 0;  ///< 1..n within the stream, without gaps
  std::string_view type;
  int version = 1;
  Instant at;
  std::string_view actor;       ///< JSON, as it was submitted
  std::string_view command_id;  ///< of the command that led to it; several events may share it
  std::string_view payload;
};

/// An event as the answer to a command tells it.
struct RecordedEvent {
  std::uint64_t sequence = 0;
  Instant at;
  std::string type;
  int version = 1;
  std::string payload;
  bool operator==(const RecordedEvent&) const = default;
};

/// A moment at which a stream wants to be woken. `kind` and `subject` say why and about what.
struct DueRow {
  Instant at;
  std::string kind;
  std::string subject;
  auto operator<=>(const DueRow&) const = default;
};

/// A due row with the stream it belongs to.
struct DueItem {
  std::string stream;
  DueRow row;
  auto operator<=>(const DueItem&) const = default;
};

/// Work for the outside world (a letter, a call elsewhere) that must happen because of the stored
/// events.
struct OutboxRow {
  std::string kind;
  std::string body;  ///< JSON
};

/// Kind of a row that takes back what of its stream still waits. The store has an index of them, so
/// that nobody reads all that waits to find them.
inline constexpr std::string_view stop_row = "stop_letters";

/// The name of a stored outbox row: the log position of the last event it came with, and a number
/// from 0. Never used twice, so it can serve as the letter's idempotency key.
struct OutboxKey {
  std::int64_t position = 0;
  int number = 0;
  auto operator<=>(const OutboxKey&) const = default;
};

/// A stored outbox row that has not been retired yet.
struct OutboxItem {
  OutboxKey key;
  std::string stream;
  OutboxRow row;
};

}  // namespace kallad
