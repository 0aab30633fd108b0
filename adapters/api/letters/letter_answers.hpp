// What the API says of a case's letters, and what is said to it of them.
// Not letters as they are sent: adapters/letter. Rule kept: for who sees the whole case alone.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/letter/letter.hpp"
#include "adapters/mailroom/kept/copies.hpp"
#include "adapters/mailroom/kept/suggestions.hpp"
#include "adapters/mailroom/outgoing/round.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::api {

/// Where a letter goes.
struct LetterTo {
  RecipientKind kind = RecipientKind::party;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(LetterTo, (), (kind, address))

/// A letter that will leave if nobody does anything. `at` is Europe/Stockholm; `why_not`: the rule
/// by which it is known already that it cannot be sent.
struct LetterToCome {
  WishKind kind = WishKind::summons;
  std::uint32_t number = 0;  ///< the meeting's
  PartyId party;
  LocalTime at;
  std::vector<LetterTo> to;
  std::optional<std::string> why_not;
  std::optional<LocalTime> held_until;
  bool stopped = false;
};
BOOST_DESCRIBE_STRUCT(LetterToCome, (), (kind, number, party, at, to, why_not, held_until, stopped))

/// A letter that is wished and has not left. `at` is when it leaves, Europe/Stockholm; left out
/// where nothing sends it: the installation sends no mail, or `why_not` is the rule by which it
/// cannot be sent. `to`: as what it is got, without addresses. `tries`: those made so far.
struct LetterWaiting {
  WishKind kind = WishKind::summons;
  std::uint32_t number = 0;
  PartyId party;
  std::vector<RecipientKind> to = {};
  mailroom::LetterWaits because = mailroom::LetterWaits::its_turn;
  std::optional<LocalTime> at = {};
  std::uint32_t tries = 0;
  std::optional<std::string> why_not = {};
};
BOOST_DESCRIBE_STRUCT(LetterWaiting, (), (kind, number, party, to, because, at, tries, why_not))

/// A letter as it went to one address. `state` "bounced" and "failed" are about the address, never
/// the party's doing.
struct LetterSent {
  WishKind kind = WishKind::summons;
  std::uint32_t number = 0;
  PartyId party;
  RecipientKind recipient = RecipientKind::party;
  std::string address;
  mailroom::CopyState state = mailroom::CopyState::waiting;
  std::uint32_t attempts = 0;
  std::optional<LocalTime> at;
  std::optional<LocalTime> next_at;
  std::string status;
};
BOOST_DESCRIBE_STRUCT(LetterSent, (),
                      (kind, number, party, recipient, address, state, attempts, at, next_at,
                       status))

/// What somebody has held back, and why.
struct LetterHeld {
  WishKind kind = WishKind::summons;
  std::uint32_t number = 0;
  PartyId party;
  std::optional<LocalTime> until;
  std::string by;
  std::string reason;
  LocalTime at;
};
BOOST_DESCRIBE_STRUCT(LetterHeld, (), (kind, number, party, until, by, reason, at))

/// Where letters to a party go in this case, instead of its unit's function mailbox.
struct PartyAddress {
  PartyId party;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(PartyAddress, (), (party, address))

/// All of a case. `sends`: whether the installation sends mail at all.
struct CaseLetters {
  bool sends = false;
  std::vector<PartyAddress> addresses;
  std::vector<LetterToCome> to_come;
  std::vector<LetterWaiting> waiting;
  std::vector<LetterSent> sent;
  std::vector<LetterHeld> held;
};
BOOST_DESCRIBE_STRUCT(CaseLetters, (), (sends, addresses, to_come, waiting, sent, held))

/// Which letter, and what is wanted of it. `until` (Europe/Stockholm) left out stops it.
struct HoldForm {
  WishKind kind = WishKind::summons;
  std::uint32_t number = 0;
  PartyId party;
  std::optional<LocalTime> until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(HoldForm, (), (kind, number, party, until, reason))

struct SendNowForm {
  WishKind kind = WishKind::summons;
  std::uint32_t number = 0;
  PartyId party;
};
BOOST_DESCRIBE_STRUCT(SendNowForm, (), (kind, number, party))

/// A letter as its recipients will see it; or the rule by which there is none.
struct LetterPreview {
  std::vector<LetterTo> to;
  std::string subject;
  std::string text;
  std::optional<std::string> why_not;
};
BOOST_DESCRIBE_STRUCT(LetterPreview, (), (to, subject, text, why_not))

/// A letter that something would lead to at once, as its recipients would see it.
struct LetterForeseen {
  WishKind kind = WishKind::summons;
  std::uint32_t number = 0;
  PartyId party;
  LetterPreview letter;
};
BOOST_DESCRIBE_STRUCT(LetterForeseen, (), (kind, number, party, letter))

struct LettersForeseen {
  std::vector<LetterForeseen> letters;
};
BOOST_DESCRIBE_STRUCT(LettersForeseen, (), (letters))

/// What came by mail about a seat. Names and words are the sender's; nothing of it is proven.
struct MailSuggestion {
  std::uint64_t number = 0;
  std::uint32_t meeting = 0;
  PartyId party;
  mailroom::SuggestionKind kind = mailroom::SuggestionKind::words;
  std::string reason;
  std::string says;
  std::string sender;
  std::string who;
  std::string name;
  std::optional<LocalTime> starts;
  std::string words;
  LocalTime came_at;
  mailroom::SuggestionState state = mailroom::SuggestionState::open;
  std::string settled_by;
  std::optional<LocalTime> settled_at;
};
BOOST_DESCRIBE_STRUCT(MailSuggestion, (),
                      (number, meeting, party, kind, reason, says, sender, who, name, starts, words,
                       came_at, state, settled_by, settled_at))

struct MailSuggestions {
  std::vector<MailSuggestion> suggestions;
};
BOOST_DESCRIBE_STRUCT(MailSuggestions, (), (suggestions))

/// "taken": recorded with a command of the coordinator's own; "dismissed": nothing to record.
struct SettleForm {
  mailroom::SuggestionState state = mailroom::SuggestionState::dismissed;
};
BOOST_DESCRIBE_STRUCT(SettleForm, (), (state))

}  // namespace kallad::api
