// A letter for one address as a mail: its head, its token, and the calendar entry that goes along.
// Not what it says (adapters/letter) and not its sending. Rules kept (domain 6): subject and body
// are the letter's and nothing is added to them; the calendar entry holds case number, time, place
// or link, as far as the letter may say them; bounces and answers come back to a token of ours.
#pragma once

#include <functional>
#include <optional>

#include "adapters/calendar/invitation.hpp"
#include "adapters/letter/compose.hpp"
#include "adapters/mailroom/kept/copies.hpp"
#include "adapters/post/envelope.hpp"
#include "adapters/post/mime/message.hpp"

namespace kallad::mailroom {

/// Who the mails come from.
struct Sender {
  std::string address;  ///< takes answers and bounces
  /// Whether the server takes "kallad+token@…" for the address; without, answers are known by the
  /// mail they answer alone.
  bool subaddresses = true;
  /// The installation's signature of a text, hexadecimal: tokens and entry ids follow from it.
  std::function<std::string(std::string_view)> sign;

  std::string domain() const { return address.substr(address.find('@') + 1); }
};

/// How long a meeting lasts in calendars: a kallelse has a start and no end.
inline constexpr std::chrono::minutes shown_length{60};

/// The token of a copy: the same for the same key and address.
std::string token_for(const OutboxKey& key, std::string_view address, const Sender& sender);

/// Who gets the copy and where it comes back to.
post::Envelope envelope_of(const Copy& copy, const Sender& sender);

/// A calendar entry as text, and what is kept of it.
struct EntryMade {
  post::CalendarPart part;
  CalendarSent sent;
};

/// The entry's id in what goes to the copy's address: one for a party's place at a meeting,
/// whatever its version, and one for each naming of a substitute, which ends when the meeting is
/// moved.
std::string entry_id(const CaseFile& file, const Wish& wish, const Copy& copy,
                     const Sender& sender);

/// The entry that goes with a letter: a request with a kallelse, its change, a forwarded one or a
/// substitute's link; a cancellation of what `before` says the address has. Nothing with other
/// letters, or where the calendar could not say it.
std::optional<EntryMade> entry_of(const CaseFile& file, const Letter& letter, const Copy& copy,
                                  const LetterGround& from, const Sender& sender,
                                  const std::optional<CalendarSent>& before, Instant now);

/// The mail. `answers`: the token of the kallelse that it comes after; empty where it is the first.
post::Message message_of(const Letter& letter, const Copy& copy, const Sender& sender,
                         std::optional<post::CalendarPart> entry, const std::string& answers,
                         Instant now);

}  // namespace kallad::mailroom
