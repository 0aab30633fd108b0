// What accounts, passwords and signing in refuse, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/sign_in.
// Rule kept: nobody is told whether a name exists or what of a sign-in was wrong.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto sign_in_rules = std::to_array<RuleText>({
    {"sign_in_failed",
     "Det stämmer inte. Kontrollera användarnamn, lösenord och engångskod, och försök igen."},
    {"user_name_form",
     "Ett användarnamn är 3–64 tecken: små bokstäver a–z, siffror, punkt, bindestreck, "
     "understreck eller @."},
    {"user_name_taken",
     "Användarnamnet används redan. Välj ett annat."},
    {"shown_name_required",
     "Skriv personens namn, som det ska synas för kollegor."},
    {"position_required",
     "Ange minst en roll för kontot."},
    {"unknown_position",
     "”{value}” är ingen roll. Rollerna står i beskrivningen på /api."},
    {"account_unknown",
     "Kontot finns inte."},
    {"account_not_active",
     "Kontot används inte just nu: det är inbjudet, spärrat eller avslutat."},
    {"account_not_locked",
     "Kontot är inte spärrat."},
    {"account_closed",
     "Kontot är avslutat för gott. Bjud in personen på nytt."},
    {"account_not_closed",
     "Avsluta kontot innan det raderas."},
    {"last_administrator",
     "Det här är den sista administratören. Utse en till först, annars kan ingen sköta konton."},
    {"link_not_valid",
     "Länken gäller inte: den är använd, för gammal eller ersatt. Be om en ny inbjudan."},
    {"code_not_valid",
     "Engångskoden stämmer inte. Kontrollera telefonens klocka och skriv koden som appen visar "
     "nu."},
    {"password_too_short",
     "Lösenordet ska ha minst {least} tecken. En mening är lätt att minnas."},
    {"password_too_long",
     "Lösenordet får vara högst {most} byte."},
    {"password_not_text",
     "Lösenordet innehåller tecken som inte är text."},
    {"password_is_user_name",
     "Lösenordet får inte innehålla användarnamnet."},
    {"password_too_common",
     "Lösenordet är för vanligt. Välj något som ingen gissar."},
    {"too_many_tries",
     "För många försök. Försök igen efter {again}."},
    {"token_name_required",
     "Ge nyckeln ett namn, så att den känns igen när den ska tas bort."},
    {"token_too_long",
     "Nyckelns slut ska ligga framåt i tiden, högst ett år bort."},
    {"sign_in_begin_anew",
     "Inloggningen började i en annan webbläsare eller för länge sedan, eller är redan använd. "
     "Börja om från inloggningssidan."},
    {"sign_in_cancelled",
     "Inloggningen avbröts i inloggningstjänsten. Försök igen, eller logga in på annat sätt."},
    {"sign_in_issuer_unreachable",
     "Inloggningstjänsten svarar inte som den ska just nu. Försök igen om en stund."},
    {"sign_in_not_trusted",
     "Svaret från inloggningstjänsten går inte att lita på, så ingen har loggats in. Börja om, och "
     "säg till den som sköter Kallad om det händer igen."},
    {"sign_in_name_missing",
     "Inloggningstjänsten säger inte vad personen heter. Den som sköter tjänsten behöver lämna "
     "namnet."},
    {"sign_in_unit_missing",
     "Inloggningstjänsten säger inte vilken enhet personen hör till. Logga in igen och välj "
     "medarbetaruppdrag, eller fråga den som sköter tjänsten."},
    {"sign_in_unit_unknown",
     "Enheten som inloggningstjänsten anger[, HSA-id {hsa_id},] finns inte i registret här. Be den "
     "som sköter registret att lägga in den."},
    {"sign_in_unit_several",
     "Inloggningstjänsten lämnar flera enheter. Logga in igen och välj ett medarbetaruppdrag."},
    {"sign_in_no_position",
     "Inloggningstjänsten ger ingen roll som används här. Be den som sköter behörigheter om "
     "en."},
    {"position_table_form",
     "Rolltabellen skrivs värde=roll, med semikolon mellan raderna."},
});
// clang-format on

}  // namespace kallad::words::swedish
