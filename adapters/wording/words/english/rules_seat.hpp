// What one party's place at a meeting refuses, in English.
// One row a rule, {name} for a value of its data. Not when it is refused:
// the engine and the codec say that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto seat_rules = std::to_array<RuleText>({
    {"summons_was_replaced",
     "The summons has been replaced by a new one. Answer the new summons."},
    {"meeting_is_cancelled",
     "The meeting is cancelled. You need not do anything."},
    {"meeting_was_not_held",
     "The meeting could not be held. Wait for the summons to a new time."},
    {"not_your_seat",
     "You answer for your own unit. Ask {party} or the coordinator to do this."},
    {"may_not_note_attendance",
     "Attendance is noted by the chair, the secretary or the coordinator. Tell one of them."},
    {"answer_time_impossible",
     "The time when the answer was given must lie between the summons and now. Correct the "
     "time."},
    {"forward_receiver_required",
     "Choose the unit that the summons is forwarded to, and only when the answer is to forward "
     "it."},
    {"only_a_unit_forwards",
     "Only a unit can forward the summons. Choose another answer."},
    {"forward_outside_principal",
     "The summons can be forwarded only inside the same authority. Choose another unit, or "
     "tell the coordinator."},
    {"forward_goes_in_circle",
     "That unit has a place at the meeting already. Choose another unit, or answer yourself."},
    {"only_a_unit_sends_substitute",
     "Only a unit can send a substitute. Choose another answer."},
    {"substitute_incomplete",
     "Fill in {field} of the substitute."},
    {"substitute_of_another_principal",
     "The substitute needs to be of the same authority. Choose somebody from there."},
    {"substitute_loop",
     "That person is in the chain of substitutes already. Choose somebody else, or ask whoever "
     "stood first to take the seat back."},
    {"substitute_chain_too_deep",
     "The chain of substitutes is as long as the routine allows (local standard). Come "
     "yourself, or tell the unit."},
    {"substitute_has_not_confirmed",
     "First confirm that you come as substitute. Then you can name somebody else."},
    {"not_the_first_representative",
     "The seat is taken back by the one who first answered for the unit. Ask that person or "
     "the coordinator."},
    {"mark_does_not_fit_party",
     "The person and those around the person have no substitute. Choose another mark."},
    {"arrival_outside_meeting",
     "{party}: a time of arrival lies between the meeting's start and now. Correct the time."},
    {"duty_has_moved",
     "{party} has taken the summons over and now answers. Contact that unit if something is to "
     "change."},
    {"clock_only",
     "That a time has run out is noted by the clock. You need not do anything."},
    {"demand_is_gone",
     "The time limit no longer holds. You need not do anything."},
    {"deadline_not_passed",
     "The time has not run out yet. Wait until it has."},
    {"not_in_this_step",
     "It is not possible to {command} at this stage. See what can be done now."},
});
// clang-format on

}  // namespace kallad::words::english
