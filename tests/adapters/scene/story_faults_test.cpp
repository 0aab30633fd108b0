// A story that makes no sense is told with line and column: unknown verbs, fields, events, actors.
// Not wrong expectations: a story with faults has none.
#include <gtest/gtest.h>

#include "tests/adapters/scene/playing.hpp"

namespace kallad::scene {
namespace {

/// "LINE:COLUMN text" of the only fault of a story that goes on from `summoned` at line 8.
std::string fault(const std::string& line) {
  Playing playing;
  const auto report = playing.alone(summoned() + line);
  if (report.faults.size() != 1) return text_of(report) + "(not one fault)";
  const Fault& found = report.faults[0].fault;
  return std::to_string(found.place.line) + ":" + std::to_string(found.place.column) + " " +
         found.what;
}

TEST(StoryFaults, UnknownWordsAreFoundWithTheNearestKnown) {
  EXPECT_EQ(fault("2026-03-04 10:00 region anser attends"),
            "8:25 kommandot anser finns inte (menade du \"answer\"?)");
  EXPECT_EQ(fault("2026-03-04 10:00 region answer attens"),
            "8:32 \"attens\" passar inte in här (menade du \"attends\"?)");
  EXPECT_EQ(fault("2026-03-04 10:00 region answer attends -> seat_answerd"),
            "8:43 händelsen seat_answerd finns inte (menade du \"seat_answered\"?)");
  EXPECT_EQ(fault("2026-03-04 10:00 region answer attends !! attendance_closed"),
            "8:43 regeln attendance_closed finns inte (menade du \"attendance_is_closed\"?)");
  EXPECT_EQ(fault("expect saet region"), "8:8 expect känner inte saet (menade du \"seat\"?)");
  EXPECT_EQ(fault("expect seat region stat=sent"),
            "8:20 fältet stat finns inte här (menade du \"state\"?)");
  EXPECT_TRUE(fault("2026-03-04 10:00 regoin answer attends")
                  .starts_with("8:18 \"regoin\" är varken roll, part eller enhet"));
}

TEST(StoryFaults, AMisspeltFieldIsNoParty) {
  EXPECT_TRUE(fault("2026-03-04 10:00 chair close_attendance regoin=present")
                  .starts_with("8:41 fältet regoin finns inte här"));
}

TEST(StoryFaults, ACaseMustBeThere) {
  EXPECT_EQ(fault_place("2026-03-04 10:00 region answer attends"), "1:1");
  EXPECT_EQ(fault("2026-03-04 10:00 region answer attends @ana"),
            "8:1 ärendet ana finns inte här (menade du \"anna\"?)");
}

TEST(StoryFaults, ACaseNeedsANameThatIsAnId) {
  EXPECT_EQ(fault_place("case Anna parties anna\n2026-03-04 10:00 clock"), "1:6");
  EXPECT_EQ(fault_place("case anna number=register parties anna\n2026-03-04 10:00 clock"), "1:6");
}

TEST(StoryFaults, TimeGoesForward) {
  EXPECT_TRUE(fault("2026-03-01 10:00 region answer attends").starts_with("8:1 tiden går bakåt"));
}

TEST(StoryFaults, AMissingTimeOrDayIsAFaultAndNoRefusal) {
  EXPECT_EQ(fault("2026-03-04 10:00 coordinator call_officials_meeting purpose=x"),
            "8:30 call_officials_meeting vill ha starts=");
  EXPECT_TRUE(fault("agreement second council=northwest\n2026-03-04 10:00 clock")
                  .starts_with("8:1 något saknas eller har fel form"));
}

TEST(StoryFaults, AUsedFileIsFoundBesideTheStoryAndHoldsTheRegisterOnly) {
  EXPECT_EQ(fault_place("use saknas.scene"), "1:5");
  Playing playing;
  playing.write("case anna parties anna\n2026-03-02 09:00 clock\n", "other");
  const auto report = playing.alone("use other.scene\n");
  ASSERT_EQ(report.faults.size(), 2U) << text_of(report);
  EXPECT_NE(report.faults[0].file.find("other.scene"), std::string::npos);
}

TEST(StoryFaults, AnUnreadableFileIsAFault) {
  EXPECT_EQ(read_story("no-such-file.scene").faults.size(), 1U);
}

TEST(StoryFaults, JsonInBracesIsReadStrictly) {
  EXPECT_EQ(
      fault("2026-03-04 10:00 region answer {\"party\": \"region/psykosmottagning-helsingborg\","
            " \"answer\": \"attends\", \"extra\": 1}"),
      "8:32 /data/extra: unknown_field");
}

}  // namespace
}  // namespace kallad::scene
