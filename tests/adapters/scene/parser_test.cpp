// Mistakes in a story's text are found with their place, all of them, before anything is played.
// Not what lines mean: player_test.cpp.
#include <gtest/gtest.h>

#include "adapters/scene/text/parser.hpp"

namespace kallad::scene {
namespace {

/// The faults of a text as "LINE:COLUMN", with spaces between.
std::string places(std::string_view text) {
  std::string all;
  for (const Fault& fault : parse("a.scene", text).faults) {
    all += (all.empty() ? "" : " ") + std::to_string(fault.place.line) + ":" +
           std::to_string(fault.place.column);
  }
  return all;
}

template <class T>
const T& only(const Scene& scene) {
  return boost::variant2::get<T>(scene.lines.at(0).is);
}

TEST(SceneText, FaultsHaveLineAndColumn) {
  EXPECT_EQ(places("banan anna"), "1:1");
  EXPECT_EQ(places("# bara en kommentar\n\nuse"), "3:5");
  EXPECT_EQ(places("2026-02-30 09:00 clock"), "1:1") << "no such day";
  EXPECT_EQ(places("2026-03-02 24:00 clock"), "1:12") << "no such time";
  EXPECT_EQ(places("2026-03-02"), "1:12");
  EXPECT_EQ(places("2026-03-02 09:00"), "1:18");
  EXPECT_EQ(places("2026-03-02 09:00 region"), "1:25") << "no verb";
  EXPECT_EQ(places("2026-03-02 09:00 region answer !!"), "1:35") << "no rule";
  EXPECT_EQ(places("case"), "1:6");
  EXPECT_EQ(places("case anna banan parties region"), "1:11");
  EXPECT_EQ(places("case anna parties kind=unit"), "1:19");
  EXPECT_EQ(places("case anna at=igår"), "1:11");
  EXPECT_EQ(places("expect"), "1:8");
  EXPECT_EQ(places("clock stops"), "1:1");
}

TEST(SceneText, AllFaultsAreFound) {
  EXPECT_EQ(places("use\nbanan\n2026-13-01 09:00 clock\nexpect step meeting\nexpect no"),
            "1:5 2:1 3:1 5:11");
}

TEST(SceneText, ColumnsCountCharacters) {
  EXPECT_EQ(places("2026-03-02 09:00 mötesledare \"öppet"), "1:30");
}

TEST(SceneText, QuotesAndBracesMustEnd) {
  EXPECT_EQ(places("2026-03-02 09:00 a b purpose=\"x"), "1:30");
  EXPECT_EQ(places("2026-03-02 09:00 a b {\"x\": {}"), "1:22");
  EXPECT_EQ(places("2026-03-02 09:00 a b {\"x\": \"}\"}"), "");
}

TEST(SceneText, AFileThatIsNoUtf8IsRefusedByItsLine) {
  EXPECT_EQ(places("# ett\n2026-03-02 09:00 a b \xff"), "2:1");
}

TEST(SceneText, ALineGoesOnWhereTheNextBeginsWithASpace) {
  const Scene scene = parse("a.scene", "2026-03-02 09:00 region answer\n  attends # sagt\n -> x y");
  const auto& line = only<CommandLine>(scene);
  ASSERT_EQ(line.words.size(), 1U);
  EXPECT_EQ(line.words[0].text(), "attends");
  EXPECT_EQ(line.words[0].place, (Place{2, 3}));
  ASSERT_EQ(line.expected.names.size(), 2U);
  EXPECT_EQ(line.expected.names[1].text(), "y");
}

TEST(SceneText, CommasPartValuesOutsideQuotes) {
  const Scene scene = parse("a.scene", "2026-03-02 09:00 a b questions=\"x, y\",z,\"w\"");
  const auto& word = only<CommandLine>(scene).words.at(0);
  EXPECT_EQ(word.values, (std::vector<std::string>{"x, y", "z", "w"}));
}

TEST(SceneText, ACaseHeaderKnowsItsPartiesAndTheirWords) {
  const Scene scene = parse("a.scene",
                            "case anna kind=sip at=\"2026-03-01 08:00\" parties a/b summoned, c,\n"
                            "  far guardian invited -> case_opened");
  const auto& header = only<CaseLine>(scene);
  ASSERT_EQ(header.parties.size(), 3U);
  EXPECT_EQ(header.parties[0].id.text(), "a/b");
  EXPECT_EQ(header.parties[0].words.at(0).text(), "summoned");
  EXPECT_TRUE(header.parties[1].words.empty());
  EXPECT_EQ(header.parties[2].words.size(), 2U);
  EXPECT_TRUE(header.at.has_value());
  EXPECT_EQ(header.expected.names.size(), 1U);
}

TEST(SceneText, ACommaAfterAPartysNameBeginsTheNextParty) {
  const Scene scene = parse("a.scene", "case anna parties olle guardian name=\"Dag P\", anna");
  const auto& header = only<CaseLine>(scene);
  ASSERT_EQ(header.parties.size(), 2U);
  EXPECT_EQ(header.parties[0].words.at(1).text(), "Dag P");
  EXPECT_EQ(header.parties[1].id.text(), "anna");
}

TEST(SceneText, TheCaseOfALineIsTakenOutOfItsWords) {
  const Scene scene = parse("a.scene", "2026-03-02 09:00 region answer @bo attends");
  EXPECT_EQ(scene.lines.at(0).of_case, "bo");
  EXPECT_EQ(only<CommandLine>(scene).words.size(), 1U);
}

TEST(SceneText, ANameBecomesAnId) {
  EXPECT_EQ(stem_of("tests/scenes/Region sänder ingen.scene"), "region-s-nder-ingen");
  EXPECT_EQ(stem_of("a_b.scene"), "a_b");
  EXPECT_EQ(stem_of("/x/..scene"), "scene");
}

}  // namespace
}  // namespace kallad::scene
