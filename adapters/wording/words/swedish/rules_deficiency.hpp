// What a deficiency in cooperation refuses, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is refused:
// the engine and the codec say that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto deficiency_rules = std::to_array<RuleText>({
    {"person_name_in_text",
     "Den enskildes namn får inte stå i den löpande texten. Ta bort namnet och skriv \"den "
     "enskilde\"."},
    {"identity_number_in_text",
     "Den enskildes personnummer får inte stå i den löpande texten. Ta bort numret."},
    {"relative_name_in_text",
     "Texten nämner en närstående eller företrädare vid namn. Ta bort namnet och skriv till "
     "exempel \"en närstående\" eller \"god man\"."},
    {"contact_details_in_text",
     "Texten har en adress, ett telefonnummer eller en e-postadress. Ta bort uppgiften, och skriv "
     "verksamhetens namn om det är en verksamhet."},
    {"staff_name_in_text",
     "Texten ser ut att nämna en medarbetare. Skriv vilken verksamhet det gäller i stället för "
     "vem."},
    {"deficiency_exists",
     "Bristen finns redan. Öppna den och fyll i den."},
    {"deficiency_unknown",
     "Det finns ingen brist med nummer {deficiency} i ärendet. Kontrollera numret."},
    {"deficiency_has_left_unit",
     "Brist {deficiency} mot {party} har redan lämnat verksamheten, så närvaron rättas inte "
     "längre. Invänd mot bristen i stället."},
    {"meeting_unknown",
     "Det finns inget möte med nummer {meeting} i ärendet. Kontrollera numret."},
    {"may_not_write_deficiency",
     "En brist i samverkan skrivs av en verksamhet som är part i ärendet. Be en av dem att "
     "skriva."},
    {"counterpart_required",
     "Ange antingen vilken verksamhet det gäller, eller vilken organisation utanför "
     "överenskommelsen."},
    {"event_date_impossible",
     "Dagen för händelsen har inte varit än, eller finns inte. Rätta dagen."},
    {"nothing_filled_in",
     "Fyll i minst ett fält."},
    {"cause_not_of_year",
     "Orsaken {cause} finns inte i listan för {year}. Välj en orsak ur årets lista."},
    {"not_your_deficiency",
     "Det här gör den verksamhet som bristen hör till. Be någon där om hjälp."},
    {"may_not_send_deficiency",
     "Chefen eller samordningsansvarig i verksamheten skickar bristen vidare. Be någon av dem."},
    {"not_the_counterpart",
     "Det här svarar motparten på. Vänta på motpartens svar."},
    {"not_the_council_secretary",
     "Det här gör psykiatrisamordnaren för det lokala samrådet. Be psykiatrisamordnaren om "
     "hjälp."},
    {"may_not_close_deficiency",
     "Bristen avslutas av den verksamhet den hör till, eller av psykiatrisamordnaren. Be någon "
     "av dem."},
    {"form_incomplete",
     "Alla fält behöver vara ifyllda innan bristen lämnar verksamheten. Fyll i: {field}."},
    {"consent_to_pass_on_required",
     "Fråga den enskilde om uppgifterna får lämnas vidare, och registrera svaret. Är samtycket "
     "återkallat behövs ett nytt. Utan samtycke kan du skicka bristen utan identitet."},
    {"counterpart_has_no_unit",
     "Motparten har ingen enhet i registret. Skicka bristen till psykiatrisamordnaren i "
     "stället."},
    {"counterpart_is_own_unit",
     "Bristen gäller den egna verksamheten, så ingen annan ska svara på den. Skicka den till "
     "psykiatrisamordnaren i stället."},
    {"counterpart_comes_first",
     "Skicka bristen till motparten först, så att den får svara."},
    {"counterpart_still_has_time",
     "Motparten har fortfarande tid att svara (lokal standard). Vänta på svaret eller tills "
     "tiden har gått ut."},
    {"reason_text_required",
     "Skriv varför det är \"ej brist\"."},
    {"measure_and_result_required",
     "Skriv både åtgärd och resultat innan du avslutar bristen."},
    {"form_has_left_unit",
     "Bristen har lämnats vidare. Nu kan bara en text som namnger någon skrivas om, så att "
     "ingen namnges."},
    {"has_left_unit",
     "Bristen har redan lämnat verksamheten och kan inte tas tillbaka. Säg till motparten "
     "eller psykiatrisamordnaren om något är fel."},
});
// clang-format on

}  // namespace kallad::words::swedish
