// What an import of tables refuses or tells before the engine is asked, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is refused: adapters/import says
// that. Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto import_rules = std::to_array<RuleText>({
    {"encoding_wide",
     "Filen är sparad som UTF-16. Spara den som \"CSV UTF-8\" i kalkylprogrammet."},
    {"encoding_looks_windows",
     "Filen är inte UTF-8; här står ett tecken som äldre Excel skriver. Spara filen som "
     "\"CSV UTF-8\", eller lägg till --encoding windows-1252."},
    {"encoding_looks_unicode",
     "Filen är UTF-8 och inte Windows-1252. Ta bort --encoding windows-1252."},
    {"encoding_not_windows",
     "Här står ett tecken som inte finns i Windows-1252. Spara filen som \"CSV UTF-8\"."},
    {"csv_empty",
     "Filen är tom. Första raden ska vara kolumnernas namn."},
    {"csv_separator_unclear",
     "Det går inte att se vad som skiljer kolumnerna åt. Använd semikolon, komma eller tabb, "
     "och bara ett av dem i första raden."},
    {"csv_quote_unclosed",
     "Ett citattecken öppnas här och stängs aldrig. Stäng det."},
    {"csv_quote_misplaced",
     "Här står ett citattecken inne i en cell. Skriv cellen inom citattecken, och varje "
     "citattecken i den dubbelt."},
    {"csv_cell_count",
     "Raden har {value} celler men första raden har {expected}. Se efter om ett skiljetecken "
     "saknas eller är för mycket."},
    {"csv_cell_too_long",
     "Cellen är längre än {limit} byte. Korta ner den."},
    {"csv_too_many_columns",
     "Filen har fler än {limit} kolumner. Ta bort dem som inte ska läsas in."},
    {"csv_too_many_rows",
     "Filen har fler än {limit} rader. Dela den i flera."},
    {"csv_too_large",
     "Filen är större än {limit} byte. Dela den i flera."},
    {"table_unknown",
     "Det går inte att se vilken tabell det är. Första raden ska ha kolumnen huvudman, enhet, "
     "samråd eller överenskommelse; docs/import.md visar dem."},
    {"column_unknown",
     "Kolumnen {value} finns inte i den här tabellen. De som finns är: {allowed}."},
    {"column_twice",
     "Kolumnen {value} står två gånger. Ta bort den ena."},
    {"column_missing",
     "Kolumnen {value} saknas, och behövs för det som är nytt. Lägg till den."},
    {"row_twice",
     "{value} står också på {where}. Behåll den ena raden."},
    {"address_malformed",
     "{value} ser inte ut som en adress. Skriv en adress, som namn@exempel.se."},
    {"mailbox_missing",
     "Enheten har ingen funktionsbrevlåda, så kallelser når den inte. Lägg till en när den finns."},
    {"mailbox_bounced",
     "Brev till funktionsbrevlådan kom i retur {value}. Rätta adressen, eller registrera en ny "
     "kontroll när den fungerar."},
    {"provider_bound_like_nobody",
     "Den privata utföraren är inte bunden som någon huvudman. Skriv i bunden_som vem den har "
     "avtal med, om det ska gälla."},
});
// clang-format on

}  // namespace kallad::words::swedish
