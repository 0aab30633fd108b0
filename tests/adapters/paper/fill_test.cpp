// Papers of a case: what is taken from it, what is never taken, and what is not there.
// Not the engine's way to such a case: it is put together here. All names are plainly invented.
#include <gtest/gtest.h>

#include "adapters/paper/print/print.hpp"
#include "tests/adapters/paper/peers.hpp"
#include "tests/adapters/paper/samples.hpp"

namespace kallad::paper {

namespace {

Instant utc(int hour) {
  return Instant{std::chrono::sys_days{on(2026, 3, 2)}} + std::chrono::hours{hour};
}

const Zone& an_hour_east() {
  static const Zone zone{{{Instant{}, std::chrono::hours{1}}}};
  return zone;
}

Register two_units() {
  Register known;
  known.principals[PrincipalId{"stad"}] = {
      PrincipalId{"stad"}, "Påhittstad", PrincipalKind::municipality, {}};
  Unit adult;
  adult.id = UnitId{"stad/vuxen"};
  adult.principal = PrincipalId{"stad"};
  adult.name = "Vuxen, Påhittstad";
  adult.mailbox = "vuxen@pahittstad.example.test";
  Unit clinic;
  clinic.id = UnitId{"region/mottagning"};
  clinic.name = "Mottagningen, Påhittregionen";
  known.units[adult.id] = adult;
  known.units[clinic.id] = clinic;
  return known;
}

Seat seat_of(const char* party, Calling calling) {
  Seat seat;
  seat.party = PartyId{party};
  seat.calling = calling;
  seat.answer_by = utc(22);
  return seat;
}

/// A case whose free texts all hold the person's name.
CaseFile named_everywhere() {
  CaseFile file;
  Case& running = file.running;
  running.id = CaseId{"2026-17"};
  running.person = {sample_name, sample_number, Protection::none};
  running.need = std::string{sample_name} + " behöver samordning.";
  running.coordinator = {UnitId{"stad/vuxen"}, "Påhitt Ödlasson"};
  running.opened = Cited{1, utc(8)};
  running.parties = {{PartyId{"klinik"},
                      PartyKind::unit,
                      Calling::summoned,
                      CallingReason::agreement_binds,
                      UnitId{"region/mottagning"},
                      {},
                      "",
                      {}},
                     {PartyId{"person"},
                      PartyKind::person,
                      Calling::invited,
                      CallingReason::not_a_unit,
                      {},
                      {},
                      sample_name,
                      {}}};
  Meeting meeting;
  meeting.number = 1;
  meeting.notice.starts = utc(12);
  meeting.notice.place = "Rum 4";
  meeting.notice.purpose = std::string{"Hjälp åt "} + sample_name;
  meeting.notice.questions = {std::string{"Vad vill "} + sample_name + "?"};
  meeting.seats = {seat_of("klinik", Calling::summoned), seat_of("person", Calling::invited)};
  running.meetings.push_back(meeting);
  running.plan.goals = {{GoalId{"g"}, "Bo hemma.", GoalKind::long_term, true}};
  running.plan.points.overall_responsible = PrincipalId{"stad"};
  running.plan.activities.push_back({{ActivityId{"a"}, "Stöd hemma", PartyId{"klinik"}, {}, {}, {}},
                                     ActivityStatus::planned,
                                     "",
                                     {}});
  Deficiency deficiency;
  deficiency.number = 1;
  deficiency.party = PartyId{"klinik"};
  deficiency.facts = {{FactKind::marked_absent, 9, utc(13)}};
  deficiency.registered = Cited{9, utc(13)};
  file.deficiencies.push_back(deficiency);
  return file;
}

std::string text_of_paper(PaperKind kind, const CaseFile& file, const Chosen& chosen = {}) {
  const Register known = two_units();
  const auto document = paper_of(kind, {file, known, an_hour_east()}, chosen);
  if (!document) return {};
  return text_of(PaperFile{pdf_of(*document, {})});
}

TEST(Filled, SummonsTellsNothingOfThePerson) {
  for (const char* party : {"klinik", "person"}) {
    const std::string text =
        text_of_paper(PaperKind::summons, named_everywhere(),
                      {PartyId{party}, 0, "https://kallad.example.test/svar/abc", {}});
    EXPECT_NE(text.find("2026-17"), std::string::npos) << text;
    EXPECT_NE(text.find("måndag 2 mars 2026 kl. 13.00"), std::string::npos) << text;
    for (const char* hidden : {"Åsa", "Örnfågel", "1912", "Ödlasson", "Hjälp åt", "Vad vill"}) {
      EXPECT_EQ(text.find(hidden), std::string::npos) << hidden << '\n' << text;
    }
  }
}

TEST(Filled, SummonsHoldsNoPlaceWhereTheIdentityIsProtected) {
  CaseFile file = named_everywhere();
  const Chosen chosen{PartyId{"klinik"}, 0, "https://kallad.example.test/svar/abc", {}};
  EXPECT_NE(text_of_paper(PaperKind::summons, file, chosen).find("Rum 4"), std::string::npos);
  file.running.person.protection = Protection::secrecy_mark;
  const std::string text = text_of_paper(PaperKind::summons, file, chosen);
  EXPECT_EQ(text.find("Rum 4"), std::string::npos) << text;
  EXPECT_NE(text.find("Platsen finns bakom länken."), std::string::npos) << text;
}

TEST(Filled, PlanHasTheCaseInIt) {
  const std::string text = text_of_paper(PaperKind::plan, named_everywhere());
  for (const char* wanted : {sample_name, sample_number, "Bo hemma.", "Stöd hemma", "Mottagningen",
                             "Påhittstad", "SoL (2025:400)", "Vuxen, Påhittstad"}) {
    EXPECT_NE(text.find(wanted), std::string::npos) << wanted << '\n' << text;
  }
}

TEST(Filled, DeficiencyCitesItsFactsWithoutThePerson) {
  const std::string text =
      text_of_paper(PaperKind::deficiency, named_everywhere(), {{}, 1, "", {}});
  EXPECT_NE(text.find("2026-03-02 14:00"), std::string::npos) << text;
  EXPECT_EQ(text.substr(text.find('\f')).find("Örnfågel"), std::string::npos) << text;
}

TEST(Filled, PersonsSheetLeavesThePersonOutOfThoseWhoCome) {
  const std::string text = text_of_paper(PaperKind::person_sheet, named_everywhere());
  EXPECT_NE(text.find("Mottagningen"), std::string::npos) << text;
  EXPECT_EQ(text.find("den enskilde"), std::string::npos) << text;
}

TEST(Filled, FollowUpOnARedDayIsShownAsTheWorkingDayBefore) {
  CaseFile file = named_everywhere();
  file.running.next_follow_up = on(2026, 6, 6);  // Saturday and national day
  for (const PaperKind kind : {PaperKind::plan, PaperKind::follow_up, PaperKind::person_sheet}) {
    const std::string text = text_of_paper(kind, file);
    EXPECT_NE(text.find("fredag 5 juni 2026"), std::string::npos) << text;
  }
}

TEST(Filled, ThereIsNoPaperOfWhatTheCaseHasNot) {
  const CaseFile file = named_everywhere();
  const Register known = two_units();
  const Source from{file, known, an_hour_east()};
  EXPECT_FALSE(paper_of(PaperKind::summons, from, {PartyId{"ingen"}, 0, "", {}}));
  EXPECT_FALSE(paper_of(PaperKind::deficiency, from, {{}, 2, "", {}}));
}

TEST(Filled, EveryPaperTakesACaseThatHasOnlyBeenOpened) {
  CaseFile file;
  file.running.id = CaseId{"2026-18"};
  const Register known;
  for (const Language language : {Language::swedish, Language::english}) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<PaperKind>>([&](auto each) {
      const auto document = paper_of(each.value, {file, known, an_hour_east(), language}, {});
      const bool about_nothing =
          each.value == PaperKind::summons || each.value == PaperKind::deficiency;
      EXPECT_EQ(document.has_value(), !about_nothing) << each.name;
      if (document) expect_sound(PaperFile{pdf_of(*document, {})});
    });
  }
}

}  // namespace

}  // namespace kallad::paper
