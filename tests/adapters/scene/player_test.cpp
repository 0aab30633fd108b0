// What a story says is held against what comes: right expectations pass, wrong ones are told with
// file, line, expected and got. Not the engine's rules: a few lines of it are enough here.
#include <gtest/gtest.h>

#include "tests/adapters/scene/playing.hpp"

namespace kallad::scene {
namespace {

/// The failures of a story that goes on from `summoned`, without their file and line.
std::string failures(const std::string& lines) {
  Playing playing;
  const PlayReport report = playing.alone(summoned() + lines);
  std::string text;
  for (const FileFault& fault : report.faults) text += "fault: " + fault.fault.what + "\n";
  for (const Failure& failure : report.failures) {
    text += failure.wanted + " | " + failure.got.substr(0, failure.got.find('\n')) + "\n";
  }
  return text;
}

TEST(ScenePlayer, ARightStoryPasses) {
  EXPECT_EQ(failures(R"(
2026-03-04 10:00 helsingborg answer attends -> seat_answered
2026-03-05 10:00 region answer cannot_come -> seat_answered
2026-03-10 00:00 clock -> answer_deadline_passed deficiency_drafted
2026-03-10 08:30 region name_substitute name="Sam Vikarie" role=kurator contact=1234
  mandate=yes -> substitute_named
2026-03-10 09:00 substitute confirm -> substitute_confirmed
2026-03-20 15:00 chair close_attendance region=substitute_present helsingborg=present
  -> attendance_closed deficiency_withdrawn
2026-03-20 15:01 region answer attends !! attendance_is_closed
expect no deficiency
expect deficiency region state=withdrawn
)"),
            "");
}

TEST(ScenePlayer, WrongEventsAreToldWithWhatCame) {
  EXPECT_EQ(failures("2026-03-04 10:00 region answer attends -> seat_answered duty_moved"),
            "-> seat_answered duty_moved | -> seat_answered\n");
  EXPECT_EQ(failures("2026-03-10 00:00 clock -> answer_deadline_passed"),
            "-> answer_deadline_passed | -> reminder_issued reminder_issued "
            "acknowledge_deadline_passed acknowledge_deadline_passed deficiency_drafted "
            "reminder_issued reminder_issued reminder_issued reminder_issued "
            "answer_deadline_passed answer_deadline_passed deficiency_grown\n")
      << "the ladder has three steps for each of two silent parties";
}

TEST(ScenePlayer, WrongRefusalsAreToldWithTheRule) {
  EXPECT_EQ(failures("2026-03-04 10:00 region answer attends !! attendance_is_closed"),
            "!! attendance_is_closed | -> seat_answered\n");
  EXPECT_EQ(failures("2026-03-04 10:00 coordinator send_summons starts=2026-04-01T09:00\n"
                     "  purpose=\"x\" questions=\"y\" !! purpose_required"),
            "!! purpose_required | !! meeting_already_called\n");
  EXPECT_EQ(failures("2026-03-04 10:00 chair open_meeting"),
            "att kommandot tas emot | !! meeting_has_not_started\n");
}

TEST(ScenePlayer, AWrongCommandEndsTheStoryAndAWrongExpectationDoesNot) {
  EXPECT_EQ(failures("expect step meeting\nexpect step mapping\n"
                     "2026-03-04 10:00 region answer attends -> duty_moved\nexpect step closed"),
            "case step=meeting | step=summons\ncase step=mapping | step=summons\n"
            "-> duty_moved | -> seat_answered\n");
}

TEST(ScenePlayer, AFailureKnowsItsFileLineAndText) {
  Playing playing;
  const auto report = playing.alone(summoned() + "expect step meeting\n", "far");
  ASSERT_EQ(report.failures.size(), 1U);
  const std::string text = text_of(report.failures[0]);
  EXPECT_NE(text.find("far.scene:8: expect step meeting\n"), std::string::npos) << text;
  EXPECT_NE(text.find("väntade: case step=meeting\n"), std::string::npos) << text;
  EXPECT_NE(text.find("fick:    step=summons\n"), std::string::npos) << text;
}

TEST(ScenePlayer, EveryKindOfThingCanBeLookedAt) {
  EXPECT_EQ(failures(R"(expect seat region delivered reach=proven has_duty=yes calling=summoned
expect seat helsingborg sent answer=none answer_by=2026-03-09
expect seat helsingborg answer_by="2026-03-09 23:59"
expect no seat region absent
expect seat count=3
expect meeting called version=1 starts="2026-03-20 13:00" questions="Vem gör vad?"
expect party anna invited person
expect consent in_force until=2027-03-02
expect plan agreed=no missing_points=1,2,3,4
expect no activity
expect no deficiency
expect due answer_deadline region at="2026-03-10 00:00"
expect no due presume_delivery region
expect letter summons region
expect letter summons count=3
expect no letter reminder_to_head
expect case sip round=1 step=summons
expect case coordinator=helsingborg/vuxen coordinator.name="Kim Samordnare"
)"),
            "");
}

TEST(ScenePlayer, WrongStatesAreToldAsTheyAre) {
  EXPECT_EQ(failures("expect seat region answered answer=attends"),
            "seat region answered answer=attends | party=region/psykosmottagning-helsingborg "
            "state=delivered answer=none\n");
  EXPECT_EQ(failures("expect no letter summons anna"),
            "no letter summons anna | kind=summons to=anna\n");
  EXPECT_EQ(failures("expect deficiency region"), "deficiency region | inget (deficiency)\n");
  EXPECT_EQ(failures("expect letter summons count=2"),
            "letter summons count=2 | 3 som stämmer, av: kind=summons; kind=summons; "
            "kind=summons\n");
}

TEST(ScenePlayer, LettersStopWhenConsentIsWithdrawn) {
  EXPECT_EQ(failures(R"(expect letter summons count=3
2026-03-03 10:00 anna withdraw_consent -> consent_withdrawn
expect no letter summons
expect letter demand_to_coordinator
expect consent withdrawn
)"),
            "");
}

TEST(ScenePlayer, AfterDowntimeRowsFireAtTheLinesTime) {
  EXPECT_EQ(failures(R"(2026-03-04 08:00 helsingborg answer attends -> seat_answered
2026-03-12 08:00 clock late -> reminder_skipped acknowledge_deadline_passed deficiency_drafted
  reminder_skipped reminder_skipped answer_deadline_passed deficiency_grown
expect seat region answer_lapsed_at="2026-03-09 23:59"
)"),
            "");
}

TEST(ScenePlayer, WhereTheClockRunsWhatIsDueComesByItself) {
  EXPECT_EQ(failures(R"(clock runs
2026-03-04 08:00 helsingborg answer attends -> seat_answered
2026-03-12 08:00 coordinator cancel_meeting "Lokalen brann"
  -> meeting_cancelled deficiency_withdrawn
expect seat region answer_lapsed_at="2026-03-09 23:59"
)"),
            "");
}

}  // namespace
}  // namespace kallad::scene
