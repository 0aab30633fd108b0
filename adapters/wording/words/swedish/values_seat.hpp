// The words for one party's place at a meeting, in
// Swedish. Not sentences of refusals: rules_*.hpp. Rule kept: the words of GLOSSARY.md.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto seat_values = std::to_array<Word>({
    {"seat_state", "created", "inte skickad än"},
    {"seat_state", "sent", "skickad"},
    {"seat_state", "delivered", "levererad"},
    {"seat_state", "delivery_failed", "kom inte fram"},
    {"seat_state", "opened", "öppnad"},
    {"seat_state", "acknowledged", "kvitterad"},
    {"seat_state", "answered", "besvarad"},
    {"seat_state", "substitute_named", "ersättare utsedd"},
    {"seat_state", "substitute_confirmed", "ersättare bekräftad"},
    {"seat_state", "attended", "närvarade"},
    {"seat_state", "absent", "frånvarande"},
    {"seat_state", "voided", "gäller inte längre"},
    {"calling", "summoned", "kallad"},
    {"calling", "invited", "inbjuden"},
    {"calling_reason", "agreement_binds", "överenskommelsen ger skyldighet att komma"},
    {"calling_reason", "agreement_allows", "med i överenskommelsen, utan skyldighet att komma"},
    {"calling_reason", "outside_agreement", "utanför överenskommelsen"},
    {"calling_reason", "not_a_unit", "den enskilde eller en person runt den enskilde"},
    {"calling_reason", "routine_invites_all", "vid tjänstemannamöten bjuds alla in"},
    {"calling_reason", "chosen", "inbjuden den här gången"},
    {"party_kind", "unit", "verksamhet"},
    {"party_kind", "person", "den enskilde"},
    {"party_kind", "guardian", "vårdnadshavare"},
    {"party_kind", "relative", "närstående"},
    {"party_kind", "personal_representative", "personligt ombud"},
    {"party_kind", "interpreter", "tolk"},
    {"reach", "unknown", "osäkert om den kommit fram"},
    {"reach", "presumed", "levererad, förmodat"},
    {"reach", "proven", "levererad"},
    {"reach", "failed", "kom inte fram"},
    {"delivery_report", "accepted", "mottagen av mottagarens e-post"},
    {"delivery_report", "delivered", "levererad"},
    {"delivery_report", "failed", "kom inte fram"},
    {"answer", "attends", "kommer"},
    {"answer", "attends_digitally", "deltar digitalt"},
    {"answer", "sends_substitute", "skickar ersättare"},
    {"answer", "forwarded", "har vidarebefordrat"},
    {"answer", "cannot_come", "kan inte komma"},
    {"mandate", "yes", "ja"},
    {"mandate", "partly", "delvis"},
    {"mandate", "no", "nej"},
    {"attendance", "present", "närvarande"},
    {"attendance", "present_digitally", "närvarande digitalt"},
    {"attendance", "substitute_present", "ersättare närvarande"},
    {"attendance", "late", "kom sent"},
    {"attendance", "left_early", "gick tidigt"},
    {"attendance", "absent", "frånvarande"},
    {"reminder_step", "recipient", "mottagaren"},
    {"reminder_step", "mailbox", "funktionsbrevlådan"},
    {"reminder_step", "head", "enhetschefen"},
});
// clang-format on

}  // namespace kallad::words::swedish
