// A SIP at discharge from hospital (SVU): what the case knows of it, what the law's times demand,
// and what becomes of the kallelse. How each limit is reckoned is tested in tests/engine/deadline.
// Rules kept: domain 4 (lag 2017:612), rulings "Dates" and "Edge cases".
#include <algorithm>

#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

/// Admitted on Monday 2 March at 8.00 with its notice at once, in a case with consent.
DischargeFacts admitted(const World& world) {
  DischargeFacts facts;
  facts.admitted_at = world.zone().to_instant(clock_at(day(2026, 3, 2), 8));
  facts.admission_notice_at = facts.admitted_at;
  return facts;
}

/// The notice of utskrivningsklar was sent on a day at an hour; open care is in place since the
/// admission.
DischargeFacts ready(const World& world, Date on, int hour, int minute = 0) {
  DischargeFacts facts = admitted(world);
  facts.ready_notice_at = world.zone().to_instant(clock_at(on, hour, minute));
  facts.open_care = OpenCare::in_place;
  facts.open_care_in_place_at = facts.admitted_at;
  return facts;
}

/// Told when the last of it has happened.
World known(const DischargeFacts& facts) {
  World world = consented(CaseKind::discharge);
  for (const auto& moment :
       {facts.admitted_at, facts.ready_notice_at, facts.ready_notice_withdrawn_at,
        facts.summons_sent_at, facts.discharged_at}) {
    if (moment) world.now = std::max(world.now, *moment);
  }
  return world.must(coordinator(), RecordDischargeFacts{facts});
}

std::vector<std::string> times(const World& world, DueKind kind) {
  std::vector<std::string> all;
  for (const auto& row : world.due(kind)) all.push_back(iso(row.at));
  return all;
}

using Times = std::vector<std::string>;

TEST(Discharge, FactsAreOfADischargeCaseAndPossible) {
  EXPECT_EQ(rules_of(consented().ask(coordinator(), RecordDischargeFacts{})),
            Rules{"not_a_discharge_case"});
  World world = consented(CaseKind::discharge);
  auto facts = admitted(world);
  facts.discharged_at = *facts.admitted_at - std::chrono::hours{1};
  EXPECT_EQ(rules_of(world.ask(coordinator(), RecordDischargeFacts{facts})),
            Rules{"discharged_before_admission"});
  facts.discharged_at = facts.admitted_at;
  EXPECT_EQ(rules_of(world.ask(coordinator(), RecordDischargeFacts{facts})), Rules{});
  facts.agreed_summons_days = 367;
  EXPECT_EQ(rules_of(world.ask(coordinator(), RecordDischargeFacts{facts})),
            Rules{"discharge_days_out_of_range"});
}

TEST(Discharge, FactsAreOfWhatHasHappened) {
  World world = consented(CaseKind::discharge);
  using Moment = std::optional<Instant> DischargeFacts::*;
  const std::vector<std::pair<std::string, Moment>> moments{
      {"admitted_at", &DischargeFacts::admitted_at},
      {"admission_notice_at", &DischargeFacts::admission_notice_at},
      {"ready_notice_at", &DischargeFacts::ready_notice_at},
      {"ready_notice_withdrawn_at", &DischargeFacts::ready_notice_withdrawn_at},
      {"summons_sent_at", &DischargeFacts::summons_sent_at},
      {"fast_contact_at", &DischargeFacts::fast_contact_at},
      {"discharged_at", &DischargeFacts::discharged_at},
      {"open_care_in_place_at", &DischargeFacts::open_care_in_place_at},
      {"plan_informed_at", &DischargeFacts::plan_informed_at}};
  for (const auto& [field, moment] : moments) {
    auto facts = admitted(world);
    facts.*moment = world.now;
    EXPECT_EQ(rules_of(world.ask(coordinator(), RecordDischargeFacts{facts})), Rules{}) << field;
    facts.*moment = world.now + std::chrono::milliseconds{1};
    const Said said = world.ask(coordinator(), RecordDischargeFacts{facts});
    EXPECT_EQ(rules_of(said), Rules{"discharge_fact_to_come"}) << field;
    EXPECT_EQ(data_of(said), (Data{{"field", field}}));
  }
}

TEST(Discharge, WhatIsNotToldIsNotKnownAndDemandsNothing) {
  World world = consented(CaseKind::discharge);
  EXPECT_TRUE(times(world, DueKind::admission_notice_due).empty());
  EXPECT_TRUE(times(world, DueKind::discharge_summons_due).empty());
  EXPECT_TRUE(times(world, DueKind::payment_begins).empty());
}

TEST(Discharge, TheAdmissionNoticeIsDueWithinTwentyFourHoursAlsoOverAClockChange) {
  World world = consented(CaseKind::discharge);
  DischargeFacts facts;
  facts.admitted_at =
      world.zone().to_instant(clock_at(day(2026, 3, 28), 12));  // Saturday, in winter time
  world.now = *facts.admitted_at;
  world.must(coordinator(), RecordDischargeFacts{facts});
  EXPECT_EQ(times(world, DueKind::admission_notice_due), Times{"2026-03-29T11:00:01Z"});
  facts.admission_notice_at = *facts.admitted_at + std::chrono::hours{24};
  world.now = *facts.admission_notice_at;
  world.must(coordinator(), RecordDischargeFacts{facts});
  EXPECT_TRUE(times(world, DueKind::admission_notice_due).empty());
}

TEST(Discharge, TheKallelseIsDueThreeDaysAfterTheNotice) {
  World world = consented(CaseKind::discharge);
  world = known(ready(world, day(2026, 3, 10), 11));
  EXPECT_EQ(times(world, DueKind::discharge_summons_due), Times{"2026-03-13T23:00:00Z"});
}

TEST(Discharge, ALastDayForTheKallelseOnAHolidayMovesOn) {
  const World world = consented(CaseKind::discharge);
  // Three days from Tuesday 31 March is Good Friday: the next working day is Tuesday 7 April.
  EXPECT_EQ(times(known(ready(world, day(2026, 3, 31), 9)), DueKind::discharge_summons_due),
            Times{"2026-04-07T22:00:00Z"});
  // Three days from Monday 21 December is Christmas Eve: the next is Monday 28 December.
  EXPECT_EQ(times(known(ready(world, day(2026, 12, 21), 9)), DueKind::discharge_summons_due),
            Times{"2026-12-28T23:00:00Z"});
}

TEST(Discharge, TheCasesOwnKallelseCounts) {
  World world = consented(CaseKind::discharge);
  world = known(ready(world, day(2026, 3, 2), 9));
  world.at(day(2026, 3, 3), 10).must(coordinator(), summons_to(clock_at(day(2026, 3, 6), 13)));
  EXPECT_EQ(world.running.discharge.summons_sent_at, world.now);
  EXPECT_TRUE(times(world, DueKind::discharge_summons_due).empty());
}

TEST(Discharge, AKallelseSentBeforeTheNoticeCountsAlsoWhenTheFactsAreToldAfterwards) {
  World world = consented(CaseKind::discharge);
  world.must(coordinator(), summons_to(clock_at(day(2026, 3, 6), 13)));
  const Instant sent = world.now;
  world.at(day(2026, 3, 4), 10)
      .must(coordinator(), RecordDischargeFacts{ready(world, day(2026, 3, 4), 9)});
  EXPECT_EQ(world.running.discharge.summons_sent_at, sent);
  EXPECT_TRUE(times(world, DueKind::discharge_summons_due).empty());
  EXPECT_EQ(times(world, DueKind::payment_begins), Times{"2026-03-06T23:00:00Z"});
}

TEST(Discharge, TheFirstKallelseCountsAlsoAfterTheMeetingHasMoved) {
  World world = consented(CaseKind::discharge);
  world.must(coordinator(), summons_to(clock_at(day(2026, 3, 6), 13)));
  const Instant sent = world.now;
  world.at(day(2026, 3, 5), 10).must(coordinator(), moved_to(clock_at(day(2026, 3, 9), 13)));
  world.must(coordinator(), RecordDischargeFacts{ready(world, day(2026, 3, 5), 9)});
  EXPECT_EQ(world.running.discharge.summons_sent_at, sent);
}

TEST(Discharge, AnOfficialsMeetingIsNoKallelse) {
  World world = consented(CaseKind::discharge);
  world.must(coordinator(),
             CallOfficialsMeeting{clock_at(day(2026, 3, 3), 13), {}, {}, "Förbered"});
  world.must(coordinator(), RecordDischargeFacts{ready(world, day(2026, 3, 2), 9)});
  EXPECT_FALSE(world.running.discharge.summons_sent_at);
  EXPECT_EQ(times(world, DueKind::discharge_summons_due), Times{"2026-03-05T23:00:00Z"});
}

TEST(Discharge, AKallelseToldOfByTheHospitalIsKeptAsTold) {
  World world = consented(CaseKind::discharge);
  auto facts = ready(world, day(2026, 3, 10), 9);
  facts.summons_sent_at = *facts.ready_notice_at + std::chrono::hours{3};
  world = known(facts);
  world.at(day(2026, 3, 11), 9).must(coordinator(), summons_to(clock_at(day(2026, 3, 13), 13)));
  EXPECT_EQ(world.running.discharge.summons_sent_at, facts.summons_sent_at);
}

TEST(Discharge, AnOrdinaryCaseKnowsNothingOfIt) {
  EXPECT_FALSE(called().running.discharge.summons_sent_at);
}

TEST(Discharge, PaymentBeginsOnTheThirdDayOrTheFourthAfterNoon) {
  const World world = consented(CaseKind::discharge);
  const auto begins = [&](int hour, int minute, std::chrono::milliseconds more) {
    auto facts = ready(world, day(2026, 3, 10), hour, minute);
    *facts.ready_notice_at += more;
    facts.summons_sent_at = facts.ready_notice_at;
    return times(known(facts), DueKind::payment_begins);
  };
  using std::chrono::milliseconds;
  EXPECT_EQ(begins(11, 59, milliseconds{0}), Times{"2026-03-12T23:00:00Z"});
  EXPECT_EQ(begins(12, 0, milliseconds{0}), Times{"2026-03-12T23:00:00Z"});
  EXPECT_EQ(begins(12, 0, milliseconds{1}), Times{"2026-03-13T23:00:00Z"});
  EXPECT_EQ(begins(23, 59, milliseconds{0}), Times{"2026-03-13T23:00:00Z"});
}

TEST(Discharge, NoonIsTheWallsAlsoAfterTheClockChange) {
  const World world = consented(CaseKind::discharge);
  auto facts = ready(world, day(2026, 3, 30), 12);  // the day after the clocks went forward
  facts.summons_sent_at = facts.ready_notice_at;
  EXPECT_EQ(times(known(facts), DueKind::payment_begins), Times{"2026-04-01T22:00:00Z"});
  *facts.ready_notice_at += std::chrono::seconds{1};
  EXPECT_EQ(times(known(facts), DueKind::payment_begins), Times{"2026-04-02T22:00:00Z"});
}

TEST(Discharge, PaymentIsNotGuessed) {
  const World world = consented(CaseKind::discharge);
  auto facts = ready(world, day(2026, 3, 10), 9);
  EXPECT_TRUE(times(known(facts), DueKind::payment_begins).empty());  // no kallelse: never
  facts.summons_sent_at = facts.ready_notice_at;
  facts.open_care = OpenCare::unknown;
  EXPECT_TRUE(times(known(facts), DueKind::payment_begins).empty());
  facts.open_care = OpenCare::missing;
  EXPECT_TRUE(times(known(facts), DueKind::payment_begins).empty());
  facts.open_care = OpenCare::in_place;
  EXPECT_EQ(times(known(facts), DueKind::payment_begins).size(), 1U);
}

TEST(Discharge, AWithdrawnNoticeStopsTheClock) {
  const World world = consented(CaseKind::discharge);
  auto facts = ready(world, day(2026, 3, 10), 9);
  facts.ready_notice_withdrawn_at = *facts.ready_notice_at + std::chrono::hours{5};
  EXPECT_TRUE(times(known(facts), DueKind::discharge_summons_due).empty());
  facts.ready_notice_at = *facts.ready_notice_withdrawn_at + std::chrono::hours{24};  // a new one
  EXPECT_EQ(times(known(facts), DueKind::discharge_summons_due), Times{"2026-03-16T23:00:00Z"});
}

TEST(Discharge, AgreedTimesTakeTheLawsPlace) {
  const World world = consented(CaseKind::discharge);
  auto facts = ready(world, day(2026, 3, 10), 15);
  facts.agreed_summons_days = 1;
  EXPECT_EQ(times(known(facts), DueKind::discharge_summons_due), Times{"2026-03-11T23:00:00Z"});
  facts.summons_sent_at = facts.ready_notice_at;
  facts.agreed_payment_days = 5;
  EXPECT_EQ(times(known(facts), DueKind::payment_begins), Times{"2026-03-14T23:00:00Z"});
}

TEST(Discharge, ACaseGoesTheSevenStepsLikeAnyOther) {
  World world = led_to(Step::evaluation, CaseKind::discharge);
  EXPECT_EQ(world.running.kind, CaseKind::discharge);
  world.must(coordinator(), closing(ClosingReason::evaluated));
  EXPECT_TRUE(world.due().empty());
}

}  // namespace
}  // namespace kallad::casework
