// The half of a round that speaks with the relay: each letter to each of its addresses.
// Not the choice of letters: round.cpp. Rule kept: between composing and sending minutes may pass,
// so the case is asked again whether the letter is needed.
#include <algorithm>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/letter/digest.hpp"
#include "adapters/letter/need.hpp"
#include "adapters/mailroom/outgoing/outgoing.hpp"
#include "adapters/mailroom/outgoing/pauses.hpp"
#include "adapters/post/mime/compose.hpp"
#include "engine/spine/table.hpp"

namespace kallad::mailroom {

namespace {

/// What a seat is told of a summons: other letters say nothing of whether it has been reached.
SeatReport report_for(const Copy& copy, CopyState state) {
  if (!letter::is_summons(copy.wish.kind)) return SeatReport::nothing;
  if (state == CopyState::accepted) return SeatReport::accepted;
  return state == CopyState::failed ? SeatReport::failed : SeatReport::nothing;
}

/// Whether it is the recipient, or what was sent, that is refused; not we or our relay.
bool is_about_letter(const post::Sent& sent) {
  return sent.about == post::About::recipient || sent.about == post::About::letter;
}

std::string status_of(const post::Sent& sent) {
  if (!sent.status.empty()) return sent.status;
  if (sent.code != 0) return std::to_string(sent.code);
  return std::string{table::state_id(sent.trouble)};
}

Attempt again(Instant now, std::chrono::minutes pause, const post::Sent& sent) {
  return {CopyState::waiting, now, now + pause, status_of(sent), SeatReport::nothing};
}

/// What the relay said, as what is kept of the copy.
Attempt attempt_of(const Copy& copy, const post::Sent& sent, Instant now) {
  const auto ended = [&](CopyState state) {
    return Attempt{state, now, std::nullopt, status_of(sent), report_for(copy, state)};
  };
  switch (sent.fate) {
    case post::Fate::delivered_to_relay:
      return ended(CopyState::accepted);
    case post::Fate::permanent:
      if (is_about_letter(sent)) return ended(CopyState::failed);
      return again(now, pause_uncertain, sent);
    case post::Fate::temporary:
      if (now - copy.made_at >= longest_refusal) return ended(CopyState::failed);
      return again(now, pause_after(copy.attempts), sent);
    case post::Fate::unreachable:
      return again(now, pause_unreachable, sent);
    case post::Fate::uncertain:
      break;
  }
  return again(now, pause_uncertain, sent);
}

}  // namespace

void Outgoing::send_all(Now& round) {
  std::vector<Letter> letters;
  for (const Leaving& one : round.leaving) letters.push_back(one.letter);
  counters_.trouble.clear();
  for (const letter::Mailing& mailing : letter::digest(std::move(letters), *round.texts)) {
    std::vector<Leaving> parts;
    for (const std::size_t place : mailing.stands_for) parts.push_back(round.leaving.at(place));
    send(mailing.letter, parts, round);
    if (!counters_.trouble.empty()) return;  // it will not be there for the others either
  }
}

void Outgoing::send(const Letter& letter, const std::vector<Leaving>& parts, Now& round) {
  std::optional<CaseFile> first;
  for (const Leaving& part : parts) {
    auto file = load_case(streams_of(reader_), part.letter.of_case.text);
    const bool is_needed =
        file && !letter::why_not(*file, part.letter.wish, round.ground, round.at);
    if (!is_needed) return;  // the next round sees what has become of it
    if (!first) first = std::move(file);
  }
  for (const Recipient& to : letter.recipients) {
    const std::string token = token_for(parts.front().keys.front(), to.address, house_.sender);
    std::vector<Copy> copies;
    for (const Leaving& part : parts) {
      copies.push_back(copies_.keep({.key = part.keys.front(),
                                     .of_case = part.letter.of_case,
                                     .wish = part.letter.wish,
                                     .version = part.version,
                                     .recipient = to.kind,
                                     .address = to.address,
                                     .token = token,
                                     .made_at = round.at}));
    }
    if (!send_copy(letter, copies, *first, round)) break;
  }
  end_parts(parts, round);
}

/// False where the relay cannot be spoken with. `copies`: of each part of the letter, to one
/// address.
bool Outgoing::send_copy(const Letter& letter, std::vector<Copy>& copies, const CaseFile& first,
                         const Now& round) {
  std::erase_if(copies, [&](const Copy& copy) {
    return copy.state != CopyState::waiting || (copy.next_at && *copy.next_at > round.at);
  });
  if (copies.empty()) return true;
  const Copy& copy = copies.front();
  const bool by_gateway = house_.gateway && letter::is_by_gateway(copy.address);
  const post::Sent sent =
      by_gateway ? house_.gateway->send(copy, letter::short_message(letter, *round.texts),
                                        letter.link, round.at)
                 : send_mail(letter, copy, first, round);
  note(copies, sent, round);
  return sent.fate != post::Fate::unreachable;
}

post::Sent Outgoing::send_mail(const Letter& letter, const Copy& copy, const CaseFile& first,
                               const Now& round) {
  const post::Message mail =
      message_of(letter, copy, house_.sender, entry_for(first, letter, copy, round),
                 thread_of(copy), round.at);
  const post::Composed composed = post::compose(mail);
  if (composed.faults.empty())
    return relay_.send(envelope_of(copy, house_.sender), composed.bytes).at(0);
  post::Sent sent{copy.address, post::Fate::permanent, post::About::letter, {}, 0, "", ""};
  sent.status = std::string{composed.faults.front().field};
  return sent;
}

/// The entry that goes along, kept as it goes: what comes back is held against it.
std::optional<post::CalendarPart> Outgoing::entry_for(const CaseFile& file, const Letter& letter,
                                                      const Copy& copy, const Now& round) {
  if (letter.of_case.text.empty()) return std::nullopt;  // a digest of several cases
  std::optional<CalendarSent> before;
  for (const Copy& one : copies_.of_entry(entry_id(file, letter.wish, copy, house_.sender))) {
    if (one.address == copy.address && one.state != CopyState::waiting) before = one.entry;
  }
  auto made = entry_of(file, letter, copy, round.from, house_.sender, before, round.at);
  if (!made) return std::nullopt;
  copies_.put_entry(copy.number, made->sent);
  return std::move(made->part);
}

/// The token of the first letter to that address about the same meeting: mail programs show what
/// follows below it.
std::string Outgoing::thread_of(const Copy& copy) {
  for (const Copy& one : copies_.of_case(copy.of_case)) {
    const bool is_first = one.address == copy.address && one.wish.number == copy.wish.number &&
                          one.wish.to == copy.wish.to && one.state != CopyState::waiting;
    if (is_first) return one.token;
  }
  return {};
}

void Outgoing::note(const std::vector<Copy>& copies, const post::Sent& sent, const Now& round) {
  CopyState state = CopyState::waiting;
  for (const Copy& copy : copies) {
    Attempt attempt = attempt_of(copy, sent, round.at);
    state = attempt.state;
    // A seat that another address of the same letter reaches has not been failed.
    if (attempt.report == SeatReport::failed) {
      const auto all = copies_.of_key(copy.key);
      const bool other = std::ranges::any_of(all, [&](const Copy& one) {
        return one.number != copy.number && one.state != CopyState::failed;
      });
      if (other) attempt.report = SeatReport::nothing;
    }
    copies_.note(copy.number, attempt);
  }
  const bool is_taken = state == CopyState::accepted;
  ++(is_taken                     ? counters_.accepted
     : state == CopyState::failed ? counters_.failed
                                  : counters_.put_off);
  if (sent.fate == post::Fate::unreachable) {
    counters_.trouble = std::string{table::state_id(sent.trouble)};
  }
  if (post::is_bad_address(sent)) mark_bad_address(sent.recipient, round);
}

/// The unit whose function mailbox it is has an address that does not work.
void Outgoing::mark_bad_address(const std::string& address, const Now& round) {
  const Date today = house_.calendar.zone().day_of(round.at);
  const std::string day = std::to_string(std::chrono::sys_days{today}.time_since_epoch().count());
  for (const auto& [id, unit] : round.ledger.known.units) {
    if (letter::mail_address_in(unit.mailbox) != address) continue;
    const RegisterCommand said{RecordMailboxCheck{id, today, true}};
    house_.desk
        .submit(submission_of(std::string{register_stream}, "mailbox-" + id.text + "-" + day,
                              {Role::mail, {}, {}}, LedgerCommand{said}))
        .wait();
    if (house_.register_changed) house_.register_changed();
  }
}

}  // namespace kallad::mailroom
