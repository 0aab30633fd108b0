// What a case, its meetings, its plan and its consent refuse, in English.
// One row a rule, {name} for a value of its data. Not when it is refused:
// the engine and the codec say that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto case_rules = std::to_array<RuleText>({
    {"case_is_closed",
     "The case is closed and cannot be changed. Open a new case if coordination is needed "
     "again."},
    {"case_is_not_closed",
     "The case is not closed. Close it first; the retention time counts from the last entry."},
    {"case_is_disposed",
     "The case is disposed of. There is nothing left to read or change."},
    {"example_is_removed",
     "This was an example, and it is removed. There is nothing left to read or change."},
    {"case_has_begun",
     "Something has happened in the case already. Only one just opened is marked as an example."},
    {"case_is_no_example",
     "The case is no example and is not removed. Cases go by disposal."},
    {"entry_is_in_use",
     "{value} is used by something that stays in the register and cannot be removed."},
    {"deficiency_is_on_its_way",
     "Deficiency {deficiency} is not closed. Close or withdraw it before the case is disposed of."},
    {"copy_unknown",
     "{principal} has no copy of the case. Choose an authority that has been a party."},
    {"copy_is_disposed",
     "The copy of {principal} is disposed of already."},
    {"copy_is_kept_by_law",
     "The copy of {principal} may be disposed of on {day} at the earliest: {retention_law}."},
    {"copy_is_kept_for_research",
     "The copy of {principal} is kept for research and may not be disposed of."},
    {"day_has_passed",
     "The day {day} has passed. Choose a day ahead."},
    {"case_unknown",
     "There is no such case. Check the case number, or open the case first."},
    {"case_is_opened_already",
     "The case is open already. You need not open it again."},
    {"need_required",
     "Write what need of coordination the person has."},
    {"agreement_unknown",
     "The agreement {value} is not in the register. Choose one that is, or add it first."},
    {"existing_sip_not_acknowledged",
     "The person has an active SIP already. Look at it first, and then confirm that a new case "
     "is needed."},
    {"coordinator_only",
     "This is done by the coordinator or the coordinator's stand-in. Ask the coordinator for "
     "help."},
    {"chair_or_coordinator_only",
     "This is done by the chair, the secretary or the coordinator. Ask one of them for help."},
    {"chair_or_coordinator_corrects",
     "Attendance is corrected by the chair or the coordinator. Ask one of them for help."},
    {"consent_missing",
     "There is no consent yet. Record the consent, or why the person cannot consent, before "
     "you go on."},
    {"consent_withdrawn",
     "The consent is withdrawn, so nothing new may be shared. Record a new consent or close "
     "the case."},
    {"consent_not_in_force",
     "The consent does not hold today. Check from and until which day it holds, and record a "
     "new consent if needed."},
    {"consent_giver_required",
     "Write who has given the consent."},
    {"consent_ends_before_it_begins",
     "The consent's last day comes before its first day. Correct the days."},
    {"cannot_consent_motive_required",
     "Write why the person cannot consent."},
    {"both_guardians_required",
     "Both guardians need to consent. Write why if one is enough."},
    {"may_not_withdraw_consent",
     "Consent is withdrawn by the person or by whoever gave it. Check who withdraws it."},
    {"no_consent_to_withdraw",
     "There is no standing consent to withdraw. You need not do anything."},
    {"consent_is_not_withdrawn",
     "The consent is not withdrawn. Record the withdrawal first, or choose another reason for "
     "closing."},
    {"party_is_there_already",
     "The party {party} is in the case already. You need not add it again."},
    {"party_unknown",
     "The party {party} is not in the case. Add the party first."},
    {"party_is_summoned_already",
     "The party {party} has already got its summons to the meeting. You need not send it "
     "again."},
    {"outsider_cannot_be_summoned",
     "The party {party} is not bound by the agreement and cannot be summoned. Invite the party "
     "instead."},
    {"unit_has_no_duty",
     "Under the agreement the party {party} need not come, so it cannot be summoned. Invite "
     "the party instead."},
    {"only_units_are_summoned",
     "The person and those around the person are not summoned. Invite instead."},
    {"unit_unknown",
     "The unit is not in the register. Choose one that is, or ask the administrator to add it."},
    {"outside_consent",
     "The consent does not cover {party}. Ask the person for a wider consent, or go on without "
     "the party."},
    {"meeting_already_called",
     "A meeting is waiting already. Hold it, change its time or cancel it before you call a "
     "new one."},
    {"no_meeting_called",
     "No meeting is waiting. Send the summons first."},
    {"follow_up_comes_first",
     "Hold a follow-up of the plan before you call a new meeting."},
    {"meeting_has_started",
     "The meeting's time has begun, so it cannot be moved or cancelled. Hold it, or note that "
     "it could not be held."},
    {"meeting_has_not_started",
     "The meeting's time has not begun yet. Do this when the meeting has begun."},
    {"meeting_lies_in_the_past",
     "The meeting's time has passed already. Choose a time that lies ahead."},
    {"meeting_unchanged",
     "Time and place are the same as before. Change one of them, or let the summons stand as "
     "it is."},
    {"purpose_required",
     "Write the purpose of the meeting."},
    {"question_required",
     "Write at least one question for the meeting to take up."},
    {"short_notice_reason_required",
     "It is less than {working_days} working days to the meeting (local standard). Write why, "
     "and you can send the summons."},
    {"nobody_to_summon",
     "There is no unit to call within the consent. Add a party, or ask the person for a wider "
     "consent."},
    {"reason_required",
     "Write why."},
    {"text_required",
     "Fill in {field}."},
    {"attendance_is_closed",
     "Attendance is already closed for this meeting. Tell the chair if something needs to be "
     "put right."},
    {"attendance_is_open",
     "Attendance is not closed yet. Close attendance first."},
    {"attendance_incomplete",
     "Every summoned party needs to be marked before attendance closes. Left to mark: "
     "{parties}."},
    {"party_has_no_seat",
     "The party {party} is not called to the meeting, so attendance cannot be noted. Choose a "
     "party that got the summons."},
    {"cause_is_not_summoned",
     "The party {party} had no duty to come and cannot be the cause that the meeting was not "
     "held. Choose a summoned party."},
    {"cause_was_never_reached",
     "The summons never reached {party}, so it cannot be the cause that the meeting was not "
     "held. Check the address."},
    {"follow_up_date_required",
     "Set a day of follow-up, or write why none is needed."},
    {"follow_up_lies_behind",
     "The day of follow-up has passed already. Choose a day that lies ahead."},
    {"person_unchanged",
     "The details stand like that already. Change what is wrong or no longer so."},
    {"assumed_identity_stays_apart",
     "With an assumed identity, name and number from before and after may not stand in one case. "
     "Close this case and open a new one under the new identity, without mentioning the old one."},
    {"source_required",
     "Write where the case comes from, for example which list or which system."},
    {"meeting_lies_ahead",
     "That day has not come yet. A plan that is taken over was made at a meeting that has "
     "been held."},
    {"follow_up_before_meeting",
     "The day of follow-up lies before the meeting. Write the day when the plan is to be "
     "followed up."},
    {"follow_up_lies_ahead",
     "That day has not come yet. Write the day when the follow-up was held."},
    {"plan_points_missing",
     "The plan cannot be agreed yet: point {missing} of the law lacks an answer. Fill in what "
     "is missing."},
    {"not_asked_to_agree",
     "The plan need not be agreed by {party}. Choose an authority that answers for something in "
     "the plan."},
    {"activity_owner_unknown",
     "Whoever answers for the activity needs to be a party of the case. Choose a party, or add "
     "it first."},
    {"activity_unknown",
     "The activity is not in the plan. Choose an activity of the plan."},
    {"not_your_activity",
     "The activity is reported by the unit that answers for it, or by the coordinator. Tell "
     "one of them."},
    {"goal_unknown",
     "The goal is not in the plan. Choose a goal of the plan."},
    {"evaluation_required",
     "Evaluate the plan before you close, or choose another reason for closing."},
    {"coordinator_unit_unknown",
     "Choose a unit of the register, and write who takes over."},
    {"coordinator_is_no_party",
     "The coordination can only be handed to a unit that is a party of the case, for whoever "
     "coordinates sees everything. Add {unit} as a party first, or choose another."},
    {"coordination_not_offered_to_you",
     "The coordinator's role is not offered to you. Ask whoever has the role to hand it over."},
    {"not_a_discharge_case",
     "This case is not about discharge from hospital. Record this in the right case."},
    {"discharge_days_out_of_range",
     "The number of days in {field} must be between 0 and 366. Correct the number."},
    {"discharged_before_admission",
     "The discharge comes before the admission. Correct the times."},
    {"discharge_fact_to_come",
     "{field} lies in the future. Only what has happened is recorded here: enter the time once "
     "it has."},
    {"party_id_is_a_units",
     "{party} is a unit of the register. Add it as a unit, or give the person another id."},
});
// clang-format on

}  // namespace kallad::words::english
