// The plan, its goals and tasks, the patient, the consent and who spoke last, as FHIR has them.
// Not whether it is FHIR at all: tests/browser/fhir_test.mjs asks a validator that is not ours.
#include "tests/adapters/fhir/exporting.hpp"

namespace kallad::fhir {
namespace {

constexpr const char* northwest =
    "case x number=x-1 person.name=\"Anna Påhittad\"\n"
    "  parties helsingborg/vuxen, region/fact, anna\n";

Json note_texts(const Json& resource) {
  Json texts = Json::array();
  const Json notes = resource.value("note", Json::array());
  for (const Json& each : notes) texts.push_back(each.at("text"));
  return texts;
}

TEST(FhirPlan, IsCompletedWithItsGoalsAndTasksWhenAllWentWell) {
  const Json bundle = Exporting::of_file("demo/01_all_goes_well").bundle("nv-2026-001");
  const Json plan = one_of(bundle, "CarePlan");
  EXPECT_EQ(plan.at("status"), "completed");
  EXPECT_EQ(plan.at("intent"), "plan");
  EXPECT_EQ(plan.at("category")[0].at("coding")[0].at("code"), "SIP");
  EXPECT_EQ(plan.at("identifier")[0].at("value"), "nv-2026-001");
  EXPECT_EQ(plan.at("period").at("start"), "2026-02-03T14:05:00+01:00");
  EXPECT_EQ(plan.at("period").at("end"), "2026-10-20T09:00:00+02:00");
  EXPECT_EQ(note_texts(plan),
            Json::array({"Insatser som behövs: Boendestöd, behandling, hjälp vid oro",
                         "Insatser som Helsingborgs stad svarar för: Boendestöd och medicin",
                         "Insatser som Region Skåne svarar för: Behandling",
                         "Åtgärder av andra: inga", "Övergripande ansvar: Helsingborgs stad"}));
  const auto goals = all_of(bundle, "Goal");
  ASSERT_EQ(goals.size(), 2U);
  EXPECT_EQ(goals[0].at("lifecycleStatus"), "completed");
  EXPECT_EQ(goals[0].at("achievementStatus").at("coding")[0].at("code"), "achieved");
  EXPECT_EQ(goals[1].at("achievementStatus").at("coding")[0].at("code"), "in-progress");
  EXPECT_EQ(goals[1].at("achievementStatus").at("text"), "delvis uppnått");
  EXPECT_EQ(led_to(bundle, goals[0].at("expressedBy")).at("resourceType"), "Patient");
  EXPECT_FALSE(goals[1].contains("expressedBy")) << "not the person's own words";
}

TEST(FhirPlan, TellsOfEachActivityWhoDoesItByWhenAndHowItStands) {
  const Json bundle = Exporting::of_file("demo/01_all_goes_well").bundle("nv-2026-001");
  const auto tasks = all_of(bundle, "Task");
  ASSERT_EQ(tasks.size(), 2U);
  EXPECT_EQ(tasks[1].at("status"), "completed");
  EXPECT_EQ(tasks[1].at("lastModified"), "2026-02-26T15:00:00+01:00");
  EXPECT_EQ(tasks[1].at("restriction").at("period").at("end"), "2026-02-27");
  EXPECT_EQ(note_texts(tasks[1]), Json::array({"Ny tid i maj"}));
  const Json owner = led_to(bundle, tasks[1].at("owner"));
  EXPECT_EQ(owner.at("resourceType"), "Organization");
  EXPECT_EQ(led_to(bundle, owner.at("partOf")).at("name"), "Region Skåne");
  const Json detail = one_of(bundle, "CarePlan").at("activity")[1].at("detail");
  EXPECT_EQ(detail.at("status"), "completed");
  EXPECT_EQ(detail.at("description"), "Läkarbesök om sömnen");
  EXPECT_EQ(detail.at("scheduledPeriod"), (Json{{"end", "2026-02-27"}}));
  EXPECT_EQ(detail.at("performer")[1].at("display"), "Lo Läkare");
  EXPECT_EQ(led_to(bundle, detail.at("goal")[0]).at("description").at("text"),
            "Sova minst sex timmar per natt");
}

TEST(FhirPlan, FollowsTheStep) {
  auto story = Exporting::of_text(
      "case a number=a parties helsingborg/vuxen, region/fact, a\n"
      "case b number=b parties helsingborg/vuxen, region/fact, b\n"
      "2026-03-02 09:00 coordinator @b close_case opened_by_mistake\n");
  EXPECT_EQ(one_of(story.bundle("a"), "CarePlan").at("status"), "draft");
  EXPECT_FALSE(one_of(story.bundle("a"), "CarePlan").contains("period")) << "nobody has agreed";
  EXPECT_EQ(one_of(story.bundle("b"), "CarePlan").at("status"), "entered-in-error");
  auto lapsed = Exporting::of_file("demo/15_consent_withdrawn");
  EXPECT_EQ(one_of(lapsed.bundle("nv-2026-015"), "CarePlan").at("status"), "revoked");
  EXPECT_EQ(one_of(lapsed.bundle("nv-2026-015"), "CareTeam").at("status"), "inactive");
}

TEST(FhirPlan, OfAStandingCoordinationMeetingIsNoSip) {
  const Json bundle = Exporting::of_file("demo/13_standing_coordination").bundle("nv-2026-013");
  const Json category = one_of(bundle, "CarePlan").at("category")[0].at("coding")[0];
  EXPECT_EQ(category.at("code"), "coordination");
}

TEST(FhirPatient, HasTheNumberUnderWhatItIsAndNothingReadOutOfIt) {
  const Json bundle = Exporting::of_file("demo/01_all_goes_well").bundle("nv-2026-001");
  const Json patient = one_of(bundle, "Patient");
  EXPECT_EQ(patient.at("name")[0].at("text"), "Anna Påhittad");
  EXPECT_EQ(patient.at("identifier")[0].at("system"),
            "http://electronichealth.se/identifier/samordningsnummer");
  EXPECT_EQ(patient.at("identifier")[0].at("value"), "197010632391");
  EXPECT_FALSE(patient.contains("birthDate"));
  EXPECT_FALSE(patient.contains("gender"));
  auto other = Exporting::of_text(
      "case c number=c person.identity_number=121212-1212 parties helsingborg/vuxen, c\n");
  const Json number = one_of(other.bundle("c"), "Patient").at("identifier")[0];
  EXPECT_EQ(number, (Json{{"value", "121212-1212"}})) << "no century is guessed";
}

TEST(FhirConsent, TellsWhoGaveItUntilWhenAndWhoIsExcepted) {
  auto story = Exporting::of_text(
      "case x number=x-1 parties helsingborg/vuxen, region/fact, region/beroendemottagning, x\n"
      "2026-03-02 09:00 coordinator record_consent covers=helsingborg,region\n"
      "  except=region/beroendemottagning not_shared=\"Missbruket\" until=2027-03-02\n");
  const Json bundle = story.bundle("x-1");
  const Json consent = one_of(bundle, "Consent");
  EXPECT_EQ(consent.at("status"), "active");
  EXPECT_EQ(consent.at("scope").at("coding")[0].at("code"), "patient-privacy");
  EXPECT_EQ(consent.at("dateTime"), "2026-03-02T09:00:00+01:00");
  const Json& provision = consent.at("provision");
  EXPECT_EQ(provision.at("type"), "permit");
  EXPECT_EQ(provision.at("period"), (Json{{"start", "2026-03-02"}, {"end", "2027-03-02"}}));
  EXPECT_EQ(led_to(bundle, provision.at("actor")[1].at("reference")).at("name"), "Region Skåne");
  const Json& denied = provision.at("provision")[0];
  EXPECT_EQ(denied.at("type"), "deny");
  EXPECT_EQ(denied.at("actor")[0].at("reference").at("display"), "Beroendemottagningen");
  EXPECT_EQ(story.text("x-1").find("Missbruket"), std::string::npos) << "what may not be shared";
}

TEST(FhirConsent, IsInactiveFromTheMomentItIsWithdrawnAndActiveWhenGivenAnew) {
  const std::string given = "2026-03-02 09:00 coordinator record_consent until=2027-03-02\n";
  const std::string withdrawn = "2026-04-01 10:00 anna withdraw_consent\n";
  const auto consent_of = [](const std::string& lines) {
    return one_of(Exporting::of_text(northwest + lines).bundle("x-1"), "Consent");
  };
  EXPECT_TRUE(consent_of("").is_null()) << "nothing was recorded, so nothing is told";
  const Json refused = consent_of(given + withdrawn);
  EXPECT_EQ(refused.at("status"), "inactive");
  EXPECT_EQ(refused.at("provision").at("period").at("end"), "2026-04-01T10:00:00+02:00");
  const Json anew = consent_of(given + withdrawn +
                               "2026-04-02 10:00 coordinator record_consent until=2027-04-01\n");
  EXPECT_EQ(anew.at("status"), "active");
  EXPECT_EQ(anew.at("dateTime"), "2026-04-02T10:00:00+02:00");
}

TEST(FhirProvenance, TellsWhoRecordedTheLastFact) {
  const Json bundle = Exporting::of_file("demo/01_all_goes_well").bundle("nv-2026-001");
  const Json last = one_of(bundle, "Provenance");
  EXPECT_EQ(last.at("recorded"), "2026-10-20T09:00:00+02:00");
  EXPECT_EQ(last.at("activity").at("coding")[0].at("code"), "case_closed");
  EXPECT_EQ(last.at("agent")[0].at("who").at("display"), "Kim Samordnare");
  EXPECT_EQ(led_to(bundle, last.at("target")[0]).at("resourceType"), "CarePlan");
  EXPECT_EQ(led_to(bundle, last.at("agent")[0].at("onBehalfOf")).at("name"), "Helsingborg, Vuxen");
}

}  // namespace
}  // namespace kallad::fhir
