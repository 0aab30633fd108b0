// Texts of the deficiency form (brist i samverkan), after seed 001: a cover with the person, and
// pages that are read without it.
// Not the words of kinds and causes: those are enums with words. Rule kept (domain 3): the person
// stands on the cover only; the page says that other reporting is not replaced.
#pragma once

#include "adapters/paper/text.hpp"

namespace kallad::paper::texts {

inline constexpr FixedText deficiency[] = {
    {"deficiency.title", {"Brist i samverkan", "Deficiency in cooperation"}},
    {"deficiency.lead",
     {"Beskriv vad som hände när samverkan brast. Vi gör det för att lära, inte för att peka ut en "
      "medarbetare.",
      "Describe what happened when cooperation failed. We do it to learn, not to point out an "
      "employee."}},
    {"deficiency.not_instead",
     {"Blanketten ersätter inte annan rapportering, som avvikelser, lex Maria eller lex Sarah.",
      "The form does not replace other reporting, such as incident reports, lex Maria or lex "
      "Sarah."}},
    {"deficiency.cover", {"Försättsblad", "Cover"}},
    {"deficiency.cover_only",
     {"Den enskildes namn och nummer står bara på det här bladet. Ta bort bladet före genomgången "
      "i samrådet.",
      "The person's name and number stand on this sheet only. Remove the sheet before the "
      "council's review."}},
    {"deficiency.withheld", {"Uppgiften lämnas inte ut", "Withheld"}},
    {"deficiency.registered", {"Registrerad", "Registered"}},
    {"deficiency.number", {"Bristens nummer", "Number"}},
    {"deficiency.registered_by", {"Registrerad av", "Registered by"}},
    {"deficiency.manager", {"Närmaste chef", "Nearest manager"}},
    {"deficiency.event_date", {"Händelsedatum", "Date of the event"}},
    {"deficiency.found_at",
     {"Händelsen upptäcktes på (region, kommun, enhet, boende)",
      "Where it was found (region, municipality, unit, home)"}},
    {"deficiency.parties", {"Parter som berörs", "Parties concerned"}},
    {"deficiency.consent",
     {"Samtycke till att lämna uppgifterna vidare", "Consent to pass the details on"}},
    {"deficiency.consent_yes", {"Den enskilde samtycker", "The person consents"}},
    {"deficiency.consent_no", {"Den enskilde samtycker inte", "The person does not consent"}},
    {"deficiency.what", {"Händelsen", "What happened"}},
    {"deficiency.no_names",
     {"Skriv inget namn och inget personnummer här. Skriv ”den enskilde”, och nämn verksamheter i "
      "stället för medarbetare.",
      "Write no name and no personal identity number here. Write “the person”, and name units "
      "instead of employees."}},
    {"deficiency.happened", {"Beskriv vad som hände", "Describe what happened"}},
    {"deficiency.for_person",
     {"Vad ni gjort för att lösa det för den enskilde",
      "What you have done to solve it for the person"}},
    {"deficiency.by_parties",
     {"Vad parterna gjort åt bristen i samverkan",
      "What the parties have done about the deficiency"}},
    {"deficiency.kinds", {"Vad som brast", "What failed"}},
    {"deficiency.facts",
     {"Uppgifter ur ärendet som den vilar på", "Facts of the case that it rests on"}},
    {"deficiency.causes",
     {"Bakomliggande orsaker (flera får väljas)", "Underlying causes (several may be chosen)"}},
    {"deficiency.answers",
     {"Motpartens svar och åtgärder", "The counterpart's answer and measures"}},
    {"deficiency.answer", {"Svar", "Answer"}},
    {"deficiency.answer_by", {"Svar senast", "Answer by"}},
    {"deficiency.end", {"Avslut: åtgärd och resultat", "Closing: measure and result"}},
    {"deficiency.measure", {"Åtgärd", "Measure"}},
    {"deficiency.result", {"Resultat", "Result"}},
    {"deficiency.way", {"Så går den vidare", "Its way"}},
    {"deficiency.way.1", {"Egen chef läser den.", "The own manager reads it."}},
    {"deficiency.way.2",
     {"Motparten svarar med sina åtgärder.", "The counterpart answers with its measures."}},
    {"deficiency.way.3",
     {"Samrådets sekreterare tar emot den utan försättsblad.",
      "The council's secretary receives it without the cover."}},
    {"deficiency.way.4",
     {"Samrådet går igenom den, och den räknas i årets rapport.",
      "The council reviews it, and it is counted in the year's report."}},
};

}  // namespace kallad::paper::texts
