// Properties over random stories: whatever is said by whomever in whatever order, and however time
// passes between, the machines and the folds agree (the engine stops the process where they do
// not), a replay gives the same state, a refusal changes nothing, and of deficiencies there is at
// most one for a party and a meeting, each citing facts of the log. Not the rules one by one: those
// are the other files.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <iostream>
#include <set>

#include "engine/case/case_decide.hpp"
#include "tests/engine/between/any_story.hpp"
#include "tests/support/many.hpp"

namespace kallad::between::property_test {
namespace {

constexpr int stories = 48'000;
/// What a run must come to (faults, row 11).
constexpr std::size_t fewest_events = 1'000'000;
std::size_t events_told = 0;

bool was_summoned(const Story& story, const PartyId& id) {
  const Party* party = casework::find_party(story.file.running, id);
  return party && party->calling == Calling::summoned;
}

void holds_deficiencies(const Story& story) {
  std::set<std::pair<std::uint32_t, PartyId>> seen;
  for (const auto& one : story.file.deficiencies) {
    if (one.state == DeficiencyState::withdrawn) continue;
    if (one.meeting != 0) RC_ASSERT(seen.emplace(one.meeting, one.party).second);
    if (one.origin == Origin::automatic) RC_ASSERT(!one.kinds.empty() && one.facts.size() >= 2);
    for (const auto& fact : one.facts) RC_ASSERT(fact.event >= 1 && fact.event <= story.log.size());
    RC_ASSERT(one.origin == Origin::written || was_summoned(story, one.party));
  }
}

void tell_any_story() {
  Story story;
  story.summoned();
  const int length = 1 + pick(60);
  for (int i = 0; i < length; ++i) {
    say_anything(story);
    holds_deficiencies(story);
  }
  story.replays();
  events_told += story.log.size();
  RC_CLASSIFY(!story.file.deficiencies.empty(), "with a deficiency");
  RC_CLASSIFY(story.file.running.meetings.size() > 1, "with several meetings");
  RC_CLASSIFY(story.log.size() > 30, "with more than 30 events");
  RC_ASSERT(!::testing::Test::HasFailure());
}

TEST(StoryProperties, AnyStoryKeepsItsPromises) {
  support::expect_holds_in(stories, "any story keeps its promises", tell_any_story);
  std::cout << "events in all stories: " << events_told << '\n';
  EXPECT_GE(events_told, fewest_events);
}

}  // namespace
}  // namespace kallad::between::property_test
