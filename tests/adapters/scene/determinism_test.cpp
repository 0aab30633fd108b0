// The same story gives the same log word for word; played again into the same store it stores
// nothing; two stories in one store do not touch each other's cases.
// Held side by side is what the events say: their bytes are sealed with keys of each store's own.
#include <gtest/gtest.h>

#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "tests/adapters/scene/playing.hpp"

namespace kallad::scene {
namespace {

/// A story with clock lines, refusals, a withdrawal and time that runs on.
std::string long_story() {
  return summoned() + R"(
2026-03-04 10:00 helsingborg answer attends -> seat_answered
2026-03-04 10:01 coordinator answer anna attends_digitally -> seat_answered
2026-03-05 10:00 chair open_meeting !! meeting_has_not_started
2026-03-10 00:00 clock
2026-03-10 08:00 region answer cannot_come
expect seat region answered
2026-03-20 13:05 chair open_meeting -> meeting_opened
2026-03-20 15:00 chair close_attendance region=absent helsingborg=present
2026-03-20 15:30 anna withdraw_consent -> consent_withdrawn
2026-03-20 15:31 coordinator send_summons starts=2026-04-20T13:00 purpose="x" questions="y"
  !! not_in_this_step
2026-06-01 00:00 clock
)";
}

TEST(SceneDeterminism, TheSameStoryTwiceIsTheSameLog) {
  Playing first;
  Playing second;
  const auto report = first.kept(long_story());
  ASSERT_TRUE(report.is_good()) << text_of(report);
  second.kept(long_story());
  EXPECT_GT(verify(first.place()).events, 70);
  EXPECT_EQ(first.told(), second.told());
}

TEST(SceneDeterminism, PlayedAgainEverythingIsRepeated) {
  Playing playing;
  const auto first = playing.kept(long_story());
  ASSERT_TRUE(first.is_good()) << text_of(first);
  const std::string told = playing.told();
  const auto again = playing.kept(long_story());
  EXPECT_TRUE(again.is_good()) << text_of(again);
  EXPECT_EQ(again.accepted, 0U);
  EXPECT_EQ(again.refused, 1U) << "the last one, said where the log ends";
  EXPECT_EQ(again.repeated, first.accepted);
  EXPECT_EQ(again.skipped, 2U) << "a refusal and an expectation have nothing stored";
  EXPECT_EQ(playing.told(), told);
}

TEST(SceneDeterminism, AStoryThatHasGrownGoesOnWhereItWas) {
  Playing playing;
  const auto first = playing.kept(long_story());
  const auto again = playing.kept(
      long_story() + "2026-06-02 09:00 coordinator close_case consent_withdrawn -> case_closed\n");
  EXPECT_TRUE(again.is_good()) << text_of(again);
  EXPECT_EQ(again.accepted, 1U);
}

TEST(SceneDeterminism, AnotherStoryUnderTheSameNameIsTold) {
  Playing playing;
  playing.kept(long_story());
  const std::string told = playing.told();
  const std::string answer =
      "2026-03-04 10:00 helsingborg answer attends_digitally -> seat_answered\n";
  const auto other = playing.kept(summoned() + "\n" + answer);
  ASSERT_EQ(other.failures.size(), 1U) << text_of(other);
  EXPECT_NE(other.failures[0].got.find("command_id_reused"), std::string::npos);
  const auto moved = playing.kept(summoned() + answer);
  ASSERT_EQ(moved.failures.size(), 1U) << text_of(moved);
  EXPECT_NE(moved.failures[0].got.find("en annan berättelse"), std::string::npos);
  EXPECT_EQ(playing.told(), told);
}

/// The events of a story's case: names and times.
std::string told(const Playing& playing, const std::string& stream) {
  Reader reader{playing.place()};
  std::string all;
  reader.read(stream, [&](const EventView& event, const ShortDigest&) {
    all += std::string{event.type} + "@" + iso(event.at) + " ";
  });
  return all;
}

TEST(SceneDeterminism, StoriesInOneStoreLeaveEachOtherAlone) {
  Playing both;
  Playing one;
  const std::string early = summoned();
  ASSERT_TRUE(both.kept(early, "early").is_good());
  ASSERT_TRUE(both.kept(long_story(), "late").is_good());
  ASSERT_TRUE(one.kept(early, "early").is_good());
  EXPECT_EQ(told(both, "early/anna"), told(one, "early/anna"));
  EXPECT_NE(told(both, "late/anna"), "");
}

TEST(SceneDeterminism, SeveralCasesInOneStoryKeepApart) {
  Playing playing;
  const auto report = playing.alone(R"(use northwest_skane.scene
case anna person="Anna Exempel",19121212-1212 parties helsingborg/vuxen, anna
case bo number=2026-017 person="Bo Exempel" parties landskrona/vuxen, region/fact, bo
2026-03-02 09:00 coordinator @anna record_consent -> consent_given
2026-03-02 09:01 coordinator record_consent until=2026-09-01 -> consent_given
expect consent until=2026-09-01
expect id 2026-017
expect consent @anna until=none
)");
  EXPECT_TRUE(report.is_good()) << text_of(report);
}

}  // namespace
}  // namespace kallad::scene
