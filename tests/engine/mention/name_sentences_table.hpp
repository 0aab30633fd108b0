// Swedish sentences as people write them in the form's running text: frames that name somebody, frames with numbers,
// frames that point at somebody, and sentences that name nobody. Not the judge: name_check_test.cpp counts. Rule kept:
// the people are invented, their numbers are test numbers.
#pragma once

#include <array>
#include <string_view>

namespace kallad::name_check {

/// One person, with the name in the forms it is written in. `genitive` of the first name, `genitives` of the last.
struct Somebody {
  std::string_view full, first, last, genitive, genitives, upper, lower, initials, number;
};

inline constexpr auto people = std::to_array<Somebody>({
    {"Anna-Karin Åkesson", "Anna-Karin", "Åkesson", "Anna-Karins", "Åkessons", "ANNA-KARIN ÅKESSON", "anna-karin åkesson",
     "A.K.Å.", "19121212-1212"},
    {"Bo Ekström", "Bo", "Ekström", "Bos", "Ekströms", "BO EKSTRÖM", "bo ekström", "B.E.", "19701063-2391"},
    {"Hans Sjögren", "Hans", "Sjögren", "Hans", "Sjögrens", "HANS SJÖGREN", "hans sjögren", "H.S.", "19610973-2393"},
    {"Éva Müller-Öberg", "Éva", "Öberg", "Évas", "Öbergs", "ÉVA MÜLLER-ÖBERG", "éva müller-öberg", "É.M.Ö.",
     "19121212-1212"},
    {"Åsa Ängström", "Åsa", "Ängström", "Åsas", "Ängströms", "ÅSA ÄNGSTRÖM", "åsa ängström", "Å.Ä.", "19701063-2391"},
    {"Örjan Björk", "Örjan", "Björk", "Örjans", "Björks", "ÖRJAN BJÖRK", "örjan björk", "Ö.B.", "19610973-2393"},
    {"Märta Lindqvist-Öst", "Märta", "Lindqvist", "Märtas", "Lindqvists", "MÄRTA LINDQVIST-ÖST", "märta lindqvist-öst",
     "M.L.Ö.", "19121212-1212"},
    {"Mohammad Al-Hassan", "Mohammad", "Hassan", "Mohammads", "Hassans", "MOHAMMAD AL-HASSAN", "mohammad al-hassan",
     "M.A.H.", "19701063-2391"},
    {"Ines Nuñez", "Ines", "Nuñez", "Ines", "Nuñez", "INES NUÑEZ", "ines nuñez", "I.N.", "19610973-2393"},
    {"Lars-Åke von Dahl", "Lars-Åke", "Dahl", "Lars-Åkes", "Dahls", "LARS-ÅKE VON DAHL", "lars-åke von dahl", "L.Å.V.D.",
     "19121212-1212"},
    {"Max Ärlebrandt", "Max", "Ärlebrandt", "Max", "Ärlebrandts", "MAX ÄRLEBRANDT", "max ärlebrandt", "M.Ä.",
     "19701063-2391"},
    {"Zoë Žukovská", "Zoë", "Žukovská", "Zoës", "Žukovskás", "ZOË ŽUKOVSKÁ", "zoë žukovská", "Z.Ž.", "19610973-2393"},
});

/// Each names the person: {F} full, {f} first, {l} last, {g} {G} genitive of first and last, {u} upper, {w} lower.
inline constexpr auto naming = std::to_array<std::string_view>({
    "{F} kom inte till mötet.",
    "Mötet med {F} ställdes in vid sittande bord.",
    "{f} fick vänta i tre veckor på besked.",
    "Vi sökte {f} utan att få svar.",
    "{g} boende sades upp utan att vi fick veta det.",
    "Ingen hade läst {g} plan före mötet.",
    "Enligt {l} hade ingen ringt.",
    "{G} handläggare var sjuk den dagen.",
    "{l}, {f} kallades den 3 mars.",
    "{u} SAKNADE FAST VÅRDKONTAKT.",
    "ärendet {w} lämnades utan svar.",
    "Ärendet ({l}) drog ut på tiden.",
    "I kallelsen står det \"{F}\" och inget mer.",
    "Mamman till {f} ringde socialtjänsten.",
    "{l}-ärendet togs aldrig upp av mottagningen.",
    "Planen för {f}/{l} saknas i systemet.",
    "Utskrivningen av {F} meddelades inte kommunen.",
    "Vi frågade {f} om samtycke, och svaret blev ja.",
    "Samtalet gällde {f}:s mediciner.",
    "Det var {F}:s god man som sade till.",
    "God man för {F}\nhar inte fått någon kopia.",
    "Kopia till {l}?",
});

/// Spellings of a number; {c} century, {y} year, {m} month, {d} day as in the number, {x} the last four.
inline constexpr auto spellings = std::to_array<std::string_view>({
    "{c}{y}{m}{d}-{x}", "{c}{y}{m}{d}{x}", "{y}{m}{d}-{x}", "{y}{m}{d}{x}", "{y}{m}{d} {x}", "{c}{y}{m}{d} {x}",
    "{y} {m} {d}-{x}", "{y}{m}{d} - {x}", "{c}{y}-{m}-{d}-{x}", "{c}{y}-{m}-{d} {x}", "{y}{m}{d}+{x}",
    "{y}{m}{d}\u2013{x}", "{y}{m}{d}\u2011{x}", "{c}{y}{m}{d}\u2014{x}", "{y}{m}{d}\u00A0{x}", "{y}.{m}.{d}-{x}",
    "{y}/{m}/{d} {x}",
});
inline constexpr auto with_number = std::to_array<std::string_view>({
    "Kallelsen gällde {n}.",
    "Personnummer: {n}, ring oss.",
    "Vi fick en remiss ({n}) utan avsändare.",
});

/// Each points at the person without naming: {i} initials, {D} birth date.
inline constexpr auto pointing = std::to_array<std::string_view>({
    "{i} fick inget svar.",
    "Vi ringde om {i} två gånger.",
    "Den enskilde, född {D}, fick vänta.",
    "Remissen för {i} kom bort.",
});
/// Initials and birth date together are as good as a name.
inline constexpr auto initials_with_date = std::to_array<std::string_view>({
    "{i}, född {D}, fick inget svar.",
    "Ärendet gäller {i} {D}.",
    "{D} {i} kallades två gånger.",
});

/// Nobody is named in these, whoever the person is.
inline constexpr auto clean = std::to_array<std::string_view>({
    "Kallelsen skickades den 2 mars 2026 och öppnades aldrig.",
    "Mötet den 20 mars kl. 13.00 ställdes in vid sittande bord.",
    "Mottagningen avböjde och skickade ingen ersättare.",
    "Ingen från verksamheten kom till SIP-mötet.",
    "Vi ringde växeln på 042-10 50 00 tre gånger.",
    "Telefon 0418-47 00 00 besvarades inte.",
    "Den enskilde hade gett sitt samtycke.",
    "Den enskilde fick själv söka sig till akuten.",
    "God man fick ingen kopia av planen.",
    "Handläggaren var sjuk och hade ingen ersättare.",
    "En annan handläggare tog över ärendet.",
    "Annars hade mötet kunnat hållas.",
    "Vi fick inget besked förrän efter annandagen.",
    "Johanna och Susanna är namn på två av våra lokaler.",
    "Boendet sades upp utan samråd.",
    "Hon ville bo kvar i sin lägenhet.",
    "Ekonomin var inte utredd.",
    "Ekströmmen är inte vårt ord.",
    "Han och hon fick olika besked.",
    "Barnet och dess vårdnadshavare var med.",
    "Sju personer var kallade och fyra kom.",
    "Ärendet har nummer 2026-000417.",
    "Diarienummer SN 2026/1212 gäller beslutet.",
    "Beslutet fattades 2026-12-12 kl. 12.12.",
    "Beloppet var 12 121 kronor.",
    "Postnumret är 252 25.",
    "Kontot 1212-1212 finns inte.",
    "Mina planer öppnades inte av mottagaren.",
    "Kallelsen låg i Mina planer i elva dagar.",
    "Vårdcentralen svarade att de inte kände till uppdraget.",
    "BUP svarade inte, och avböjde efter påtryckning.",
    "LSS-handläggaren var inte inbjuden.",
    "Enligt HSL ska en fast vårdkontakt utses.",
    "SVU-processen startade utan kallelse.",
    "FK och AF var inbjudna men kom inte.",
    "Öppenvården hade fullt i september.",
    "Åsikterna gick isär om vem som har ansvar.",
    "Åsarna runt staden har inget med saken att göra.",
    "Ängarna vid boendet översvämmades.",
    "Björkarna utanför fönstret är höga.",
    "Lindarna blommade när vi sågs.",
    "Märkligt nog fanns ingen rutin.",
    "Mätningen visade att svarstiden var tolv dagar.",
    "Maximalt två veckor får gå.",
    "Zonindelningen avgjorde vem som skulle komma.",
    "Dahlian på bordet var vacker.",
    "Hassel och ek växer på gården.",
    "Inest i korridoren ligger mötesrummet.",
    "Larsmässotid bytte mottagningen lokal.",
    "Örat var inflammerat men ingen läkare kontaktades.",
    "Läkemedelslistan var inte uppdaterad.",
    "Egenvårdsintyget kom för sent inför placeringen.",
    "Vi har kommit överens om en ny kontaktväg.",
    "Enhetschefen har talat med motpartens enhetschef.",
    "Rutinen för ersättare fungerade inte under sommaren.",
    "Hög sjukfrånvaro gjorde att ingen bevakade brevlådan.",
    "Kommunen fick veta om utskrivningen först dagen efter.",
    "Utskrivningsklar meddelades klockan 11.40.",
    "Informationen nådde inte hemtjänsten.",
    "Nattpersonalen visste inte vem som skulle ringas.",
    "Insatserna stannade av i fem veckor.",
    "Planeringen gjordes utifrån verksamhetens behov.",
    "Ansvaret bollades mellan två huvudmän.",
    "Mötet blev ett tjänstemannamöte i stället.",
    "Tolken kom inte, och mötet fick göras om.",
    "Skolan bjöds in men har ingen skyldighet att komma.",
    "Polisen ingår inte i samrådet.",
    "Mötesledaren antecknade vilka som var på plats.",
    "Närvaron stängdes klockan 15.05.",
    "Ersättaren saknade mandat att besluta.",
    "Den som kom hade aldrig träffat den enskilde.",
    "Uppföljningen skulle ha hållits i juni.",
    "Ny tid är bokad till den 4 september.",
    "Planen delades ut till alla parter.",
    "Ingen kopia lämnades till den enskilde.",
    "Avvikelsen är också rapporterad internt.",
    "Bristen gäller information mellan huvudmännen.",
    "Vi föreslår en gemensam genomgång i höst.",
    "Parterna träffas varje kvartal framöver.",
    "Brevlådan bevakas numera varje vardag.",
    "Svar kom den 60:e dagen.",
    "Bilagan 19121212 finns inte i mappen hos oss.",
    "Rummet heter Sjöstjärnan.",
    "Sjögräset luktade vid strandpromenaden.",
    "Obergränsen för svar är fem arbetsdagar.",
    "Öbergsgatan finns inte i Helsingborg.",
    "Muller hördes från bygget under samtalet.",
    "Karinsdal är namnet på en park.",
    "Evangeliet lästes i kyrkan bredvid.",
    "Från den 1 januari gäller en ny rutin.",
    "Var tredje kallelse blev aldrig läst.",
    "Klockan var 13.45 när de ringde återbud.",
    "Resan tog fyrtio minuter med taxi.",
    "Färdtjänsten hade inte beställts.",
    "Vi bad om ett skriftligt svar.",
    "Svaret var att ärendet var avslutat hos dem.",
    "Överlämningen skedde utan dokumentation.",
    "Ingen kunde säga vem som var fast vårdkontakt.",
    "Den enskilde har nu en samordnare.",
    "Slutsatsen är att rutinen måste göras tydligare.",
});

}  // namespace kallad::name_check
