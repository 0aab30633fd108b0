// From the list of cases to entries, case by case; the case has the last word.
// Not written here: adapters/calendar does that.
#include "adapters/api/feed/own_meetings.hpp"

#include <algorithm>

#include "adapters/api/feed/seat_entry.hpp"
#include "adapters/api/lists/case_lists.hpp"
#include "adapters/mailroom/mailroom.hpp"
#include "engine/authority/sight.hpp"

namespace kallad::api {

namespace {

using calendar::FeedEntry;

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

std::optional<FeedEntry> entry_of(const CaseFile& file, const UnitId& unit, const EntryLook& look) {
  if (file.running.meetings.empty()) return std::nullopt;
  const Meeting& meeting = file.running.meetings.back();
  if (!meeting::is_live(meeting)) return std::nullopt;
  const PartyId own_party = party_of(unit);
  const Seat* own = meeting::find_seat(meeting, own_party);
  if (own && !is_kept(*own)) own = nullptr;
  if (!own && file.running.coordinator.unit != unit) return std::nullopt;
  const Cited* called = called_by(meeting, own);
  if (!called) return std::nullopt;
  FeedEntry made{meeting_entry(file, meeting, *called, own ? own_party : PartyId{}, {}, look)};
  const std::string page = look.house.mail->links().of_case(file.running.id);
  if (page.starts_with("https://")) made.entry.answer_url = page;
  if (own) put_place(made.entry, file, answer_link::party_link(file.running.id, *own), look);
  return made;
}

}  // namespace

std::vector<FeedEntry> own_meetings(House& house, const Caller& caller, FeedScope scope,
                                    Language language, Instant now) {
  const auto ledger = house.shelf.ledger();
  const EntryLook look{house, ledger->ledger, language, now};
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
    auto one = entry_of(read->file, caller.unit, look);
    if (one && can_be_written(one->entry)) all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace kallad::api
