// What a case, its meetings, its plan and its consent refuse, in Swedish.
// One row a rule, {name} for a value of its data. Not when it is refused:
// the engine and the codec say that.
// Rule kept: plain words, no blame, and what to do next.
#pragma once

#include <array>

#include "adapters/wording/words/language.hpp"

namespace kallad::words::swedish {

// clang-format off
inline constexpr auto case_rules = std::to_array<RuleText>({
    {"case_is_closed",
     "Ärendet är avslutat och kan inte ändras. Öppna ett nytt ärende om samordning behövs "
     "igen."},
    {"case_is_not_closed",
     "Ärendet är inte avslutat. Avsluta det först; gallringstiden räknas från sista anteckningen."},
    {"case_is_disposed",
     "Ärendet är gallrat. Det finns inget kvar att läsa eller ändra."},
    {"example_is_removed",
     "Det var ett exempel, och det är borttaget. Det finns inget kvar att läsa eller ändra."},
    {"case_has_begun",
     "Något har redan hänt i ärendet. Bara ett ärende som just har öppnats märks som exempel."},
    {"case_is_no_example",
     "Ärendet är inget exempel och tas inte bort. Ärenden går bort genom gallring."},
    {"entry_is_in_use",
     "{value} används av något som blir kvar i registret och kan inte tas bort."},
    {"deficiency_is_on_its_way",
     "Brist {deficiency} är inte avslutad. Avsluta eller återta den innan ärendet gallras."},
    {"copy_unknown",
     "{principal} har ingen kopia av ärendet. Välj en huvudman som har varit part."},
    {"copy_is_disposed",
     "Kopian hos {principal} är redan gallrad."},
    {"copy_is_kept_by_law",
     "Kopian hos {principal} får gallras tidigast {day}: {retention_law}."},
    {"copy_is_kept_for_research",
     "Kopian hos {principal} bevaras för forskning och får inte gallras."},
    {"day_has_passed",
     "Dagen {day} har redan varit. Välj en dag framåt i tiden."},
    {"case_unknown",
     "Ärendet finns inte. Kontrollera ärendets nummer, eller öppna ärendet först."},
    {"case_is_opened_already",
     "Ärendet är redan öppnat. Du behöver inte öppna det igen."},
    {"need_required",
     "Skriv vilket behov av samordning den enskilde har."},
    {"agreement_unknown",
     "Överenskommelsen {value} finns inte i registret. Välj en som finns, eller lägg till den "
     "först."},
    {"existing_sip_not_acknowledged",
     "Den enskilde har redan en pågående SIP. Titta på den först, och bekräfta sedan att det "
     "behövs ett nytt ärende."},
    {"coordinator_only",
     "Det här gör samordningsansvarig eller ställföreträdaren. Be samordningsansvarig om "
     "hjälp."},
    {"chair_or_coordinator_only",
     "Det här gör mötesledaren, mötessekreteraren eller samordningsansvarig. Be någon av dem "
     "om hjälp."},
    {"chair_or_coordinator_corrects",
     "Närvaron rättas av mötesledaren eller samordningsansvarig. Be någon av dem om hjälp."},
    {"consent_missing",
     "Det finns inget samtycke än. Registrera samtycket, eller varför den enskilde inte kan "
     "samtycka, innan du går vidare."},
    {"consent_withdrawn",
     "Samtycket är återkallat, så inget nytt får delas. Registrera ett nytt samtycke eller "
     "avsluta ärendet."},
    {"consent_not_in_force",
     "Samtycket gäller inte i dag. Kontrollera från och till vilken dag det gäller, och "
     "registrera ett nytt samtycke om det behövs."},
    {"consent_giver_required",
     "Skriv vem som har lämnat samtycket."},
    {"consent_ends_before_it_begins",
     "Samtyckets sista dag ligger före dess första dag. Rätta dagarna."},
    {"cannot_consent_motive_required",
     "Skriv varför den enskilde inte själv kan samtycka."},
    {"both_guardians_required",
     "Båda vårdnadshavarna behöver samtycka. Skriv varför om det räcker med en."},
    {"may_not_withdraw_consent",
     "Samtycket återkallas av den enskilde eller av den som har lämnat det. Kontrollera vem "
     "som återkallar."},
    {"no_consent_to_withdraw",
     "Det finns inget gällande samtycke att återkalla. Du behöver inte göra något."},
    {"consent_is_not_withdrawn",
     "Samtycket är inte återkallat. Registrera återkallelsen först, eller välj en annan orsak "
     "till avslutet."},
    {"party_is_there_already",
     "Parten {party} är redan med i ärendet. Du behöver inte lägga till den igen."},
    {"party_unknown",
     "Parten {party} är inte med i ärendet. Lägg till parten först."},
    {"party_is_summoned_already",
     "Parten {party} har redan fått sin kallelse till mötet. Du behöver inte skicka den igen."},
    {"outsider_cannot_be_summoned",
     "Parten {party} omfattas inte av överenskommelsen och kan inte kallas. Bjud in parten i "
     "stället."},
    {"unit_has_no_duty",
     "Enligt överenskommelsen behöver parten {party} inte komma, så den kan inte kallas. Bjud "
     "in parten i stället."},
    {"only_units_are_summoned",
     "Den enskilde och personer runt den enskilde kallas inte. Bjud in i stället."},
    {"unit_unknown",
     "Enheten finns inte i registret. Välj en enhet som finns, eller be administratören lägga "
     "till den."},
    {"outside_consent",
     "Samtycket omfattar inte {party}. Fråga den enskilde om ett utökat samtycke, eller gå "
     "vidare utan parten."},
    {"meeting_already_called",
     "Det finns redan ett möte som väntar. Håll det, ändra tiden eller ställ in det innan du "
     "kallar till ett nytt."},
    {"no_meeting_called",
     "Det finns inget möte som väntar. Skicka kallelsen först."},
    {"follow_up_comes_first",
     "Håll en uppföljning av planen innan du kallar till ett nytt möte."},
    {"meeting_has_started",
     "Mötestiden har börjat, så mötet kan inte flyttas eller ställas in. Håll mötet, eller "
     "notera att det inte kunde hållas."},
    {"meeting_has_not_started",
     "Mötestiden har inte börjat än. Gör det här när mötet har börjat."},
    {"meeting_lies_in_the_past",
     "Mötestiden har redan varit. Välj en tid som ligger framåt."},
    {"meeting_unchanged",
     "Tid och plats är desamma som förut. Ändra något av dem, eller låt kallelsen gälla som "
     "den är."},
    {"purpose_required",
     "Skriv mötets syfte."},
    {"question_required",
     "Skriv minst en fråga som mötet ska ta upp."},
    {"short_notice_reason_required",
     "Det är kortare än {working_days} arbetsdagar till mötet (lokal standard). Skriv varför, "
     "så kan du skicka kallelsen."},
    {"nobody_to_summon",
     "Det finns ingen verksamhet att kalla inom samtycket. Lägg till en part, eller fråga den "
     "enskilde om ett utökat samtycke."},
    {"reason_required",
     "Skriv varför."},
    {"text_required",
     "Fyll i {field}."},
    {"attendance_is_closed",
     "Närvaron är redan stängd för det här mötet. Säg till mötesledaren om något behöver "
     "rättas."},
    {"attendance_is_open",
     "Närvaron är inte stängd än. Stäng närvaron först."},
    {"attendance_incomplete",
     "Alla kallade parter behöver vara markerade innan närvaron stängs. Kvar att markera: "
     "{parties}."},
    {"party_has_no_seat",
     "Parten {party} är inte kallad till mötet, så närvaro kan inte noteras. Välj en part som "
     "fått kallelsen."},
    {"cause_is_not_summoned",
     "Parten {party} hade inte skyldighet att komma och kan inte vara orsak till att mötet "
     "inte hölls. Välj en kallad part."},
    {"cause_was_never_reached",
     "Kallelsen nådde aldrig {party}, så parten kan inte vara orsak till att mötet inte hölls. "
     "Kontrollera adressen."},
    {"follow_up_date_required",
     "Bestäm en dag för uppföljning, eller skriv varför ingen behövs."},
    {"follow_up_lies_behind",
     "Uppföljningsdagen har redan varit. Välj en dag som ligger framåt."},
    {"person_unchanged",
     "Så står uppgifterna redan. Ändra det som är fel eller inte gäller längre."},
    {"assumed_identity_stays_apart",
     "Med fingerade uppgifter får namn och nummer från före och efter inte stå i samma ärende. "
     "Avsluta det här ärendet och öppna ett nytt under den nya identiteten, utan att nämna den "
     "gamla."},
    {"source_required",
     "Skriv var ärendet kommer ifrån, till exempel vilken lista eller vilket system."},
    {"meeting_lies_ahead",
     "Den dagen har inte varit än. En plan som förs över gjordes vid ett möte som har "
     "hållits."},
    {"follow_up_before_meeting",
     "Uppföljningsdagen ligger före mötet. Skriv den dag då planen ska följas upp."},
    {"follow_up_lies_ahead",
     "Den dagen har inte varit än. Skriv den dag då uppföljningen hölls."},
    {"plan_points_missing",
     "Planen kan inte godkännas än: lagens punkt {missing} saknar svar. Fyll i det som saknas."},
    {"not_asked_to_agree",
     "Planen behöver inte godkännas av {party}. Välj en huvudman som har ansvar i planen."},
    {"activity_owner_unknown",
     "Den som ansvarar för aktiviteten behöver vara part i ärendet. Välj en part, eller lägg "
     "till den först."},
    {"activity_unknown",
     "Aktiviteten finns inte i planen. Välj en aktivitet ur planen."},
    {"not_your_activity",
     "Aktiviteten rapporteras av den verksamhet som ansvarar för den, eller av "
     "samordningsansvarig. Säg till någon av dem."},
    {"goal_unknown",
     "Målet finns inte i planen. Välj ett mål ur planen."},
    {"evaluation_required",
     "Utvärdera planen innan du avslutar, eller välj en annan orsak till avslutet."},
    {"coordinator_unit_unknown",
     "Välj en enhet som finns i registret, och skriv vem som tar över."},
    {"coordinator_is_no_party",
     "Samordningen kan bara lämnas till en verksamhet som är part i ärendet, för den som "
     "samordnar ser allt. Lägg till {unit} som part först, eller välj en annan."},
    {"coordination_not_offered_to_you",
     "Rollen som samordningsansvarig är inte erbjuden till dig. Be den som har rollen att "
     "lämna över den."},
    {"not_a_discharge_case",
     "Det här ärendet gäller inte utskrivning från sjukhus (SVU). Registrera uppgiften i rätt "
     "ärende."},
    {"discharge_days_out_of_range",
     "Antalet dagar i {field} behöver vara mellan 0 och 366. Rätta talet."},
    {"discharged_before_admission",
     "Utskrivningen ligger före inskrivningen. Rätta tiderna."},
    {"discharge_fact_to_come",
     "{field} ligger i framtiden. Här registreras det som har hänt: skriv tiden när det har "
     "skett."},
    {"party_id_is_a_units",
     "{party} är en enhet i registret. Lägg till den som enhet, eller ge personen en annan "
     "beteckning."},
});
// clang-format on

}  // namespace kallad::words::swedish
