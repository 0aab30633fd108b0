// Cases by an identity number: with a stated ground, only where the reader sees the number anyhow,
// and each search in the access log. Not the look-up itself: tests/adapters/store.
#include "tests/adapters/api/region_story.hpp"

namespace kallad::testing::case_search {
namespace {

constexpr const char* number = "19701063-2391";
constexpr const char* ground = "Den enskilde ringde om sitt möte";

Reply search(RegionStory& story, const Guest& who, const std::string& what = number,
             const std::string& why = ground) {
  return story.house.post(who, "/api/v1/case-search", {{"identity_number", what}, {"ground", why}});
}

std::size_t found(RegionStory& story, const Guest& who, const std::string& what = number) {
  const Reply reply = search(story, who, what);
  EXPECT_EQ(reply.status, 200U) << reply.text;
  return reply.body().value("cases", json::array()).size();
}

json logged(RegionStory& story) {
  return story.house.get(story.ada, "/api/v1/access-log").body()["rows"].at(0);
}

TEST(CaseSearch, FindsWhatItsReaderSees) {
  RegionStory story;
  story.open();
  EXPECT_EQ(found(story, story.siv), 1U);
  EXPECT_EQ(found(story, story.siv, "701063 2391"), 1U) << "ten digits of twelve";
  EXPECT_EQ(found(story, story.siv, "19121212-1212"), 0U);
  EXPECT_EQ(found(story, story.rut), 0U) << "no party yet";
  EXPECT_EQ(found(story, story.ove), 0U);
}

TEST(CaseSearch, TellsAPartyOnlyInsideTheConsent) {
  RegionStory story;
  story.summon();
  EXPECT_EQ(found(story, story.rut), 1U);
  const json one = search(story, story.rut).body()["cases"].at(0);
  EXPECT_EQ(one["sight"], "party");
  EXPECT_EQ(one["coordinator"], "helsingborg/vuxen");
  EXPECT_EQ(found(story, story.ove), 0U);
  EXPECT_EQ(search(story, story.ada).rule(), "position_missing");
}

TEST(CaseSearch, FindsNoClosedCase) {
  RegionStory story;
  story.open();
  story.house.must(story.siv, story.place + "/close_case", {{"reason", "opened_by_mistake"}});
  EXPECT_EQ(found(story, story.siv), 0U);
}

TEST(CaseSearch, WantsAGroundAndAWholeNumber) {
  RegionStory story;
  story.open();
  for (const char* why : {"", "   ", "abc", "rad ett\nrad två"})
    EXPECT_EQ(search(story, story.siv, number, why).rule(), "search_ground_missing") << why;
  EXPECT_EQ(search(story, story.siv, number, std::string(201, 'a')).rule(),
            "search_ground_missing");
  EXPECT_EQ(search(story, story.siv, number, "Gäller 701063-2391").rule(),
            "search_ground_has_number");
  EXPECT_EQ(search(story, story.siv, "1063-2391").rule(), "search_number_incomplete");
  EXPECT_EQ(search(story, story.siv, number, "Uppföljning 2026-03-20 kl. 13").status, 200U);
}

TEST(CaseSearch, IsLoggedWithItsGroundAlsoWhereNothingIsFound) {
  RegionStory story;
  story.open();
  const std::string id = story.place.substr(story.place.rfind('/') + 1);
  search(story, story.siv);
  EXPECT_EQ(logged(story)["kind"], "search");
  EXPECT_EQ(logged(story)["ground"], ground);
  EXPECT_EQ(logged(story)["outcome"], "shown");
  EXPECT_EQ(logged(story)["subject"], id);
  EXPECT_EQ(logged(story)["name"], "Siv Samordnare");
  search(story, story.ove);
  const json row = logged(story);
  EXPECT_EQ(row["name"], "Ove Utomstående");
  EXPECT_EQ(row["ground"], ground);
  EXPECT_EQ(row["outcome"], "refused");
  EXPECT_EQ(row["subject"], "") << "nothing tells that there is such a case";
  EXPECT_EQ(row.dump().find("2391"), std::string::npos);
}

TEST(CaseSearch, FindsOneCaseByItsOwnNumberForWhoSeesIt) {
  RegionStory story;
  story.summon();
  const std::string id = story.place.substr(story.place.rfind('/') + 1);
  const auto by_number = [&](const Guest& who, const std::string& asked) {
    const Reply reply = story.house.get(who, "/api/v1/case-search?number=" + asked);
    EXPECT_EQ(reply.status, 200U) << reply.text;
    return reply.body().value("cases", json::array());
  };
  std::string capitals = id;
  for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(by_number(story.siv, id).size(), 1U);
  EXPECT_EQ(by_number(story.siv, "%20" + capitals + "%20").size(), 1U);
  EXPECT_EQ(by_number(story.rut, id).at(0)["sight"], "party");
  EXPECT_EQ(by_number(story.ove, id).size(), 0U)
      << "not of the case, and not told that it is there";
  EXPECT_EQ(by_number(story.siv, id.substr(0, id.size() - 1)).size(), 0U) << "the whole number";
  EXPECT_EQ(by_number(story.siv, "").size(), 0U);
  EXPECT_EQ(story.house.get(story.ada, "/api/v1/case-search?number=" + id).status, 403U);
}

}  // namespace
}  // namespace kallad::testing::case_search
