// The access log handed out per person: by the auditor alone, with a stated ground, over all cases
// with the number, closed ones too. Not the document: tests/adapters/paper.
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::access_extract {
namespace {

constexpr const char* number = "19701063-2391";
constexpr const char* ground = "Begäran av den enskilde 2026-03-02";

Reply extract(RegionStory& story, const Guest& who, const std::string& of = number,
              const std::string& why = ground, const std::string& query = "?format=html") {
  return story.house.post(who, "/api/v1/access-log/extract" + query,
                          {{"identity_number", of}, {"ground", why}});
}

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

TEST(AccessExtract, TellsWhoHasLookedAtThePersonsCasesClosedOnesToo) {
  RegionStory story;
  story.summon();
  story.house.get(story.rut, story.place);
  story.house.get(story.ove, story.place);
  story.house.must(story.siv, story.place + "/close_case", {{"reason", "persons_wish"}});
  const Reply reply = extract(story, story.ada, "701063 2391");
  ASSERT_EQ(reply.status, 200U) << reply.text;
  EXPECT_TRUE(has(reply, "Rut Region"));
  EXPECT_TRUE(has(reply, "part i ärendet"));
  EXPECT_TRUE(has(reply, "Ove Utomstående")) << "who was refused has tried";
  EXPECT_TRUE(has(reply, "nekades"));
  EXPECT_FALSE(has(reply, "Anna Påhittad")) << "the auditor reads no case";
}

TEST(AccessExtract, IsAPdfAndInEnglishWhereThatIsAskedFor) {
  RegionStory story;
  story.open();
  story.house.get(story.siv, story.place);
  EXPECT_TRUE(
      has(extract(story, story.ada, number, ground, "?format=html&lang=en"), "coordinating unit"));
  const Reply pdf = extract(story, story.ada, number, ground, "");
  EXPECT_EQ(pdf.header("content-type"), "application/pdf");
  EXPECT_EQ(pdf.text.substr(0, 5), "%PDF-");
}

TEST(AccessExtract, HasNothingOfOtherPersons) {
  RegionStory story;
  story.open();
  story.house.get(story.siv, story.place);
  const Reply reply = extract(story, story.ada, "19121212-1212");
  EXPECT_EQ(reply.status, 200U);
  EXPECT_FALSE(has(reply, "Siv Samordnare"));
  EXPECT_TRUE(has(reply, "Ingen öppning"));
}

TEST(AccessExtract, IsTheAuditorsAloneAndWantsAGround) {
  RegionStory story;
  story.open();
  for (const Guest* who : {&story.siv, &story.rut, &story.ove})
    EXPECT_EQ(extract(story, *who).rule(), "position_missing");
  EXPECT_EQ(extract(story, story.ada, number, "").rule(), "search_ground_missing");
  EXPECT_EQ(extract(story, story.ada, "2391").rule(), "search_number_incomplete");
}

TEST(AccessExtract, IsLoggedOnTheCaseWithoutTheNumber) {
  RegionStory story;
  story.open();
  story.house.get(story.siv, story.place);
  extract(story, story.ada);
  const auto row = [&] {
    return story.house.get(story.ada, "/api/v1/access-log").body()["rows"].at(0);
  };
  EXPECT_EQ(row()["kind"], "access_extract");
  EXPECT_EQ(row()["ground"], ground);
  EXPECT_EQ(row()["subject"], story.place.substr(story.place.rfind('/') + 1));
  EXPECT_EQ(row().dump().find("2391"), std::string::npos);
  extract(story, story.ada, "19121212-1212");
  EXPECT_EQ(row()["subject"], "");
  EXPECT_EQ(row()["outcome"], "refused");
}

}  // namespace
}  // namespace kallad::testing::access_extract
