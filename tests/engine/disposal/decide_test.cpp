// Disposing of a case copy by copy: what stands against it, who may, what is left. On the real
// machines, told by a story. Not the seal: tests/adapters/store/break_seal_test.cpp.
// Rules kept: domain 6; a human decides, and nothing of the person is left.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/authority/authority.hpp"
#include "engine/disposal/disposal_decide.hpp"
#include "tests/engine/between/story.hpp"

namespace kallad::between {
namespace {

const PrincipalId municipality{"helsingborg"};
const PrincipalId region{"region"};

Actor administrator() { return {Role::administrator, UnitId{}, "Alva Admin"}; }

/// Held on 20 March 2026 and closed two days later at the person's wish.
struct Closed : Story {
  Closed() {
    summoned().delivered(clinic).delivered(adults);
    close(Attendance::present);
    until(local(2026, 3, 22));
    say(coordinator(), CloseCase{ClosingReason::persons_wish, "Anna vill inte längre"});
    EXPECT_EQ(file.running.step, Step::closed);
  }
  /// The municipality's copy went in 2031; now it is 2036.
  Closed& without_the_municipality() {
    until(local(2031, 4, 1));
    EXPECT_EQ(say(administrator(), DisposeCopy{municipality}), Ids{"copy_disposed"});
    until(local(2036, 4, 1));
    return *this;
  }
};

TEST(Disposal, IsOfClosedCasesAloneWhoseDeficienciesAreDone) {
  Story story;
  story.summoned().delivered(clinic);
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}), Ids{"case_is_not_closed"});
  story.close(Attendance::absent);
  story.until(local(2026, 3, 22));
  story.say(coordinator(), CloseCase{ClosingReason::persons_wish, {}});
  ASSERT_EQ(story.file.running.step, Step::closed);
  ASSERT_EQ(story.standing(), 1U);
  story.until(local(2040, 1, 1));
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}), Ids{"deficiency_is_on_its_way"});
}

TEST(Disposal, ComesNotBeforeTheCopysOwnTime) {
  Closed story;
  story.until(local(2031, 3, 22, 23, 59));
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}), Ids{"copy_is_kept_by_law"});
  story.until(local(2031, 3, 23, 0, 0));
  EXPECT_EQ(story.say(administrator(), DisposeCopy{region}), Ids{"copy_is_kept_by_law"})
      << "health care keeps ten years";
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}), Ids{"copy_disposed"});
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}), Ids{"copy_is_disposed"});
  EXPECT_EQ(story.say(administrator(), DisposeCopy{PrincipalId{"malmo"}}), Ids{"copy_unknown"});
  story.replays();
}

TEST(Disposal, OfTheFirstCopyLeavesTheOtherOwnersCaseAsItWas) {
  Closed story;
  story.without_the_municipality();
  EXPECT_EQ(story.file.running.person.name, "Anna Testsson");
  const Occasion occasion{story.known, story.calendar, story.now};
  const auto sees = [&](const UnitId& unit) {
    const Caller caller{
        "account", "Eva Chef", unit, {Position::unit_head, Position::coordinator}, {}};
    return authority::sight(caller, story.file, occasion).of_case;
  };
  EXPECT_EQ(sees(adults), CaseSight::none) << "it coordinated, and its copy is gone";
  EXPECT_EQ(sees(clinic), CaseSight::party) << "its own copy is not due, and the consent stands";
}

TEST(Disposal, OfTheLastCopyLeavesWhatTheCaseCountedAsAndNothingElse) {
  Closed story;
  const auto counted = count::counted(story.file.running, story.file.deficiencies, story.calendar);
  ASSERT_FALSE(counted.observations.empty());
  story.without_the_municipality();
  EXPECT_EQ(story.say(administrator(), DisposeCopy{region}), Ids{"case_disposed"});
  EXPECT_FALSE(story.file.running.is_opened());
  EXPECT_TRUE(story.file.running.parties.empty());
  EXPECT_EQ(story.file.running.person.name, "");
  ASSERT_TRUE(story.file.disposal.counted.has_value());
  EXPECT_EQ(*story.file.disposal.counted, count::coarsened(counted, story.known));
  ASSERT_EQ(story.file.disposal.disposed.size(), 2U);
  EXPECT_EQ(story.file.disposal.disposed[0].principal, municipality);
  EXPECT_EQ(story.file.disposal.disposed[1].units, std::vector<UnitId>{clinic});
  EXPECT_TRUE(due(story.file, {story.known, story.routines, story.calendar, {}}).empty());
  story.replays();
}

TEST(Disposal, NothingIsSaidToACaseThatIsGone) {
  Closed story;
  story.without_the_municipality();
  story.say(administrator(), DisposeCopy{region});
  EXPECT_EQ(story.say(administrator(), DisposeCopy{region}), Ids{"case_is_disposed"});
  EXPECT_EQ(story.say(coordinator(), CloseCase{}), Ids{"case_is_disposed"});
  EXPECT_EQ(story.say(coordinator(), OpenCase{}), Ids{"case_is_disposed"});
}

TEST(Disposal, TheLastEntryMovesTheClockAndADecisionDoesNot) {
  Closed story;
  story.until(local(2027, 1, 10));
  WriteDeficiency late;
  late.party = clinic;
  late.event_date = Date{std::chrono::year{2026}, std::chrono::March, std::chrono::day{20}};
  late.what_happened = "Ingen kopia av planen kom";
  ASSERT_EQ(story.say(of_unit(adults), late), Ids{"deficiency_written"});
  const auto number = static_cast<std::uint32_t>(story.file.deficiencies.size());
  ASSERT_EQ(story.say(of_unit(adults), WithdrawDeficiency{{number}, "Den hade kommit"}),
            Ids{"deficiency_withdrawn"});
  story.until(local(2031, 6, 1));
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}), Ids{"copy_is_kept_by_law"});
  story.until(local(2032, 1, 11));
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}), Ids{"copy_disposed"});
  story.until(local(2037, 1, 11));
  EXPECT_EQ(story.say(administrator(), DisposeCopy{region}), Ids{"case_disposed"});
}

TEST(Disposal, WhatIsKeptForResearchIsNotDisposedOf) {
  Closed story;
  story.known.retentions[municipality] = {RetentionLaw::social_services, ResearchSample::all};
  story.until(local(2033, 1, 1));
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}),
            Ids{"copy_is_kept_for_research"});
}

TEST(Disposal, ACopyIsKeptWithAReasonAndNotIntoThePast) {
  Closed story;
  story.until(local(2033, 1, 1));
  const auto until = Date{std::chrono::year{2032}, std::chrono::December, std::chrono::day{31}};
  EXPECT_EQ(story.say(administrator(), KeepCopy{municipality, " ", until}),
            (Ids{"reason_required", "day_has_passed"}));
  EXPECT_EQ(story.say(administrator(), KeepCopy{municipality, "Tillsyn pågår", {}}),
            Ids{"copy_kept"});
  ASSERT_EQ(story.file.disposal.kept.size(), 1U);
  EXPECT_EQ(story.say(administrator(), KeepCopy{municipality, "Tillsyn pågår", {}}), Ids{})
      << "it stands already";
  EXPECT_EQ(story.say(administrator(), DisposeCopy{municipality}), Ids{"copy_disposed"})
      << "a new decision takes the place of the one before";
}

TEST(Disposal, IsForHeadsOfTheOwnHuvudmanAndForAdministrators) {
  Closed story;
  story.until(local(2033, 1, 1));
  const Occasion occasion{story.known, story.calendar, story.now};
  const auto may = [&](const UnitId& unit, Position position, const PrincipalId& principal) {
    const Caller caller{"account", "Eva Chef", unit, {position}, {}};
    return bool(
        authority::admit(caller, story.file, occasion, FileCommand{DisposeCopy{principal}}));
  };
  EXPECT_TRUE(may(adults, Position::unit_head, municipality));
  EXPECT_TRUE(may(clinic, Position::unit_head, region));
  EXPECT_FALSE(may(clinic, Position::unit_head, municipality)) << "each nämnd decides for itself";
  EXPECT_FALSE(may(adults, Position::coordinator, municipality));
  EXPECT_FALSE(may(ward, Position::unit_head, region)) << "it has no part in the case";
  EXPECT_TRUE(may(UnitId{}, Position::administrator, region));
  EXPECT_FALSE(may(UnitId{}, Position::auditor, region));
}

}  // namespace
}  // namespace kallad::between
