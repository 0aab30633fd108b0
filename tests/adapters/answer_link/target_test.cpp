// Tests of where a link leads and whether it still does, in a case told through the real engine.
// Not of the token. Each state of LinkState is reached here by what people do.
#include <gtest/gtest.h>

#include "tests/adapters/answer_link/world.hpp"

namespace kallad::links {
namespace {

using support::adults;
using support::care_centre;
using support::police;
using support::reception;

ChangeMeeting moved(LocalTime starts) {
  ChangeMeeting change;
  change.starts = starts;
  return change;
}

CloseAttendance closing() {
  CloseAttendance marks;
  marks.marks = {{party_of(adults), Attendance::present, {}, {}},
                 {the_reception, Attendance::present, {}, {}}};
  return marks;
}

AnswerSummons forwarding() {
  AnswerSummons said = answer(the_reception, AnswerKind::forwarded);
  said.forward_to = care_centre;
  return said;
}

TEST(LinkTarget, OfASummonsIsItsSeat) {
  World world;
  const CaseFile file = world.file();
  for (const PartyId& party : {party_of(adults), the_reception, party_of(police), anna}) {
    const auto target = answer_link::find(file, world.link(party));
    ASSERT_TRUE(target) << party.text;
    EXPECT_EQ(target->seat->party, party);
    EXPECT_EQ(target->party->id, party);
    EXPECT_EQ(target->place, 0U);
    EXPECT_TRUE(target->is_present_version);
    EXPECT_EQ(world.state(world.link(party)), LinkState::alive);
    EXPECT_EQ(world.state(world.check_in(party)), LinkState::alive);
  }
}

TEST(LinkTarget, OfOneSeatOpensNoOther) {
  World world;
  std::vector<LinkName> all;
  for (const PartyId& party : {party_of(adults), the_reception, party_of(police), anna}) {
    all.push_back(world.link(party));
  }
  all.push_back(world.name_substitute("Sara Skift", staff(reception)));
  for (std::size_t one = 0; one < all.size(); ++one) {
    for (std::size_t other = 0; other < one; ++other) EXPECT_FALSE(all[one] == all[other]);
  }
}

// Whatever a link is made to name, it leads to the seat whose mark it bears, or nowhere: here all
// names that a case of three versions can be asked for.
TEST(LinkTarget, LeadsToTheSeatOfItsMarkOrNowhere) {
  World world;
  world.name_substitute("Sara Skift", staff(reception));
  world.tell(coordinator, moved(march(23, 13)));
  world.tell(coordinator, moved(march(24, 13)));
  const CaseFile file = world.file();
  std::size_t found = 0;
  for (std::uint32_t event = 0; event < file.running.events + 2; ++event) {
    for (const PartyId& party :
         {party_of(adults), the_reception, party_of(police), anna, PartyId{"okänd"}}) {
      for (const LinkHolder holder :
           {LinkHolder::party, LinkHolder::substitute, LinkHolder::check_in}) {
        LinkName name{holder, file.running.id, event, mark_of(party)};
        const auto target = answer_link::find(file, name);
        EXPECT_TRUE(!target || target->seat->party == party) << event << party.text;
        found += target ? 1U : 0U;
        name.of_case = CaseId{"another-case"};
        EXPECT_FALSE(answer_link::find(file, name));
      }
    }
  }
  // Three versions of four seats, each with a link to answer and one to check in; one substitute.
  EXPECT_EQ(found, 3U * 4U * 2U + 1U);
}

TEST(LinkState, IsDeadInAnotherCaseAndInNone) {
  World world;
  LinkName name = world.link(the_reception);
  name.of_case = CaseId{"another-case"};
  EXPECT_EQ(world.state(name), LinkState::dead);
  EXPECT_EQ(answer_link::state_of({}, name, world.ground(), world.now), LinkState::dead);
}

TEST(LinkState, IsSupersededWhenANewTimeWasSentAndTheNewLinkLives) {
  World world;
  const LinkName first = world.link(the_reception);
  const LinkName of_first = world.name_substitute("Sara Skift", staff(reception));
  world.tell(coordinator, moved(march(24, 10)));
  EXPECT_EQ(world.state(first), LinkState::superseded);
  EXPECT_EQ(world.state(of_first), LinkState::superseded);
  EXPECT_FALSE(answer_link::find(world.file(), first)->is_present_version);
  EXPECT_FALSE(world.link(the_reception) == first);
  EXPECT_EQ(world.state(world.link(the_reception)), LinkState::alive);
}

TEST(LinkState, OfASubstituteDiesWhenAnotherIsNamedInstead) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  EXPECT_EQ(world.state(sara), LinkState::alive);
  const LinkName omar = world.name_substitute("Omar Ordning", staff(reception));
  EXPECT_EQ(world.state(sara), LinkState::replaced);
  EXPECT_EQ(world.state(omar), LinkState::alive);
  EXPECT_EQ(world.state(world.link(the_reception)), LinkState::alive);
}

TEST(LinkState, OfAChainEachSubstituteHasAnOwnLinkAndTheFirstOutlivesItsFollower) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  world.confirm("Sara Skift");
  const LinkName omar = world.name_substitute("Omar Ordning", substitute("Sara Skift"));
  EXPECT_EQ(world.state(sara), LinkState::alive);
  EXPECT_EQ(world.state(omar), LinkState::alive);
  EXPECT_EQ(answer_link::find(world.file(), sara)->place, 1U);
  EXPECT_EQ(answer_link::find(world.file(), omar)->place, 2U);
  const LinkName petra = world.name_substitute("Petra Pålitlig", substitute("Sara Skift"));
  EXPECT_EQ(world.state(omar), LinkState::replaced);
  EXPECT_EQ(world.state(petra), LinkState::alive);
  EXPECT_EQ(world.state(sara), LinkState::alive);
}

TEST(LinkState, OfASubstituteWhoSaidNoIsDeclined) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  DeclineSubstitution no;
  no.party = the_reception;
  world.tell(substitute("Sara Skift"), no);
  EXPECT_EQ(world.state(sara), LinkState::declined);
  EXPECT_EQ(world.state(world.link(the_reception)), LinkState::alive);
}

TEST(LinkState, OfASubstituteDiesWhenThePartyComesItself) {
  World world;
  const LinkName sara = world.name_substitute("Sara Skift", staff(reception));
  TakeBackSeat back;
  back.party = the_reception;
  world.tell(staff(reception), back);
  EXPECT_EQ(world.state(sara), LinkState::taken_back);
  const LinkName omar = world.name_substitute("Omar Ordning", staff(reception));
  world.tell(staff(reception), answer(the_reception, AnswerKind::attends));
  EXPECT_EQ(world.state(omar), LinkState::taken_back);
}

TEST(LinkState, OfAForwardedSummonsDiesWhenItIsTakenBack) {
  World world;
  world.tell(staff(reception), forwarding());
  const LinkName received = world.link(party_of(care_centre));
  EXPECT_EQ(world.state(received), LinkState::alive);
  world.tell(staff(reception), answer(the_reception, AnswerKind::attends));
  EXPECT_EQ(world.state(received), LinkState::taken_back);
  EXPECT_EQ(world.state(world.link(the_reception)), LinkState::alive);
}

TEST(LinkState, IsRevokedWhenTheSamePartyIsCalledAnew) {
  World world;
  world.tell(staff(reception), forwarding());
  const LinkName first = world.link(party_of(care_centre));
  world.tell(staff(reception), answer(the_reception, AnswerKind::attends));
  world.tell(staff(reception), forwarding());
  EXPECT_EQ(world.state(first), LinkState::revoked);
  EXPECT_EQ(world.state(world.link(party_of(care_centre))), LinkState::alive);
}

TEST(LinkState, SaysThatTheMeetingIsCancelled) {
  World world;
  const LinkName name = world.link(the_reception);
  world.tell(coordinator, CancelMeeting{"Sjukdom"});
  EXPECT_EQ(world.state(name), LinkState::cancelled);
}

TEST(LinkState, SaysThatTheMeetingWasNotHeld) {
  World world;
  const LinkName name = world.link(the_reception);
  world.tell(staff(reception), answer(the_reception, AnswerKind::attends));
  world.until(march(20, 13));
  world.tell(coordinator, OpenMeeting{});
  world.tell(coordinator, CallOffMeeting{{the_reception}, {}, {}});
  EXPECT_EQ(world.state(name), LinkState::not_held);
}

TEST(LinkState, IsOverWhenAttendanceIsClosed) {
  World world;
  const LinkName name = world.link(the_reception);
  world.until(march(20, 13));
  EXPECT_EQ(world.state(name), LinkState::alive);
  world.tell(coordinator, OpenMeeting{});
  EXPECT_EQ(world.state(name), LinkState::alive);
  world.tell(coordinator, closing());
  EXPECT_EQ(world.state(name), LinkState::agreement) << "of a huvudman that is asked to agree";
  EXPECT_EQ(world.state(world.link(anna)), LinkState::over);
}

TEST(LinkState, IsOverTwoWeeksAfterTheStartWhereNobodyClosesAttendance) {
  World world;
  const LinkName name = world.link(the_reception);
  const Zone& zone = support::sweden().zone();
  // Summer time has begun in between: the day is counted on the wall's calendar.
  const auto last = support::wall(support::day(2026, 4, 3), support::last_second);
  world.now = zone.to_instant(last);
  EXPECT_EQ(world.state(name), LinkState::alive);
  world.now += std::chrono::seconds{1};
  EXPECT_EQ(world.state(name), LinkState::over);
}

TEST(LinkState, SaysThatConsentIsWithdrawnBeforeAllElse) {
  World world;
  const LinkName name = world.link(the_reception);
  world.tell(coordinator, moved(march(24, 10)));
  world.tell(coordinator, WithdrawConsent{"Anna Exempel", Capacity::person});
  EXPECT_EQ(world.state(name), LinkState::consent_withdrawn);
  EXPECT_EQ(world.state(world.link(anna)), LinkState::consent_withdrawn);
}

TEST(LinkState, OfAUnitEndsWithConsentThatNoLongerCoversIt) {
  World world;
  RecordConsent narrower;
  narrower.consent.given_by = {{"Anna Exempel", Capacity::person}};
  narrower.consent.from = support::day(2026, 3, 2);
  narrower.consent.until = support::day(2026, 3, 10);
  narrower.consent.except = {reception};
  world.tell(coordinator, narrower);
  EXPECT_EQ(world.state(world.link(the_reception)), LinkState::outside_consent);
  EXPECT_EQ(world.state(world.link(party_of(adults))), LinkState::alive);
  world.until(march(10, 23, 59));
  EXPECT_EQ(world.state(world.link(party_of(adults))), LinkState::alive);
  world.until(march(11, 0, 0));
  EXPECT_EQ(world.state(world.link(party_of(adults))), LinkState::outside_consent);
  EXPECT_EQ(world.state(world.link(anna)), LinkState::alive);
}

TEST(LinkState, SaysThatThePartyHasLeft) {
  World world;
  const LinkName name = world.link(the_reception);
  world.tell(coordinator, RemoveParty{the_reception, "Fel enhet"});
  EXPECT_EQ(world.state(name), LinkState::party_left);
}

TEST(LinkState, SaysThatTheCaseIsClosed) {
  World world;
  const LinkName name = world.link(the_reception);
  world.tell(coordinator, CloseCase{ClosingReason::persons_wish, {}});
  EXPECT_EQ(world.state(name), LinkState::case_closed);
}

TEST(LinkInLetter, IsThePartysOrTheSubstitutesOrNone) {
  World world;
  world.name_substitute("Sara Skift", staff(reception));
  const CaseFile file = world.file();
  const auto in = [&](WishKind kind, const PartyId& to) {
    return answer_link::link_in(file, {kind, 1, to});
  };
  EXPECT_EQ(in(WishKind::summons, the_reception), world.link(the_reception));
  EXPECT_EQ(in(WishKind::reminder_to_head, the_reception), world.link(the_reception));
  EXPECT_EQ(in(WishKind::decline_explained, the_reception), world.link(the_reception));
  EXPECT_EQ(in(WishKind::substitute_link, the_reception), world.last_substitute(the_reception));
  EXPECT_EQ(in(WishKind::substitute_link, party_of(adults)), std::nullopt);
  EXPECT_EQ(in(WishKind::cancellation, the_reception), std::nullopt);
  EXPECT_EQ(in(WishKind::draft_to_coordinator, the_reception), std::nullopt);
  EXPECT_EQ(in(WishKind::summons, PartyId{"okänd"}), std::nullopt);
  EXPECT_EQ(answer_link::link_in(file, {WishKind::summons, 9, the_reception}), std::nullopt);
}

}  // namespace
}  // namespace kallad::links
