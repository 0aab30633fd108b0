// A letter as it is handed to whatever sends it, or the reason why there is none.
// Not a mail: headers, MIME, calendar parts and delivery are elsewhere.
// Rule kept (domain 6): nothing in here but the addresses tells who anybody is.
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/wording/words/language.hpp"
#include "engine/between/wish.hpp"

namespace kallad {

/// As what somebody gets a letter.
enum class RecipientKind {
  party,    ///< who answers for the party, or the party itself where it is a person
  mailbox,  ///< the unit's function mailbox
  head,
  deputy,      ///< instead of a head who is away
  substitute,  ///< the own link
  coordinator,
  chair,
};
BOOST_DESCRIBE_ENUM(RecipientKind, party, mailbox, head, deputy, substitute, coordinator, chair)

/// One address: a bare mail address, "vuxen@example.se", or one of another channel, "tel:+46…".
struct Recipient {
  RecipientKind kind = RecipientKind::party;
  std::string address;
  bool operator==(const Recipient&) const = default;
};

/// One letter, the same to all its recipients.
struct Letter {
  Wish wish;  ///< what it answers; of a digest the first
  CaseId of_case;
  CouncilId council;
  Language language = Language::swedish;
  std::vector<Recipient> recipients;
  std::string sender;    ///< the unit that sends it, by name; empty where several do
  std::string reply_to;  ///< its function mailbox; empty where it has none
  std::string subject;
  std::string text;
  std::string html;
  std::string link;  ///< where it leads; empty where nowhere
};

/// Why nothing is sent.
enum class NoLetter {
  not_a_letter,
  already_answered,
  already_done,  ///< attendance is closed, the draft was looked at
  replaced,      ///< another letter says it, or nobody is meant any more
  meeting_begun,
  meeting_cancelled,  ///< or it was not held
  consent_withdrawn,
  outside_consent,
  party_left,
  case_closed,
  no_seat,  ///< the case knows no such place at a meeting
  no_address,
};
BOOST_DESCRIBE_ENUM(NoLetter, not_a_letter, already_answered, already_done, replaced, meeting_begun,
                    meeting_cancelled, consent_withdrawn, outside_consent, party_left, case_closed,
                    no_seat, no_address)

/// What the coordinator must be told because a letter could not be sent.
enum class CoordinatorFact {
  none,
  summons_undelivered,  ///< say `record_delivery` with `failed` for the seat: the engine tells
  letter_undelivered,   ///< no fact of the engine: a `demand_to_coordinator` for number and party
};
BOOST_DESCRIBE_ENUM(CoordinatorFact, none, summons_undelivered, letter_undelivered)

/// Nothing to send, because.
struct NothingToSend {
  NoLetter why = NoLetter::not_a_letter;
  CoordinatorFact tell = CoordinatorFact::none;
  bool operator==(const NothingToSend&) const = default;
};

/// What composing came to.
using Composed = boost::variant2::variant<Letter, NothingToSend>;

namespace letter {

/// The rule whose text (wording/words) says why: "letter_already_answered".
std::string_view rule_of(NoLetter why);

/// A kallelse, in any of its forms.
bool is_summons(WishKind kind);
/// A step of the ladder.
bool is_reminder(WishKind kind);
/// About activities of one unit, to that unit or its head.
bool is_about_activity(WishKind kind);
/// Of the plan and what follows, to a unit that signs in to see more; about no seat.
bool is_about_plan(WishKind kind);
/// For the coordinator, or the chair of the meeting, alone, which is no sharing.
bool is_to_coordinator(WishKind kind);
/// That somebody need not come: said without consent too, and also of what is stopped.
bool takes_back(WishKind kind);
/// Letters whose failing somebody must hear of by another way: that nobody need come, and that
/// somebody is to come instead.
bool must_be_heard(WishKind kind);

}  // namespace letter
}  // namespace kallad
