// Inputs with something in every place, plainly invented, for tests that look at filled papers.
// Not a case: fill_test.cpp plays one. Numbers of identity are valid test numbers and nobody's.
#pragma once

#include "adapters/paper/documents.hpp"
#include "adapters/paper/fill/catalogue.hpp"

namespace kallad::paper {

inline Date on(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

inline LocalTime at(int year, unsigned month, unsigned day, int hour, int minute) {
  return LocalTime{std::chrono::local_days{on(year, month, day)}} + std::chrono::hours{hour} +
         std::chrono::minutes{minute};
}

inline constexpr const char* sample_name = "Påhittade Åsa Örnfågel";
inline constexpr const char* sample_number = "19121212-1212";

inline Subject sample_subject() {
  return {"2026-17",           sample_name,       sample_number,
          "Vuxen, Påhittstad", "Påhitt Ödlasson", "042-00 00 00"};
}

inline std::vector<Attending> sample_seats() {
  Attending unit;
  unit.party = "Psykosmottagningen, Påhittregionen";
  unit.who = "Påhitt Ersättarsson, sjuksköterska";
  unit.calling = Calling::summoned;
  unit.mark = Attendance::late;
  unit.arrived = at(2026, 3, 19, 13, 20);
  unit.mandate = Mandate::partly;
  unit.answer = AnswerKind::sends_substitute;
  Attending person;
  person.party = "den enskilde";
  person.calling = Calling::invited;
  person.mark = Attendance::present;
  Attending absent;
  absent.party = "Vårdcentralen Påhittet";
  absent.calling = Calling::summoned;
  absent.mark = Attendance::absent;
  absent.answer = AnswerKind::attends;
  return {unit, person, absent};
}

inline std::vector<ActivityLine> sample_activities() {
  return {{"Stöd i hemmet två gånger i veckan", "Vuxen, Påhittstad", "Påhitt Stödberg",
           on(2026, 4, 1), ActivityStatus::started, "Börjar på tisdagar."},
          {"Genomgång av läkemedel", "Psykosmottagningen, Påhittregionen", "", on(2026, 4, 15),
           ActivityStatus::blocked, "Väntar på provsvar."},
          {"Hjälp att söka aktivitetsersättning och att samla de papper som behövs",
           "Personligt ombud",
           "",
           {},
           ActivityStatus::planned,
           ""}};
}

inline ConsentPaper sample_consent() {
  ConsentPaper in;
  in.of = sample_subject();
  in.given_by = {{sample_name, Capacity::person}, {"Påhitt Godmansson", Capacity::trustee}};
  in.form = ConsentForm::written;
  in.from = on(2026, 3, 2);
  in.until = on(2027, 3, 2);
  in.covers = {"Påhittstad", "Påhittregionen"};
  in.except = {"Ungdomsmottagningen"};
  in.not_shared = "Det som rör min syster.";
  in.one_guardian_motive = "Den andra går inte att nå.";
  in.cannot_consent_motive = "Företräds av god man.";
  return in;
}

inline SummonsPaper sample_summons() {
  SummonsPaper in;
  in.case_number = "2026-17";
  in.to = "Psykosmottagningen, Påhittregionen";
  in.from_unit = "Vuxen, Påhittstad";
  in.from_contact = "042-00 00 00, vuxen@pahittstad.example.test";
  in.starts = at(2026, 3, 19, 13, 0);
  in.place = "Rum 4, Storgatan 1";
  in.calling = Calling::summoned;
  in.acknowledge_by = at(2026, 3, 4, 23, 59);
  in.answer_by = at(2026, 3, 9, 23, 59);
  in.version = 2;
  in.link = "https://kallad.example.test/svar/4f7Qm2XbT9cPz1";
  return in;
}

inline PlanPaper sample_plan() {
  PlanPaper in;
  in.of = sample_subject();
  in.law = {"10 kap. 8–9 §§ SoL (2025:400)", "16 kap. 4 § HSL (2017:30)"};
  in.met = at(2026, 3, 19, 13, 0);
  in.present = sample_seats();
  in.need = "Flera verksamheter behövs och ingen håller ihop dem.";
  in.goals = {{GoalId{"g1"}, "Jag vill bo hemma och orka med vardagen.", GoalKind::long_term, true},
              {GoalId{"g2"}, "Sova hela natten.", GoalKind::part, false},
              {GoalId{"g3"}, "Ha någon att ringa när det blir svårt.", GoalKind::part, false}};
  in.efforts_needed = "Boendestöd, läkemedelsgenomgång, hjälp med ekonomi.";
  in.responsibilities = {{"Påhittstad", "Boendestöd enligt beslut."},
                         {"Påhittregionen", "Läkemedel, samtal varannan vecka."}};
  in.others_measures = "Personligt ombud hjälper till med ansökan.";
  in.overall_responsible = "Påhittstad";
  in.activities = sample_activities();
  in.follow_up_on = on(2026, 6, 11);
  in.agreed = {{"Påhittstad", on(2026, 3, 19), true}, {"Påhittregionen", on(2026, 3, 20), false}};
  in.copies = {"den enskilde, 2026-03-23", "Psykosmottagningen, 2026-03-23"};
  in.chair = "Påhitt Ordförandesson";
  in.secretary = "Påhitt Skrivare";
  return in;
}

inline DeficiencyPaper sample_deficiency() {
  DeficiencyPaper in;
  in.case_number = "2026-17";
  in.number = 1;
  in.cover = {false, sample_name, sample_number};
  in.registered = on(2026, 3, 20);
  in.form.registered_by = {"Påhitt Ödlasson", "socialsekreterare", "042-00 00 00"};
  in.form.nearest_manager = {"Påhitt Chefsson", "enhetschef", "042-00 00 01"};
  in.form.event_date = on(2026, 3, 19);
  in.form.found_at = "Påhittstad, Vuxen";
  in.form.parties_concerned = "Påhittregionen, Vårdcentralen Påhittet";
  in.form.what_happened = "Vårdcentralen var kallad och svarade ja, men ingen kom.";
  in.form.measures_for_person = "Nytt möte är kallat.";
  in.form.measures_by_parties = "Samtal mellan cheferna.";
  in.form.causes = {Cause::routines, Cause::sip};
  in.form.consent_to_pass_on = true;
  in.kinds = {DeficiencyKind::absent};
  in.facts = {"Kallelsen skickades 2026-03-02 09:05 (händelse 4).",
              "Frånvaro noterades 2026-03-19 14:30 (händelse 19)."};
  in.answer_by = at(2026, 5, 19, 23, 59);
  in.answers = {"Vi har ändrat rutinen för ersättare."};
  in.measure = "Ny rutin.";
  in.result = "Följs upp efter sommaren.";
  return in;
}

inline AccessPaper sample_access() {
  AccessPaper in;
  in.of = sample_subject();
  in.from = on(2026, 3, 1);
  in.until = on(2026, 3, 31);
  in.asked = true;
  in.rows = {
      {at(2026, 3, 2, 9, 5), "Påhitt Ödlasson", "Vuxen, Påhittstad", "case", "samordnar", "shown"},
      {at(2026, 3, 3, 10, 0), "Påhitt Nyfiken", "Vårdcentralen Påhittet", "case", "", "refused"}};
  return in;
}

inline PersonPaper sample_person() {
  PersonPaper in;
  in.of = sample_subject();
  in.meets = at(2026, 3, 19, 13, 0);
  in.place = "Rum 4, Storgatan 1";
  in.comes = sample_seats();
  in.goals = {"Jag vill bo hemma och orka med vardagen.", "Sova hela natten."};
  in.activities = sample_activities();
  in.follow_up_on = on(2026, 6, 11);
  return in;
}

/// Every paper filled in.
inline Document full_paper(PaperKind kind, Language language) {
  switch (kind) {
    case PaperKind::consent:
      return consent_form(sample_consent(), language);
    case PaperKind::summons:
      return summons(sample_summons(), language);
    case PaperKind::mapping:
      return mapping({sample_subject(),
                      {{"den enskilde", "Sover dåligt.", "Boendestöd.", "En granne."},
                       {"Psykosmottagningen", "Läkemedel.", "Samtal.", "Syskon."}}},
                     language);
    case PaperKind::plan:
      return plan(sample_plan(), language);
    case PaperKind::checklist:
      return checklist({"2026-17"}, language);
    case PaperKind::questions:
      return questions({"2026-17", {}}, language);
    case PaperKind::questions_at_follow_up:
      return questions_at_follow_up({"2026-17", {"Bo hemma.", "Sova hela natten."}}, language);
    case PaperKind::follow_up:
      return follow_up({sample_subject(),
                        on(2026, 6, 11),
                        sample_activities(),
                        {"Bo hemma.", "Sova hela natten."},
                        on(2026, 12, 10)},
                       language);
    case PaperKind::evaluation:
      return evaluation({sample_subject(),
                         {{"Bo hemma.", GoalVerdict::partly_reached, "Det går bättre."},
                          {"Sova hela natten.", GoalVerdict::reached, "Ja."}},
                         "Jag klarar mig nu.",
                         ClosingReason::evaluated},
                        language);
    case PaperKind::deficiency:
      return deficiency(sample_deficiency(), language);
    case PaperKind::attendance_list:
      return attendance_list({"2026-17", at(2026, 3, 19, 13, 0), "Rum 4, Storgatan 1",
                              "Påhitt Ordförandesson", "Påhitt Skrivare", sample_seats()},
                             language);
    case PaperKind::access_extract:
      return access_extract(sample_access(), language);
    case PaperKind::person_sheet:
      return person_sheet(sample_person(), language);
  }
  return {};
}

}  // namespace kallad::paper
