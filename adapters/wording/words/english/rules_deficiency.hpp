// What a deficiency in cooperation refuses, in English.
// One row a rule, {name} for a value of its data. Not when it is refused:
// the engine and the codec say that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto deficiency_rules = std::to_array<RuleText>({
    {"person_name_in_text",
     "The person's name may not stand in the running text. Take it out and write \"the "
     "person\"."},
    {"identity_number_in_text",
     "The person's identity number may not stand in the running text. Take the number out."},
    {"relative_name_in_text",
     "The text names a relative or representative. Take the name out and write \"a relative\" or "
     "\"the trustee\"."},
    {"contact_details_in_text",
     "The text has an address, a telephone number or a mail address. Take it out, and write the "
     "unit's name if it is a unit's."},
    {"staff_name_in_text",
     "The text seems to name a member of staff. Write which unit it is about instead of who."},
    {"deficiency_exists",
     "The deficiency is there already. Open it and fill it in."},
    {"deficiency_unknown",
     "There is no deficiency with the number {deficiency} in the case. Check the number."},
    {"deficiency_has_left_unit",
     "Deficiency {deficiency} against {party} has left the unit, so attendance is no longer "
     "corrected. Contest the deficiency instead."},
    {"meeting_unknown",
     "There is no meeting with the number {meeting} in the case. Check the number."},
    {"may_not_write_deficiency",
     "A deficiency in cooperation is written by a unit that is a party of the case. Ask one of "
     "them to write."},
    {"counterpart_required",
     "State either the unit it is about, or the organisation outside the agreement."},
    {"event_date_impossible",
     "The day of the event has not come yet, or does not exist. Correct the day."},
    {"nothing_filled_in",
     "Fill in at least one field."},
    {"cause_not_of_year",
     "The cause {cause} is not in the list of {year}. Choose a cause of that year's list."},
    {"not_your_deficiency",
     "This is done by the unit that the deficiency belongs to. Ask somebody there for help."},
    {"may_not_send_deficiency",
     "The head or the coordinator of the unit sends the deficiency on. Ask one of them."},
    {"not_the_counterpart",
     "This is for the counterpart to answer. Wait for its answer."},
    {"not_the_council_secretary",
     "This is done by the secretary of the local council. Ask the secretary for help."},
    {"may_not_close_deficiency",
     "The deficiency is closed by the unit it belongs to, or by the council secretary. Ask one "
     "of them."},
    {"form_incomplete",
     "All fields need to be filled in before the deficiency leaves the unit. Fill in: {field}."},
    {"consent_to_pass_on_required",
     "Ask the person whether this may be passed on, and record the answer. Where consent was "
     "withdrawn a new one is needed. Without consent you can send the deficiency without "
     "identity."},
    {"counterpart_has_no_unit",
     "The counterpart has no unit in the register. Send the deficiency to the council "
     "secretary instead."},
    {"counterpart_is_own_unit",
     "The deficiency is about your own unit, so nobody else is to answer it. Send it to the "
     "council secretary instead."},
    {"counterpart_comes_first",
     "Send the deficiency to the counterpart first, so that it can answer."},
    {"counterpart_still_has_time",
     "The counterpart still has time to answer (local standard). Wait for the answer or until "
     "the time has run out."},
    {"reason_text_required",
     "Write why it is \"not a deficiency\"."},
    {"measure_and_result_required",
     "Write both measure and result before you close the deficiency."},
    {"form_has_left_unit",
     "The deficiency has been passed on. Now only a text that names somebody can be written "
     "anew, so that nobody is named."},
    {"has_left_unit",
     "The deficiency has already left the unit and cannot be taken back. Tell the counterpart "
     "or the council secretary if something is wrong."},
});
// clang-format on

}  // namespace kallad::words::english
