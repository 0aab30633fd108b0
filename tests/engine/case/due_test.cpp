// What time demands of a case: every kind with its own moment, noted once and gone; over Easter,
// Christmas and both clock changes; and what no longer has a point. Rules kept: rulings "Declining
// and deadlines", "Dates", "Edge cases"; domain 2 (LSS) and 3 (the ladder).
#include <algorithm>

#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

World accepted_by_mail() {
  World world = called();
  auto report = of<RecordDelivery>(psychosis_clinic);
  report.report = DeliveryReport::accepted;
  return world.must(mail(), report);
}

World with_activity() {
  return led_to(Step::activity_follow_up)
      .must(coordinator(), activity("samtal", psychosis_clinic, day(2026, 4, 30)));
}

World under_lss() {
  World world;
  auto command = annas_case();
  command.law = PlanLaw::lss;
  world.must(coordinator(), command).must(coordinator(), party(helsingborg_adults));
  world.must(coordinator(), annas_consent()).must(coordinator(), summons_to(friday_at_one));
  world.at(day(2026, 3, 20), 14).must(chair(), OpenMeeting{}).must(chair(), all_four_points());
  return world.must(staff_of(helsingborg_adults), AgreePlan{helsingborg});
}

World discharged() {
  World world = consented(CaseKind::discharge);
  DischargeFacts facts;
  facts.admitted_at = world.now;
  facts.ready_notice_at = world.now;
  return world.must(coordinator(), RecordDischargeFacts{facts});
}

World to_be_paid_for() {
  World world = discharged();
  DischargeFacts facts = world.running.discharge;
  facts.admission_notice_at = facts.admitted_at;
  facts.summons_sent_at = facts.ready_notice_at;
  facts.open_care = OpenCare::in_place;
  facts.open_care_in_place_at = facts.admitted_at;
  return world.must(coordinator(), RecordDischargeFacts{facts});
}

World summoned() { return called(); }
World attendance_closed() { return held(); }
World followed() { return led_to(Step::activity_follow_up); }

/// A kind of demand, a world that has it, when it comes, and the event that notes it.
struct Demand {
  DueKind kind;
  World (*in)();
  const char* at;
  const char* noted;
};

const std::vector<Demand>& demands() {
  static const std::vector<Demand> all{
      {DueKind::presume_delivery, accepted_by_mail, "2026-03-03T08:00:00Z", "delivery_presumed"},
      {DueKind::acknowledge_deadline, summoned, "2026-03-04T23:00:00Z",
       "acknowledge_deadline_passed"},
      {DueKind::answer_deadline, summoned, "2026-03-09T23:00:00Z", "answer_deadline_passed"},
      {DueKind::remind_recipient, summoned, "2026-03-04T08:00:00Z", "reminder_issued"},
      {DueKind::remind_mailbox, summoned, "2026-03-05T08:00:00Z", "reminder_issued"},
      {DueKind::remind_head, summoned, "2026-03-06T08:00:00Z", "reminder_issued"},
      {DueKind::attendance_open, summoned, "2026-03-23T08:00:00Z", "demand_fell_due"},
      {DueKind::plan_copy_due, attendance_closed, "2026-03-27T23:00:00Z", "demand_fell_due"},
      {DueKind::activity_due, with_activity, "2026-04-30T22:00:00Z", "demand_fell_due"},
      {DueKind::follow_up_due, followed, "2026-06-01T22:00:00Z", "demand_fell_due"},
      {DueKind::consent_ends, summoned, "2027-03-02T23:00:00Z", "demand_fell_due"},
      {DueKind::yearly_review_due, under_lss, "2027-03-20T23:00:00Z", "demand_fell_due"},
      {DueKind::admission_notice_due, discharged, "2026-03-03T08:00:01Z", "demand_fell_due"},
      {DueKind::discharge_summons_due, discharged, "2026-03-05T23:00:00Z", "demand_fell_due"},
      {DueKind::payment_begins, to_be_paid_for, "2026-03-04T23:00:00Z", "demand_fell_due"},
      {DueKind::coming_list_due, summoned, "2026-03-19T08:00:00Z", "demand_fell_due"},
      {DueKind::remind_activity, with_activity, "2026-04-23T07:00:00Z", "demand_fell_due"},
      {DueKind::remind_activity_head, with_activity, "2026-05-07T07:00:00Z", "demand_fell_due"},
  };
  return all;
}

/// The last row of the kind: where two units have one each, the psychosis clinic's.
Due row_of(const World& world, DueKind kind) {
  const auto rows = world.due(kind);
  EXPECT_FALSE(rows.empty()) << table::state_id(kind);
  return rows.empty() ? Due{} : rows.back();
}

bool demands_still(const World& world, const Due& row) {
  const auto rows = world.due();
  return std::find(rows.begin(), rows.end(), row) != rows.end();
}

TEST(Due, EveryKindOfACaseIsHere) {
  std::vector<DueKind> kinds;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<DueKind>>([&](auto d) {
    const bool is_elsewhere =
        d.value == DueKind::deficiency_answer_due || d.value == DueKind::plan_declined;
    if (!is_elsewhere) kinds.push_back(d.value);
  });
  ASSERT_EQ(kinds.size(), demands().size());
  for (std::size_t i = 0; i < kinds.size(); ++i) EXPECT_EQ(kinds[i], demands()[i].kind);
}

TEST(Due, EachComesAtItsOwnMoment) {
  for (const auto& demand : demands()) {
    EXPECT_EQ(iso(row_of(demand.in(), demand.kind).at), demand.at) << table::state_id(demand.kind);
  }
}

TEST(Due, EachIsNotedOnceAndGone) {
  for (const auto& demand : demands()) {
    World world = demand.in();
    const Due row = row_of(world, demand.kind);
    EXPECT_EQ(events_of(world.pass(row)), Rules{demand.noted}) << table::state_id(demand.kind);
    EXPECT_FALSE(demands_still(world, row)) << table::state_id(demand.kind);
    EXPECT_EQ(rules_of(world.ask(the_clock(), PassTime{row})), Rules{"demand_is_gone"});
  }
}

TEST(Due, EachComesFromTheClockAndNotBeforeItsTime) {
  for (const auto& demand : demands()) {
    World world = demand.in();
    const Due row = row_of(world, demand.kind);
    world.now = row.at - std::chrono::milliseconds{1};
    EXPECT_EQ(rules_of(world.ask(the_clock(), PassTime{row})), Rules{"deadline_not_passed"});
    world.now = row.at;
    for (const auto& by : {coordinator(), mail(), the_person()}) {
      EXPECT_EQ(rules_of(world.ask(by, PassTime{row})), Rules{"clock_only"});
    }
  }
}

TEST(Due, EachIsGoneWhenTheCaseIsClosed) {
  for (const auto& demand : demands()) {
    World world = demand.in();
    const Due row = row_of(world, demand.kind);
    world.must(coordinator(), closing(ClosingReason::persons_wish));
    EXPECT_TRUE(world.due().empty());
    EXPECT_EQ(rules_of(world.pass(row)), Rules{"demand_is_gone"});
  }
}

TEST(Due, ARowThatWasNeverDemandedIsGone) {
  World world = called();
  Due row = row_of(world, DueKind::answer_deadline);
  row.about = "region/okand";
  EXPECT_EQ(rules_of(world.pass(row)), Rules{"demand_is_gone"});
  row = row_of(world, DueKind::answer_deadline);
  row.at += std::chrono::seconds{1};
  EXPECT_EQ(rules_of(world.pass(row)), Rules{"demand_is_gone"});
}

// --- what has lost its point
// --------------------------------------------------------------------------

std::size_t rows_about(const World& world, const UnitId& unit) {
  const auto rows = world.due();
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const Due& row) { return row.about == unit.text; }));
}

TEST(Due, AnswersAndAcknowledgementsTakeTheirRowsAway) {
  World world = called();
  EXPECT_EQ(rows_about(world, psychosis_clinic), 5U);  // two deadlines and three reminders
  world.must(staff_of(psychosis_clinic), of<Acknowledge>(psychosis_clinic));
  EXPECT_EQ(rows_about(world, psychosis_clinic), 4U);
  world.must(staff_of(psychosis_clinic), answers(psychosis_clinic, AnswerKind::attends));
  EXPECT_EQ(rows_about(world, psychosis_clinic), 0U);
  EXPECT_EQ(rows_about(world, helsingborg_adults), 5U);
}

TEST(Due, InvitedPartiesAreNotChased) {
  World world = called().must(coordinator(), party(police));
  world.must(coordinator(), SummonParty{party_of(police)});
  EXPECT_EQ(rows_about(world, police), 0U);
  EXPECT_EQ(rows_about(world, UnitId{"anna"}), 0U);
}

TEST(Due, AfterDowntimeDeadlinesKeepTheirTimesAndRemindersAreNotSent) {
  World world = called().at(day(2026, 3, 12), 10);
  const Instant answer_by = *world.seat(psychosis_clinic).answer_by;
  for (const auto& row : world.due()) {
    if (row.about != psychosis_clinic.text) continue;
    const bool reminds =
        row.kind != DueKind::answer_deadline && row.kind != DueKind::acknowledge_deadline;
    const auto said = world.pass(row);
    EXPECT_EQ(events_of(said) == Rules{"reminder_skipped"}, reminds) << table::state_id(row.kind);
  }
  const auto& seat = world.seat(psychosis_clinic);
  EXPECT_EQ(seat.answer_lapsed->at, answer_by);
  EXPECT_EQ(world.running.last_at, world.now);
  EXPECT_EQ(rows_about(world, psychosis_clinic), 0U);
}

TEST(Due, AttendanceIsRemindedOfUntilItIsClosed) {
  World world = at_the_table();
  EXPECT_EQ(world.due(DueKind::attendance_open).size(), 1U);
  world.must(chair(), OpenMeeting{});
  EXPECT_EQ(world.due(DueKind::attendance_open).size(), 1U);
  world.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
  EXPECT_TRUE(world.due(DueKind::attendance_open).empty());
}

TEST(Due, ACopyIsDueUntilThePersonHasIt) {
  World world = held();
  world.must(coordinator(), HandOutCopy{{party_of(psychosis_clinic)}});
  EXPECT_EQ(world.due(DueKind::plan_copy_due).size(), 1U);
  world.must(coordinator(), HandOutCopy{{anna}});
  EXPECT_TRUE(world.due(DueKind::plan_copy_due).empty());
}

TEST(Due, NoCopyWithoutAPlanOrAHeldMeeting) {
  World without_plan = at_the_table();
  without_plan.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
  EXPECT_TRUE(without_plan.due(DueKind::plan_copy_due).empty());
  World off = at_the_table().must(chair(), OpenMeeting{}).must(chair(), all_four_points());
  off.must(chair(),
           attendance({mark(helsingborg_adults), mark(psychosis_clinic, Attendance::absent)}));
  EXPECT_EQ(off.due(DueKind::plan_copy_due).size(), 1U);
  off.must(chair(), called_off({}));
  EXPECT_TRUE(off.due(DueKind::plan_copy_due).empty());
}

TEST(Due, ACopyOfTheLastMeetingIsStillDueWhenTheNextIsCalled) {
  World world = held(CaseKind::coordination);
  world.must(chair(), ends_with(day(2026, 6, 1)))
      .must(coordinator(), summons_to(clock_at(day(2026, 6, 22), 13)));
  const auto rows = world.due(DueKind::plan_copy_due);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().number, 1U);
}

TEST(Due, AnEarlierRoundsCopyDoesNotServeTheNext) {
  World world =
      held().must(coordinator(), HandOutCopy{{anna}}).must(chair(), ends_with(day(2026, 6, 1)));
  world.at(day(2026, 6, 1), 10).must(coordinator(), HoldFollowUp{});
  world.must(coordinator(), summons_to(clock_at(day(2026, 9, 1), 13))).at(day(2026, 9, 1), 14);
  world.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
  const auto rows = world.due(DueKind::plan_copy_due);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().number, 2U);
}

TEST(Due, AnActivityIsDueUntilItIsDone) {
  World world = with_activity();
  world.must(staff_of(psychosis_clinic),
             ReportActivity{ActivityId{"samtal"}, ActivityStatus::started, {}});
  EXPECT_EQ(world.due(DueKind::activity_due).size(), 1U);
  world.must(staff_of(psychosis_clinic),
             ReportActivity{ActivityId{"samtal"}, ActivityStatus::done, {}});
  EXPECT_TRUE(world.due(DueKind::activity_due).empty());
}

TEST(Due, AnActivityMovedAheadIsDueAgain) {
  World world = with_activity();
  world.pass(row_of(world, DueKind::activity_due));
  EXPECT_TRUE(world.due(DueKind::activity_due).empty());
  world.must(coordinator(), activity("samtal", psychosis_clinic, day(2026, 6, 30)));
  EXPECT_EQ(iso(row_of(world, DueKind::activity_due).at), "2026-06-30T22:00:00Z");
}

TEST(Due, TheNextFollowUpIsDueAlsoBeforeAnythingIsDecided) {
  World world = led_to(Step::follow_up);
  EXPECT_EQ(iso(row_of(world, DueKind::follow_up_due).at), "2026-12-01T23:00:00Z");
  world.must(coordinator(), summons_to(clock_at(day(2026, 9, 1), 13)));
  EXPECT_TRUE(world.due(DueKind::follow_up_due).empty());  // the meeting takes its place
}

TEST(Due, ALssPlanIsReexaminedEachYear) {
  World world = under_lss();
  for (const auto* at : {"2027-03-20T23:00:00Z", "2028-03-20T23:00:00Z", "2029-03-20T23:00:00Z"}) {
    const Due row = row_of(world, DueKind::yearly_review_due);
    EXPECT_EQ(iso(row.at), at);
    world.pass(row);
  }
  EXPECT_TRUE(led_to(Step::evaluation).due(DueKind::yearly_review_due).empty());
}

TEST(Due, ALssPlanAgreedOnALeapDayIsDueOnTheLastOfFebruary) {
  World world = under_lss();
  world.running.plan.first_agreed->at = world.zone().to_instant(clock_at(day(2028, 2, 29), 10));
  EXPECT_EQ(iso(row_of(world, DueKind::yearly_review_due).at), "2029-02-28T23:00:00Z");
}

TEST(Due, ConsentWithoutAnEndNeverEnds) {
  World world = opened();
  auto command = annas_consent();
  command.consent.until.reset();
  world.must(coordinator(), command);
  EXPECT_TRUE(world.due(DueKind::consent_ends).empty());
}

// --- the calendar
// -------------------------------------------------------------------------------------

/// The moments of the psychosis clinic's rows when it is called at `sent` to `starts`.
std::vector<std::string> rows_when_called(Date sent, LocalTime starts) {
  World world = consented();
  world.at(sent, 9).must(coordinator(), summons_to(starts));
  std::vector<std::string> rows;
  for (const auto& row : world.due()) {
    if (row.about == psychosis_clinic.text) rows.push_back(iso(row.at));
  }
  return rows;
}

using Rows = std::vector<std::string>;

TEST(Due, OverEaster) {
  EXPECT_EQ(rows_when_called(day(2026, 3, 31), clock_at(day(2026, 4, 24), 13)),
            (Rows{"2026-04-02T22:00:00Z", "2026-04-09T22:00:00Z", "2026-04-02T07:00:00Z",
                  "2026-04-07T07:00:00Z", "2026-04-08T07:00:00Z"}));
}

TEST(Due, OverChristmas) {
  EXPECT_EQ(rows_when_called(day(2026, 12, 21), clock_at(day(2027, 1, 20), 13)),
            (Rows{"2026-12-23T23:00:00Z", "2026-12-30T23:00:00Z", "2026-12-23T08:00:00Z",
                  "2026-12-28T08:00:00Z", "2026-12-29T08:00:00Z"}));
}

TEST(Due, OverBothClockChanges) {
  EXPECT_EQ(rows_when_called(day(2026, 3, 27), clock_at(day(2026, 4, 24), 13)),
            (Rows{"2026-03-31T22:00:00Z", "2026-04-07T22:00:00Z", "2026-03-31T07:00:00Z",
                  "2026-04-01T07:00:00Z", "2026-04-02T07:00:00Z"}));
  EXPECT_EQ(rows_when_called(day(2026, 10, 23), clock_at(day(2026, 11, 20), 13)),
            (Rows{"2026-10-27T23:00:00Z", "2026-10-30T23:00:00Z", "2026-10-27T08:00:00Z",
                  "2026-10-28T08:00:00Z", "2026-10-29T08:00:00Z"}));
}

TEST(Due, PresumedDeliveryIsTwentyFourHoursAlsoOverAClockChange) {
  World world = called().at(day(2026, 3, 28), 12);
  world.must(coordinator(), party(angelholm_adults));
  World autumn = consented().at(day(2026, 10, 24), 12);
  autumn.must(coordinator(), summons_to(clock_at(day(2026, 11, 20), 13)));
  auto report = of<RecordDelivery>(psychosis_clinic);
  report.report = DeliveryReport::accepted;
  autumn.must(mail(), report);
  EXPECT_EQ(iso(row_of(autumn, DueKind::presume_delivery).at), "2026-10-25T10:00:00Z");
}

/// The moments of the copy and of the open attendance for a meeting on a day.
Rows after_a_meeting_on(Date date) {
  World world = consented();
  world.must(coordinator(), summons_to(clock_at(date, 10)));
  Rows rows{iso(row_of(world, DueKind::attendance_open).at)};
  world.at(date, 11).must(chair(), OpenMeeting{}).must(chair(), all_four_points());
  world.must(chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}));
  rows.push_back(iso(row_of(world, DueKind::plan_copy_due).at));
  return rows;
}

TEST(Due, WhatFollowsAMeetingSkipsRedDays) {
  EXPECT_EQ(after_a_meeting_on(day(2026, 4, 2)),
            (Rows{"2026-04-07T07:00:00Z", "2026-04-13T22:00:00Z"}));
  EXPECT_EQ(after_a_meeting_on(day(2026, 12, 23)),
            (Rows{"2026-12-28T08:00:00Z", "2027-01-05T23:00:00Z"}));
  EXPECT_EQ(after_a_meeting_on(day(2026, 10, 23)),
            (Rows{"2026-10-26T08:00:00Z", "2026-10-30T23:00:00Z"}));
}

TEST(Due, TheRoutineSetsTheNumbers) {
  World world = consented();
  Routine own;
  own.id = RoutineId{"nv"};
  own.council = CouncilId{"nv-skane"};
  own.valid_from = day(2026, 1, 1);
  own.reminder_hour = 7;
  own.remind_recipient_on_working_day = 1;
  own.plan_copy_within_working_days = 2;
  world.routines = {own};
  world.must(coordinator(), summons_to(friday_at_one));
  EXPECT_EQ(iso(row_of(world, DueKind::remind_recipient).at), "2026-03-03T06:00:00Z");
  EXPECT_EQ(iso(row_of(world, DueKind::attendance_open).at), "2026-03-23T06:00:00Z");
}

}  // namespace
}  // namespace kallad::casework
