// Who gets a letter: read off the seat, the register and what the caller knows of addresses.
// Not who may see the case: a letter shows nothing of it. Rule kept: deputies stand in for a head
// who is away; where neither has an address, the function mailbox gets the letter.
#include <algorithm>

#include "adapters/letter/compose.hpp"
#include "adapters/letter/need.hpp"
#include "engine/case/case_decide.hpp"
#include "engine/register/mailbox.hpp"

namespace kallad::letter {

namespace {

using Recipients = std::vector<Recipient>;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// A mobile number in the one form the networks share (E.164); empty where it is none. Other
/// Swedish numbers take no messages.
std::string mobile_number_in(std::string_view text) {
  std::string number;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || (c == '+' && number.empty())) {
      number += c;
    } else if (std::string_view{" -()./"}.find(c) == std::string_view::npos) {
      return {};
    }
  }
  if (number.starts_with("00")) number.replace(0, 2, "+");
  if (number.starts_with('0')) number.replace(0, 1, "+46");
  constexpr std::size_t least = 9;
  constexpr std::size_t most = 16;
  const bool has_length = number.size() >= least && number.size() <= most;
  const bool is_swedish = number.starts_with("+46");
  const bool is_mobile = has_length && (!is_swedish || (number.size() == 12 && number[3] == '7'));
  return number.starts_with('+') && is_mobile ? number : std::string{};
}

void add(Recipients& all, RecipientKind kind, std::string_view text, Channels channels) {
  std::string address = address_in(text, channels);
  const bool is_new = std::ranges::find(all, address, &Recipient::address) == all.end();
  if (!address.empty() && is_new) all.push_back({kind, std::move(address)});
}

void add_mailbox(Recipients& all, const UnitId& id, const LetterGround& from, RecipientKind kind) {
  if (const Unit* unit = find_unit(from.ground.known, id))
    add(all, kind, unit->mailbox, from.channels);
}

Recipients of_party(const CaseFile& file, const PartyId& id, const LetterGround& from) {
  Recipients all;
  const auto own = from.addresses.find(id);
  if (own != from.addresses.end()) add(all, RecipientKind::party, own->second, from.channels);
  const Party* party = casework::find_party(file.running, id);
  if (all.empty() && party && !party->unit.empty()) {
    add_mailbox(all, party->unit, from, RecipientKind::mailbox);
  }
  return all;
}

Recipients of_mailbox(const CaseFile& file, const PartyId& id, const LetterGround& from) {
  Recipients all;
  const Party* party = casework::find_party(file.running, id);
  if (party) add_mailbox(all, party->unit, from, RecipientKind::mailbox);
  return all;
}

Recipients of_head(const CaseFile& file, const PartyId& id, const LetterGround& from, Instant at) {
  Recipients all;
  const Party* party = casework::find_party(file.running, id);
  const Unit* unit = party ? find_unit(from.ground.known, party->unit) : nullptr;
  if (!unit) return all;
  const Date day = from.ground.calendar.zone().day_of(at);
  if (is_head_away(from.ground.known, unit->id, day)) {
    for (const std::string& deputy : unit->deputies)
      add(all, RecipientKind::deputy, deputy, from.channels);
  } else {
    add(all, RecipientKind::head, unit->head_contact, from.channels);
  }
  if (all.empty()) add(all, RecipientKind::mailbox, unit->mailbox, from.channels);
  return all;
}

Recipients of_substitute(const ChainLink* substitute, Channels channels) {
  Recipients all;
  if (substitute) add(all, RecipientKind::substitute, substitute->who.contact, channels);
  return all;
}

/// That they need not come, all of the chain must hear: each has the time in the calendar, and
/// until the last has said yes the duty is with one before.
Recipients with_substitutes(Recipients all, const Seat* seat, Channels channels) {
  if (!seat) return all;
  for (const ChainLink& link : seat->chain) {
    add(all, RecipientKind::substitute, link.who.contact, channels);
  }
  return all;
}

Recipients of_released(const CaseFile& file, const Wish& wish, Channels channels) {
  Recipients all;
  const Meeting* meeting = casework::find_meeting(file.running, wish.number);
  if (!meeting) return all;
  for (const ChainLink* link : released_at(*meeting, wish.to))
    add(all, RecipientKind::substitute, link->who.contact, channels);
  return all;
}

const Seat* seat_of(const CaseFile& file, const Wish& wish) {
  const Meeting* meeting = casework::find_meeting(file.running, wish.number);
  return meeting ? meeting::find_seat(*meeting, wish.to) : nullptr;
}

/// The chair by name has no address of the product's, but where one is written in the name's place;
/// else the coordinator, who has to see to it.
Recipients of_chair(const CaseFile& file, std::uint32_t number, const LetterGround& from) {
  Recipients all;
  const Meeting* meeting = casework::find_meeting(file.running, number);
  if (meeting) add(all, RecipientKind::chair, meeting->chair, from.channels);
  if (all.empty()) {
    add_mailbox(all, file.running.coordinator.unit, from, RecipientKind::coordinator);
  }
  return all;
}

}  // namespace

std::string mail_address_in(std::string_view text) {
  text = trimmed(text);
  if (text.ends_with('>')) {
    const auto open = text.rfind('<');
    if (open == std::string_view::npos) return {};
    const bool is_one = text.substr(0, open).find_first_of("@,;") == std::string_view::npos;
    text = is_one ? text.substr(open + 1, text.size() - open - 2) : std::string_view{};
  }
  return registry::is_mail_address(text) ? std::string{text} : std::string{};
}

std::string address_in(std::string_view text, Channels channels) {
  std::string mail = mail_address_in(text);
  if (!mail.empty()) return mail;
  text = trimmed(text);
  if (channels.sdk && registry::is_secure_address(text)) return std::string{text};
  const std::string number = channels.sms ? mobile_number_in(text) : std::string{};
  return number.empty() ? std::string{} : "tel:" + number;
}

bool is_by_gateway(std::string_view address) {
  return address.starts_with("tel:") || address.starts_with("sdk:");
}

std::vector<Recipient> recipients_of(const CaseFile& file, const Wish& wish,
                                     const LetterGround& from, Instant at) {
  if (wish.kind == WishKind::coming_list) return of_chair(file, wish.number, from);
  if (is_to_coordinator(wish.kind)) {
    Recipients all;
    add_mailbox(all, file.running.coordinator.unit, from, RecipientKind::coordinator);
    return all;
  }
  const Seat* seat = seat_of(file, wish);
  switch (wish.kind) {
    case WishKind::reminder_to_mailbox:
      return of_mailbox(file, wish.to, from);
    case WishKind::reminder_to_head:
    case WishKind::activity_overdue_to_head:
      return of_head(file, wish.to, from, at);
    case WishKind::substitute_link:
      return of_substitute(seat && !seat->chain.empty() ? &seat->chain.back() : nullptr,
                           from.channels);
    case WishKind::cancellation:
      return with_substitutes(of_party(file, wish.to, from), seat, from.channels);
    case WishKind::substitute_released:
      return of_released(file, wish, from.channels);
    case WishKind::decline_explained:
      if (const auto* namer = seat ? namer_of_declined(*seat) : nullptr) {
        return of_substitute(namer, from.channels);
      }
      break;
    default:
      break;
  }
  return of_party(file, wish.to, from);
}

Language language_for(const CaseFile& file, const Wish& wish, const Register& known) {
  const Party* party = casework::find_party(file.running, wish.to);
  const bool is_own = is_to_coordinator(wish.kind) || !party;
  const Unit* unit = find_unit(known, is_own ? file.running.coordinator.unit : party->unit);
  return unit && unit->language == "en" ? Language::english : Language::swedish;
}

}  // namespace kallad::letter
