// Examples: which case can be one, and what is left of it when it goes. On the real machines, told
// by a story. Not the key that is destroyed (tests/adapters/gone) and not the page.
// Rules kept: no case of a person can be made an example and taken away; what was invented counts
// as nothing.
#include <gtest/gtest.h>

#include "engine/authority/authority.hpp"
#include "tests/engine/between/story.hpp"

namespace kallad::between::example_test {
namespace {

Actor administrator() { return {Role::administrator, UnitId{}, "Alva Admin"}; }

/// Opened, as a story opens it, and marked before anything else.
struct Example : Story {
  Example() {
    OpenCase open;
    open.person.name = "Anna Testsson";
    open.need = "Boende";
    open.council = known.councils.begin()->first;
    open.agreement = known.agreements.begin()->first;
    open.coordinator = {adults, "Siv Samordnare"};
    EXPECT_EQ(say(coordinator(), open), Ids{"case_opened"});
    EXPECT_EQ(say(coordinator(), MarkExample{}), Ids{"example_marked"});
  }
};

TEST(Example, IsMarkedRightAfterTheOpeningAndOnce) {
  Example story;
  EXPECT_TRUE(story.file.disposal.is_example);
  EXPECT_EQ(story.say(coordinator(), MarkExample{}), Ids{}) << "it is one already";
  story.replays();
}

TEST(Example, NoCaseInWhichSomethingHasHappenedBecomesOne) {
  Story story;
  story.prepared();
  EXPECT_EQ(story.say(administrator(), MarkExample{}), Ids{"case_has_begun"});
  EXPECT_EQ(story.say(administrator(), RemoveExample{}), Ids{"case_is_no_example"});
  EXPECT_FALSE(story.file.disposal.is_example);
  Story unopened;
  EXPECT_EQ(unopened.say(administrator(), MarkExample{}), Ids{"case_unknown"});
}

TEST(Example, IsRemovedWhereverItStandsAndNothingIsLeft) {
  Example story;
  ASSERT_EQ(story.file.running.step, Step::preparation);
  EXPECT_EQ(story.say(administrator(), RemoveExample{}), Ids{"example_removed"});
  EXPECT_FALSE(story.file.running.is_opened());
  EXPECT_EQ(story.file.running.person.name, "");
  EXPECT_TRUE(story.file.disposal.fact.has_value());
  EXPECT_FALSE(story.file.disposal.counted.has_value()) << "it counts as nothing";
  EXPECT_TRUE(story.file.disposal.disposed.empty()) << "nobody had a copy";
  EXPECT_TRUE(story.wishes.empty());
  EXPECT_TRUE(due(story.file, {story.known, story.routines, story.calendar, {}}).empty());
  for (const FileCommand& said : {FileCommand{RemoveExample{}}, FileCommand{MarkExample{}},
                                  FileCommand{OpenCase{}}, FileCommand{CloseCase{}}})
    EXPECT_EQ(story.say(administrator(), said), Ids{"example_is_removed"});
  story.replays();
}

TEST(Example, ThatIsDisposedOfByItselfCountsAsNothingEither) {
  Example story;
  AddParty party;
  party.party = PartyId{adults.text};
  party.kind = PartyKind::unit;
  ASSERT_EQ(story.say(coordinator(), party), Ids{"party_added"});
  ASSERT_EQ(story.say(coordinator(), CloseCase{ClosingReason::opened_by_mistake, {}}),
            Ids{"case_closed"});
  story.until(local(2040, 1, 1));
  ASSERT_EQ(story.say(administrator(), DisposeCopy{PrincipalId{"helsingborg"}}),
            Ids{"case_disposed"});
  EXPECT_EQ(story.file.disposal.counted, count::CountedCase{});
}

TEST(Example, IsMarkedAndRemovedByNoAccount) {
  Example story;
  const Occasion occasion{story.known, story.calendar, story.now};
  for (const Position position : {Position::administrator, Position::coordinator,
                                  Position::unit_head, Position::council_secretary}) {
    const Caller caller{"account", "Siv Samordnare", adults, {position}, {}};
    for (const FileCommand& said : {FileCommand{MarkExample{}}, FileCommand{RemoveExample{}}})
      EXPECT_FALSE(authority::admit(caller, story.file, occasion, said));
  }
}

}  // namespace
}  // namespace kallad::between::example_test
