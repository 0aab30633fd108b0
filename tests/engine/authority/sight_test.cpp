// Where a sight begins and ends, at its edges: consent's last day, a party that leaves, one that
// consent no longer covers, protected identity, an offered coordination. Not the whole matrix.
#include "engine/authority/sight.hpp"

#include <gtest/gtest.h>

#include "tests/engine/authority/cast.hpp"

namespace kallad::authority_sight_test {
namespace {

using authority_cast::adults;
using authority_cast::caller_of;
using authority_cast::children;
using authority_cast::clinic;
using authority_cast::now_in;
using authority_cast::told;
using authority_cast::ward;
using between::local;

Caller staff_of(const UnitId& unit) {
  return caller_of("Lena Medarbetare", unit, {Position::attendee});
}

Sight of(const Caller& caller, const between::Story& story) {
  return authority::sight(caller, story.file, now_in(story));
}

/// The file as it was after that many events.
CaseFile folded_to(const between::Story& story, std::uint32_t events) {
  CaseFile file;
  file.running.id = story.file.running.id;
  for (const auto& entry : story.log) {
    if (entry.stamp.event <= events) file = between::evolve(file, entry.event, entry.stamp);
  }
  return file;
}

TEST(AuthoritySight, LastsThroughConsentsLastDayAndReachesToItsEnd) {
  between::Story story = told();
  story.file.running.consent.given->until = std::chrono::year{2026} / 3 / 3;
  const auto at = [&](LocalTime reading) {
    return Occasion{story.known, story.calendar, story.calendar.zone().to_instant(reading)};
  };
  const Caller caller = staff_of(clinic);
  const LocalTime last = local(2026, 3, 3, 23, 59) + std::chrono::seconds{59};
  EXPECT_EQ(authority::sight(caller, story.file, at(last)).of_case, CaseSight::party);
  const Sight after = authority::sight(caller, story.file, at(local(2026, 3, 4, 0, 0)));
  EXPECT_EQ(after.of_case, CaseSight::frozen);
  const Instant midnight = at(local(2026, 3, 4, 0, 0)).at;
  EXPECT_TRUE(after.horizon.reaches(1, midnight - std::chrono::milliseconds{1}));
  EXPECT_FALSE(after.horizon.reaches(1, midnight));
}

TEST(AuthoritySight, WithdrawnItReachesToTheWithdrawalAndNoFurther) {
  between::Story story = told();
  story.say(between::coordinator(), WithdrawConsent{"Anna Testsson", Capacity::person});
  const std::uint32_t withdrawn = story.file.running.events;
  story.say(between::coordinator(), RemoveParty{party_of(children), "Barnet är inte med"});
  ASSERT_TRUE(story.refused.empty());
  const Sight seen = of(staff_of(clinic), story);
  EXPECT_EQ(seen.of_case, CaseSight::frozen);
  EXPECT_EQ(seen.horizon.event, withdrawn);
  const CaseFile now = authority::redacted(story.file, seen);
  EXPECT_TRUE(now.running.person.name.empty());
  EXPECT_TRUE(now.running.meetings.empty());
  const CaseFile then = authority::redacted(folded_to(story, withdrawn), seen);
  EXPECT_EQ(then.running.person.name, "Anna Testsson");
  EXPECT_EQ(then.running.meetings.size(), 1U);
}

TEST(AuthoritySight, BeyondTheHorizonOnlyWhatGoesOnWithoutIdentityIsShown) {
  between::Story story = told(authority_cast::Situation::withdrawn);
  story.file.running.events += 1;
  const Sight seen = of(staff_of(clinic), story);
  const auto numbers = [&] {
    std::vector<std::uint32_t> all;
    for (const auto& one : authority::redacted(story.file, seen).deficiencies) {
      all.push_back(one.number);
    }
    return all;
  };
  EXPECT_EQ(numbers(), (std::vector<std::uint32_t>{2}));
  AnswerDeficiency answer;
  answer.number = 1;
  const Caller caller = staff_of(clinic);
  EXPECT_FALSE(authority::admit(caller, story.file, now_in(story), answer));
  story.file.deficiencies[0].identity_withheld = true;
  EXPECT_EQ(numbers(), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_TRUE(authority::admit(caller, story.file, now_in(story), answer));
}

/// What a page shows: the case as it stood, with the deficiencies that go on as they are.
TEST(AuthoritySight, AFrozenSightReadsTheCaseThenAndWhatGoesOnNow) {
  between::Story story = told(authority_cast::Situation::withdrawn);
  const Sight seen = of(staff_of(clinic), story);
  const CaseFile then = story.file;
  story.file.running.events += 1;
  story.file.deficiencies[0].state = DeficiencyState::at_council;
  story.file.deficiencies[1].state = DeficiencyState::completed;
  Deficiency later = story.file.deficiencies[0];
  later.number = 3;
  later.state = DeficiencyState::with_counterpart;
  later.identity_withheld = true;
  story.file.deficiencies.push_back(later);
  const auto states = [&] {
    std::vector<std::pair<std::uint32_t, DeficiencyState>> all;
    for (const auto& one : authority::redacted(then, story.file, seen).deficiencies)
      all.emplace_back(one.number, one.state);
    return all;
  };
  using enum DeficiencyState;
  using States = std::vector<std::pair<std::uint32_t, DeficiencyState>>;
  EXPECT_EQ(states(), (States{{1, with_counterpart}, {2, completed}, {3, with_counterpart}}))
      << "received with identity: as it was; its own, and what came without: as they are";
  story.file.deficiencies[0].identity_withheld = true;
  EXPECT_EQ(states(), (States{{1, with_counterpart}, {2, completed}, {3, with_counterpart}}))
      << "handed to others without identity: what it had received stays";
  story.file.deficiencies[0].sent->event += 1;
  EXPECT_EQ(states(), (States{{1, at_council}, {2, completed}, {3, with_counterpart}}))
      << "sent to it anew, without";
  EXPECT_EQ(authority::redacted(then, story.file, seen).running.person.name, "Anna Testsson");
}

TEST(AuthoritySight, APartyThatLeftKeepsWhatItHadReceived) {
  between::Story story = told();
  story.say(between::coordinator(), RemoveParty{party_of(clinic), "Flyttat"});
  ASSERT_TRUE(story.refused.empty());
  const Sight seen = of(staff_of(clinic), story);
  EXPECT_EQ(seen.of_case, CaseSight::frozen);
  EXPECT_EQ(seen.horizon.event, story.file.running.events);
  Acknowledge said;
  said.party = party_of(clinic);
  EXPECT_EQ(authority::admit(staff_of(clinic), story.file, now_in(story), said).denial().why.rule,
            "may_only_read");
}

TEST(AuthoritySight, APartyThatLeftBeforeItWasCoveredSeesNothing) {
  between::Story story = told();
  story.say(between::coordinator(), RemoveParty{party_of(children), "Inte med"});
  RecordConsent wider;
  wider.consent = *story.file.running.consent.given;
  wider.consent.except.clear();
  story.say(between::coordinator(), wider);
  ASSERT_TRUE(story.refused.empty());
  EXPECT_TRUE(of(staff_of(children), story).is_none());
}

TEST(AuthoritySight, AnExceptedPartyKeepsTheSummonsItHad) {
  between::Story story = told();
  RecordConsent narrower;
  narrower.consent = *story.file.running.consent.given;
  narrower.consent.except = {clinic};
  story.say(between::coordinator(), narrower);
  const Sight seen = of(staff_of(clinic), story);
  EXPECT_EQ(seen.of_case, CaseSight::frozen);
  EXPECT_EQ(seen.horizon.event, story.file.running.events);
}

TEST(AuthoritySight, ANewConsentOpensTheCaseAgain) {
  between::Story story = told();
  RecordConsent again;
  again.consent = *story.file.running.consent.given;
  story.say(between::coordinator(), WithdrawConsent{"Anna Testsson", Capacity::person});
  EXPECT_EQ(of(staff_of(clinic), story).of_case, CaseSight::frozen);
  story.say(between::coordinator(), again);
  EXPECT_EQ(of(staff_of(clinic), story).of_case, CaseSight::party);
}

TEST(AuthoritySight, WithProtectedIdentityOnlyNamedStaffSeeTheCaseAndNoPlace) {
  between::Story story = told(authority_cast::Situation::is_protected);
  Caller caller = staff_of(clinic);
  EXPECT_TRUE(of(caller, story).is_none());
  EXPECT_EQ(authority::admit(caller, story.file, now_in(story), CloseCase{}).denial().kind,
            DenialKind::unknown);
  caller.named_for = {CaseId{"anna"}};
  EXPECT_EQ(of(caller, story).of_case, CaseSight::party);
  const auto shown = authority::redacted(story.file, of(caller, story));
  EXPECT_FALSE(shown.running.meetings.at(0).notice.place);
  Caller foreign = staff_of(ward);
  foreign.named_for = caller.named_for;
  EXPECT_TRUE(of(foreign, story).is_none()) << "being named does not make a unit a party";
}

/// The offer stands, and consent has ended before its unit had received anything.
TEST(AuthoritySight, TheOfferedSeesAnOverviewAndMayAcceptOnly) {
  between::Story story = told();
  AddParty joins;
  joins.party = party_of(ward);
  story.say(between::coordinator(), joins);
  story.say(between::coordinator(), HandOverCoordination{{ward, "Olle Ny"}});
  ASSERT_TRUE(story.refused.empty());
  const Caller olle = caller_of("Olle Ny", ward, {Position::coordinator});
  EXPECT_EQ(of(olle, story).of_case, CaseSight::party);
  story.say({Role::person, UnitId{}, "Anna Testsson"},
            WithdrawConsent{"Anna Testsson", Capacity::person});
  ASSERT_TRUE(story.refused.empty());
  EXPECT_EQ(of(olle, story).of_case, CaseSight::overview);
  EXPECT_TRUE(authority::admit(olle, story.file, now_in(story), AcceptCoordination{}));
  EXPECT_EQ(authority::admit(olle, story.file, now_in(story), CloseCase{}).denial().why.rule,
            "not_own");
  EXPECT_TRUE(authority::redacted(story.file, of(olle, story)).running.person.name.empty());
  const Caller colleague = caller_of("Ola Annan", ward, {Position::coordinator});
  EXPECT_TRUE(of(colleague, story).is_none());
  const Caller namesake = caller_of("Olle Ny", adults, {Position::coordinator});
  EXPECT_FALSE(authority::admit(namesake, story.file, now_in(story), AcceptCoordination{}));
}

TEST(AuthoritySight, ANameAloneMakesNobodyChair) {
  const between::Story story = told();
  const CloseAttendance close;
  const Caller elsewhere = caller_of("Mats Mötesledare", ward, {Position::attendee});
  EXPECT_EQ(authority::admit(elsewhere, story.file, now_in(story), close).denial().kind,
            DenialKind::unknown);
  const Caller other = staff_of(clinic);
  EXPECT_EQ(authority::admit(other, story.file, now_in(story), close).denial().why.rule, "may_not");
  between::Story unnamed = told();
  unnamed.file.running.meetings.back().chair = "";
  const Caller blank = caller_of("", clinic, {Position::attendee});
  EXPECT_FALSE(authority::admit(blank, unnamed.file, now_in(unnamed), close));
}

}  // namespace
}  // namespace kallad::authority_sight_test
