// Reports of stories, held against counts made by hand from reading the stories. Not the counting
// rules one by one: tests/engine/report. The numbers below are tallied story by story beside them.
#include "engine/spine/table.hpp"
#include "tests/adapters/report/played.hpp"

namespace kallad::report::test::scenes_count {
namespace {

std::int64_t shown(const YearlyReport& report, Section section, std::string_view row = {},
                   std::string_view column = {}) {
  const Count* count = find_count(report.cells, section, row, column);
  if (!count) return -2;
  return count->value ? std::int64_t{*count->value} : -1;
}

TEST(ScenesCount, TheDeficiencysWay) {
  Played played{stories_in("deficiency_way")};
  ASSERT_EQ(played.stories(), 9U);
  const auto report = year_2026(played, end_of(2026, 12, 31));
  // against_the_own_unit, all_the_way_to_closed, answer_overdue, incomplete_form,
  // not_a_deficiency_police, sent_back; name_in_running_text, relatives_in_running_text and
  // withdrawn_by_hand never leave their unit.
  EXPECT_EQ(shown(report, Section::came_in), 6);
  EXPECT_EQ(shown(report, Section::outcome, "accepted"), 2);
  EXPECT_EQ(shown(report, Section::outcome, "not_a_deficiency"), 1);
  EXPECT_EQ(shown(report, Section::outcome, "with_council"), 1);  // answer_overdue
  EXPECT_EQ(shown(report, Section::outcome, "with_parties"), 2);  // incomplete_form, sent_back
  EXPECT_EQ(shown(report, Section::reason, "outside_agreement"), 1);
  EXPECT_EQ(shown(report, Section::cause, "whole_view"), 3);
  EXPECT_EQ(shown(report, Section::cause, "routines"), 2);  // as the council saw it
  EXPECT_EQ(shown(report, Section::cause, "sip"), 1);  // against_the_own_unit
  EXPECT_EQ(shown(report, Section::origin, "automatic"), 1);
  EXPECT_EQ(shown(report, Section::origin, "written"), 4);
  EXPECT_EQ(shown(report, Section::kind, "absent"), 1);
  EXPECT_EQ(shown(report, Section::counterpart, "region/fact", "unit"), 5);
  EXPECT_EQ(shown(report, Section::counterpart, "-", "outside_principal"), 1);
  EXPECT_EQ(shown(report, Section::reporter, "helsingborg/vuxen", "unit"), 5);
  EXPECT_EQ(shown(report, Section::reporter, "region/fact", "unit"), 1);
  EXPECT_EQ(report.most_common, Cause::whole_view);
}

TEST(ScenesCount, IsFrozenByTheLogUpToAMoment) {
  Played played{stories_in("deficiency_way")};
  const auto report = year_2026(played, end_of(2026, 3, 31));
  EXPECT_EQ(shown(report, Section::came_in), 5) << "answer_overdue begins in April";
  // The police and against_the_own_unit, before the council.
  EXPECT_EQ(shown(report, Section::outcome, "with_council"), 2);
  EXPECT_EQ(shown(report, Section::outcome, "with_parties"), 3);
  EXPECT_EQ(shown(report, Section::outcome, "not_a_deficiency"), 0);
  EXPECT_EQ(shown(year_2026(played, end_of(2026, 3, 1)), Section::came_in), 0);
}

const FigureCell& whole(const KeyFigures& figures, FigureId figure) {
  return *find_figure(figures, figure);
}

TEST(ScenesCount, NoShows) {
  Played played{stories_in("no_show")};
  ASSERT_EQ(played.stories(), 16U);
  const auto figures = figures_2026(played, end_of(2026, 12, 31));
  EXPECT_EQ(whole(figures, FigureId::new_sips).of.value, 16U);
  // Held: absent_after_silence, absent_after_yes, held_without_them,
  // ill_without_substitute_routine, one_unit_for_another, private_provider, substitute_absent,
  // substitute_never_confirmed, substitute_says_no, without_mandate. Called off:
  // called_off_at_the_table.
  EXPECT_EQ(whole(figures, FigureId::carried_out_sips).of.value, 10U);
  EXPECT_EQ(whole(figures, FigureId::called_off_at_table).of.value, 1U);
  EXPECT_EQ(whole(figures, FigureId::called_off_at_table).among.value, 11U);
  // One party of eleven meetings came; so did FACT in one_unit_for_another and BUP without mandate.
  EXPECT_EQ(whole(figures, FigureId::attended).of.value, 13U);
  EXPECT_EQ(whole(figures, FigureId::absent).of.value, 10U);
  EXPECT_EQ(whole(figures, FigureId::substituted).of.value, 0U);
  EXPECT_EQ(whole(figures, FigureId::absent).among.value, 23U);
  EXPECT_EQ(whole(figures, FigureId::all_summoned_present).of.value, 1U);  // without_mandate
  EXPECT_EQ(whole(figures, FigureId::person_took_part).of.value, 2U);
  EXPECT_EQ(whole(figures, FigureId::person_took_part).missing.value, 8U);
  EXPECT_EQ(whole(figures, FigureId::meeting_to_copy).missing.value, 10U);
  EXPECT_EQ(whole(figures, FigureId::summons_to_meeting).median, 14);  // 2 March to 20 March
}

TEST(ScenesCount, TheCasesBehindAFigureAreTold) {
  Played played{stories_in("no_show")};
  const Wanted wanted{northwest, 2026, end_of(2026, 12, 31)};
  const auto behind = cases_behind(played.log(), wanted, {FigureId::called_off_at_table, {}, {}},
                                   support::sweden());
  ASSERT_EQ(behind.size(), 1U);
  EXPECT_NE(behind[0].text.find("called_off_at_the_table"), std::string::npos) << behind[0].text;
  const auto away = cases_behind(
      played.log(), wanted, {FigureId::absent, Dimension::principal, "we-mind"}, support::sweden());
  EXPECT_EQ(away.size(), 1U);  // private_provider
}

/// Counted once more, plainly: what has left its unit, and the SIP meetings held.
std::pair<std::size_t, std::size_t> counted_plainly(Played& played) {
  std::size_t came_in = 0;
  std::size_t held = 0;
  const std::chrono::year year{2026};
  const auto day_of = [](Instant at) { return support::sweden().zone().day_of(at); };
  each_case_at(played.log(), end_of(2026, 12, 31), [&](const CaseFile& file) {
    for (const Deficiency& one : file.deficiencies) {
      if (one.left_unit && day_of(one.registered.at).year() == year) ++came_in;
    }
    const bool counts = file.running.kind != CaseKind::coordination &&
                        file.running.closing_reason != ClosingReason::opened_by_mistake;
    for (const Meeting& meeting : file.running.meetings) {
      const bool is_held = meeting.status == MeetingStatus::ended ||
                           meeting.status == MeetingStatus::attendance_closed;
      const bool is_sip = counts && meeting.notice.form == MeetingForm::sip;
      if (is_held && is_sip && day_of(meeting.notice.starts).year() == year) ++held;
    }
  });
  return {came_in, held};
}

TEST(ScenesCount, AllStoriesAddUp) {
  std::size_t stories = 0;
  std::size_t meetings = 0;
  for (const auto& story : all_stories()) {
    Played played{{story}};
    const auto [came_in, held] = counted_plainly(played);
    const auto report = year_2026(played, end_of(2026, 12, 31));
    EXPECT_EQ(shown(report, Section::came_in), static_cast<std::int64_t>(came_in)) << story;
    const auto figures = figures_2026(played, end_of(2026, 12, 31));
    EXPECT_EQ(whole(figures, FigureId::carried_out_sips).of.value, held) << story;
    stories += played.stories();
    meetings += held;
  }
  EXPECT_GE(stories, 80U);
  EXPECT_GT(meetings, 30U);
}

}  // namespace
}  // namespace kallad::report::test::scenes_count
