// A called meeting as the calendar entry of whom it was called to: the same id, version and place
// as in the mail, so that a calendar that has both shows one. Not written here: adapters/calendar.
// Rules kept (domain 6): case number, time and place as far as a letter may say it.
#pragma once

#include "adapters/answer_link/link_target.hpp"
#include "adapters/api/way/call.hpp"
#include "adapters/calendar/invitation.hpp"
#include "adapters/mailroom/kept/copies.hpp"

namespace kallad::api {

/// What making an entry looks at. `now` UTC.
struct EntryLook {
  House& house;
  const Ledger& ledger;
  Language language;
  Instant now;
};

/// The entry without a place, for the party `to`, or for the substitute whose address is that of
/// `copy`. `called`: the event since which the meeting is as it is.
calendar::Entry meeting_entry(const CaseFile& file, const Meeting& meeting, const Cited& called,
                              const PartyId& to, const mailroom::Copy& copy, const EntryLook& look);

/// The place and the link to join, as the letter with that link has them: what names the person, or
/// somebody close, is held back.
void put_place(calendar::Entry& entry, const CaseFile& file, const LinkName& name,
               const EntryLook& look);

/// The place goes where a calendar cannot say it as it is; false where no entry can be written.
bool can_be_written(calendar::Entry& entry);

}  // namespace kallad::api
