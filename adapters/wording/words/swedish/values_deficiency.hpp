// The words for deficiencies in cooperation, in
// Swedish. Not sentences of refusals: rules_*.hpp. Rule kept: the words of GLOSSARY.md.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto deficiency_values = std::to_array<Word>({
    {"deficiency_state", "drafted", "utkast"},
    {"deficiency_state", "completed", "ifylld"},
    {"deficiency_state", "with_own_manager", "hos egen chef"},
    {"deficiency_state", "with_counterpart", "hos motparten"},
    {"deficiency_state", "answered", "besvarad av motparten"},
    {"deficiency_state", "with_council_secretary", "hos psykiatrisamordnaren"},
    {"deficiency_state", "at_council", "hos lokalt samråd"},
    {"deficiency_state", "sent_back", "skickad tillbaka"},
    {"deficiency_state", "accepted", "godtagen som brist"},
    {"deficiency_state", "not_a_deficiency", "ej brist"},
    {"deficiency_state", "closed", "avslutad"},
    {"deficiency_state", "withdrawn", "återtagen"},
    {"deficiency_kind", "not_acknowledged", "inte kvitterat"},
    {"deficiency_kind", "not_answered", "inte svarat"},
    {"deficiency_kind", "declined_without_substitute", "kan inte komma, utan ersättare"},
    {"deficiency_kind", "absent", "frånvarande"},
    {"deficiency_kind", "substitute_absent", "ersättaren kom inte"},
    {"deficiency_kind", "without_mandate", "utan mandat"},
    {"deficiency_kind", "meeting_not_held", "mötet kunde inte hållas"},
    {"fact", "summons_sent", "kallelsen skickades"},
    {"fact", "reach_proven", "kallelsen kom fram"},
    {"fact", "reach_presumed", "kallelsen räknas som levererad, förmodat"},
    {"fact", "acknowledge_deadline_passed", "tiden att kvittera gick ut"},
    {"fact", "answer_deadline_passed", "tiden att svara gick ut"},
    {"fact", "answered_cannot_come", "svarade att ingen kan komma"},
    {"fact", "answered_late", "svarade för sent"},
    {"fact", "substitute_confirmed", "ersättaren bekräftade"},
    {"fact", "marked_absent", "noterades som frånvarande"},
    {"fact", "marked_without_mandate", "noterades utan mandat"},
    {"fact", "meeting_called_off", "mötet bröts: det kunde inte hållas"},
    {"origin", "automatic", "upptäckt automatiskt"},
    {"origin", "written", "skriven för hand"},
    {"withdraw_reason", "party_came", "någon från parten kom"},
    {"withdraw_reason", "meeting_changed", "mötet flyttades i tid"},
    {"withdraw_reason", "meeting_cancelled", "mötet ställdes in i tid"},
    {"withdraw_reason", "answered_in_time", "parten svarade i tid"},
    {"withdraw_reason", "attendance_corrected", "närvaron rättades"},
    {"withdraw_reason", "delivery_failed",
     "kallelsen kom tillbaka: den hade inte nått parten"},
    {"withdraw_reason", "by_hand", "återtagen för hand"},
    {"deficiency_outcome", "accepted", "brist i samverkan"},
    {"deficiency_outcome", "not_a_deficiency", "ej brist"},
    {"not_deficiency_reason", "outside_agreement", "parten är utanför överenskommelsen"},
    {"not_deficiency_reason", "other_municipality", "en kommun utanför det lokala samrådet"},
    {"not_deficiency_reason", "internal_incident", "intern avvikelse"},
    {"not_deficiency_reason", "other", "annat skäl"},
    {"cause", "communication", "kommunikation"},
    {"cause", "communication_information", "kommunikation/information"},
    {"cause", "routines", "rutiner"},
    {"cause", "whole_view", "helhetssyn"},
    {"cause", "individual_focus", "individfokus"},
    {"cause", "competence", "kompetens"},
    {"cause", "understanding", "förståelse"},
    {"cause", "competence_and_understanding", "kompetens och förståelse för varandras uppdrag"},
    {"cause", "sip", "SIP"},
    {"cause", "mina_planer", "Mina planer"},
    {"cause", "treatment", "bemötande"},
    {"cause", "resources", "resurser"},
});
// clang-format on

}  // namespace kallad::words::swedish
