// What an answer link refuses, in Swedish.
// One row a rule. Not when it is refused: adapters/answer_link says that.
// Rule kept: plain words, no blame, and what to do next; nothing of who the meeting is about.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto link_rules = std::to_array<RuleText>({
    {"link_superseded",
     "En ny kallelse har skickats med ny tid eller plats. Svara med länken i den."},
    {"link_replaced",
     "En annan ersättare har utsetts. Du behöver inte göra något."},
    {"link_taken_back",
     "Platsen har tagits tillbaka, så den här länken behövs inte längre. Kontakta den som "
     "kallat om det är fel."},
    {"link_declined",
     "Du har tackat nej till att komma som ersättare. Kontakta den som utsåg dig om du har "
     "ändrat dig."},
    {"link_of_cancelled_meeting",
     "Mötet är inställt, så det finns inget att svara på. Du behöver inte göra något."},
    {"link_of_meeting_not_held",
     "Mötet kunde inte hållas. Vänta på en kallelse till en ny tid."},
    {"link_over",
     "Mötet är över, och det går inte längre att svara. Kontakta den som kallat om något ska "
     "rättas."},
    {"link_handed_over",
     "Enheten som du vidarebefordrade kallelsen till har tagit över den. Kontakta den enheten om "
     "något ska ändras."},
    {"link_of_party_that_left",
     "Verksamheten är inte längre med i ärendet. Kontakta den som kallat om det är fel."},
    {"link_outside_consent",
     "Samtycket omfattar inte längre verksamheten, så inget mer kan visas. Kontakta den som "
     "kallat."},
    {"link_consent_withdrawn",
     "Samtycket har tagits tillbaka, så inget mer kan visas. Kontakta den som kallat."},
    {"link_of_closed_case",
     "Ärendet är avslutat. Du behöver inte göra något."},
    {"link_revoked",
     "Länken har ersatts av en nyare. Använd länken i den senaste kallelsen."},
    {"too_many_requests", "För många besök på kort tid. Vänta en stund och försök igen."},
    {"link_without_meeting",
     "Den här länken leder inte till något möte att lägga in i kalendern."},
    {"link_dead",
     "Länken går inte att använda. Kontrollera att hela adressen kom med, eller kontakta den "
     "som kallat."},
    {"not_by_this_link",
     "Det går inte att göra med den här länken. Välj något av det som sidan visar."},
    {"plan_has_changed",
     "Planen har ändrats sedan du öppnade sidan. Läs den som den är nu och svara på den."},
    {"check_in_too_early",
     "Det går att checka in samma dag som mötet. Vänta till mötesdagen."},
});
// clang-format on

}  // namespace kallad::words::swedish
