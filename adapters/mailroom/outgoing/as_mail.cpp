// Heads by RFC 5322 and 3834; entries by adapters/calendar.
// Not composed into bytes here: adapters/post/mime does that.
#include "adapters/mailroom/outgoing/as_mail.hpp"

#include <algorithm>

#include "adapters/answer_link/link_view.hpp"
#include "adapters/letter/need.hpp"
#include "adapters/letter/shareable.hpp"
#include "adapters/letter/template/plain_line.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::mailroom {

namespace {

constexpr std::size_t token_length = 24;
constexpr std::size_t id_length = 32;

bool is_request(WishKind kind) {
  return letter::is_summons(kind) || kind == WishKind::substitute_link;
}

/// What stands behind a wish in the case; null where it is gone.
struct Place {
  const Meeting* meeting = nullptr;
  const Seat* seat = nullptr;
};

Place place_of(const CaseFile& file, const Wish& wish) {
  Place place;
  place.meeting = casework::find_meeting(file.running, wish.number);
  if (place.meeting) place.seat = meeting::find_seat(*place.meeting, wish.to);
  return place;
}

/// The link of the chain that the address is in: of the seat as it stands, or among those who need
/// not come any more.
const ChainLink* link_to(const Place& place, const Wish& wish, std::string_view address) {
  std::vector<const ChainLink*> links;
  if (wish.kind == WishKind::substitute_released && place.meeting) {
    links = letter::released_at(*place.meeting, wish.to);
  } else if (place.seat) {
    for (const ChainLink& link : place.seat->chain) links.push_back(&link);
  }
  const auto found = std::find_if(links.rbegin(), links.rend(), [&](const ChainLink* link) {
    return letter::mail_address_in(link->who.contact) == address;
  });
  return found == links.rend() ? nullptr : *found;
}

/// Versions grow with the case's events: sending again, moving and cancelling are events.
std::uint32_t sequence_of(const CaseFile& file, const Seat& seat, WishKind kind) {
  if (letter::takes_back(kind)) return file.running.events;
  if (kind == WishKind::substitute_link && !seat.chain.empty()) {
    return seat.chain.back().named.event;
  }
  return seat.sent ? seat.sent->event : 0;
}

/// In whole seconds, as calendars write it: the log has milliseconds.
Instant stamped_at(const Seat& seat, WishKind kind, Instant now) {
  const Instant moment = !letter::takes_back(kind) && seat.sent ? seat.sent->at : now;
  return std::chrono::floor<std::chrono::seconds>(moment);
}

std::string unit_name(const CaseFile& file, const PartyId& id, const Register& known) {
  const Party* party = casework::find_party(file.running, id);
  const Unit* unit = party ? find_unit(known, party->unit) : nullptr;
  return unit ? letter::plain_line(unit->name) : std::string{};
}

/// The place and the links, which a cancellation does not need.
void put_place(calendar::Entry& entry, const CaseFile& file, const Letter& letter,
               const LetterGround& from, Instant now) {
  const auto name = letter::link_of(file, letter.wish);
  if (!name) return;
  const LinkView view = answer_link::show(file, *name, from.ground, now);
  const letter::SharedPlace shared = letter::shared_place(view, file.running);
  if (!shared.place.empty()) entry.place = shared.place;
  if (shared.link.starts_with("https://")) entry.meeting_url = shared.link;
  if (letter.link.starts_with("https://")) entry.answer_url = letter.link;
}

std::string whole(std::string_view token, const Sender& sender) {
  return std::string{token} + "@" + sender.domain();
}

/// Only letters the program writes of itself: to a kallelse, which a human sends, programs that
/// answer for somebody away shall answer (RFC 3834).
bool is_by_itself(WishKind kind) {
  return letter::is_reminder(kind) || letter::is_about_activity(kind) ||
         letter::is_to_coordinator(kind) || kind == WishKind::answer_confirmed ||
         kind == WishKind::decline_explained;
}

}  // namespace

std::string token_for(const OutboxKey& key, std::string_view address, const Sender& sender) {
  const std::string text = "mail\n" + std::to_string(key.position) + "/" +
                           std::to_string(key.number) + "\n" + std::string{address};
  return sender.sign(text).substr(0, token_length);
}

post::Envelope envelope_of(const Copy& copy, const Sender& sender) {
  std::string from = sender.address;
  if (sender.subaddresses) from = post::with_token(from, copy.token).value_or(from);
  return {std::move(from), {copy.address}, copy.token};
}

std::string entry_id(const CaseFile& file, const Wish& wish, const Copy& copy,
                     const Sender& sender) {
  std::string text =
      "entry\n" + file.running.id.text + "\n" + std::to_string(wish.number) + "\n" + wish.to.text;
  const bool is_own = copy.recipient == RecipientKind::substitute;
  const ChainLink* link = is_own ? link_to(place_of(file, wish), wish, copy.address) : nullptr;
  if (link) text += "\nsubstitute\n" + std::to_string(link->named.event);
  return sender.sign(text).substr(0, id_length) + "@" + sender.domain();
}

std::optional<EntryMade> entry_of(const CaseFile& file, const Letter& letter, const Copy& copy,
                                  const LetterGround& from, const Sender& sender,
                                  const std::optional<CalendarSent>& before, Instant now) {
  const WishKind kind = letter.wish.kind;
  const bool is_cancel = letter::takes_back(kind) && before;
  const Place place = place_of(file, letter.wish);
  if ((!is_request(kind) && !is_cancel) || !place.meeting) return std::nullopt;
  static const Seat none;
  const Seat& seat = place.seat ? *place.seat : none;
  calendar::Invitation invitation;
  calendar::Entry& entry = invitation.entry;
  entry.uid = entry_id(file, letter.wish, copy, sender);
  entry.sequence = sequence_of(file, seat, kind);
  entry.stamped_at = stamped_at(seat, kind, now);
  entry.start = is_cancel ? before->starts : place.meeting->notice.starts;
  entry.end = entry.start + shown_length;
  entry.case_number = file.running.id;
  entry.organizer = {sender.address, letter.sender};
  entry.language = letter.language;
  if (!is_cancel) put_place(entry, file, letter, from, now);
  invitation.attendee = {copy.address, unit_name(file, letter.wish.to, from.ground.known)};
  const Zone& zone = from.ground.calendar.zone();
  calendar::Written written = is_cancel ? calendar::write_cancel(invitation, zone)
                                        : calendar::write_request(invitation, zone);
  if (written.fault) return std::nullopt;
  return EntryMade{{is_cancel ? "CANCEL" : "REQUEST", std::move(written.text)},
                   {entry.uid, entry.sequence, entry.stamped_at, entry.start, entry.end}};
}

post::Message message_of(const Letter& letter, const Copy& copy, const Sender& sender,
                         std::optional<post::CalendarPart> entry, const std::string& answers,
                         Instant now) {
  post::Message mail;
  mail.from = {letter.sender.empty() ? "Kallad" : letter.sender, sender.address};
  if (const auto to = post::with_token(sender.address, copy.token); to && sender.subaddresses) {
    mail.reply_to = {{mail.from.name, *to}};
  }
  mail.to = {{"", copy.address}};
  mail.subject = letter.subject;
  mail.text = letter.text;
  mail.html = letter.html;
  mail.calendar = std::move(entry);
  mail.message_id = whole(copy.token, sender);
  if (!answers.empty() && answers != copy.token) {
    mail.in_reply_to = whole(answers, sender);
    mail.references = {mail.in_reply_to};
  }
  mail.date = now;
  if (is_by_itself(letter.wish.kind)) mail.headers = {{"Auto-Submitted", "auto-generated"}};
  return mail;
}

}  // namespace kallad::mailroom
