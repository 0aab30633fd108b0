// What a calendar program answered, as values: who, what, to which version, and the words with it.
// Not what it means for the seat (reply_match.hpp) and not a mail: the bytes are a text/calendar
// part, decoded to UTF-8. Rules kept: hostile bytes are bounded before libical sees any of them,
// errors are named values, and nothing is guessed that was not said.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/spine/zone.hpp"

namespace kallad::calendar {

/// The iTIP methods in which an attendee speaks; decline_counter is an organizer's, and is told.
enum class ReplyMethod { reply, counter, refresh, decline_counter };
BOOST_DESCRIBE_ENUM(ReplyMethod, reply, counter, refresh, decline_counter)

/// PARTSTAT. `other` is a word that no meeting has; left out it is needs_action (RFC 5545).
enum class PartStat { needs_action, accepted, declined, tentative, delegated, other };
BOOST_DESCRIBE_ENUM(PartStat, needs_action, accepted, declined, tentative, delegated, other)

/// One ATTENDEE. Addresses are normal ones (address.hpp).
struct AttendeeSays {
  std::string address;  ///< empty where it is none
  std::string name;     ///< CN as it stands; often empty, or the address again
  PartStat says = PartStat::needs_action;
  std::vector<std::string> delegated_to;
  std::vector<std::string> delegated_from;
  std::string sent_by;  ///< who answered for the attendee; empty where nobody else did
};

/// One VEVENT of a reply. RECURRENCE-ID is ignored: our meetings do not recur.
struct CalendarReply {
  ReplyMethod method = ReplyMethod::reply;
  std::string product;                    ///< PRODID of the program that wrote it
  std::string uid;                        ///< empty where it is missing
  std::optional<std::uint32_t> sequence;  ///< left out by some, though RFC 5545 then says 0
  std::optional<Instant> stamped_at;      ///< DTSTAMP, UTC
  std::optional<Instant> start;           ///< of a counter: the time that is asked for, UTC
  std::optional<Instant> end;             ///< DTEND, or DTSTART and DURATION
  std::vector<AttendeeSays> attendees;
  std::string comment;  ///< COMMENT and Google's X-RESPONSE-COMMENT, each once, a line each
};

/// Why bytes were not taken.
enum class ReadFault {
  too_large,       ///< more than reply_limits.bytes
  line_too_long,   ///< an unfolded line
  too_many,        ///< lines or components
  too_deep,        ///< components inside components
  not_text,        ///< not UTF-8, or a NUL
  cut_off,         ///< a component without its END
  not_a_calendar,  ///< no VCALENDAR, or an END of something else
  no_method,
  not_a_reply,  ///< a REQUEST, CANCEL, PUBLISH or unknown method
  no_event,
};
BOOST_DESCRIBE_ENUM(ReadFault, too_large, line_too_long, too_many, too_deep, not_text, cut_off,
                    not_a_calendar, no_method, not_a_reply, no_event)

/// How much a reply may be. Outlook sends the invitation's text back, hence not less.
struct ReplyLimits {
  std::size_t bytes = 256 * 1024;
  std::size_t line = 64 * 1024;
  std::size_t lines = 5000;
  std::size_t components = 200;
  std::size_t depth = 4;
};
inline constexpr ReplyLimits reply_limits{};

/// The replies, one for each VEVENT, or the fault, and then none.
struct RepliesRead {
  std::vector<CalendarReply> replies;
  std::optional<ReadFault> fault;
};

/// Reads the first VCALENDAR of the bytes. `home` is Europe/Stockholm, for times in it, under
/// Microsoft's names too, and for times without a zone; days count from local midnight.
RepliesRead read_replies(std::string_view bytes, const Zone& home);

}  // namespace kallad::calendar
