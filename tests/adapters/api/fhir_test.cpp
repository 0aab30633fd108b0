// A case exported as FHIR over the API: who may, that each export is in the access log, and that
// nobody gets more than the case shows them.
// Not the mapping: tests/adapters/fhir. Rule kept (domain 6): one's own contact details and the
// consent's givers stay with who coordinates; after a withdrawal a party has what it had.
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing {
namespace {

json bundle_for(ApiHouse& house, const Guest& who, const std::string& place) {
  const Reply reply = house.get(who, place + "/fhir");
  EXPECT_EQ(reply.status, 200U) << reply.text;
  EXPECT_EQ(reply.header("content-type"), "application/fhir+json");
  return reply.status == 200 ? reply.body() : json::object();
}

json first_of(const json& bundle, const std::string& kind) {
  const json entries = bundle.value("entry", json::array());
  for (const json& entry : entries) {
    if (entry["resource"]["resourceType"] == kind) return entry["resource"];
  }
  return {};
}

AccessRow last_row(ApiHouse& house) { return house.access_reader().page({}, 1, {}).rows.at(0); }

TEST(ApiFhir, IsForWhoHasTheCasesDocumentsAndEachExportIsLogged) {
  RegionStory story;
  story.summon();
  for (const Guest* who : {&story.siv, &story.rut}) {
    const json bundle = bundle_for(story.house, *who, story.place);
    EXPECT_EQ(bundle["resourceType"], "Bundle");
    const AccessRow row = last_row(story.house);
    EXPECT_EQ(row.opening.kind, "fhir");
    EXPECT_EQ(row.opening.outcome, "shown");
  }
  const Reply outside = story.house.get(story.ove, story.place + "/fhir");
  EXPECT_EQ(outside.rule(), "no_such_case");
  EXPECT_EQ(last_row(story.house).opening.outcome, "refused");
  EXPECT_EQ(story.house.get(story.siv, "/api/v1/cases/finns-inte/fhir").rule(), "no_such_case");
  EXPECT_EQ(story.house.ask("GET", story.place + "/fhir").status, 401U);
}

TEST(ApiFhir, GivesAPartyNeitherOthersContactsNorGiversNorTheirStaffsNames) {
  RegionStory story;
  story.summon();
  story.house.must(story.siv, story.place + "/name_substitute",
                   {{"party", "helsingborg/vuxen"},
                    {"substitute",
                     {{"name", "Vera Vikarie"},
                      {"role", "kurator"},
                      {"contact", "vera@helsingborg.example"},
                      {"mandate", "yes"},
                      {"briefed", true}}}});
  const json whole = bundle_for(story.house, story.siv, story.place);
  const json party = bundle_for(story.house, story.rut, story.place);
  EXPECT_NE(whole.dump().find("vera@helsingborg.example"), std::string::npos);
  EXPECT_EQ(party.dump().find("vera@helsingborg.example"), std::string::npos);
  EXPECT_NE(party.dump().find("Vera Vikarie"), std::string::npos) << "who comes is everybody's";
  EXPECT_TRUE(first_of(whole, "Consent").contains("performer"));
  EXPECT_FALSE(first_of(party, "Consent").contains("performer"));
  const json told = first_of(whole, "Provenance")["agent"][0];
  const json untold = first_of(party, "Provenance")["agent"][0];
  EXPECT_EQ(told["who"]["display"], "Siv Samordnare");
  EXPECT_EQ(untold["who"]["display"], "deltagare");
  EXPECT_FALSE(untold.contains("onBehalfOf"));
}

TEST(ApiFhir, GivesAPartyWhatItHadWhenConsentWasWithdrawn) {
  RegionStory story;
  story.summon();
  story.pass(1h);
  story.house.must(story.siv, story.place + "/withdraw_consent",
                   {{"by", "Anna Påhittad"}, {"capacity", "person"}});
  const json before = bundle_for(story.house, story.rut, story.place);
  story.pass(24h);
  story.house.must(story.siv, story.place + "/close_case", {{"reason", "consent_withdrawn"}});
  EXPECT_EQ(bundle_for(story.house, story.rut, story.place).dump(), before.dump());
  const json whole = bundle_for(story.house, story.siv, story.place);
  EXPECT_EQ(first_of(whole, "CarePlan")["status"], "revoked");
  EXPECT_EQ(first_of(whole, "Consent")["status"], "inactive");
  EXPECT_NE(first_of(before, "CarePlan")["status"], "revoked");
}

TEST(ApiFhir, OfAProtectedCaseIsForNamedStaffAndMarkedAsSuch) {
  RegionStory story;
  json body = story.opening();
  body["person"]["protection"] = "protected_registration";
  const std::string place = story.house.say(story.siv, "/api/v1/cases", body).header("location");
  const json bundle = bundle_for(story.house, story.siv, place);
  EXPECT_EQ(bundle["meta"]["security"][0]["code"], "V");
  const Guest eva = story.house.invite("eva", "Eva Ej", "helsingborg/vuxen", {"coordinator"});
  EXPECT_EQ(story.house.get(eva, place + "/fhir").rule(), "no_such_case");
}

}  // namespace
}  // namespace kallad::testing
