// A command on its way to the desk, and what the desk answers.
// Not HTTP and not JSON: routes and the codec make these; the desk does not look inside the
// command. Rule kept (rulings, "Commands"): the same command id with other content is refused.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/desk/event_store.hpp"

namespace kallad {

/// A wish for one stream.
struct Submission {
  std::string stream;      ///< which case
  std::string command_id;  ///< the sender's own key; a repeat gets the first answer. Not empty
  std::optional<std::uint64_t> expected_version;  ///< refuse unless the stream has this many events
  std::string actor;                              ///< who, JSON; stored with every event
  std::string content;                  ///< canonical text of the command; only its hash is stored
  std::shared_ptr<const void> command;  ///< the command itself, of the type the brain expects
  std::optional<DueRow> due;  ///< set instead of `command` when the alarm reports a due row
  Instant at;  ///< stamped by the desk: the clock's time or the stream's last event's, the later
};

/// What became of a submission.
enum class Answer {
  accepted,           ///< stored; `events` are on disk
  repeated,           ///< was accepted before under this command id; `events` as then
  refused,            ///< the brain said no; `detail` holds its refusals as JSON
  version_conflict,   ///< `version` is the present one
  command_id_reused,  ///< the id was used in this stream for another content
  overloaded,         ///< the queue is full; nothing was tried, send again later
  store_full,         ///< no space; nothing was stored, may be sent again
  store_failed,       ///< the disk failed; whether it was stored is known only after a restart
  accident,           ///< the brain threw, or the stream's log is damaged; `detail` says what
  stopped,            ///< the desk is closed
};

/// The answer's name as the API writes it, e.g. "version_conflict".
inline std::string_view name_of(Answer answer) {
  static constexpr std::array<std::string_view, 10> names = {
      "accepted",   "repeated",   "refused",      "version_conflict", "command_id_reused",
      "overloaded", "store_full", "store_failed", "accident",         "stopped"};
  return names.at(static_cast<std::size_t>(answer));
}

/// The answer to one submission.
struct Outcome {
  Answer answer = Answer::stopped;
  std::uint64_t version = 0;  ///< events in the stream after this command, where known
  std::vector<RecordedEvent> events;
  std::string detail;  ///< refusals (JSON) or what went wrong (text for the log)
  StreamHead head{};   ///< of what was stored now: where the stream stood after this command
  bool stored() const { return answer == Answer::accepted || answer == Answer::repeated; }
};

}  // namespace kallad
