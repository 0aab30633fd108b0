// When letters leave, and which ones are to come: the page "what is being reminded when".
// Not the ladder itself: the engine says what falls due (engine/between). Rule kept: reminders only
// in office hours on working days, never at midnight; a kallelse, and what follows an answer, at
// once. Office hours are a local standard.
#pragma once

#include <vector>

#include "adapters/letter/compose.hpp"

namespace kallad::letter {

/// The local hour from which no more reminders leave. They begin at the routine's `reminder_hour`;
/// where that is this late, for one hour.
inline constexpr int office_closes = 17;

/// The moment at which a letter that is wished at `now` may leave: `now`, or the next office hours.
Instant send_at(Instant now, WishKind kind, const Routine& routine, const Calendar& calendar);

/// One letter to come, as far as can be told today. With `why_not` it is known already that it
/// cannot be sent.
struct PlannedLetter {
  Instant at;
  Wish wish;  ///< of a demand to the coordinator `to` can be empty
  DueKind because = DueKind::answer_deadline;
  std::vector<Recipient> recipients;
  std::optional<NoLetter> why_not;
};

/// The letters that what falls due in the case will lead to if nobody does anything, earliest
/// first. An answer takes a party's reminders out.
std::vector<PlannedLetter> letters_to_come(const CaseFile& file, const LetterGround& from);

}  // namespace kallad::letter
