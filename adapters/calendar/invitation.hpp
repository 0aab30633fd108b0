// A summons as a calendar reads it (iTIP, RFC 5546): request, update, cancellation, and a feed of
// several meetings. Not a mail: the text goes into one, or is fetched. Pure: values in, text out.
// Rules kept (domain.md 6): a calendar entry carries case number, time, place or link, and nothing
// that tells who or why. There is no field for a person's name, for a purpose or for free words,
// and summary and description are made here.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "adapters/wording/words/language.hpp"
#include "engine/spine/id.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::calendar {

/// A unit or a mailbox. `display` is the unit's name in one line, or empty; of " and ^, for which
/// readers have no common escape, it gets a ' in the text.
struct Mailbox {
  std::string address;
  std::string display;
};

/// What an attendee has said so far, as far as the calendar is to show it.
enum class Participation { needs_action, accepted, declined, tentative, delegated };
BOOST_DESCRIBE_ENUM(Participation, needs_action, accepted, declined, tentative, delegated)

/// A meeting as calendars show it. Times are UTC, start and end in whole
/// seconds of the years 1970 to 2099.
struct Entry {
  std::string uid;             ///< opaque: ASCII letters, digits and . _ @ -; 255 at most
  std::uint32_t sequence = 0;  ///< of the meeting's version, below 2^31; grows also to cancel
  Instant stamped_at;          ///< when this version was made (DTSTAMP), never when it is fetched
  Instant start;
  Instant end;
  CaseId case_number;
  Mailbox organizer;                 ///< the sending unit, with the address that takes replies
  std::optional<std::string> place;  ///< one line; left out where the place is protected
  std::optional<std::string> meeting_url;  ///< https, of a meeting by video
  std::optional<std::string> answer_url;   ///< https, the page that answers
  Language language = Language::swedish;
};

/// One summons: the entry, and the one unit it is for.
struct Invitation {
  Entry entry;
  Mailbox attendee;
  Participation participation = Participation::needs_action;
};

/// Why nothing was written: the field that cannot stand in a calendar as it is.
enum class WriteFault { uid, case_number, sequence, address, display, place, url, time };
BOOST_DESCRIBE_ENUM(WriteFault, uid, case_number, sequence, address, display, place, url, time)

/// The text, UTF-8 with CRLF and lines of at most 75 octets; or why there is none, and no text.
struct Written {
  std::string text;
  std::optional<WriteFault> fault;
};

/// METHOD:REQUEST, the first time and for each later version. `zone` is Europe/Stockholm.
Written write_request(const Invitation& invitation, const Zone& zone);

/// METHOD:CANCEL of what was requested, with the sequence of the cancellation.
Written write_cancel(const Invitation& invitation, const Zone& zone);

/// A meeting in a feed; cancelled ones stay in it for a while, so that calendars take them away.
struct FeedEntry {
  Entry entry;
  bool cancelled = false;
};

/// METHOD:PUBLISH, by start and uid. The same entries give the same bytes, so a hash of them is an
/// ETag. `language` is that of the calendar's name; the entries have their own.
Written write_feed(std::vector<FeedEntry> entries, Language language, const Zone& zone);

}  // namespace kallad::calendar
