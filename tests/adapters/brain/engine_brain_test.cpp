// The engine behind the desk: repeats after a restart, the same state folded again, due rows fired
// once, and another active SIP of the same person found.
// Not the engine's rules: tests/engine.
#include <gtest/gtest.h>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/rows.hpp"
#include "adapters/desk/rebuild.hpp"
#include "adapters/desk/writer.hpp"
#include "tests/adapters/brain/house.hpp"

namespace kallad {
namespace {

AnswerSummons attends() { return {{PartyId{"region/bup"}, {}, {}}, AnswerKind::attends, {}, {}}; }

const Actor region{Role::attendee, UnitId{"region/bup"}, ""};

TEST(EngineBrain, ARepeatedCommandIsAnsweredAsBeforeAlsoAfterARestart) {
  House house;
  house.fill_register();
  house.open("2026-1");
  const Outcome first = house.call("2026-1");
  house.restart();
  const Outcome again = house.call("2026-1");
  EXPECT_EQ(again.answer, Answer::repeated);
  EXPECT_EQ(again.events, first.events);
  SendSummons other;
  other.purpose = "Något annat";
  EXPECT_EQ(house.say("2026-1", "call", other).answer, Answer::command_id_reused);
  EXPECT_EQ(house.store().head("2026-1").count, first.version);
}

TEST(EngineBrain, AnotherActorWithTheSameIdIsAnotherCommand) {
  House house;
  house.fill_register();
  house.open("2026-1");
  house.call("2026-1");
  EXPECT_EQ(said(house.say("2026-1", "a", attends(), region)), "seat_answered");
  EXPECT_EQ(house.say("2026-1", "a", attends()).answer, Answer::command_id_reused);
}

TEST(EngineBrain, ARefusalChangesNothing) {
  House house;
  house.fill_register();
  house.open("2026-1");
  const auto root = house.store().root();
  EXPECT_EQ(said(house.say("2026-1", "x", OpenMeeting{})), "not_in_this_step");
  EXPECT_EQ(house.store().root(), root);
  EXPECT_EQ(said(house.call("2026-1")), "summons_sent") << "the state in memory is as it was";
}

TEST(EngineBrain, TheFoldedCaseIsTheDesksAfterARestart) {
  House house;
  house.fill_register();
  house.open("2026-1");
  house.call("2026-1");
  house.say("2026-1", "a", attends(), region);
  const auto next = house.desk().next_due();
  house.restart();
  const auto file = load_case(log_of(house.store()).read, "2026-1");
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->running.step, Step::summons);
  EXPECT_EQ(file->running.events, 7U);
  EXPECT_EQ(house.desk().next_due(), next);
  EXPECT_FALSE(load_case(log_of(house.store()).read, "2026-9").has_value());
}

TEST(EngineBrain, DueRowsFireOnceAndDrive) {
  House house;
  house.fill_register();
  house.open("2026-1");
  house.call("2026-1");
  house.say("2026-1", "d",
            RecordDelivery{{PartyId{"region/bup"}, {}, {}}, DeliveryReport::delivered},
            {Role::mail, {}, ""});
  house.clock().set(hour(24 * 30));
  const FireReport report = house.desk().fire_due(hour(24 * 30));
  EXPECT_EQ(report.accidents, 0U) << report.last_accident;
  EXPECT_GE(report.fired, 4U);
  const auto file = load_case(log_of(house.store()).read, "2026-1");
  ASSERT_EQ(file->deficiencies.size(), 1U) << "the region's: the other summons reached nobody";
  EXPECT_EQ(file->deficiencies[0].party, PartyId{"region/bup"});
  EXPECT_EQ(house.desk().fire_due(hour(24 * 30)).fired, 0U);
}

TEST(EngineBrain, RebuildMakesTheSameDueRowsAndLists) {
  House house;
  house.fill_register();
  house.open("2026-1");
  house.call("2026-1");
  house.desk().settle();
  const auto before = house.store().due_until(Instant::max(), std::nullopt, 1'000);
  const RebuildReport report = rebuild(house.store(), house.brain());
  EXPECT_EQ(report.streams, 2U);
  EXPECT_EQ(house.store().due_until(Instant::max(), std::nullopt, 1'000), before);
  EXPECT_FALSE(before.empty());
}

/// Opens a case and gives what came, with the warnings.
std::string opened(House& house, const std::string& stream, const std::string& number,
                   std::optional<bool> acknowledged = std::nullopt) {
  OpenCase opening;
  opening.person = {"Anna Exempel", number, Protection::none};
  opening.need = "Stöd";
  opening.council = CouncilId{"northwest"};
  opening.agreement = AgreementId{"northwest"};
  opening.coordinator = {coordinator.unit, coordinator.name};
  opening.existing_sip_acknowledged = acknowledged;
  return said(house.say(stream, "open:" + stream, opening));
}

TEST(CaseIndex, AnotherActiveSipOfTheSamePersonIsFound) {
  House house;
  house.fill_register();
  EXPECT_EQ(opened(house, "2026-1", "19121212-1212"), "case_opened");
  EXPECT_NE(opened(house, "2026-2", "121212-1212"), "case_opened") << "written otherwise";
  EXPECT_EQ(opened(house, "2026-3", "19610973-2393"), "case_opened");
  EXPECT_EQ(opened(house, "2026-4", ""), "case_opened");
  EXPECT_EQ(opened(house, "2026-5", ""), "case_opened") << "no number is nobody's";
  EXPECT_EQ(opened(house, "2026-6", "19121212-1212", true), "case_opened");
}

TEST(CaseIndex, FollowsACorrectedNumber) {
  House house;
  house.fill_register();
  opened(house, "2026-1", "19121212-1212");
  const CorrectPerson right{{"Anna Exempel", "19610973-2393", Protection::none}, "Fel nummer"};
  ASSERT_EQ(said(house.say("2026-1", "right", right)), "person_corrected");
  EXPECT_EQ(opened(house, "2026-2", "19121212-1212"), "case_opened") << "that was somebody else";
  EXPECT_NE(opened(house, "2026-3", "19610973-2393"), "case_opened");
}

TEST(CaseIndex, AsksTheStoreAfterARestart) {
  House house;
  house.fill_register();
  opened(house, "2026-1", "19121212-1212");
  house.restart();
  EXPECT_NE(opened(house, "2026-2", "19121212-1212"), "case_opened");
}

TEST(CaseIndex, TwoOpenedInOneTransactionMeet) {
  House house;
  house.fill_register();
  OpenCase opening;
  opening.person = {"Anna Exempel", "19121212-1212", Protection::none};
  opening.need = "Stöd";
  opening.council = CouncilId{"northwest"};
  opening.agreement = AgreementId{"northwest"};
  opening.coordinator = {coordinator.unit, coordinator.name};
  std::vector<std::future<Outcome>> answers;
  for (const char* stream : {"2026-1", "2026-2"})
    answers.push_back(house.desk().submit(submission_of(stream, stream, coordinator, opening)));
  house.desk().run_once();
  EXPECT_EQ(said(answers[0].get()), "case_opened");
  EXPECT_NE(said(answers[1].get()), "case_opened");
}

TEST(CaseIndex, AClosedCaseIsNoActiveSip) {
  House house;
  house.fill_register();
  opened(house, "2026-1", "19121212-1212");
  CloseCase closing;
  closing.reason = ClosingReason::opened_by_mistake;
  EXPECT_EQ(said(house.say("2026-1", "close", closing)), "case_closed");
  EXPECT_EQ(opened(house, "2026-2", "19121212-1212"), "case_opened");
}

}  // namespace
}  // namespace kallad
