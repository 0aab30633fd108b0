// What a mail means for a seat: a command, or a suggestion to the coordinator. Pure.
// Not the reading of mails (adapters/post, adapters/calendar/reply) and not the saying.
// Rules kept (rulings, "Mail"): recorded is only what leaves no doubt; TENTATIVE answers nothing; a
// substitute named by calendar confirms; everything else a human settles.
#pragma once

#include <optional>
#include <vector>

#include "adapters/calendar/reply/reply_match.hpp"
#include "adapters/mailroom/kept/copies.hpp"
#include "adapters/mailroom/kept/suggestions.hpp"
#include "adapters/post/mime/incoming.hpp"
#include "engine/between/case_file.hpp"

namespace kallad::mailroom {

/// The seat a mail is about: of which copy it is the answer, and the case as it is now.
struct Answered {
  const CaseFile& file;
  const Copy& copy;
  const Zone& zone;
  Instant now;
};

/// What is to be done.
struct Understood {
  std::optional<FileCommand> command;
  Actor by;          ///< of the command
  std::string says;  ///< PARTSTAT of the reply it is made of
  std::string who;   ///< whose it is, or who is named
  std::vector<Suggestion> suggestions;
  bool send_again = false;  ///< the present kallelse is asked for once more
};

/// What was sent last under the entry's id, as a reply is held against it.
calendar::SentInvitation sent_of(const CaseFile& file, const std::vector<Copy>& copies,
                                 const Register& known, std::optional<Instant> last_recorded);

/// A calendar reply, already matched; `mail` is what it came in.
Understood understand(const calendar::ReplyMatch& match, const calendar::CalendarReply& reply,
                      const post::Incoming& mail, const Answered& about);

/// A mail in words, or by a program that answers for somebody away.
Understood understand(const post::Incoming& mail, const Answered& about);

/// A suggestion about that seat, with what every one has.
Suggestion suggestion_for(SuggestionKind kind, const post::Incoming& mail, const Answered& about);

}  // namespace kallad::mailroom
