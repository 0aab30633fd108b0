// Random stories, counted for all years at once and asked for a year and a frozen moment, against
// each asked for that year and moment alone. Not the rules of what counts: figures_test.cpp. Rule
// kept: a frozen moment sees the log as it was; what a case counts as holds from its last event on.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "engine/report/figures/figure_tally.hpp"
#include "engine/report/year_tally.hpp"
#include "tests/engine/between/any_story.hpp"
#include "tests/engine/report/plain_year.hpp"
#include "tests/support/many.hpp"

namespace kallad::report::test::counted_story {
namespace {

using between::pick;
using between::Story;

constexpr int stories = 6'000;
const CouncilId council{"nv"};

Person any_person() {
  static const std::vector<std::string> numbers{"19121212-1212", "121212-1212", "19701063-2391",
                                                "T-2026-7", ""};
  Person person{"Anna Testsson", numbers[static_cast<std::size_t>(pick(5))], Protection::none};
  if (pick(4) == 0) person.protection = Protection::secrecy_mark;
  return person;
}

/// A story's log, told for this person and kind of case, up to and with the moment.
CaseFile folded(const Story& story, const Person& person, CaseKind kind, Instant until) {
  CaseFile file;
  file.running.id = story.file.running.id;
  for (const auto& entry : story.log) {
    if (entry.stamp.at > until) break;
    file = between::evolve(std::move(file), entry.event, entry.stamp);
  }
  file.running.person = person;
  file.running.kind = kind;
  return file;
}

std::vector<Observation> in_order(std::vector<Observation> seen) {
  for (Observation& one : seen) one.from.reset();
  const auto key = [](const Observation& one) {
    return std::tuple{one.figure, one.day, one.unit, one.counts, one.missing, one.days, one.age};
  };
  std::ranges::sort(seen, {}, key);
  return seen;
}

Story any_story() {
  Story story;
  story.summoned();
  const int length = 1 + pick(60);
  for (int i = 0; i < length; ++i) between::say_anything(story);
  return story;
}

/// Up to two months before the last event or after it; now and then its very moment.
Instant any_moment(const Story& story) {
  constexpr int hours = 24 * 61;
  const Instant last = story.log.back().stamp.at;
  const Instant moment = last + std::chrono::hours{pick(2 * hours) - hours};
  return pick(6) == 0 ? last : moment;
}

std::size_t seen_in_all = 0;

void counts_alike(const Story& story, const FigureGround& ground) {
  const auto kind = pick(5) == 0 ? CaseKind::coordination : CaseKind::sip;
  const CaseFile file = folded(story, any_person(), kind, ground.frozen_at);
  const auto plain = plainly_observed(file, ground);
  const auto counted = count::counted(file.running, file.deficiencies, ground.calendar);
  RC_ASSERT(in_order(observations_of(counted, ground)) == in_order(plain));
  seen_in_all += plain.size();
}

/// Asked anew of a case without an event since, the count is the same value.
void later_moments_need_no_fold(const Story& story, const Person& person) {
  const Instant last = story.log.back().stamp.at;
  const auto file = folded(story, person, CaseKind::sip, last);
  const auto counted = count::counted(file.running, file.deficiencies, story.calendar);
  for (int year : {2026, 2027}) {
    const Instant frozen = last + std::chrono::hours{pick(24 * 400)};
    const FigureGround ground{council, year, frozen, story.known, story.calendar};
    RC_ASSERT(in_order(observations_of(counted, ground)) ==
              in_order(plainly_observed(file, ground)));
    YearTally by_file{{council, year, story.known, story.calendar.zone()}};
    by_file.add(file);
    YearTally by_count{{council, year, story.known, story.calendar.zone(), frozen}};
    by_count.add(counted);
    RC_ASSERT(by_file.report({}) == by_count.report({}));
  }
}

TEST(CountedStory, AYearAndMomentAreFoundInTheCountOfAllYears) {
  support::expect_holds_in(stories, "all years at once tell each year and moment", [] {
    const Story story = any_story();
    for (int year : {2026, 2027}) {
      counts_alike(story, {council, year, any_moment(story), story.known, story.calendar});
    }
    later_moments_need_no_fold(story, any_person());
  });
  EXPECT_GT(seen_in_all, 20'000U);
}

}  // namespace
}  // namespace kallad::report::test::counted_story
