// From the list of cases to entries, case by case; the case has the last word.
// Not written here: adapters/calendar does that.
#include "adapters/api/feed/own_meetings.hpp"

#include <algorithm>

#include "adapters/answer_link/link_view.hpp"
#include "adapters/api/lists/case_lists.hpp"
#include "adapters/calendar/entry_check.hpp"
#include "adapters/letter/shareable.hpp"
#include "adapters/mailroom/mailroom.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::api {

namespace {

using calendar::Entry;
using calendar::FeedEntry;

/// What making an entry looks at.
struct Look {
  House& house;
  const Caller& caller;
  const Ledger& ledger;
  Language language;
  Instant now;
};

/// Whether somebody of the unit is still to go there.
bool is_kept(const Seat& seat) {
  if (!seat.sent || seat.state == SeatState::voided || seat.forwarded_to) return false;
  const auto* answer = seat::standing_answer(seat);
  return !answer || answer->kind != AnswerKind::cannot_come;
}

/// Since when the meeting is as it is: its calling, or its last change.
const Cited* called_by(const Meeting& meeting, const Seat* own) {
  if (own) return &*own->sent;
  const auto any =
      std::ranges::find_if(meeting.seats, [](const Seat& seat) { return !!seat.sent; });
  return any == meeting.seats.end() ? nullptr : &*any->sent;
}

/// The place and the link to join, as the letter to the unit has them: what names the person, or
/// somebody close, is held back by the whole case's names.
void put_place(Entry& entry, const CaseFile& file, const Seat& own, const Look& look) {
  const Ground ground{look.ledger.known, look.ledger.routines, look.house.calendar, {}};
  const LinkName name = answer_link::party_link(file.running.id, own);
  const LinkView view = answer_link::show(file, name, ground, look.now);
  const letter::SharedPlace shared = letter::shared_place(view, file.running);
  if (!shared.place.empty()) entry.place = shared.place;
  if (shared.link.starts_with("https://")) entry.meeting_url = shared.link;
}

/// As in the mails; where none are sent, the calling unit's own mailbox. A calendar must name
/// somebody (RFC 5546), so where there is no address at all it names nobody's.
void put_organizer(Entry& entry, const CaseFile& file, const Look& look) {
  const Unit* unit = find_unit(look.ledger.known, file.running.coordinator.unit);
  entry.organizer = {look.house.mail->sender().address, unit ? unit->name : std::string{}};
  if (entry.organizer.address.empty() && unit) {
    entry.organizer.address = letter::mail_address_in(unit->mailbox);
  }
  if (entry.organizer.address.empty()) entry.organizer.address = "nobody@kallad.invalid";
}

/// A meeting that a calendar cannot say as it is loses its place before it spoils the others.
bool can_be_written(Entry& entry) {
  if (calendar::fault_of(entry) == calendar::WriteFault::place) entry.place.reset();
  return !calendar::fault_of(entry);
}

std::optional<FeedEntry> entry_of(const CaseFile& file, const Look& look) {
  if (file.running.meetings.empty()) return std::nullopt;
  const Meeting& meeting = file.running.meetings.back();
  if (!meeting::is_live(meeting)) return std::nullopt;
  const PartyId own_party = party_of(look.caller.unit);
  const Seat* own = meeting::find_seat(meeting, own_party);
  if (own && !is_kept(*own)) own = nullptr;
  if (!own && file.running.coordinator.unit != look.caller.unit) return std::nullopt;
  const Cited* called = called_by(meeting, own);
  if (!called) return std::nullopt;
  FeedEntry made;
  Entry& entry = made.entry;
  const Wish letter{WishKind::summons, meeting.number, own ? own_party : PartyId{}};
  entry.uid = mailroom::entry_id(file, letter, {}, look.house.mail->sender());
  entry.sequence = called->event;
  entry.stamped_at = std::chrono::floor<std::chrono::seconds>(called->at);
  entry.start = meeting.notice.starts;
  entry.end = entry.start + mailroom::shown_length;
  entry.case_number = file.running.id;
  entry.language = look.language;
  const std::string page = look.house.mail->links().of_case(file.running.id);
  if (page.starts_with("https://")) entry.answer_url = page;
  put_organizer(entry, file, look);
  if (own) put_place(entry, file, *own, look);
  return made;
}

}  // namespace

std::vector<FeedEntry> own_meetings(House& house, const Caller& caller, FeedScope scope,
                                    Language language, Instant now) {
  const auto ledger = house.shelf.ledger();
  const Look look{house, caller, ledger->ledger, language, now};
  const CaseLists lists{house, caller, ledger->ledger.known, now};
  const CaseFilter filter{
      .closed = false, .mine = scope == FeedScope::mine, .meeting_from = now - kept_after_start};
  const Occasion occasion{ledger->ledger.known, house.calendar, now};
  std::vector<FeedEntry> all;
  for (const ListedCase& line : lists.page(filter, longest_feed, EntryOrder::meeting).cases) {
    if (line.sight != CaseSight::party && line.sight != CaseSight::whole) continue;
    const auto read = house.shelf.find_case(line.id.text);
    if (!read) continue;
    const Sight sight = authority::sight(caller, read->file, occasion);
    if (sight.of_case < CaseSight::party) continue;
    auto one = entry_of(read->file, look);
    if (one && can_be_written(one->entry)) all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace kallad::api
