// The search as a page: by identity number a reason is wanted, what is found leads to its case, and
// the number is not sent back with it. Not who finds what: tests/adapters/api.
#include <gtest/gtest.h>

#include "tests/adapters/api/region_story.hpp"
#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing::search_testing {

namespace {

bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

Fields asked(const std::string& number, const std::string& ground) {
  return {{"identity_number", number}, {"ground", ground}, {"key", "a-key-of-its-own"}};
}

TEST(SearchPage, FindsACaseWithAReason) {
  RegionStoryIn<WebHouse> story;
  story.open();
  EXPECT_EQ(story.house.see(story.siv, "/search").status, 200U);
  EXPECT_TRUE(has(story.house.see(story.siv, "/"), "href=\"/search\""));
  const Reply found =
      story.house.send(story.siv, "/search", asked("19701063-2391", "Hon ringde om mötet"));
  EXPECT_EQ(found.status, 200U);
  EXPECT_TRUE(has(found, story.place.substr(story.place.rfind('/') + 1)));
  EXPECT_FALSE(has(found, "2391")) << "the number is not sent back";
  EXPECT_FALSE(has(found, "Påhittad"));
  const Reply none =
      story.house.send(story.ove, "/search", asked("19701063-2391", "Hon ringde om mötet"));
  EXPECT_TRUE(has(none, "Det finns inget pågående ärende"));
}

TEST(SearchPage, SaysWhatIsMissingAtItsField) {
  RegionStoryIn<WebHouse> story;
  const Reply no = story.house.send(story.siv, "/search", asked("1970", ""));
  EXPECT_EQ(no.status, 422U);
  EXPECT_TRUE(has(no, "id=\"identity_number-error\""));
  EXPECT_TRUE(has(no, "id=\"ground-error\""));
  EXPECT_TRUE(has(no, "value=\"1970\"")) << "nothing that was typed is lost";
}

TEST(SearchPage, FindsByWordsThatStandInNoAddress) {
  RegionStoryIn<WebHouse> story;
  story.open();
  const std::string id = story.place.substr(story.place.rfind('/') + 1);
  const auto words = [&](const Guest& who, const std::string& typed) {
    return story.house.send(who, "/search",
                            {{"act", "words"}, {"text", typed}, {"key", "another-key"}});
  };
  const Reply found = words(story.siv, "helsingborg förberedelse");
  EXPECT_EQ(found.status, 200U);
  EXPECT_TRUE(has(found, "href=\"/cases/" + id + "\""));
  EXPECT_TRUE(has(found, "Antal ärenden med orden: 1"));
  EXPECT_FALSE(has(found, "Påhittad"));
  EXPECT_TRUE(has(found, "method=\"post\" action=\"/search\"")) << "words are sent, not addressed";
  EXPECT_TRUE(has(words(story.ove, "helsingborg"), "Inget ärende som du får se"));
  EXPECT_TRUE(has(words(story.siv, "Påhittad"), "Inget ärende som du får se"));
  const Reply no = words(story.siv, "*");
  EXPECT_EQ(no.status, 422U);
  EXPECT_TRUE(has(no, "Skriv ett till tolv ord"));
}

TEST(SearchPage, LeadsToACaseByItsNumber) {
  RegionStoryIn<WebHouse> story;
  story.open();
  const std::string id = story.place.substr(story.place.rfind('/') + 1);
  const Reply found = story.house.see(story.siv, "/search?number=+" + id);
  EXPECT_TRUE(has(found, "href=\"/cases/" + id + "\""));
  EXPECT_FALSE(has(found, "Påhittad"));
  const Reply none = story.house.see(story.ove, "/search?number=" + id);
  EXPECT_TRUE(has(none, "Det finns inget ärende med numret " + id));
  EXPECT_FALSE(has(none, "href=\"/cases/"));
}

TEST(SearchPage, FindsANumberAndWordsInOneFieldAndNarrowsThem) {
  RegionStoryIn<WebHouse> story;
  story.open();
  const std::string id = story.place.substr(story.place.rfind('/') + 1);
  const auto asked_for = [&](const std::string& typed, const std::string& step,
                             const std::string& closed) {
    return story.house.send(story.siv, "/search",
                            {{"act", "words"},
                             {"text", typed},
                             {"step", step},
                             {"closed", closed},
                             {"key", "one-field"}});
  };
  const std::string line = "href=\"/cases/" + id + "\"";
  EXPECT_TRUE(has(asked_for(id, "", ""), line));
  EXPECT_TRUE(has(asked_for("", "preparation", ""), line)) << "a choice is enough";
  EXPECT_TRUE(has(asked_for("helsingborg", "preparation", "false"), line));
  EXPECT_FALSE(has(asked_for("helsingborg", "meeting", ""), line));
  const Reply closed = asked_for(id, "", "true");
  EXPECT_FALSE(has(closed, line));
  EXPECT_TRUE(has(closed, "<option value=\"true\" selected>")) << "what was chosen stays";
  EXPECT_EQ(asked_for("", "", "").status, 422U);
}

}  // namespace
}  // namespace kallad::testing::search_testing
