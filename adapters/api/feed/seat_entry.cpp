// The id comes from adapters/mailroom, which made it for the mail.
// Not a choice of meetings: own_meetings.cpp and link_calendar.cpp.
#include "adapters/api/feed/seat_entry.hpp"

#include "adapters/answer_link/link_view.hpp"
#include "adapters/calendar/entry_check.hpp"
#include "adapters/letter/shareable.hpp"
#include "adapters/mailroom/mailroom.hpp"

namespace kallad::api {

namespace {

/// As in the mails; where none are sent, the calling unit's own mailbox. A calendar must name
/// somebody (RFC 5546), so where there is no address at all it names nobody's.
calendar::Mailbox organizer_of(const CaseFile& file, const EntryLook& look) {
  const Unit* unit = find_unit(look.ledger.known, file.running.coordinator.unit);
  calendar::Mailbox organizer{look.house.mail->sender().address, unit ? unit->name : std::string{}};
  if (organizer.address.empty() && unit) organizer.address = letter::mail_address_in(unit->mailbox);
  if (organizer.address.empty()) organizer.address = "nobody@kallad.invalid";
  return organizer;
}

}  // namespace

calendar::Entry meeting_entry(const CaseFile& file, const Meeting& meeting, const Cited& called,
                              const PartyId& to, const mailroom::Copy& copy,
                              const EntryLook& look) {
  calendar::Entry entry;
  const Wish letter{WishKind::summons, meeting.number, to};
  entry.uid = mailroom::entry_id(file, letter, copy, look.house.mail->sender());
  entry.sequence = called.event;
  entry.stamped_at = std::chrono::floor<std::chrono::seconds>(called.at);
  entry.start = meeting.notice.starts;
  entry.end = entry.start + mailroom::shown_length;
  entry.case_number = file.running.id;
  entry.organizer = organizer_of(file, look);
  entry.language = look.language;
  return entry;
}

void put_place(calendar::Entry& entry, const CaseFile& file, const LinkName& name,
               const EntryLook& look) {
  const Ground ground{look.ledger.known, look.ledger.routines, look.house.calendar, {}};
  const LinkView view = answer_link::show(file, name, ground, look.now);
  const letter::SharedPlace shared = letter::shared_place(view, file.running);
  if (!shared.place.empty()) entry.place = shared.place;
  if (shared.link.starts_with("https://")) entry.meeting_url = shared.link;
}

bool can_be_written(calendar::Entry& entry) {
  if (calendar::fault_of(entry) == calendar::WriteFault::place) entry.place.reset();
  return !calendar::fault_of(entry);
}

}  // namespace kallad::api
