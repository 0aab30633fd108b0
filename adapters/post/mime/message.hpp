// A letter that leaves, as plain values: what stands in its head and what is in it.
// Not how it is sent (adapters/post/relay.hpp) and not what it says (adapters/letter). There is no
// Bcc: whoever may not be seen by the others gets a message of their own.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/spine/instant.hpp"

namespace kallad::post {

/// A display name, which may be empty, and an address in ASCII ("local@domain").
struct Address {
  std::string name;
  std::string at;
  bool operator==(const Address&) const = default;
};

/// What is opened as a file. The name is what the recipient sees; both are UTF-8 and bytes.
struct Attachment {
  std::string file_name;
  std::string type = "application/octet-stream";  ///< "type/subtype"
  std::string bytes;
};

/// An invitation: goes along as the part mail programs act on and as the file invite.ics.
struct CalendarPart {
  std::string method;  ///< the METHOD of the text: REQUEST, CANCEL …
  std::string text;    ///< iCalendar, UTF-8 with CRLF
};

/// One letter. Texts are UTF-8. Ids are without angle brackets. `date` is a UTC moment and is
/// written as such (+0000).
struct Message {
  Address from;
  std::vector<Address> reply_to = {};
  std::vector<Address> to;
  std::vector<Address> cc = {};
  std::string subject;
  std::string text;
  std::string html = {};  ///< empty: text alone
  std::optional<CalendarPart> calendar = {};
  std::vector<Attachment> attachments = {};
  std::string message_id;  ///< "local@domain", the caller's; boundaries are made of it
  std::string in_reply_to = {};
  std::vector<std::string> references = {};
  Instant date;
  /// Others, as List-Unsubscribe or Auto-Submitted. Those above cannot be set here.
  std::vector<std::pair<std::string, std::string>> headers = {};
};

}  // namespace kallad::post
