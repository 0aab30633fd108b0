// What holds for every export: the same bytes each time, references that lead somewhere, nothing
// empty, nothing of deficiencies. Asked of every case of the demo stories.
// Not single values: plan_test.cpp and meetings_test.cpp.
#include <algorithm>
#include <set>

#include "tests/adapters/fhir/exporting.hpp"

namespace kallad::fhir {
namespace {

/// The demo stories with the cases that are theirs.
const std::map<std::string, std::vector<std::string>>& demo() {
  static const auto stories = [] {
    std::map<std::string, std::vector<std::string>> found;
    for (const auto& each :
         std::filesystem::directory_iterator{KALLAD_SOURCE_DIR "/tests/scenes/demo"}) {
      const std::string name = each.path().stem();
      found["demo/" + name] = {"nv-2026-0" + name.substr(0, 2)};
    }
    found["demo/00_long_ago"] = {"nv-2019-001"};
    found["demo/17_under_way_at_new_year"] = {"nv-2026-017", "nv-2026-018", "nv-2026-019",
                                              "nv-2026-020"};
    return found;
  }();
  return stories;
}

void look_at(const Json& value, const std::set<std::string>& addresses) {
  ASSERT_FALSE(value.is_null());
  if (value.is_string()) {
    EXPECT_FALSE(value.get<std::string>().empty());
  } else if (value.is_structured()) {
    EXPECT_FALSE(value.empty());
    if (value.is_object() && value.contains("reference") && value.at("reference").is_string()) {
      EXPECT_TRUE(addresses.contains(value.at("reference"))) << value;
    }
    for (const auto& [key, one] : value.items()) look_at(one, addresses);
  }
}

TEST(FhirBundle, HasEveryResourceOnceAndNothingEmptyAndReferencesThatLeadSomewhere) {
  for (const auto& [story, cases] : demo()) {
    auto exporting = Exporting::of_file(story);
    for (const std::string& id : cases) {
      const Json bundle = exporting.bundle(id);
      EXPECT_EQ(bundle.at("type"), "collection");
      std::set<std::string> addresses;
      for (const Json& entry : bundle.at("entry")) {
        EXPECT_TRUE(addresses.insert(entry.at("fullUrl")).second) << "twice";
        EXPECT_EQ(entry.at("fullUrl"),
                  "urn:uuid:" + entry.at("resource").at("id").get<std::string>());
      }
      look_at(bundle, addresses);
      EXPECT_EQ(all_of(bundle, "CarePlan").size(), 1U);
      EXPECT_EQ(all_of(bundle, "Patient").size(), 1U);
    }
  }
}

TEST(FhirBundle, OfTheSameCaseIsTheSameByteForByte) {
  for (const char* story : {"demo/01_all_goes_well", "demo/16_moved_in_time"}) {
    const std::string id = demo().at(story).front();
    auto one = Exporting::of_file(story);
    const std::string text = one.text(id);
    EXPECT_EQ(one.text(id), text);
    EXPECT_EQ(Exporting::of_file(story).text(id), text) << "another store";
  }
}

TEST(FhirBundle, HasAddressesAnybodyCanReckon) {
  const Json bundle = Exporting::of_file("demo/01_all_goes_well").bundle("nv-2026-001");
  // uuid5(NAMESPACE_URL, "https://kallad.se/fhir/case/nv-2026-001#patient"), by Python's uuid.
  EXPECT_EQ(one_of(bundle, "Patient").at("id"), "df9812e7-124a-5412-9aca-4acb840fabd5");
}

TEST(FhirBundle, TellsNothingOfDeficiencies) {
  for (const auto& [story, words] : std::map<std::string, std::vector<std::string>>{
           {"demo/04_cancelled_no_colleague", {"avbokade dagen före", "Ylva Chef"}},
           {"demo/15_consent_withdrawn", {"ingen kom", "Åke Chef"}}}) {
    const std::string text = Exporting::of_file(story).text(demo().at(story).front());
    for (const std::string& word : words) EXPECT_EQ(text.find(word), std::string::npos) << word;
  }
}

TEST(FhirBundle, HasOnlyExtensionsThatAreDescribed) {
  std::set<std::string> described{"http://hl7.org/fhir/StructureDefinition/data-absent-reason"};
  for (const auto& each : std::filesystem::directory_iterator{KALLAD_SOURCE_DIR "/schemas/fhir"}) {
    described.insert("https://kallad.se/fhir/StructureDefinition/" + each.path().stem().string());
  }
  std::set<std::string> used;
  for (const auto& [story, cases] : demo()) {
    const std::string text = Exporting::of_file(story).text(cases.front());
    for (auto at = text.find("/StructureDefinition/"); at != std::string::npos;
         at = text.find("/StructureDefinition/", at + 1)) {
      const auto from = text.rfind('"', at) + 1;
      used.insert(text.substr(from, text.find('"', at) - from));
    }
  }
  EXPECT_EQ(used, described);
}

}  // namespace
}  // namespace kallad::fhir
