// What the API refuses before the engine is asked, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/api says that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto api_rules = std::to_array<RuleText>({
    {"path_unknown",
     "Adressen finns inte. Beskrivningen av adresserna finns på /api."},
    {"method_not_allowed",
     "Adressen finns, men tar inte emot den metoden. Svaret säger vilka den tar emot (Allow)."},
    {"idempotency_key_required",
     "Skicka en egen nyckel i Idempotency-Key, högst 128 tecken, så att inget sparas två gånger."},
    {"if_match_required",
     "Skicka i If-Match den ETag som ärendet hade när du läste det, så att ingens ändring går "
     "förlorad."},
    {"bad_if_match",
     "If-Match ska vara en ETag som servern har gett, till exempel \"12\" med citattecken."},
    {"bad_page",
     "Sidan går inte att visa. limit ska vara 1–200 och after det som förra sidan sa."},
    {"bad_form",
     "Formuläret gick inte att läsa. Gå tillbaka, ladda om sidan och försök igen."},
    {"not_signed_in",
     "Du är inte inloggad, eller har varit borta för länge. Logga in och försök igen."},
    {"search_number_incomplete",
     "Skriv hela personnumret, tio eller tolv siffror."},
    {"search_ground_missing",
     "Skriv varför du söker, 5–200 tecken på en rad. Skälet står kvar i åtkomstloggen."},
    {"search_ground_has_number",
     "Skriv inte personnumret i skälet. Skälet står kvar i åtkomstloggen."},
    {"position_missing",
     "Det här hör till en annan roll än din. Be den som administrerar konton."},
    {"json_expected",
     "Skicka innehållet som JSON, med Content-Type: application/json."},
    {"csrf_required",
     "Ändringen kom inte från en av våra sidor. Öppna sidan på nytt och försök igen."},
    {"nothing_waits",
     "Det väntar inte längre på din enhet. Ladda om inkorgen och se vad som finns kvar."},
    {"taken_meanwhile",
     "En kollega hann före. Se vem som har det nu, och ta över om det behövs."},
    {"colleague_unknown",
     "Välj en kollega på din enhet som får se ärendet."},
    {"no_such_trouble",
     "Det finns ingen sådan rad som inte gick att göra. Den kan ha lyckats sedan dess."},
    {"access_log_failed",
     "Åtkomstloggen går inte att skriva, och utan den visas inget. Försök igen om en stund."},
    {"reports_for_readers_only",
     "Samrådets rapporter läses av dem som har rollen läser rapporter hos någon av parterna. Be "
     "den som administrerar konton."},
    {"council_secretary_only",
     "Bara samrådets psykiatrisamordnare kan göra utkast och publicera."},
    {"report_unknown",
     "Samrådet har inte publicerat någon sådan rapport."},
    {"bad_report_query",
     "Frågan går inte att läsa. Året och version är tal, as_of en tid som 2027-02-01T00:00:00Z "
     "och format något av json, csv, xlsx, html, pdf, svg och dictionary."},
    {"report_not_quiet",
     "Rapporten kan bara räknas till en tid som har passerat med minst en minut."},
    {"report_threshold",
     "Gränsen för små antal ska vara 3–100."},
    {"report_names_somebody",
     "Samrådets text nämner någon i ett ärende ({where}). Skriv om den utan namn och nummer."},
    {"report_version_taken",
     "Någon annan publicerade just samma år. Läs den rapporten först."},
    {"calendar_address_none", "Du har ingen kalenderadress. Gör en först."},
    {"calendar_address_dead",
     "Adressen till kalendern finns inte, eller så har den dragits tillbaka. Gör en ny på sidan "
     "Mitt konto."},
    {"hold_needs_reason",
     "Skriv varför brevet ska vänta eller stoppas, högst 500 tecken."},
    {"no_such_suggestion",
     "Det finns inget sådant svar i ärendet."},
    {"suggestion_settled",
     "Någon har redan tagit ställning till svaret. Ladda om sidan och se vad som valdes."},
    {"suggestion_bad_state",
     "Välj taken, om svaret har förts in, eller dismissed, om inget ska föras in."},
});
// clang-format on

}  // namespace kallad::words::swedish
