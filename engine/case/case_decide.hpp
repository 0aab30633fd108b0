// The functions a case speaks: decide a command, take a fact in, and say what time will demand.
// Not the rules (case_rules.hpp) and not the table (case_table.hpp). Rule kept: never both yes and
// no.
#pragma once

#include <vector>

#include "engine/case/case_commands.hpp"
#include "engine/case/case_events.hpp"
#include "engine/case/case_rules.hpp"

namespace kallad::casework {

/// What a decision came to, and the step the machine says the case is in afterwards.
struct Decided {
  Verdict<CaseEvent> verdict;
  Step step;
};

/// Yes with what has happened, or no with every rule that forbids it. A case that is not opened
/// takes only open_case. Promises nothing about deficiencies: between/ adds their part.
Decided decide(const Case& running, const CaseCommand& command, const Stamp& stamp,
               const Ground& ground);

/// How a unit is called to a case, and why.
struct UnitCalling {
  Calling calling = Calling::invited;
  CallingReason why = CallingReason::chosen;
};

/// By its duty; or as `asked` for, where that is something.
UnitCalling unit_calling(Duty duty, std::optional<Calling> asked = std::nullopt);

/// What a command about the meeting, granted by the table, makes happen.
std::vector<CaseEvent> meeting_events(const CaseFacts& facts, const SteppedCommand& command);

/// The case after the event. Never refuses. `stamp.event` is the event's number in the case.
Case evolve(Case running, const CaseEvent& event, const Stamp& stamp);

/// What time will demand of the case. Nothing of one that is closed.
std::vector<Due> due(const Case& running, const Ground& ground);

/// The routine that counts for this case at a moment; the product's default where none is
/// registered.
const Routine& routine_for(const Case& running, Instant moment, const Ground& ground);

/// The last meeting that was held, officials' meetings apart: the plan was made there. Null where
/// there is none.
const Meeting* last_held(const Case& running);

/// Whether the party was handed a kallelse, and neither took it on nor came: the duty stayed with
/// whoever handed it on. While that one is a party it is the one to call again and to ask about the
/// plan, or one duty would count twice.
bool never_took_on(const Case& running, const Party& party);

/// When the case's own first kallelse went out (UTC); officials' meetings are none.
std::optional<Instant> first_summons(const Case& running);

/// When the unit that answers for an activity is reminded of its last day (UTC), by the routine
/// that counts for that day.
Instant activity_reminder_at(const Case& running, Date last_day, const Ground& ground);

/// When the head of that unit hears that it has not been reported done (UTC).
Instant activity_to_head_at(const Case& running, Date last_day, const Ground& ground);

/// The facts for a decision about one seat of one meeting.
SeatFacts seat_facts(const Case& running, const Meeting& meeting, const Seat& seat,
                     const Routine& routine, const Stamp& stamp, const Ground& ground);

}  // namespace kallad::casework
