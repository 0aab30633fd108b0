// Office hours by the working calendar, and the engine's demands as letters.
// Not sending: nothing here waits.
#include "adapters/letter/schedule.hpp"

#include <algorithm>

#include "adapters/letter/digest.hpp"
#include "engine/case/case_decide.hpp"

namespace kallad::letter {

namespace {

/// The letters that a demand leads to. What a seat will be told has an event of its own; the others
/// are noted as they are, and what follows from that the engine says.
std::vector<Wish> wishes_of(const CaseFile& file, const Due& due) {
  const PartyId party{due.about};
  switch (due.kind) {
    case DueKind::presume_delivery:
    case DueKind::acknowledge_deadline:
      return {};
    case DueKind::remind_recipient:
      return {{WishKind::reminder_to_recipient, due.number, party}};
    case DueKind::remind_mailbox:
      return {{WishKind::reminder_to_mailbox, due.number, party}};
    case DueKind::remind_head:
      return {{WishKind::reminder_to_head, due.number, party}};
    case DueKind::answer_deadline:
      return {{WishKind::no_answer_to_coordinator, due.number, party}};
    default:
      return between::reactions(file, FileEvent{DemandFellDue{due}});
  }
}

}  // namespace

Instant send_at(Instant now, WishKind kind, const Routine& routine, const Calendar& calendar) {
  if (!can_wait_together(kind)) return now;
  const Zone& zone = calendar.zone();
  const int closes = std::max(office_closes, routine.reminder_hour + 1);
  const Date today = zone.day_of(now);
  const Instant opening = zone.at_hour(today, routine.reminder_hour);
  const Instant end = closes < 24 ? zone.at_hour(today, closes) : zone.end_of(today);
  if (calendar.is_working_day(today) && now < end) return std::max(now, opening);
  return zone.at_hour(calendar.add_working_days(today, 1), routine.reminder_hour);
}

std::vector<PlannedLetter> letters_to_come(const CaseFile& file, const LetterGround& from) {
  std::vector<PlannedLetter> letters;
  for (const Due& due : between::due(file, from.ground)) {
    const Routine& routine = casework::routine_for(file.running, due.at, from.ground);
    for (const Wish& wish : wishes_of(file, due)) {
      const Instant at = send_at(due.at, wish.kind, routine, from.ground.calendar);
      PlannedLetter one{at, wish, due.kind, recipients_of(file, wish, from, at), std::nullopt};
      if (one.recipients.empty()) one.why_not = NoLetter::no_address;
      letters.push_back(std::move(one));
    }
  }
  std::ranges::stable_sort(letters, {}, &PlannedLetter::at);
  return letters;
}

}  // namespace kallad::letter
