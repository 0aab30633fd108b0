// What a calendar reply means for the seat it answers: a pure function of what was sent and what
// came. Not a command: what is recorded and what becomes a suggestion is decided outside (README).
// Rules kept (domain.md 8, "Mail"): TENTATIVE answers nothing; a reply counts when ATTENDEE is the
// seat's address and the sender is that address; DELEGATED to exactly one address of the same
// organisation names a substitute; everything else is a suggestion, and nothing is dropped.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/calendar/reply/reply.hpp"

namespace kallad::calendar {

/// What was sent last for one seat. Addresses may be written in any form.
struct SentInvitation {
  std::string uid;
  std::uint32_t sequence = 0;  ///< of the latest version
  Instant stamped_at;          ///< its DTSTAMP
  Instant start;
  Instant end;
  std::vector<std::string> addresses;  ///< the seat's: where it was sent, and its other addresses
  std::vector<std::string> domains;    ///< the organisation's; none: those of the addresses
  std::optional<std::string> substitute;  ///< the address of the substitute who is to confirm
  std::optional<Instant> last_reply_at;   ///< DTSTAMP of the last reply that was recorded
};

/// What the reply means. The first six are clear, as far as `tentative` is.
enum class Meaning {
  attends,
  cannot_come,
  tentative,            ///< to be shown; answers nothing
  names_substitute,     ///< `who` is to come instead
  substitute_confirms,  ///< from the substitute that stands
  substitute_declines,
  stale,              ///< answers an older version, or was overtaken by a later reply
  someone_else,       ///< an answer in the party's place by `who`: a suggestion
  asks_another_time,  ///< `start` to `end`, where they were understood: a suggestion
  asks_for_copy,      ///< REFRESH: send the present version again
  unclear,            ///< see `reason`: a suggestion
};
BOOST_DESCRIBE_ENUM(Meaning, attends, cannot_come, tentative, names_substitute, substitute_confirms,
                    substitute_declines, stale, someone_else, asks_another_time, asks_for_copy,
                    unclear)

/// Why a reply is unclear.
enum class UnclearReason {
  other_meeting,       ///< the UID is not the one that was sent
  newer_than_sent,     ///< a version that we never sent
  version_unknown,     ///< neither SEQUENCE nor DTSTAMP
  no_attendee,         ///< nobody is said to answer, or without an address
  contradicts_itself,  ///< the same attendee twice, with different answers
  no_answer,           ///< NEEDS-ACTION
  unknown_answer,      ///< a PARTSTAT that no meeting has
  no_substitute,       ///< DELEGATED, but not to whom, or back to the seat itself
  several_substitutes,
  other_organisation,  ///< DELEGATED to an address of another organisation
  no_new_time,         ///< COUNTER with the time that is set
  not_an_answer,       ///< DECLINECOUNTER
};
BOOST_DESCRIBE_ENUM(UnclearReason, other_meeting, newer_than_sent, version_unknown, no_attendee,
                    contradicts_itself, no_answer, unknown_answer, no_substitute,
                    several_substitutes, other_organisation, no_new_time, not_an_answer)

/// The meaning with what a coordinator needs to settle it. Nothing in it is proven: names and words
/// are the sender's.
struct ReplyMatch {
  Meaning meaning = Meaning::unclear;
  std::optional<UnclearReason> reason;     ///< with unclear only
  PartStat says = PartStat::needs_action;  ///< the answer as it was written, also in a suggestion
  std::string who;                         ///< whose answer it is, or who is named
  std::string name;                        ///< that one's CN; often empty
  std::vector<std::string> named;          ///< all DELEGATED-TO
  std::optional<Instant> start;            ///< asked for, UTC
  std::optional<Instant> end;
  std::string comment;
};

/// `from` is the address the mail came from. What is told apart by time is told by DTSTAMP, so a
/// reply that comes late is not taken for one that was given late.
ReplyMatch match_reply(const SentInvitation& sent, const CalendarReply& reply,
                       std::string_view from);

}  // namespace kallad::calendar
