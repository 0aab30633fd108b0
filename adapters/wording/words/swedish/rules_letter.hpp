// Why a letter is not sent, and why a text cannot be a letter's template, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is so: adapters/letter says that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto letter_rules = std::to_array<RuleText>({
    {"letter_is_none", "Det är inget brev, utan stoppar andra brev."},
    {"letter_already_answered", "Inget skickas: parten har svarat."},
    {"letter_already_done", "Inget skickas: det är redan gjort."},
    {"letter_replaced", "Inget skickas: ett nyare brev säger det som gäller."},
    {"letter_meeting_begun", "Inget skickas: mötet har börjat eller är över."},
    {"letter_meeting_cancelled", "Inget skickas: mötet är inställt eller kunde inte hållas."},
    {"letter_consent_withdrawn", "Inget skickas: samtycket är återkallat."},
    {"letter_outside_consent", "Inget skickas: samtycket omfattar inte verksamheten."},
    {"letter_party_left", "Inget skickas: parten är inte längre med i ärendet."},
    {"letter_case_closed", "Inget skickas: ärendet är avslutat."},
    {"letter_without_seat", "Inget skickas: parten har ingen plats vid mötet."},
    {"letter_without_address",
     "Inget kan skickas: det finns ingen e-postadress. Lägg till en i registret, eller lämna "
     "beskedet på annat sätt."},
    {"letter_text_file_unknown",
     "Filen används inte: namnet är inget brevs. Den ska heta som brevet, med .sv.txt eller "
     ".en.txt, och ligga i en mapp med det lokala samrådets beteckning."},
    {"letter_text_file_unreadable",
     "Filen eller mappen gick inte att läsa. Kontrollera rättigheterna."},
    {"template_too_long", "Texten är för lång för ett brev. Korta den."},
    {"template_subject_missing", "Rad {line}: skriv en ämnesrad överst."},
    {"template_subject_too_long", "Rad {line}: ämnesraden är för lång. Korta den."},
    {"template_subject_not_alone", "Rad {line}: lämna raden under ämnesraden tom."},
    {"template_without_body", "Rad {line}: skriv brevets text under ämnesraden."},
    {"template_field_unknown",
     "Rad {line}: {value} är inget fält som brev kan ha. Använd ett fält ur listan."},
    {"template_field_in_subject",
     "Rad {line}: {value} kan inte stå i ämnesraden, som andra kan se. Flytta fältet till texten."},
    {"template_field_missing", "Brevet behöver {value}. Lägg till fältet."},
    {"template_tag_forbidden",
     "Rad {line}: {value} går inte att använda. Skriv fält som i förlagan, utan blanksteg."},
    {"template_section_open",
     "Rad {line}: delen {value} är inte öppnad eller inte avslutad. Varje del börjar och slutar "
     "med samma fält."},
    {"template_link",
     "Rad {line}: en länk står ensam på raden och leder till ett av fälten för länkar."},
    {"template_markup", "Rad {line}: ta bort tecknen < > och klamrar som inte hör till ett fält."},
    {"template_address",
     "Rad {line}: {value} hör till en adress. Skriv ingen adress i texten; använd ett fält."},
    {"template_character",
     "Rad {line}: ett tecken som inte syns, eller som inte är text, står på raden. Skriv om den."},
    {"template_number",
     "Rad {line}: en lång rad siffror kan vara ett personnummer. Ta bort den."},
});
// clang-format on

}  // namespace kallad::words::swedish
