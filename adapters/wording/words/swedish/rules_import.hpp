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
     "samråd, överenskommelse eller ärende; docs/import.md visar dem."},
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
    {"book_too_large",
     "Kalkylarket packas upp till mer än {limit} byte. Dela det i flera, eller spara bladet "
     "som CSV."},
    {"book_of_other_kind",
     "Filen är inte ett kalkylark som går att läsa: kanske är den ett äldre .xls eller har "
     "lösenord. Spara den som .xlsx, .ods eller \"CSV UTF-8\", utan lösenord."},
    {"book_broken",
     "Kalkylarket går inte att packa upp. Öppna det i kalkylprogrammet och spara det på nytt."},
    {"book_empty",
     "Kalkylarket har inga ifyllda blad."},
    {"book_too_many_sheets",
     "Kalkylarket har fler än {limit} ifyllda blad. Ta bort dem som inte ska läsas in."},
    {"sheet_cells_merged",
     "Här är celler sammanslagna ({value}), så det syns inte vad varje rad säger. Dela dem, "
     "och skriv värdet i varje cell."},
    {"sheet_cell_is_error",
     "Cellen visar ett fel {value}. Rätta formeln, eller skriv värdet i stället."},
    {"sheet_formula_without_value",
     "Cellen har en formel utan sparat värde. Räkna om och spara i kalkylprogrammet, eller "
     "skriv värdet i stället."},
    {"sheet_cell_beyond_head",
     "Cellen står utanför kolumnerna i första raden. Ge kolumnen ett namn, eller töm cellen."},
    {"cases_come_after_register",
     "Filerna har både register och ärenden. Läs in registret först, och sedan ärendena."},
    {"cell_is_empty",
     "Cellen är tom och behöver fyllas i."},
    {"case_id_is_a_number",
     "Ärendets nummer ser ut att innehålla ett personnummer. Det står i brev och adresser; "
     "välj ett nummer som inte säger vem det gäller."},
    {"not_in_register",
     "{value} finns inte i registret. Skriv beteckningen eller namnet så som det står där."},
    {"name_of_several",
     "Det finns flera som heter {value} i registret. Skriv beteckningen i stället."},
    {"day_not_understood",
     "{value} är ingen dag som går att läsa. Skriv ÅÅÅÅ-MM-DD."},
    {"number_was_rounded",
     "Kalkylprogrammet har avrundat numret, så de sista siffrorna är borta. Gör kolumnen till "
     "text och skriv numret på nytt."},
    {"follow_up_without_meeting",
     "Här står en uppföljningsdag men inget senaste möte. Skriv mötets dag, eller töm cellen: "
     "i ett ärende utan plan finns inget att följa upp."},
    {"plan_without_meeting",
     "Mål, aktiviteter och insatser hör till en plan. Skriv i ärendets rad vilken dag mötet "
     "som gjorde planen hölls (senaste_möte)."},
    {"case_row_missing",
     "Ärendet {value} har ingen egen rad bland ärendena, eller flera. Lägg till raden, eller "
     "ta med filen där den står."},
    {"owner_is_no_party",
     "{value} är inte part i ärendet. Lägg till verksamheten under parter."},
    {"person_twice",
     "Samma personnummer står också på {where}. Skriv ja i har_redan_sip om personen ska ha "
     "två ärenden, eller ta bort den ena raden."},
    {"case_is_of_others",
     "Ärendet {value} finns redan, öppnat med andra uppgifter än den här raden. Ändra det i "
     "Kallad, eller välj ett annat nummer."},
    {"case_has_moved_on",
     "I ärendet {value} har någon arbetat sedan det lästes in. Skriv in det nya i Kallad."},
    {"case_row_refused",
     "Något annat som hör till samma ärende nekas, och ett ärende läses in helt eller inte "
     "alls."},
    {"identity_number_unverified_in_row",
     "Numret stämmer inte som personnummer eller samordningsnummer. Ärendet öppnas ändå."},
    {"opened_without_consent",
     "Inget samtycke står i raden: ärendet öppnas i förberedelse, och ingen kallas förrän "
     "samtycke finns."},
    {"follow_up_is_overdue",
     "Dagen har redan varit, så samordningsansvarig får veta att uppföljningen är försenad."},
    {"activity_is_overdue",
     "Dagen har redan varit, så verksamheten och dess chef får veta att aktiviteten är "
     "försenad."},
});
// clang-format on

}  // namespace kallad::words::swedish
