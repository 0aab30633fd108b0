// The words for deficiencies in cooperation, in
// English. Not sentences of refusals: rules_*.hpp. Rule kept: the words of GLOSSARY.md.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto deficiency_values = std::to_array<Word>({
    {"deficiency_state", "drafted", "draft"},
    {"deficiency_state", "completed", "completed"},
    {"deficiency_state", "with_own_manager", "with own manager"},
    {"deficiency_state", "with_counterpart", "with the counterpart"},
    {"deficiency_state", "answered", "answered by the counterpart"},
    {"deficiency_state", "with_council_secretary", "with the council secretary"},
    {"deficiency_state", "at_council", "at the local council"},
    {"deficiency_state", "sent_back", "sent back"},
    {"deficiency_state", "accepted", "accepted as a deficiency"},
    {"deficiency_state", "not_a_deficiency", "not a deficiency"},
    {"deficiency_state", "closed", "closed"},
    {"deficiency_state", "withdrawn", "withdrawn"},
    {"deficiency_kind", "not_acknowledged", "not acknowledged"},
    {"deficiency_kind", "not_answered", "not answered"},
    {"deficiency_kind", "declined_without_substitute", "cannot come, without substitute"},
    {"deficiency_kind", "absent", "absent"},
    {"deficiency_kind", "substitute_absent", "the substitute did not come"},
    {"deficiency_kind", "without_mandate", "without mandate"},
    {"deficiency_kind", "meeting_not_held", "the meeting could not be held"},
    {"fact", "summons_sent", "the summons was sent"},
    {"fact", "reach_proven", "the summons arrived"},
    {"fact", "reach_presumed", "the summons counts as delivered, presumed"},
    {"fact", "acknowledge_deadline_passed", "the time to acknowledge ran out"},
    {"fact", "answer_deadline_passed", "the time to answer ran out"},
    {"fact", "answered_cannot_come", "answered that nobody can come"},
    {"fact", "answered_late", "answered too late"},
    {"fact", "substitute_confirmed", "the substitute confirmed"},
    {"fact", "marked_absent", "was noted as absent"},
    {"fact", "marked_without_mandate", "was noted without mandate"},
    {"fact", "meeting_called_off", "the meeting was called off at the table"},
    {"origin", "automatic", "found automatically"},
    {"origin", "written", "written by hand"},
    {"withdraw_reason", "party_came", "somebody of the party came"},
    {"withdraw_reason", "meeting_changed", "the meeting was moved in time"},
    {"withdraw_reason", "meeting_cancelled", "the meeting was cancelled in time"},
    {"withdraw_reason", "answered_in_time", "the party answered in time"},
    {"withdraw_reason", "attendance_corrected", "attendance was corrected"},
    {"withdraw_reason", "delivery_failed",
     "the summons came back: it had not reached the party"},
    {"withdraw_reason", "by_hand", "withdrawn by hand"},
    {"deficiency_outcome", "accepted", "deficiency in cooperation"},
    {"deficiency_outcome", "not_a_deficiency", "not a deficiency"},
    {"not_deficiency_reason", "outside_agreement", "the party is outside the agreement"},
    {"not_deficiency_reason", "other_municipality", "a municipality outside the local council"},
    {"not_deficiency_reason", "internal_incident", "internal incident"},
    {"not_deficiency_reason", "other", "other reason"},
    {"cause", "communication", "communication"},
    {"cause", "communication_information", "communication/information"},
    {"cause", "routines", "routines"},
    {"cause", "whole_view", "seeing the whole"},
    {"cause", "individual_focus", "focus on the individual"},
    {"cause", "competence", "competence"},
    {"cause", "understanding", "understanding"},
    {"cause", "competence_and_understanding", "competence and understanding of each other's tasks"},
    {"cause", "sip", "SIP"},
    {"cause", "mina_planer", "Mina planer"},
    {"cause", "treatment", "treatment"},
    {"cause", "resources", "resources"},
});
// clang-format on

}  // namespace kallad::words::english
