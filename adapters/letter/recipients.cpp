// Who gets a letter: read off the seat, the register and what the caller knows of addresses.
// Not who may see the case: a letter shows nothing of it. Rule kept: deputies stand in for a head
// who is away; where neither has an address, the function mailbox gets the letter.
#include <algorithm>

#include "adapters/letter/compose.hpp"
#include "adapters/letter/need.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::letter {

namespace {

using Recipients = std::vector<Recipient>;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_made_of(std::string_view text, std::string_view signs) {
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos;
  });
}

bool is_address(std::string_view text) {
  constexpr std::size_t longest = 254;
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > longest) return false;
  const std::string_view domain = text.substr(at + 1);
  const bool has_dots = domain.find('.') != std::string_view::npos && !domain.starts_with('.') &&
                        !domain.ends_with('.') && domain.find("..") == std::string_view::npos;
  return has_dots && is_made_of(text.substr(0, at), "!#$%&'*+-/=?^_{|}~.") &&
         is_made_of(domain, ".-");
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

void add(Recipients& all, RecipientKind kind, std::string_view text) {
  std::string address = mail_address_in(text);
  const bool is_new = std::ranges::find(all, address, &Recipient::address) == all.end();
  if (!address.empty() && is_new) all.push_back({kind, std::move(address)});
}

void add_mailbox(Recipients& all, const UnitId& id, const Register& known, RecipientKind kind) {
  if (const Unit* unit = find_unit(known, id)) add(all, kind, unit->mailbox);
}

Recipients of_party(const CaseFile& file, const PartyId& id, const LetterGround& from) {
  Recipients all;
  const auto own = from.addresses.find(id);
  if (own != from.addresses.end()) add(all, RecipientKind::party, own->second);
  const Party* party = casework::find_party(file.running, id);
  if (all.empty() && party && !party->unit.empty()) {
    add_mailbox(all, party->unit, from.ground.known, RecipientKind::mailbox);
  }
  return all;
}

Recipients of_mailbox(const CaseFile& file, const PartyId& id, const LetterGround& from) {
  Recipients all;
  const Party* party = casework::find_party(file.running, id);
  if (party) add_mailbox(all, party->unit, from.ground.known, RecipientKind::mailbox);
  return all;
}

Recipients of_head(const CaseFile& file, const PartyId& id, const LetterGround& from) {
  Recipients all;
  const Party* party = casework::find_party(file.running, id);
  const Unit* unit = party ? find_unit(from.ground.known, party->unit) : nullptr;
  if (!unit) return all;
  if (from.heads_away.contains(unit->id)) {
    for (const std::string& deputy : unit->deputies) add(all, RecipientKind::deputy, deputy);
  } else {
    add(all, RecipientKind::head, unit->head_contact);
  }
  if (all.empty()) add(all, RecipientKind::mailbox, unit->mailbox);
  return all;
}

Recipients of_substitute(const ChainLink* substitute) {
  Recipients all;
  if (substitute) add(all, RecipientKind::substitute, substitute->who.contact);
  return all;
}

/// That they need not come, all of the chain must hear: each has the time in the calendar, and
/// until the last has said yes the duty is with one before.
Recipients with_substitutes(Recipients all, const Seat* seat) {
  if (!seat) return all;
  for (const ChainLink& link : seat->chain) {
    add(all, RecipientKind::substitute, link.who.contact);
  }
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
  if (meeting) add(all, RecipientKind::chair, meeting->chair);
  if (all.empty()) {
    add_mailbox(all, file.running.coordinator.unit, from.ground.known, RecipientKind::coordinator);
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
  return is_address(text) ? std::string{text} : std::string{};
}

std::vector<Recipient> recipients_of(const CaseFile& file, const Wish& wish,
                                     const LetterGround& from) {
  if (wish.kind == WishKind::coming_list) return of_chair(file, wish.number, from);
  if (is_to_coordinator(wish.kind)) {
    Recipients all;
    add_mailbox(all, file.running.coordinator.unit, from.ground.known, RecipientKind::coordinator);
    return all;
  }
  const Seat* seat = seat_of(file, wish);
  switch (wish.kind) {
    case WishKind::reminder_to_mailbox:
      return of_mailbox(file, wish.to, from);
    case WishKind::reminder_to_head:
    case WishKind::activity_overdue_to_head:
      return of_head(file, wish.to, from);
    case WishKind::substitute_link:
      return of_substitute(seat && !seat->chain.empty() ? &seat->chain.back() : nullptr);
    case WishKind::cancellation:
      return with_substitutes(of_party(file, wish.to, from), seat);
    case WishKind::substitute_released: {
      const Meeting* meeting = casework::find_meeting(file.running, wish.number);
      return with_substitutes({}, meeting ? seat_given_up(*meeting, wish.to) : nullptr);
    }
    case WishKind::decline_explained:
      if (const auto* namer = seat ? namer_of_declined(*seat) : nullptr) {
        return of_substitute(namer);
      }
      break;
    default:
      break;
  }
  return of_party(file, wish.to, from);
}

}  // namespace kallad::letter
