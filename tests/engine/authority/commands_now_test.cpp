// What can be said now: never told as impossible what is taken, and what stands against it told for
// the case as it is. Not what is refused for what a command says.
#include "engine/authority/commands_now.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/authority/cast.hpp"

namespace kallad::commands_now_test {
namespace {

using authority_cast::adults;
using authority_cast::caller_of;
using authority_cast::clinic;
using authority_cast::now_in;
using authority_cast::told;
using authority_cast::ward;
using between::local;
using between::Story;

const Caller siv = caller_of("Siv Samordnare", adults, {Position::coordinator});
const Caller lena = caller_of("Lena Ny", ward, {Position::coordinator});
const Caller nurse = caller_of("Lena Medarbetare", clinic, {Position::attendee});

/// The rules that stand against the command; empty where it can be said.
std::vector<std::string> against(const Caller& caller, const Story& story,
                                 std::string_view command) {
  const Ground ground{story.known, story.routines, story.calendar, {}};
  const auto all = authority::commands_now(caller, story.file, now_in(story), ground);
  const auto found = std::ranges::find(all, command, &authority::CommandNow::command);
  if (found == all.end()) return {"not listed"};
  std::vector<std::string> rules;
  for (const Refusal& why : found->why_not) rules.emplace_back(why.rule);
  return rules;
}

using Rules = std::vector<std::string>;

TEST(CommandsNow, ListsWhatAnAccountMaySayButNeitherOpeningNorTime) {
  EXPECT_EQ(against(siv, told(), OpenCase::id), Rules{"not listed"});
  EXPECT_EQ(against(siv, told(), PassTime::id), Rules{"not listed"});
  EXPECT_EQ(against(siv, told(), RecordDelivery::id), Rules{"may_not"});
}

TEST(CommandsNow, AcceptingCoordinationIsForTheOneItIsOfferedTo) {
  Story story = told();
  EXPECT_EQ(against(siv, story, AcceptCoordination::id), Rules{"not_own"});
  AddParty joins;
  joins.party = party_of(ward);
  story.say(between::coordinator(), joins);
  story.say(between::coordinator(), HandOverCoordination{{ward, "Lena Ny"}});
  ASSERT_TRUE(story.refused.empty());
  EXPECT_EQ(against(lena, story, AcceptCoordination::id), Rules{});
  EXPECT_EQ(against(siv, story, AcceptCoordination::id), Rules{"not_own"});
}

TEST(CommandsNow, TheMeetingsTimeDecides) {
  Story story = told();
  EXPECT_EQ(against(siv, story, OpenMeeting::id), Rules{"meeting_has_not_started"});
  EXPECT_EQ(against(siv, story, CancelMeeting::id), Rules{});
  EXPECT_EQ(against(siv, story, SendSummons::id), Rules{"meeting_already_called"});
  story.until(local(2026, 3, 20, 13, 5));
  EXPECT_EQ(against(siv, story, OpenMeeting::id), Rules{});
  EXPECT_EQ(against(siv, story, CancelMeeting::id), Rules{"meeting_has_started"});
}

TEST(CommandsNow, AMarkIsTakenUntilAttendanceIsClosed) {
  Story story = told();
  EXPECT_EQ(against(siv, story, MarkAttendance::id), Rules{"meeting_has_not_started"});
  EXPECT_EQ(against(nurse, story, MarkAttendance::id), Rules{"meeting_has_not_started"});
  story.until(local(2026, 3, 20, 8));  // people come early
  EXPECT_EQ(against(siv, story, MarkAttendance::id), Rules{});
  EXPECT_EQ(against(nurse, story, MarkAttendance::id), Rules{});
  story.until(local(2026, 3, 20, 14));
  CloseAttendance closing;
  for (const Seat& seat : story.file.running.meetings.back().seats) {
    AttendanceMark present;
    present.party = seat.party;
    present.attendance = Attendance::present;
    closing.marks.push_back(present);
  }
  story.say(between::coordinator(), closing);
  ASSERT_TRUE(story.refused.empty());
  EXPECT_EQ(against(siv, story, MarkAttendance::id), Rules{"attendance_is_closed"});
  EXPECT_EQ(against(siv, story, CloseAttendance::id), Rules{"attendance_is_closed"});
  EXPECT_EQ(against(siv, story, CorrectAttendance::id), Rules{});
}

TEST(CommandsNow, WithoutConsentNothingIsSharedAndTheReasonIsTold) {
  Story story = told(authority_cast::Situation::withdrawn);
  EXPECT_EQ(against(siv, story, SummonParty::id), Rules{"consent_withdrawn"});
  EXPECT_EQ(against(nurse, story, RecordMapping::id), Rules{"may_only_read"});
}

TEST(CommandsNow, ADeficiencyIsWrittenThoughThereIsNone) {
  Story story = told();
  story.file.deficiencies.clear();
  EXPECT_EQ(against(siv, story, WriteDeficiency::id), Rules{});
  EXPECT_EQ(against(siv, story, AnswerDeficiency::id), Rules{"not_own"});
}

TEST(CommandsNow, OfSeveralPartsTheOneThatTakesItCounts) {
  Story story = told();
  EXPECT_EQ(against(nurse, story, AnswerSummons::id), Rules{});
  EXPECT_EQ(against(nurse, story, ConfirmSubstitute::id), Rules{"not_in_this_step"});
  story.say(between::coordinator(), between::substitute_for(clinic));
  ASSERT_TRUE(story.refused.empty());
  EXPECT_EQ(against(siv, story, ConfirmSubstitute::id), Rules{});
  EXPECT_EQ(against(nurse, story, TakeBackSeat::id), Rules{});
}

TEST(CommandsNow, AClosedCaseSaysThatItIsClosed) {
  const Story story = told(authority_cast::Situation::is_closed);
  EXPECT_EQ(against(siv, story, SendSummons::id), Rules{"case_is_closed"});
  EXPECT_EQ(against(siv, story, AnswerSummons::id), Rules{"case_is_closed"});
}

}  // namespace
}  // namespace kallad::commands_now_test
