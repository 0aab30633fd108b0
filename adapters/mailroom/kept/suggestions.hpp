// What came by mail and was not clear: suggestions for the coordinator; and which mails were dealt
// with. Not the judgement (incoming/). Rules kept (rulings, "Mail"): nothing is dropped and nothing
// is acted on twice; of a mail, what it came to and how far the box is read are kept in one
// transaction.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mailroom/kept/mail_file.hpp"
#include "adapters/post/inbox.hpp"
#include "engine/spine/id.hpp"

namespace kallad::mailroom {

/// Why something came to the coordinator.
enum class SuggestionKind {
  tentative,          ///< "perhaps": answers nothing
  someone_else,       ///< answered in the party's place: is this its substitute?
  asks_another_time,  ///< a counter-proposal; `starts` where it was understood
  unclear,            ///< a calendar reply that leaves doubt: `reason`
  stale,              ///< an answer to a version that has been replaced
  refused,            ///< clear, but a rule said no: `reason`
  comment,            ///< words that came with a clear answer
  words,              ///< a mail in words
  automatic_reply,    ///< out of office
  unreadable,         ///< a calendar part that could not be read: `reason`
  unreadable_bounce,  ///< looks like a returned letter and cannot be read as one
};
BOOST_DESCRIBE_ENUM(SuggestionKind, tentative, someone_else, asks_another_time, unclear, stale,
                    refused, comment, words, automatic_reply, unreadable, unreadable_bounce)

enum class SuggestionState {
  open,
  taken,      ///< recorded as the coordinator said
  dismissed,  ///< nothing to be recorded
  noted,      ///< asked nothing of anybody
};
BOOST_DESCRIBE_ENUM(SuggestionState, open, taken, dismissed, noted)

/// One suggestion about a seat. Names and words are the sender's: nothing of it is proven.
struct Suggestion {
  std::int64_t number = 0;
  CaseId of_case;
  std::uint32_t meeting = 0;
  PartyId party;
  std::uint32_t version = 0;  ///< of the seat it answers
  SuggestionKind kind = SuggestionKind::words;
  std::string reason = {};  ///< id of what made it unclear, or of the rule that refused
  std::string says = {};    ///< PARTSTAT as it was written; empty in words
  std::string sender = {};  ///< the address the mail came from
  std::string who = {};     ///< whose answer it is, or who is named: addresses, a space between
  std::string name = {};    ///< that one's name; often empty
  std::optional<Instant> starts = {};  ///< asked for, UTC
  std::string words = {};
  Instant came_at = {};
  SuggestionState state = SuggestionState::open;
  std::string settled_by = {};
  std::optional<Instant> settled_at = {};
};

/// What one mail came to. `what` is a word for counting: "answer", "bounce", "unmatched".
struct MailDone {
  std::string key;  ///< of the mail's bytes
  std::string what;
  std::vector<Suggestion> suggestions;
  /// The entry whose reply was recorded, and when that was given.
  std::optional<std::pair<std::string, Instant>> recorded;
  post::Place place;  ///< how far the box is read with it
  Instant at;
};

/// Safe for many threads. All throw StoreError.
class Suggestions {
 public:
  explicit Suggestions(MailFile& file) : file_(file) {}

  bool is_done(std::string_view mail_key);
  void keep(const MailDone& done);
  post::Place place();
  void put_place(const post::Place& place);
  /// When the reply that was recorded last for the entry was given.
  std::optional<Instant> last_recorded(std::string_view uid);

  std::vector<Suggestion> of_case(const CaseId& of_case);
  std::optional<Suggestion> find(const CaseId& of_case, std::int64_t number);
  /// False where it is not open any more.
  bool settle(std::int64_t number, SuggestionState state, std::string_view by, Instant at);
  /// Open ones, by case; and mails by what they came to.
  std::vector<std::pair<std::string, std::int64_t>> open_by_case();
  std::vector<std::pair<std::string, std::int64_t>> mails();

 private:
  MailFile& file_;
};

}  // namespace kallad::mailroom
