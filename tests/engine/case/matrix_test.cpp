// The table as a matrix: every row is walked from its step and leads where it says, and every
// (step, command) that has no row is refused, tells why and changes nothing. Read off table_text().
// Not a list of rows kept by hand: a row that is added without a trial here fails the last test.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

using enum Step;

Step step_named(std::string_view name) {
  auto found = preparation;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Step>>([&](auto d) {
    if (name == d.name) found = d.value;
  });
  return found;
}

RecordMapping some_mapping() { return {{{}, "Stöd i vardagen", "Boendestöd", "En syster"}}; }
CallOfficialsMeeting officials_call() { return {friday_at_one, {}, {}, "Förbered"}; }

/// In the step, with no meeting pending: what was called is cancelled.
World without_meeting(Step step) {
  if (step == preparation) return consented();
  World world = called();
  world.must(coordinator(), CancelMeeting{"Anna är sjuk"});
  return step == mapping ? world.must(coordinator(), some_mapping()) : world;
}

/// In the step, with an officials' meeting pending.
World with_officials(Step step) {
  World world = without_meeting(step == mapping ? summons : step);
  world.must(coordinator(), officials_call());
  return step == mapping ? world.must(coordinator(), some_mapping()) : world;
}

/// The meeting's time has come, and it is open where the step is the meeting's.
World when_it_starts(Step step) {
  if (step == meeting) return at_the_table().must(chair(), OpenMeeting{});
  return led_to(step).at(day(2026, 3, 20), 13);
}

/// A meeting that has been called off, or one held.
World after_a_meeting(Step step) {
  if (step != summons && step != mapping) return led_to(step);
  World world = at_the_table().must(chair(), called_off({}, {}));
  return step == mapping ? world.must(coordinator(), some_mapping()) : world;
}

World where_a_change_is_due(Step step) {
  return step == preparation ? with_officials(step) : led_to(step);
}

World with_a_late_party(Step step) {
  return led_to(step).must(coordinator(), party(angelholm_adults));
}

World where_a_round_begins(Step step) {
  if (step == summons || step == mapping) return without_meeting(step);
  return led_to(step, step == activity_follow_up ? CaseKind::coordination : CaseKind::sip);
}

HandOverCoordination handed_over() { return {{helsingborg_adults, "Ola Handläggare"}}; }

World where_coordination_is_offered(Step step) {
  return led_to(step).must(coordinator(), handed_over());
}

World with_an_activity(Step step) {
  return led_to(step).must(chair(), activity("boendestod", helsingborg_adults));
}

World at_discharge(Step step) { return led_to(step, CaseKind::discharge); }
World plain(Step step) { return led_to(step); }

/// One command, said by one who may, in a world where every rule of its rows holds.
struct Trial {
  Actor by;
  CaseCommand command;
  World (*in)(Step);
};

CorrectPerson another_name() { return {{"Anna Nytt", "", Protection::none}, "Gift"}; }

SendSummons next_summons() { return summons_to(clock_at(day(2026, 9, 1), 13)); }

const std::map<std::string_view, Trial>& trials() {
  static const std::map<std::string_view, Trial> all{
      {RecordConsent::id, {coordinator(), annas_consent(), plain}},
      {WithdrawConsent::id, {the_person(), WithdrawConsent{"Anna", Capacity::person}, plain}},
      {AddParty::id, {coordinator(), party(angelholm_adults), plain}},
      {RemoveParty::id,
       {coordinator(), RemoveParty{party_of(psychosis_clinic), "Avslutad vård"}, plain}},
      {HandOverCoordination::id, {coordinator(), handed_over(), plain}},
      {AcceptCoordination::id,
       {staff_of(helsingborg_adults), AcceptCoordination{}, where_coordination_is_offered}},
      {RecordDischargeFacts::id, {coordinator(), RecordDischargeFacts{}, at_discharge}},
      {CallOfficialsMeeting::id, {coordinator(), officials_call(), without_meeting}},
      {RecordOfficialsMeeting::id,
       {coordinator(), RecordOfficialsMeeting{{party_of(psychosis_clinic)}, "Ett SIP-möte behövs"},
        with_officials}},
      {RecordOrigin::id, {coordinator(), RecordOrigin{"SIP-listan 2025.xlsx"}, plain}},
      {CorrectPerson::id, {coordinator(), another_name(), plain}},
      {TakeOverPlan::id, {coordinator(), TakeOverPlan{day(2026, 2, 2), {}}, without_meeting}},
      {SendSummons::id, {coordinator(), next_summons(), where_a_round_begins}},
      {SummonParty::id,
       {coordinator(), SummonParty{party_of(angelholm_adults)}, with_a_late_party}},
      {ChangeMeeting::id,
       {coordinator(), moved_to(clock_at(day(2026, 3, 27), 10)), where_a_change_is_due}},
      {CancelMeeting::id, {coordinator(), CancelMeeting{"Anna är sjuk"}, where_a_change_is_due}},
      {RecordMapping::id, {coordinator(), some_mapping(), plain}},
      {AssignRoles::id, {chair(), AssignRoles{"Mona Mötesledare", {}}, when_it_starts}},
      {OpenMeeting::id, {chair(), OpenMeeting{}, when_it_starts}},
      {CloseAttendance::id,
       {chair(), attendance({mark(helsingborg_adults), mark(psychosis_clinic)}), when_it_starts}},
      {CorrectAttendance::id,
       {chair(), correction(mark(psychosis_clinic, Attendance::late), "Kom 13.20"),
        after_a_meeting}},
      {CallOffMeeting::id, {chair(), called_off({}), when_it_starts}},
      {EndMeeting::id, {chair(), ends_with(day(2026, 6, 1)), plain}},
      {RecordGoal::id, {chair(), goal("resa", "Resa själv"), plain}},
      {RecordActivity::id, {chair(), activity("samtal", psychosis_clinic), plain}},
      {RecordPlanPoints::id, {chair(), all_four_points(), plain}},
      {AgreePlan::id, {staff_of(psychosis_clinic), AgreePlan{region}, plain}},
      {DeclinePlan::id, {staff_of(psychosis_clinic), DeclinePlan{region, "För lite stöd"}, plain}},
      {HandOutCopy::id, {coordinator(), HandOutCopy{{anna}}, plain}},
      {ReportActivity::id,
       {staff_of(helsingborg_adults),
        ReportActivity{ActivityId{"boendestod"}, ActivityStatus::done, {}}, with_an_activity}},
      {HoldFollowUp::id, {coordinator(), HoldFollowUp{}, plain}},
      {RecordEvaluation::id, {coordinator(), RecordEvaluation{}, plain}},
      {ContinuePlan::id, {coordinator(), ContinuePlan{}, plain}},
      {CloseCase::id, {coordinator(), closing(ClosingReason::persons_wish), plain}},
  };
  return all;
}

std::set<std::pair<std::string_view, std::string_view>> rows_of_table() {
  std::set<std::pair<std::string_view, std::string_view>> rows;
  for (const auto& row : table_text().rows) rows.emplace(row.from, row.command);
  return rows;
}

TEST(CaseMatrix, EveryRowLeadsWhereItSays) {
  for (const auto& row : table_text().rows) {
    const Trial& trial = trials().at(row.command);
    World world = trial.in(step_named(row.from));
    ASSERT_EQ(table::state_id(world.running.step), row.from) << row.command;
    const auto said = world.say(trial.by, trial.command);
    EXPECT_TRUE(said.is_accepted())
        << row.from << " + " << row.command << ": " << rules_of(said).front();
    EXPECT_FALSE(events_of(said).empty()) << row.from << " + " << row.command;
    EXPECT_EQ(table::state_id(world.running.step), row.to) << row.from << " + " << row.command;
  }
}

TEST(CaseMatrix, WhatHasNoRowIsRefusedAndChangesNothing) {
  const auto rows = rows_of_table();
  std::size_t without = 0;
  for (const auto& from : table_text().states) {
    World world = led_to(step_named(from));
    const auto events = world.running.events;
    for (const auto& [id, trial] : trials()) {
      if (rows.contains({from, id})) continue;
      const auto why = rules_of(world.say(trial.by, trial.command));
      EXPECT_EQ(why, Rules{from == "closed" ? "case_is_closed" : "not_in_this_step"})
          << from << " + " << id;
      EXPECT_EQ(table::state_id(world.running.step), from);
      EXPECT_EQ(world.running.events, events);
      ++without;
    }
  }
  EXPECT_EQ(without + rows.size(), table_text().states.size() * trials().size());
}

TEST(CaseMatrix, ARefusalForTheStepNamesTheCommand) {
  World world = consented();
  EXPECT_EQ(data_of(world.ask(chair(), OpenMeeting{})), (Data{{"command", "open_meeting"}}));
}

TEST(CaseMatrix, AClosedCaseSaysThatItIsClosedToItsSeatsToo) {
  World world = called();
  world.must(coordinator(), closing(ClosingReason::moved));
  EXPECT_EQ(rules_of(world.ask(staff_of(psychosis_clinic), of<Acknowledge>(psychosis_clinic))),
            Rules{"case_is_closed"});
  EXPECT_EQ(rules_of(world.ask(chair(), MarkAttendance{mark(anna), {}})), Rules{"case_is_closed"});
}

TEST(CaseMatrix, EveryCommandOfTheTableIsTried) {
  std::set<std::string_view> named;
  for (const auto& row : table_text().rows) named.insert(row.command);
  EXPECT_EQ(named.size(), trials().size());
  for (const auto& id : named) EXPECT_TRUE(trials().contains(id)) << id;
  EXPECT_EQ(named.size(), boost::mp11::mp_size<SteppedCommand>::value);
}

TEST(CaseMatrix, OnlyClosingLeadsToTheEndAndNothingLeadsOut) {
  for (const auto& row : table_text().rows) {
    EXPECT_NE(row.from, "closed") << row.command;
    EXPECT_EQ(row.to == "closed", row.command == CloseCase::id) << row.from << " + " << row.command;
  }
}

TEST(CaseMatrix, IsTheMachineOfTheSevenSteps) {
  const auto text = table_text();
  EXPECT_EQ(text.machine, "case");
  EXPECT_EQ(text.states, (std::vector<std::string_view>{"preparation", "summons", "mapping",
                                                        "meeting", "activity_follow_up",
                                                        "follow_up", "evaluation", "closed"}));
}

/// Rules that belong together wherever the command is taken (domain 2: roles, consent, four
/// points).
TEST(CaseMatrix, RulesStandInEveryRowOfTheirCommand) {
  const std::map<std::string_view, std::vector<std::string_view>> wanted{
      {CloseCase::id, {"coordinator_only", "evaluation_required"}},
      {SendSummons::id, {"consent_missing", "purpose_required", "question_required"}},
      {HandOutCopy::id, {"consent_missing"}},
      {SummonParty::id, {"consent_missing"}},
      {ChangeMeeting::id, {"consent_missing", "meeting_unchanged", "meeting_has_started"}},
      {RecordMapping::id, {"consent_missing"}},
      {AgreePlan::id, {"plan_points_missing"}},
      {DeclinePlan::id, {"plan_points_missing"}},
      {CloseAttendance::id, {"attendance_incomplete"}}};
  for (const auto& row : table_text().rows) {
    const auto found = wanted.find(row.command);
    if (found == wanted.end()) continue;
    for (const auto rule : found->second) {
      EXPECT_NE(std::find(row.rules.begin(), row.rules.end(), rule), row.rules.end())
          << row.from << " + " << row.command << " lacks " << rule;
    }
  }
}

}  // namespace
}  // namespace kallad::casework
