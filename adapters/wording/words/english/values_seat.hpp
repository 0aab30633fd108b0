// The words for one party's place at a meeting, in
// English. Not sentences of refusals: rules_*.hpp. Rule kept: the words of GLOSSARY.md.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto seat_values = std::to_array<Word>({
    {"seat_state", "created", "not sent yet"},
    {"seat_state", "sent", "sent"},
    {"seat_state", "delivered", "delivered"},
    {"seat_state", "delivery_failed", "did not arrive"},
    {"seat_state", "opened", "opened"},
    {"seat_state", "acknowledged", "acknowledged"},
    {"seat_state", "answered", "answered"},
    {"seat_state", "substitute_named", "substitute named"},
    {"seat_state", "substitute_confirmed", "substitute confirmed"},
    {"seat_state", "attended", "attended"},
    {"seat_state", "absent", "absent"},
    {"seat_state", "voided", "no longer valid"},
    {"calling", "summoned", "summoned"},
    {"calling", "invited", "invited"},
    {"calling_reason", "agreement_binds", "the agreement gives the duty to come"},
    {"calling_reason", "agreement_allows", "in the agreement, without the duty to come"},
    {"calling_reason", "outside_agreement", "outside the agreement"},
    {"calling_reason", "not_a_unit", "the person or somebody around the person"},
    {"calling_reason", "routine_invites_all", "all are invited to officials' meetings"},
    {"calling_reason", "chosen", "invited this time"},
    {"party_kind", "unit", "unit"},
    {"party_kind", "person", "the person"},
    {"party_kind", "guardian", "guardian"},
    {"party_kind", "relative", "relative"},
    {"party_kind", "personal_representative", "personal representative"},
    {"party_kind", "interpreter", "interpreter"},
    {"reach", "unknown", "uncertain whether it has arrived"},
    {"reach", "presumed", "delivered, presumed"},
    {"reach", "proven", "delivered"},
    {"reach", "failed", "did not arrive"},
    {"delivery_report", "accepted", "taken by the recipient's mail"},
    {"delivery_report", "delivered", "delivered"},
    {"delivery_report", "failed", "did not arrive"},
    {"answer", "attends", "attends"},
    {"answer", "attends_digitally", "attends digitally"},
    {"answer", "sends_substitute", "sends a substitute"},
    {"answer", "forwarded", "has forwarded"},
    {"answer", "cannot_come", "cannot come"},
    {"mandate", "yes", "yes"},
    {"mandate", "partly", "partly"},
    {"mandate", "no", "no"},
    {"attendance", "present", "present"},
    {"attendance", "present_digitally", "present digitally"},
    {"attendance", "substitute_present", "substitute present"},
    {"attendance", "late", "came late"},
    {"attendance", "left_early", "left early"},
    {"attendance", "absent", "absent"},
    {"reminder_step", "recipient", "the recipient"},
    {"reminder_step", "mailbox", "the function mailbox"},
    {"reminder_step", "head", "the head of unit"},
});
// clang-format on

}  // namespace kallad::words::english
