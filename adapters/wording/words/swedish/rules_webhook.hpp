// What setting up webhooks refuses, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/webhook says
// that. Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto webhook_rules = std::to_array<RuleText>({
    {"webhook_url_form",
     "Skriv en hel adress, till exempel https://system.example/kallad."},
    {"webhook_url_too_long",
     "Adressen får vara högst {most} tecken."},
    {"webhook_url_has_user",
     "Ta bort användarnamn och lösenord ur adressen. Mottagaren känner igen oss på signaturen."},
    {"webhook_url_not_https",
     "Adressen behöver börja med https://."},
    {"webhook_address_not_allowed",
     "Adressen hör till ett internt nät. Välj en adress som nås utifrån, eller be driften tillåta "
     "interna adresser."},
    {"webhook_unit_required",
     "Ange vilken verksamhet mottagaren hör till."},
    {"webhook_kind_unknown",
     "”{value}” är ingen händelse. Händelserna står i beskrivningen på /api."},
    {"webhook_unknown",
     "Mottagaren finns inte."},
    {"webhook_not_enabled",
     "Mottagaren är avstängd. Slå på den först."},
    {"webhook_letter_unknown",
     "Meddelandet väntar inte på att skickas om: det är levererat, skickas redan eller är "
     "borttaget."},
});
// clang-format on

}  // namespace kallad::words::swedish
