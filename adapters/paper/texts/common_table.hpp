// Texts that several documents share: page numbers, the case and the person, consent, access log.
// Not the words of enums. Rule kept: plain Swedish first, English beside it.
#pragma once

#include "adapters/paper/text.hpp"

namespace kallad::paper::texts {

inline constexpr FixedText common[] = {
    {"page", {"Sida {page} av {pages}", "Page {page} of {pages}"}},
    {"checked", {"ikryssad", "ticked"}},
    {"unchecked", {"inte ikryssad", "not ticked"}},
    {"case", {"Ärende", "Case"}},
    {"case_number", {"Ärendenummer", "Case number"}},
    {"person", {"Den enskilde", "The person"}},
    {"name", {"Namn", "Name"}},
    {"identity_number", {"Personnummer", "Personal identity number"}},
    {"unit", {"Verksamhet", "Unit"}},
    {"title", {"Titel eller roll", "Title or role"}},
    {"contact", {"Kontaktuppgifter", "Contact details"}},
    {"date", {"Datum", "Date"}},
    {"time", {"Tid", "Time"}},
    {"place", {"Plats", "Place"}},
    {"day_and_time", {"Dag och tid", "Day and time"}},
    {"signature", {"Underskrift", "Signature"}},
    {"name_in_print", {"Namnförtydligande", "Name in block letters"}},
    {"yes", {"Ja", "Yes"}},
    {"no", {"Nej", "No"}},
    {"partly", {"Delvis", "Partly"}},
    {"coordinator", {"Samordningsansvarig", "Coordinator"}},
    {"coordinating_unit", {"Samordnande verksamhet", "Coordinating unit"}},
    {"chair", {"Mötesledare", "Chair"}},
    {"secretary", {"Mötessekreterare", "Secretary"}},
    {"local_standard", {"lokal standard", "local standard"}},
    {"secrecy_note",
     {"Papperet innehåller uppgifter om en enskild. Lämna det bara till den som får ha dem, och "
      "förvara det inlåst.",
      "This paper contains details about a person. Give it only to those who may have them, and "
      "keep it locked away."}},
    {"register_afterwards",
     {"Ifyllt på papper? Registrera uppgifterna i Kallad så snart det går, med den tid då de "
      "lämnades.",
      "Filled in on paper? Register the details in Kallad as soon as possible, with the time they "
      "were given."}},

    {"consent.title",
     {"Samtycke till samordnad individuell plan (SIP)",
      "Consent to a coordinated individual plan (SIP)"}},
    {"consent.lead",
     {"Du bestämmer själv om verksamheterna får dela uppgifter om dig för att samordna ditt stöd.",
      "You decide whether the units may share details about you in order to coordinate your "
      "support."}},
    {"consent.what", {"Vad samtycket betyder", "What consent means"}},
    {"consent.what.1",
     {"De verksamheter som du godkänner får prata med varandra om det som behövs för planen, och "
      "inget annat.",
      "The units you approve may talk with each other about what is needed for the plan, and "
      "nothing else."}},
    {"consent.what.2",
     {"Du kan säga vad som inte får delas.", "You can say what must not be shared."}},
    {"consent.what.3",
     {"Du kan ta tillbaka samtycket när du vill, helt eller delvis. Då delas inget mer. Det som "
      "redan är antecknat finns "
      "kvar.",
      "You can withdraw your consent at any time, wholly or in part. Then nothing more is shared. "
      "What has already been "
      "recorded remains."}},
    {"consent.what.4",
     {"Du kan säga nej. Du har rätt till stöd och vård ändå.",
      "You can say no. You have the right to support and care all the same."}},
    {"consent.who", {"Vem samtycker", "Who consents"}},
    {"consent.in_capacity", {"Jag som samtycker är", "I consent as"}},
    {"consent.shares", {"Vilka som får dela uppgifter", "Who may share details"}},
    {"consent.covers",
     {"Dessa får ta del av och lämna uppgifter", "These may receive and give details"}},
    {"consent.except", {"Utom dessa", "Except these"}},
    {"consent.all_parties", {"Alla parter i ärendet", "All parties to the case"}},
    {"consent.not_shared", {"Det här får inte delas", "This must not be shared"}},
    {"consent.how_long", {"Hur länge", "For how long"}},
    {"consent.from", {"Gäller från och med", "Valid from"}},
    {"consent.until", {"Gäller till och med", "Valid until and including"}},
    {"consent.form", {"Hur samtycket lämnades", "How consent was given"}},
    {"consent.motives", {"Om samtycke inte kan lämnas av alla", "If not everyone can consent"}},
    {"consent.one_guardian",
     {"En av två vårdnadshavare samtycker: skäl", "One of two guardians consents: reason"}},
    {"consent.cannot",
     {"Personen kan inte samtycka: företrädare och skäl",
      "The person cannot consent: representative and reason"}},
    {"consent.signatures", {"Underskrifter", "Signatures"}},
    {"consent.sign_person", {"Den som samtycker", "The one who consents"}},
    {"consent.sign_staff", {"Den som tog emot samtycket", "The one who received the consent"}},
    {"consent.withdrawn", {"Samtycket är återkallat", "Consent is withdrawn"}},

    {"access.title", {"Utdrag ur åtkomstloggen", "Extract from the access log"}},
    {"access.lead",
     {"Här står vem som har öppnat uppgifter i ärendet, när och varför.",
      "This shows who has opened details in the case, when and why."}},
    {"access.lead_person",
     {"Här står vem som har öppnat uppgifter om dig, när och varför, i alla dina ärenden.",
      "This shows who has opened details about you, when and why, in all your cases."}},
    {"access.period", {"Tid som utdraget gäller", "Period covered"}},
    {"access.rows", {"Öppningar", "Openings"}},
    {"access.who", {"Vem", "Who"}},
    {"access.what", {"Vad", "What"}},
    {"access.ground", {"Varför", "Why"}},
    {"access.outcome", {"Utfall", "Outcome"}},
    {"access.none",
     {"Ingen öppning finns i loggen för den tiden.", "The log has no openings for that period."}},
    {"access.kind.case", {"ärendet", "the case"}},
    {"access.kind.list", {"en lista", "a list"}},
    {"access.kind.letter", {"ett brev", "a letter"}},
    {"access.kind.letters", {"brev och kallelser", "letters and summonses"}},
    {"access.kind.links", {"svarslänkar", "answer links"}},
    {"access.kind.events", {"vad som har hänt", "what has happened"}},
    {"access.kind.drafts", {"utkast till brister", "drafts of deficiencies"}},
    {"access.kind.paper", {"ett dokument", "a document"}},
    {"access.kind.fhir", {"export som FHIR", "export as FHIR"}},
    {"access.kind.named_staff", {"utpekad personal", "named staff"}},
    {"access.kind.answer_link", {"svarslänken", "the answer link"}},
    {"access.kind.search", {"sökning med personnummer", "search by identity number"}},
    {"access.kind.access_extract", {"utdrag ur loggen", "extract from the log"}},
    {"access.ground.none", {"ingen rätt", "no right"}},
    {"access.ground.overview", {"översikt", "overview"}},
    {"access.ground.frozen", {"part medan samtycket gällde", "party while consent lasted"}},
    {"access.ground.party", {"part i ärendet", "party to the case"}},
    {"access.ground.whole", {"samordnande verksamhet", "coordinating unit"}},
    {"access.ground.substitute", {"ersättare", "substitute"}},
    {"access.ground.check_in", {"incheckning vid mötet", "check-in at the meeting"}},
    {"access.outcome.shown", {"visades", "shown"}},
    {"access.outcome.refused", {"nekades", "refused"}},
    {"access.ask",
     {"Undrar du över något som står här? Fråga den samordnande verksamheten. Du kan också klaga "
      "hos verksamhetens chef.",
      "Do you wonder about anything here? Ask the coordinating unit. You can also complain to the "
      "head of the unit."}},
};

}  // namespace kallad::paper::texts
