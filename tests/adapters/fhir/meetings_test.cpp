// Meetings and answers: statuses, chains of substitutes, who did not come, answers registered
// later, protected identity, and times on both sides of both clock changes.
// Not what parties see of others: tests/adapters/api/fhir_test.cpp.
#include "adapters/clock/stockholm.hpp"
#include "adapters/fhir/values.hpp"
#include "tests/adapters/fhir/exporting.hpp"

namespace kallad::fhir {
namespace {

/// A case with two summoned units and the person, and the summons out.
const std::string summoned =
    "case x number=x-1 parties helsingborg/vuxen, region/fact, anna\n"
    "2026-03-02 09:00 coordinator record_consent until=2027-03-02\n"
    "2026-03-02 09:05 coordinator send_summons starts=2026-03-20T13:00 place=\"Stadshuset\"\n"
    "  purpose=\"Samordna stödet\" questions=\"Vem gör vad?\"\n";

Json response_of(const Json& bundle, const std::string& shown) {
  for (const Json& each : all_of(bundle, "AppointmentResponse")) {
    if (each.at("actor").value("display", "") == shown) return each;
  }
  return {};
}

TEST(FhirMeeting, IsFulfilledWithWhoWasCalledAndWhatTheyAnswered) {
  const Json bundle = Exporting::of_file("demo/01_all_goes_well").bundle("nv-2026-001");
  const Json meeting = one_of(bundle, "Appointment");
  EXPECT_EQ(meeting.at("status"), "fulfilled");
  EXPECT_EQ(meeting.at("start"), "2026-02-03T13:00:00+01:00");
  EXPECT_FALSE(meeting.contains("end")) << "nobody has said when it was to end";
  EXPECT_EQ(meeting.at("_end").at("extension")[0].at("valueCode"), "unknown");
  EXPECT_EQ(participant(bundle, "Helsingborg, Vuxen").at("required"), "required");
  const Json fk = participant(bundle, "Försäkringskassan Helsingborg");
  EXPECT_EQ(fk.at("required"), "optional");
  EXPECT_EQ(fk.at("status"), "accepted");
  EXPECT_EQ(inside(extensions(fk, "attendance").at(0), "mark"), "present_digitally");
  EXPECT_EQ(response_of(bundle, "Försäkringskassan Helsingborg").at("comment"), "deltar digitalt");
  const Json service = led_to(bundle, fk.at("actor"));
  EXPECT_EQ(service.at("resourceType"), "HealthcareService");
  EXPECT_EQ(led_to(bundle, service.at("providedBy")).at("resourceType"), "Organization");
  EXPECT_EQ(participant(bundle, "den enskilde").at("status"), "needs-action") << "never answered";
  EXPECT_EQ(all_of(bundle, "AppointmentResponse").size(), 3U);
}

TEST(FhirMeeting, ThatWasCalledOffSaysWhyItIsCancelled) {
  const Json bundle = Exporting::of_file("demo/06_called_off_at_the_table").bundle("nv-2026-006");
  const Json meeting = one_of(bundle, "Appointment");
  EXPECT_EQ(meeting.at("status"), "cancelled");
  EXPECT_EQ(meeting.at("cancelationReason").at("coding")[0].at("code"), "not_held");
}

TEST(FhirMeeting, ThatIsCancelledInTimeStillTellsWhoWasCalled) {
  EXPECT_EQ(one_of(Exporting::of_text(summoned).bundle("x-1"), "Appointment").at("status"),
            "booked");
  auto off = Exporting::of_text(
      summoned + "2026-03-09 09:01 coordinator cancel_meeting reason=\"Lokalen är upptagen\"\n");
  const Json bundle = off.bundle("x-1");
  EXPECT_EQ(one_of(bundle, "Appointment").at("status"), "cancelled");
  EXPECT_FALSE(participant(bundle, "FACT").is_null());
}

TEST(FhirSubstitutes, StandInOrderEachInTheOthersPlace) {
  const Json bundle = Exporting::of_file("demo/07_substitute_cures").bundle("nv-2026-007");
  const Json fact = participant(bundle, "FACT");
  EXPECT_EQ(fact.at("status"), "accepted") << "a substitute has confirmed";
  const auto chain = extensions(fact, "substitute");
  ASSERT_EQ(chain.size(), 2U);
  EXPECT_EQ(inside(chain[0], "name"), "Disa Ersättare");
  EXPECT_EQ(inside(chain[0], "inPlaceOf"), "FACT");
  EXPECT_EQ(inside(chain[0], "mandate"), "yes");
  EXPECT_EQ(inside(chain[0], "briefed"), true);
  EXPECT_EQ(inside(chain[1], "name"), "Embla Ersättare");
  EXPECT_EQ(inside(chain[1], "inPlaceOf"), "Disa Ersättare");
  EXPECT_EQ(inside(chain[1], "mandate"), "partly");
  EXPECT_EQ(inside(chain[1], "confirmed"), "2026-04-14T08:20:00+02:00");
  EXPECT_TRUE(extensions(fact, "no-show").empty());
  EXPECT_EQ(inside(extensions(fact, "attendance").at(0), "mark"), "substitute_present");
}

TEST(FhirSubstitutes, NamedByACalendarHaveNoMandateThatNobodyHasTold) {
  auto story = Exporting::of_text(
      summoned + "2026-03-03 10:00 mail name_substitute region contact=vera@skane.example\n");
  const Json fact = participant(story.bundle("x-1"), "FACT");
  EXPECT_EQ(fact.at("status"), "tentative");
  const Json link = extensions(fact, "substitute").at(0);
  EXPECT_EQ(inside(link, "contact"), "vera@skane.example");
  for (const char* untold : {"name", "role", "mandate", "briefed", "confirmed"}) {
    EXPECT_TRUE(inside(link, untold).is_null()) << untold;
  }
}

TEST(FhirNoShow, IsSaidOfWhoWasSummonedAndOfNobodyElse) {
  const Json nobody = Exporting::of_file("demo/04_cancelled_no_colleague").bundle("nv-2026-004");
  const Json clinic = participant(nobody, "Beroendemottagningen");
  EXPECT_EQ(clinic.at("status"), "declined");
  EXPECT_EQ(extensions(clinic, "no-show").at(0).at("valueCode"), "absent");
  EXPECT_TRUE(extensions(participant(nobody, "Helsingborg, Vuxen"), "no-show").empty());
  const Json sent = Exporting::of_file("demo/08_substitute_did_not_come").bundle("nv-2026-008");
  const Json sund = participant(sent, "Laro Sund Helsingborg");
  ASSERT_FALSE(sund.is_null());
  EXPECT_EQ(extensions(sund, "no-show").at(0).at("valueCode"), "substitute_absent");
}

TEST(FhirNoShow, IsNeverSaidOfWhoWasInvited) {
  auto story = Exporting::of_text(
      "case x number=x-1 parties helsingborg/vuxen, fk/helsingborg, anna, syster relative "
      "name=\"Siv Syster\"\n"
      "2026-03-02 09:00 coordinator record_consent until=2027-03-02\n"
      "2026-03-02 09:05 coordinator send_summons starts=2026-03-20T13:00 place=\"Stadshuset\"\n"
      "  purpose=\"Samordna stödet\" questions=\"Vem gör vad?\"\n"
      "2026-03-20 13:20 chair close_attendance helsingborg=present fk=absent syster=absent "
      "anna=absent\n");
  const Json bundle = story.bundle("x-1");
  for (const char* who : {"Försäkringskassan Helsingborg", "Siv Syster", "den enskilde"}) {
    const Json invited = participant(bundle, who);
    ASSERT_FALSE(invited.is_null()) << who;
    EXPECT_EQ(inside(extensions(invited, "attendance").at(0), "mark"), "absent");
    EXPECT_TRUE(extensions(invited, "no-show").empty()) << who;
  }
  EXPECT_EQ(one_of(bundle, "RelatedPerson").at("relationship")[0].at("text"), "närstående");
}

TEST(FhirAnswer, RegisteredAfterwardsTellsBothTimes) {
  auto story = Exporting::of_text(summoned +
                                  "2026-03-02 10:00 coordinator answer helsingborg attends\n"
                                  "2026-03-11 09:02 coordinator answer region cannot_come "
                                  "given_at=2026-03-05T10:15\n");
  const Json bundle = story.bundle("x-1");
  const Json fact = response_of(bundle, "FACT");
  const Json both = extensions(fact, "registered-afterwards").at(0);
  EXPECT_EQ(inside(both, "given"), "2026-03-05T10:15:00+01:00");
  EXPECT_EQ(inside(both, "registered"), "2026-03-11T09:02:00+01:00");
  EXPECT_EQ(fact.at("comment"), "kan inte komma");
  EXPECT_EQ(fact.at("participantStatus"), "declined");
  const Json other = response_of(bundle, "Helsingborg, Vuxen");
  EXPECT_TRUE(extensions(other, "registered-afterwards").empty());
}

std::string protected_story(const std::string& protection) {
  return "case x number=x-1 person.name=\"Anna Påhittad\" person.protection=" + protection +
         "\n  parties helsingborg/vuxen, region/fact, anna\n"
         "2026-03-02 09:00 coordinator record_consent until=2027-03-02\n"
         "2026-03-02 09:05 coordinator send_summons starts=2026-03-20T13:00 place=\"Gömstället\"\n"
         "  purpose=\"Samordna stödet\" questions=\"Vem gör vad?\" "
         "link=https://mote.example/hemligt\n"
         "2026-03-03 10:00 region name_substitute name=\"Vera Vikarie\" role=kurator "
         "contact=vera@skane.example mandate=yes\n";
}

TEST(FhirProtected, HasItsGradeOnEveryResourceAndNothingThatLeadsToAPlace) {
  const std::map<std::string, std::string> grades{{"none", "N"},
                                                  {"secrecy_mark", "R"},
                                                  {"protected_registration", "V"},
                                                  {"assumed_identity", "V"}};
  for (const auto& [protection, code] : grades) {
    auto story = Exporting::of_text(protected_story(protection));
    const Json bundle = story.bundle("x-1");
    EXPECT_EQ(bundle.at("meta").at("security")[0].at("code"), code);
    for (const Json& entry : bundle.at("entry")) {
      EXPECT_EQ(entry.at("resource").at("meta").at("security")[0].at("code"), code);
    }
    const std::string text = story.text("x-1");
    const bool is_open = protection == "none";
    for (const char* located : {"Gömstället", "vera@skane.example", "\"Location\"", "telecom"}) {
      EXPECT_EQ(text.find(located) != std::string::npos, is_open) << protection << located;
    }
    EXPECT_EQ(text.find("mote.example"), std::string::npos) << "a link lets one in";
  }
}

Instant utc(int month, int day, int hour, int minute, int second) {
  const std::chrono::year_month_day on{std::chrono::year{2026} / month / day};
  return Instant{std::chrono::sys_days{on}} + std::chrono::hours{hour} +
         std::chrono::minutes{minute} + std::chrono::seconds{second};
}

TEST(FhirTimes, HaveTheOffsetOfTheirMomentOnBothSidesOfBothChanges) {
  const Zone zone = stockholm();
  EXPECT_EQ(moment_text(zone, utc(3, 29, 0, 59, 59)), "2026-03-29T01:59:59+01:00");
  EXPECT_EQ(moment_text(zone, utc(3, 29, 1, 0, 0)), "2026-03-29T03:00:00+02:00");
  EXPECT_EQ(moment_text(zone, utc(10, 25, 0, 30, 0)), "2026-10-25T02:30:00+02:00");
  EXPECT_EQ(moment_text(zone, utc(10, 25, 1, 30, 0)), "2026-10-25T02:30:00+01:00");
  EXPECT_EQ(moment_text(zone, utc(1, 1, 0, 0, 0) + std::chrono::milliseconds{7}),
            "2026-01-01T01:00:00.007+01:00");
  const Zone west{{{Instant{}, -std::chrono::minutes{150}}}};
  EXPECT_EQ(moment_text(west, utc(1, 1, 0, 0, 0)), "2025-12-31T21:30:00-02:30");
}

TEST(FhirTimes, OfAMeetingAfterTheChangeAreThoseOfItsOwnDay) {
  auto story = Exporting::of_text(
      "case x number=x-1 parties helsingborg/vuxen, region/fact, anna\n"
      "2026-10-05 09:00 coordinator record_consent until=2027-03-02\n"
      "2026-10-05 09:05 coordinator send_summons starts=2026-10-26T13:00 place=\"Stadshuset\"\n"
      "  purpose=\"Samordna stödet\" questions=\"Vem gör vad?\"\n");
  const Json bundle = story.bundle("x-1");
  EXPECT_EQ(one_of(bundle, "Consent").at("dateTime"), "2026-10-05T09:00:00+02:00");
  EXPECT_EQ(one_of(bundle, "Appointment").at("start"), "2026-10-26T13:00:00+01:00");
}

}  // namespace
}  // namespace kallad::fhir
