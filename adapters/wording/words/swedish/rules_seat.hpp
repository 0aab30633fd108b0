// What one party's place at a meeting refuses, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is refused:
// the engine and the codec say that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto seat_rules = std::to_array<RuleText>({
    {"summons_was_replaced",
     "Kallelsen har ersatts av en ny. Svara på den nya kallelsen."},
    {"meeting_is_cancelled",
     "Mötet är inställt. Du behöver inte göra något."},
    {"meeting_was_not_held",
     "Mötet kunde inte hållas. Vänta på kallelsen till en ny tid."},
    {"not_your_seat",
     "Du svarar för din egen verksamhet. Be {party} eller samordningsansvarig att göra det "
     "här."},
    {"may_not_note_attendance",
     "Närvaro noteras av mötesledaren, mötessekreteraren eller samordningsansvarig. Säg till "
     "någon av dem."},
    {"answer_time_impossible",
     "Tiden då svaret gavs behöver ligga mellan kallelsen och nu. Rätta tiden."},
    {"forward_receiver_required",
     "Välj vilken enhet kallelsen vidarebefordras till, och bara när svaret är att "
     "vidarebefordra."},
    {"only_a_unit_forwards",
     "Bara en verksamhet kan vidarebefordra kallelsen. Välj ett annat svar."},
    {"forward_outside_principal",
     "Kallelsen kan bara vidarebefordras inom samma huvudman. Välj en annan enhet, eller säg "
     "till samordningsansvarig."},
    {"forward_goes_in_circle",
     "Den enheten har redan en plats vid mötet. Välj en annan enhet, eller svara själv."},
    {"only_a_unit_sends_substitute",
     "Bara en verksamhet kan skicka ersättare. Välj ett annat svar."},
    {"substitute_incomplete",
     "Fyll i {field} för ersättaren."},
    {"substitute_of_another_principal",
     "Ersättaren behöver komma från samma huvudman. Välj någon därifrån."},
    {"substitute_loop",
     "Den personen är redan med i kedjan av ersättare. Välj någon annan, eller be den som "
     "utsågs först att ta tillbaka platsen."},
    {"substitute_chain_too_deep",
     "Kedjan av ersättare är så lång som rutinen tillåter (lokal standard). Kom själv, eller "
     "säg till verksamheten."},
    {"substitute_has_not_confirmed",
     "Bekräfta först att du kommer som ersättare. Sedan kan du utse någon annan."},
    {"not_the_first_representative",
     "Platsen tas tillbaka av den som först svarade för verksamheten. Be den personen eller "
     "samordningsansvarig."},
    {"mark_does_not_fit_party",
     "Den enskilde och personer runt den enskilde har ingen ersättare. Välj en annan "
     "markering."},
    {"arrival_outside_meeting",
     "{party}: en ankomsttid ligger mellan mötets början och nu. Rätta klockslaget."},
    {"duty_has_moved",
     "Kallelsen har tagits över av {party}, som nu svarar. Kontakta den enheten om något ska "
     "ändras."},
    {"clock_only",
     "Att en tid har gått ut noterar klockan. Du behöver inte göra något."},
    {"demand_is_gone",
     "Tidsgränsen gäller inte längre. Du behöver inte göra något."},
    {"deadline_not_passed",
     "Tiden har inte gått ut än. Vänta tills den har det."},
    {"not_in_this_step",
     "Det går inte att {command} i det här läget. Se vad som går att göra nu."},
});
// clang-format on

}  // namespace kallad::words::swedish
