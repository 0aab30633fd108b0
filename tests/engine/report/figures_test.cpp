// Key figures of files made by hand: what each counts, what it leaves out as missing, and how parts
// add up. Not scenes: those are counted in tests/adapters/report. Rules kept: domain 3 "Reports",
// rulings "Delivered" and "Coming cures".
#include <gtest/gtest.h>

#include "engine/report/figures/figure_tally.hpp"
#include "tests/engine/report/made_files.hpp"

namespace kallad::report::test::figures {
namespace {

using support::day;
using enum FigureId;

FigureGround ground() {
  return {support::council, 2026, noon(2026, 12, 31), the_register(), support::sweden()};
}

Cited on(unsigned month, unsigned number) { return {1, noon(2026, month, number)}; }

Seat seat_of(const UnitId& unit, Attendance attendance) {
  Seat seat;
  seat.party = party_of(unit);
  seat.calling = Calling::summoned;
  seat.has_duty = true;
  seat.state = SeatState::answered;
  seat.sent = on(3, 2);
  seat.reach = Reach::proven;
  seat.answer_by = support::at(day(2026, 3, 9), support::last_second);
  seat.answers = {{AnswerKind::attends, noon(2026, 3, 5), on(3, 5)}};
  seat.mark = AttendanceMark{seat.party, attendance, {}, {}};
  return seat;
}

Seat seat_of_person(Attendance attendance) {
  Seat seat;
  seat.party = PartyId{"anna"};
  seat.mark = AttendanceMark{seat.party, attendance, {}, {}};
  return seat;
}

/// A meeting held on Friday 2026-03-20 after a summons on Monday 2026-03-02.
CaseFile file_with_meeting(Attendance reception_was = Attendance::present) {
  CaseFile file = file_with({});
  Case& running = file.running;
  running.opened = on(2, 20);
  running.parties = {
      {party_of(support::adults),
       PartyKind::unit,
       Calling::summoned,
       {},
       support::adults,
       support::helsingborg,
       "",
       {}},
      {party_of(support::reception),
       PartyKind::unit,
       Calling::summoned,
       {},
       support::reception,
       support::region,
       "",
       {}},
      {PartyId{"anna"}, PartyKind::person, Calling::invited, {}, {}, {}, secret_name, {}}};
  Meeting meeting;
  meeting.number = 1;
  meeting.notice.starts = noon(2026, 3, 20);
  meeting.status = MeetingStatus::ended;
  meeting.ended = on(3, 20);
  meeting.follow_up_on = day(2026, 6, 12);
  meeting.seats = {seat_of(support::adults, Attendance::present),
                   seat_of(support::reception, reception_was), seat_of_person(Attendance::present)};
  running.meetings = {meeting};
  return file;
}

FigureTally tally_of(const std::vector<CaseFile>& files) {
  FigureTally tally{ground()};
  for (const CaseFile& file : files) tally.add(file);
  return tally;
}

FigureCount whole(const FigureTally& tally, FigureId figure) {
  return tally.count(figure, Dimension::total, {});
}

TEST(Figures, AMeetingHeldTellsTimesInWorkingDays) {
  auto file = file_with_meeting();
  file.running.plan.copies = {{PartyId{"anna"}, on(3, 26)}};
  file.running.follow_ups = {{day(2026, 6, 12), on(6, 12)}};
  const auto tally = tally_of({file});
  EXPECT_EQ(whole(tally, new_sips).of, 1);
  EXPECT_EQ(whole(tally, carried_out_sips).of, 1);
  EXPECT_EQ(whole(tally, need_to_summons).days, (std::map<std::int32_t, std::int64_t>{{6, 1}}));
  EXPECT_EQ(whole(tally, summons_to_meeting).days, (std::map<std::int32_t, std::int64_t>{{14, 1}}));
  EXPECT_EQ(whole(tally, meeting_to_copy).days, (std::map<std::int32_t, std::int64_t>{{4, 1}}));
  EXPECT_EQ(whole(tally, meeting_to_follow_up).among, 1);
  EXPECT_EQ(whole(tally, followed_up_as_promised).of, 1);
  EXPECT_EQ(whole(tally, person_took_part).of, 1);
  EXPECT_EQ(whole(tally, all_summoned_present).of, 1);
  EXPECT_EQ(whole(tally, called_off_at_table).of, 0);
  EXPECT_EQ(whole(tally, called_off_at_table).among, 1);
}

TEST(Figures, WhatIsNotRecordedIsMissingAndNotZero) {
  auto file = file_with_meeting();
  file.running.meetings[0].seats.pop_back();
  const auto tally = tally_of({file});
  for (const FigureId figure : {meeting_to_copy, meeting_to_follow_up, person_took_part}) {
    EXPECT_EQ(whole(tally, figure).missing, 1);
    EXPECT_EQ(whole(tally, figure).among, 0);
  }
  EXPECT_EQ(whole(tally, followed_up_as_promised).of, 0);
  EXPECT_EQ(whole(tally, followed_up_as_promised).among, 1) << "the promised day has passed";
}

TEST(Figures, PartiesComeSendOrStayAway) {
  for (const auto& [was, figure] : {std::pair{Attendance::late, attended},
                                    {Attendance::present_digitally, attended},
                                    {Attendance::substitute_present, substituted},
                                    {Attendance::absent, FigureId::absent}}) {
    const auto tally = tally_of({file_with_meeting(was)});
    for (const FigureId each : {attended, substituted, FigureId::absent}) {
      const auto of_region = tally.count(each, Dimension::unit, support::reception.text);
      EXPECT_EQ(of_region.of, each == figure ? 1 : 0);
      EXPECT_EQ(of_region.among, 1);
    }
    EXPECT_EQ(whole(tally, all_summoned_present).of, was == Attendance::absent ? 0 : 1);
  }
}

TEST(Figures, APartyThatWasNeverReachedIsNeitherAbsentNorLate) {
  auto file = file_with_meeting(Attendance::absent);
  Seat& seat = file.running.meetings[0].seats[1];
  seat.reach = Reach::failed;
  seat.answers.clear();
  const auto tally = tally_of({file});
  EXPECT_EQ(whole(tally, FigureId::absent).of, 0);
  EXPECT_EQ(whole(tally, FigureId::absent).missing, 1);
  EXPECT_EQ(whole(tally, answered_in_time).missing, 1);
  EXPECT_EQ(whole(tally, answered_in_time).of, 1);
}

TEST(Figures, AnAnswerCountsWhenItWasGiven) {
  auto file = file_with_meeting();
  Seat& seat = file.running.meetings[0].seats[1];
  seat.answers = {{AnswerKind::cannot_come, *seat.answer_by + std::chrono::seconds{1}, on(3, 10)}};
  EXPECT_EQ(whole(tally_of({file}), answered_in_time).of, 1);
  seat.answers[0].given_at = *seat.answer_by;  // registered later all the same
  EXPECT_EQ(whole(tally_of({file}), answered_in_time).of, 2);
}

TEST(Figures, CalledOffAtTheTableIsNoMeetingHeld) {
  auto file = file_with_meeting(Attendance::absent);
  Meeting& meeting = file.running.meetings[0];
  meeting.status = MeetingStatus::not_held;
  const auto tally = tally_of({file});
  EXPECT_EQ(whole(tally, carried_out_sips).of, 0);
  EXPECT_EQ(whole(tally, called_off_at_table).of, 1);
  EXPECT_EQ(whole(tally, FigureId::absent).of, 1);
  EXPECT_EQ(whole(tally, person_took_part).among, 0);
}

TEST(Figures, OfficialsMeetingsAndStandingMeetingsAreNoSip) {
  auto officials = file_with_meeting();
  officials.running.meetings[0].notice.form = MeetingForm::officials;
  EXPECT_EQ(whole(tally_of({officials}), carried_out_sips).of, 0);
  auto standing = file_with_meeting();
  standing.running.kind = CaseKind::coordination;
  EXPECT_EQ(whole(tally_of({standing}), new_sips).of, 0);
  auto mistaken = file_with_meeting();
  mistaken.running.closing_reason = ClosingReason::opened_by_mistake;
  EXPECT_EQ(whole(tally_of({mistaken}), new_sips).of, 0);
}

TEST(Figures, ClosedWithOrWithoutEvaluation) {
  auto with = file_with_meeting();
  with.running.closed = on(9, 1);
  with.running.evaluated = on(8, 30);
  with.running.closing_reason = ClosingReason::evaluated;
  auto without = with;
  without.running.evaluated.reset();
  without.running.closing_reason = ClosingReason::moved;
  const auto tally = tally_of({with, without});
  EXPECT_EQ(whole(tally, closed_with_evaluation).of, 1);
  EXPECT_EQ(whole(tally, closed_with_evaluation).among, 2);
}

KeyFigures published(const FigureTally& tally, int threshold) {
  FigurePublication publication;
  publication.threshold = threshold;
  return tally.figures(publication);
}

TEST(Figures, PeopleAreToldApartByTheirNumber) {
  auto same = file_with_meeting();
  same.running.id = CaseId{"other"};
  same.running.person.identity_number = "7010632391";  // the same, spelled otherwise
  auto none = file_with_meeting();
  none.running.person.identity_number = "";
  const auto figures = published(tally_of({file_with_meeting(), same, none}), 0);
  EXPECT_EQ(find_figure(figures, people_with_sip)->of.value, 2U);
  EXPECT_EQ(find_figure(figures, people_with_sip, Dimension::times, "2")->of.value, 1U);
  EXPECT_EQ(find_figure(figures, people_with_sip, Dimension::times, "3_up")->of.value, 0U);
}

TEST(Figures, PartsStandByTheirKeysAndSexOnlyWhereAskedFor) {
  const auto tally = tally_of({file_with_meeting()});
  auto figures = published(tally, 0);
  EXPECT_EQ(find_figure(figures, carried_out_sips, Dimension::quarter, "1")->of.value, 1U);
  EXPECT_EQ(
      find_figure(figures, carried_out_sips, Dimension::municipality, "helsingborg")->of.value, 1U);
  EXPECT_EQ(find_figure(figures, carried_out_sips, Dimension::age_group, "age_30_64")->of.value,
            1U);
  EXPECT_EQ(find_figure(figures, attended, Dimension::principal, "region")->of.value, 1U);
  EXPECT_EQ(find_figure(figures, carried_out_sips, Dimension::sex, "man"), nullptr);
  FigurePublication publication;
  publication.threshold = 0;
  publication.by_sex = true;
  figures = tally.figures(publication);
  EXPECT_EQ(find_figure(figures, carried_out_sips, Dimension::sex, "man")->of.value, 1U);
}

TEST(Figures, MedianAndNinthDecileAreOfWholeDays) {
  std::vector<CaseFile> files;
  for (unsigned i = 0; i < 10; ++i) {
    auto file = file_with_meeting();
    file.running.plan.copies = {{PartyId{"anna"}, on(3, 23 + i % 5)}};  // 1 to 5 working days
    files.push_back(std::move(file));
  }
  const auto figures = published(tally_of(files), 5);
  const auto* copy = find_figure(figures, meeting_to_copy);
  ASSERT_NE(copy, nullptr);
  EXPECT_EQ(copy->median, 3);
  EXPECT_EQ(copy->ninth_decile, 5);
}

TEST(Figures, SmallPopulationsHaveNoMedian) {
  const auto figures = published(tally_of({file_with_meeting()}), 5);
  const auto* days = find_figure(figures, summons_to_meeting);
  EXPECT_EQ(days->among.state, CountState::hidden);
  EXPECT_EQ(days->median, std::nullopt);
}

TEST(Figures, WhatADefinitionMakesEqualIsHiddenTogether) {
  std::vector<CaseFile> files(3, file_with_meeting());
  const auto figures = published(tally_of(files), 5);
  for (const FigureId figure : {summons_to_meeting, all_summoned_present, person_took_part}) {
    EXPECT_EQ(find_figure(figures, figure)->among.state, CountState::hidden);
  }
  EXPECT_EQ(find_figure(figures, carried_out_sips)->of.state, CountState::hidden);
}

}  // namespace
}  // namespace kallad::report::test::figures
