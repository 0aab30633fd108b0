// A wish made into a letter to somebody, by what holds now; or the reason why nothing is sent.
// Not the sending, and not when: schedule.hpp. Pure: the same values give the same letter.
// Rules kept (domain 6): of the case only what LetterFields names; with protected identity the
// place stands only behind the link (rulings, "Mail"); a place or meeting link that names the
// person, or somebody close, is left out, and the letter says that it stands on the page.
#pragma once

#include <functional>
#include <map>

#include "adapters/answer_link/link_token.hpp"
#include "adapters/letter/letter.hpp"
#include "adapters/letter/template/letter_texts.hpp"
#include "engine/between/case_file.hpp"

namespace kallad {

/// Whole addresses, "https://…", of the pages that letters lead to.
struct LetterLinks {
  std::function<std::string(const LinkName&)> answer;
  std::function<std::string(const CaseId&)> of_case;
};

/// The channels besides mail that this installation has.
struct Channels {
  bool sms = false;
  bool sdk = false;  ///< Säker digital kommunikation
};

/// What letters are made from besides the case. Nothing is owned.
struct LetterGround {
  const Ground& ground;
  const LetterTexts& texts;
  const LetterLinks& links;
  /// Mail addresses of parties of this case: of persons, and of those who answer for a unit. A unit
  /// that is not in here is reached by its function mailbox.
  const std::map<PartyId, std::string>& addresses;
  Channels channels = {};
};

namespace letter {

/// The letter, in `language`, as of `now` (UTC).
Composed compose(const CaseFile& file, const Wish& wish, const LetterGround& from,
                 Language language, Instant now);

/// Who would get it at `at` (UTC), when a head may be away; empty where there is no address to be
/// found.
std::vector<Recipient> recipients_of(const CaseFile& file, const Wish& wish,
                                     const LetterGround& from, Instant at);

/// The language that the unit it goes to is registered with; Swedish where it says none, and for
/// who is no unit.
Language language_for(const CaseFile& file, const Wish& wish, const Register& known);

/// The mail address in a text that is one, or "Name <address>"; empty where it is neither (a
/// telephone number, several addresses).
std::string mail_address_in(std::string_view text);

/// The same; and where there is that channel "tel:+46701234567" (RFC 3966) of a mobile telephone
/// number, Swedish where it names no country, or an address "sdk:…" as it is.
std::string address_in(std::string_view text, Channels channels);

/// Whether the address is of another channel than mail.
bool is_by_gateway(std::string_view address);

/// What goes by another channel: that something waits, and the letter's link.
std::string short_message(const Letter& letter, const LetterTexts& texts);

}  // namespace letter
}  // namespace kallad
