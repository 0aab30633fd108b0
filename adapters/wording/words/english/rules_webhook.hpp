// What setting up webhooks refuses, in English.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/webhook says
// that. Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::english {

// clang-format off
inline constexpr auto webhook_rules = std::to_array<RuleText>({
    {"webhook_url_form",
     "Write a whole address, such as https://system.example/kallad."},
    {"webhook_url_too_long",
     "The address may have {most} characters at most."},
    {"webhook_url_has_user",
     "Take user name and password out of the address. The receiver knows us by the signature."},
    {"webhook_url_not_https",
     "The address needs to begin with https://."},
    {"webhook_address_not_allowed",
     "The address belongs to an internal network. Choose one that is reached from outside, or ask "
     "the operators to allow internal addresses."},
    {"webhook_unit_required",
     "Say which unit the receiver belongs to."},
    {"webhook_kind_unknown",
     "\"{value}\" is no event. The events are listed in the description at /api."},
    {"webhook_unknown",
     "There is no such receiver."},
    {"webhook_not_enabled",
     "The receiver is switched off. Switch it on first."},
    {"webhook_letter_unknown",
     "The message does not wait to be sent again: it is delivered, already being sent, or "
     "removed."},
});
// clang-format on

}  // namespace kallad::words::english
