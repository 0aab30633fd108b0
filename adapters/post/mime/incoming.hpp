// A mail that came, as plain values: what its head says, its words, its invitations, what it says
// of letters we sent. Not a judgement: nothing here is believed because it stands here, and a
// sender's address is only what the mail says.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/post/mime/message.hpp"

namespace kallad::post {

/// What kind of mail it is, by its head and parts (RFC 3834, RFC 3464, RFC 8098, Exchange).
enum class MailKind {
  personal,         ///< nothing says otherwise
  automatic_reply,  ///< an answer by a program: out of office, "we have received"
  generated,        ///< written by a program, not in answer; also calendar programs without people
  bulk,             ///< a list, a newsletter
  read_receipt,     ///< says that a mail was opened or thrown away
  delivery_report,  ///< says what became of a letter: see `report`
  unknown_bounce,   ///< looks like a returned letter and cannot be read as a report
};
BOOST_DESCRIBE_ENUM(MailKind, personal, automatic_reply, generated, bulk, read_receipt,
                    delivery_report, unknown_bounce)

/// What became of a letter for one recipient (RFC 3464).
enum class DeliveryAction { failed, delayed, delivered, relayed, expanded, unknown };
BOOST_DESCRIBE_ENUM(DeliveryAction, failed, delayed, delivered, relayed, expanded, unknown)

struct RecipientReport {
  DeliveryAction action = DeliveryAction::unknown;
  std::string status;              ///< "5.1.1"; empty where none is given (RFC 3463)
  std::string final_recipient;     ///< addresses in lower case; may be empty
  std::string original_recipient;  ///< as we named it, where we asked (RFC 3461)
  std::string diagnostic;          ///< the other server's words; may hold addresses: never logged
};

struct DeliveryReport {
  std::string envelope_id;          ///< ours, where we gave one
  std::string original_message_id;  ///< of the letter, without brackets; may be empty
  std::vector<RecipientReport> recipients;
};

/// iCalendar in a mail, as a part or as a file.
struct IncomingCalendar {
  std::string method;  ///< the parameter of the part, upper case; empty for files
  std::string text;    ///< UTF-8
};

/// What reading had to leave out or mend. Several may hold.
struct ReadFaults {
  bool too_large = false;    ///< longer than the limit: only its beginning was read
  bool too_deep = false;     ///< parts within parts beyond the limit were left out
  bool many_parts = false;   ///< parts beyond the limit were left out
  bool bad_charset = false;  ///< a text was not in the charset it names, or in one we do not know
  bool no_mail = false;      ///< no head at all
  bool operator==(const ReadFaults&) const = default;
};

/// One mail. Texts are UTF-8 without control characters but line feed and tab; ids are without
/// brackets; addresses are in lower case, names as written.
struct Incoming {
  MailKind kind = MailKind::personal;
  /// Nothing where the mail has no sender, or several: such a mail may not speak for anyone.
  std::optional<Address> from;
  std::vector<Address> to;
  std::vector<Address> cc;
  std::vector<std::string> delivered_to;  ///< Delivered-To, X-Original-To, Envelope-To
  std::string subject;
  std::string message_id;
  std::string in_reply_to;
  std::vector<std::string> references;
  std::optional<Instant> date;  ///< UTC; as the sender's machine has it
  std::string text;             ///< the words, without what is quoted of another mail
  std::string whole_text;       ///< the words with what is quoted
  std::vector<IncomingCalendar> calendars;
  std::optional<DeliveryReport> report;
  ReadFaults faults;
};

}  // namespace kallad::post
