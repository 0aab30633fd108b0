// What counts in a year's report: which deficiencies come in, under what they stand, and what of a
// case never gets there. Not how small counts are hidden in general: suppression_test.cpp.
// Rules kept: domain 3 "Reports", rulings "Deficiency" and "Outsiders".
#include "engine/report/year_tally.hpp"

#include <gtest/gtest.h>

#include "tests/engine/report/made_files.hpp"

namespace kallad::report::test::year {
namespace {

using support::day;
using enum Section;

const auto some_day = day(2026, 3, 2);

YearlyReport report_of(std::vector<Deficiency> deficiencies, int threshold = 0, int year = 2026) {
  YearTally tally{ground_of(year)};
  tally.add(file_with(std::move(deficiencies)));
  Publication publication;
  publication.frozen_at = noon(2027, 1, 15);
  publication.threshold = threshold;
  return tally.report(publication);
}

TEST(YearTally, CountsWhatHasLeftItsUnit) {
  auto draft = received(support::reception, some_day);
  draft.state = DeficiencyState::with_own_manager;
  draft.left_unit.reset();
  auto withdrawn = draft;
  withdrawn.state = DeficiencyState::withdrawn;
  auto taken_up_again = received(support::reception, some_day);
  taken_up_again.state = DeficiencyState::completed;  // sent back, and completed anew
  const auto report =
      report_of({received(support::reception, some_day), draft, withdrawn, taken_up_again});
  EXPECT_EQ(shown(report, Section::came_in), 2);
  EXPECT_EQ(shown(report, outcome, "with_parties"), 2);
}

TEST(YearTally, BelongsToTheYearItWasRegisteredInOnTheWallClock) {
  auto late = received(support::reception, some_day);
  late.registered.at = support::at(day(2026, 12, 31), support::last_second);
  auto next = late;
  next.registered.at = late.registered.at + std::chrono::seconds{1};
  EXPECT_EQ(shown(report_of({late, next}), Section::came_in), 1);
  EXPECT_EQ(shown(report_of({late, next}, 0, 2027), Section::came_in), 1);
  EXPECT_EQ(shown(report_of({late, next}, 0, 2025), Section::came_in), 0);
}

TEST(YearTally, LeavesOtherCouncilsAlone) {
  auto file = file_with({received(support::reception, some_day)});
  file.running.council = CouncilId{"sydost"};
  YearTally tally{ground_of(2026)};
  tally.add(file);
  EXPECT_EQ(shown(tally.report({}), Section::came_in), 0);
}

TEST(YearTally, NotADeficiencyHasComeInAndStandsUnderNoCause) {
  const auto off =
      decided(received(UnitId{}, some_day, {Cause::sip}), DeficiencyOutcome::not_a_deficiency,
              NotDeficiencyReason::outside_agreement);
  const auto on = decided(received(support::provider, some_day, {Cause::sip, Cause::routines}),
                          DeficiencyOutcome::accepted);
  const auto report = report_of({off, on});
  EXPECT_EQ(shown(report, Section::came_in), 2);
  EXPECT_EQ(shown(report, counted), 1);
  EXPECT_EQ(shown(report, outcome, "not_a_deficiency"), 1);
  EXPECT_EQ(shown(report, outcome, "accepted"), 1);
  EXPECT_EQ(shown(report, reason, "outside_agreement"), 1);
  EXPECT_EQ(shown(report, reason, "internal_incident"), 0);
  EXPECT_EQ(shown(report, cause, "sip"), 1);
  EXPECT_EQ(shown(report, cause, "sip", "private_provider"), 1);
  EXPECT_EQ(shown(report, cause, "routines"), 1);
  EXPECT_EQ(shown(report, kind, "absent"), 1);
  EXPECT_EQ(shown(report, counterpart, "outside", "group"), 1);
  EXPECT_EQ(shown(report, counterpart, "-", "outside_principal"), 1);
}

TEST(YearTally, ACauseSaidTwiceCountsOnceAndNoneIsTold) {
  const auto report = report_of({received(support::reception, some_day, {Cause::sip, Cause::sip}),
                                 received(support::reception, some_day)});
  EXPECT_EQ(shown(report, cause, "sip"), 1);
  EXPECT_EQ(shown(report, cause_open), 1);
  EXPECT_EQ(report.most_common, Cause::sip);
}

TEST(YearTally, GroupsOrganisationsByTheAgreementOfTheDay) {
  const auto report =
      report_of({received(support::reception, some_day), received(support::provider, some_day),
                 received(support::police, some_day),
                 received(support::adults, some_day, {}, support::care_centre)});
  EXPECT_EQ(shown(report, counterpart, "region", "group"), 1);
  EXPECT_EQ(shown(report, counterpart, "private_provider", "group"), 1);
  EXPECT_EQ(shown(report, counterpart, "municipality", "group"), 1);
  EXPECT_EQ(shown(report, counterpart, "polisen", "outside_principal"), 1);
  EXPECT_EQ(shown(report, counterpart, "helsingborg/vuxen", "unit"), 1);
  EXPECT_EQ(shown(report, reporter, "helsingborg/vuxen", "unit"), 3);
  EXPECT_EQ(shown(report, reporter, "region", "principal"), 1);
  const auto after = report_of({received(support::reception, day(2027, 2, 1))}, 0, 2027);
  EXPECT_EQ(shown(after, counterpart, "region", "outside_principal"), 1) << "agreement has ended";
}

TEST(YearTally, AWrittenOneWithoutUnitIsTheCoordinators) {
  auto one = received(support::reception, some_day, {}, UnitId{});
  one.origin = Origin::written;
  one.kinds.clear();
  const auto report = report_of({one});
  EXPECT_EQ(shown(report, reporter, "helsingborg/vuxen", "unit"), 1);
  EXPECT_EQ(shown(report, origin, "written"), 1);
  EXPECT_EQ(shown(report, origin, "automatic"), 0);
}

TEST(YearTally, AWrittenOneHasKindsWhereTheProductFoundTheSame) {
  auto grown = received(support::reception, some_day);
  grown.origin = Origin::written;
  const auto report = report_of({grown, received(support::provider, some_day)});
  EXPECT_EQ(shown(report, origin, "written"), 1);
  EXPECT_EQ(shown(report, kind, "absent"), 2);
}

TEST(YearTally, HidesSmallCountsAndNamesNoCauseThenAsMostCommon) {
  const auto report = report_of({received(support::reception, some_day, {Cause::sip})}, 5);
  EXPECT_EQ(shown(report, Section::came_in), -1);
  EXPECT_EQ(shown(report, cause, "sip"), -1);
  EXPECT_EQ(shown(report, cause, "treatment"), 0);
  EXPECT_EQ(report.most_common, std::nullopt);
}

TEST(YearTally, TheListOfCausesIsThatOfTheYear) {
  const auto earlier =
      report_of({received(support::reception, day(2019, 5, 2), {Cause::resources})}, 0, 2019);
  EXPECT_EQ(shown(earlier, cause, "resources"), 1);
  EXPECT_EQ(shown(earlier, cause, "mina_planer"), -2);
  EXPECT_EQ(shown(report_of({}), cause, "mina_planer"), 0);
  EXPECT_EQ(shown(report_of({}), cause, "resources"), -2);
}

TEST(YearTally, TheSameFilesGiveTheSameReportInAnyOrder) {
  const auto one = file_with({received(support::reception, some_day, {Cause::sip})});
  const auto other = file_with({received(support::provider, some_day, {Cause::routines})});
  YearTally forth{ground_of(2026)};
  forth.add(one);
  forth.add(other);
  YearTally back{ground_of(2026)};
  back.add(other);
  back.add(one);
  EXPECT_EQ(forth.report({}), back.report({}));
}

// What a later version may tell ------------------------------------------------------------------

YearlyReport version(int number, std::size_t count, const YearlyReport* previous) {
  YearTally tally{ground_of(2026)};
  tally.add(file_with(
      std::vector<Deficiency>(count, received(support::reception, some_day, {Cause::sip}))));
  Publication publication;
  publication.version = number;
  publication.previous = previous;
  return tally.report(publication);
}

TEST(YearTally, TwoVersionsDoNotTellTheOneThatCameBetween) {
  const auto first = version(1, 8, nullptr);
  EXPECT_EQ(shown(first, cause, "sip"), 8);
  const auto second = version(2, 9, &first);
  EXPECT_EQ(shown(second, cause, "sip"), -1) << "9 - 8 would tell one";
  EXPECT_EQ(shown(second, Section::came_in), -1);
  const auto larger = version(2, 13, &first);
  EXPECT_EQ(shown(larger, cause, "sip"), 13);
  const auto third = version(3, 9, &second);
  EXPECT_EQ(shown(third, cause, "sip"), -1) << "what was hidden stays hidden";
}

// The council's own words ------------------------------------------------------------------------

TEST(CouncilWords, AreSearchedForThePerson) {
  CouncilWords words;
  words.open_questions = {"Hur når vi fram?", "Vad hände med Annas boende?"};
  words.analysis = {{std::nullopt, "Om 701063-2391 har mycket sagts."}};
  words.good_examples = {{"BUP och socialtjänsten", "Ett nytt intyg."}};
  const Person secret{secret_name, secret_number, Protection::none};
  const auto found = find_known(words, {secret, {}, {}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].where, "open_question 2");
  EXPECT_EQ(found[1].where, "analysis 1");
  words.analysis.clear();
  EXPECT_TRUE(find_any_number(words).empty());
  words.open_questions = {"Gäller det även 701063-2391?", "Ring 042-10 50 00"};
  const auto numbers = find_any_number(words);
  ASSERT_EQ(numbers.size(), 1U);
  EXPECT_EQ(numbers.front().where, "open_question 1");
  const Person somebody{"Bo Ek", "19121212-1212", Protection::none};
  EXPECT_TRUE(find_known(words, {somebody, {}, {}}).empty());
  words.open_questions = {"Varför ringde ingen Cecilia?"};
  EXPECT_TRUE(find_known(words, {somebody, {}, {}}).empty());
  EXPECT_EQ(find_known(words, {somebody, {"Cecilia Berg"}, {}}).size(), 1U) << "a relative";
}

}  // namespace
}  // namespace kallad::report::test::year
