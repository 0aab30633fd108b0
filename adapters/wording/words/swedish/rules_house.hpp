// What the register, the routine, the codec and the desk refuse, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is refused:
// the engine and the codec say that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto house_rules = std::to_array<RuleText>({
    {"id_required",
     "Skriv en beteckning i {field}."},
    {"name_required",
     "Skriv ett namn i {field}."},
    {"principal_unknown",
     "Huvudmannen {value} finns inte i registret. Lägg till den först."},
    {"council_unknown",
     "Det lokala samrådet {value} finns inte i registret. Lägg till det först."},
    {"hsa_id_malformed",
     "HSA-id har inte rätt form: SE, tio siffror, bindestreck och bokstäver eller siffror. "
     "Rätta det, eller lämna fältet tomt."},
    {"language_unknown",
     "Språket ska vara sv (svenska) eller en (engelska), eller lämnas tomt."},
    {"until_before_from",
     "Sista dagen ligger före första dagen. Rätta dagarna."},
    {"routine_id_missing",
     "Ge rutinen en beteckning."},
    {"routine_valid_from_missing",
     "Skriv från vilken dag rutinen gäller."},
    {"routine_ends_before_it_begins",
     "Rutinen slutar gälla ({valid_until}) innan den börjar ({valid_from}). Rätta dagarna."},
    {"routine_value_out_of_range",
     "Värdet {value} för {field} är utanför {least}–{most}. Rätta värdet."},
    {"routine_ladder_out_of_order",
     "Påminnelserna kommer i fel ordning: mottagaren dag {recipient}, funktionsbrevlådan dag "
     "{mailbox}, chefen dag {head}. Rätta dagarna."},
    {"routine_version_is_recorded",
     "Version {version} av rutinen {routine} finns redan, med andra värden. Spara ändringen som "
     "en ny version."},
    {"not_json",
     "Innehållet är inte giltig JSON. Rätta det och skicka igen."},
    {"duplicate_field",
     "Fältet står två gånger. Ta bort det ena."},
    {"too_deep",
     "Innehållet har för många nivåer. Förenkla det."},
    {"unknown_field",
     "Fältet finns inte. Ta bort det, eller rätta stavningen."},
    {"missing_field",
     "Det här saknas. Fyll i det."},
    {"wrong_type",
     "Värdet är av fel slag, {expected} väntades. Rätta det."},
    {"bad_date",
     "Dagen finns inte eller är fel skriven. Skriv den som {form}."},
    {"bad_time",
     "Tiden finns inte eller är fel skriven. Skriv den som {form}."},
    {"bad_id",
     "Beteckningen är fel skriven. Använd små bokstäver a–z, siffror och . _ - / mellan dem."},
    {"unknown_value",
     "Värdet finns inte. Välj ett av: {allowed}."},
    {"too_long",
     "Innehållet är för långt, högst {limit} är tillåtet. Korta ner det."},
    {"bad_text",
     "Texten innehåller tecken som inte kan läsas. Skriv om den."},
    {"out_of_range",
     "Talet är för stort eller för litet. Välj ett tal mellan {least} och {most}."},
    {"number_too_large",
     "Talet är större än något som går att läsa. Skriv ett mindre."},
    {"unknown_command",
     "Kommandot finns inte. Kontrollera stavningen."},
    {"unknown_event",
     "Händelsen finns inte i den här versionen av programmet. Uppdatera programmet."},
    {"unknown_version",
     "Den versionen av {type} kan inte läsas. Uppdatera programmet."},
    {"version_conflict",
     "Någon annan har ändrat ärendet sedan du öppnade det. Läs in det igen och gör om din "
     "ändring."},
    {"command_id_reused",
     "Samma kommandonummer har redan använts för något annat. Skicka igen med ett nytt nummer."},
    {"overloaded",
     "Det är många som sparar just nu. Inget har sparats. Försök igen om en stund."},
    {"store_full",
     "Lagringsutrymmet är slut. Inget har sparats. Säg till driften och försök igen."},
    {"store_failed",
     "Lagringen fungerar inte. Det är osäkert om din ändring sparades. Säg till driften, och "
     "kontrollera ärendet sedan."},
    {"accident",
     "Något gick fel i programmet. Inget har sparats. Säg till driften."},
    {"stopped",
     "Programmet stängs av. Inget har sparats. Försök igen när det har startat."},
    {"no_such_case",
     "Ärendet finns inte, eller är inte öppet för dig. Kontrollera numret, eller fråga den som "
     "samordnar."},
    {"may_not",
     "Din roll i ärendet omfattar inte att {command}. Be den som har rollen att göra det."},
    {"not_own",
     "Att {command} gäller här en annan enhet än din. Be den enheten, eller den som samordnar, "
     "att göra det."},
    {"may_only_read",
     "Din enhet läser det den fick del av, och ärendet delas inte längre med den. Det går "
     "därför inte att {command}. Fråga den som samordnar."},
});
// clang-format on

}  // namespace kallad::words::swedish
