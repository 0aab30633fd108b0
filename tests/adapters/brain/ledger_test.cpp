// The register's stream, and that cases are decided on the register as it is: also on what is
// staged in the same batch, also after the desk has let the stream go, never on what was not
// committed. Not the register's rules: tests/engine/register.
#include <gtest/gtest.h>

#include "tests/adapters/brain/house.hpp"

namespace kallad {
namespace {

using namespace std::chrono_literals;

LedgerCommand municipality(const char* id) {
  return RecordPrincipal{{PrincipalId{id}, id, PrincipalKind::municipality, std::nullopt}};
}

LedgerCommand unit(const char* id, const char* principal) {
  Unit made;
  made.id = UnitId{id};
  made.principal = PrincipalId{principal};
  made.name = id;
  return RecordUnit{made};
}

LedgerCommand routine(int days) {
  Routine changed;
  changed.id = RoutineId{"northwest"};
  changed.name = "Rutin";
  changed.council = CouncilId{"northwest"};
  changed.valid_from = 2020y / 1 / 1;
  changed.version = days;
  changed.answer_within_working_days = days;
  return RecordRoutine{changed};
}

TEST(Ledger, WhatIsRecordedIsTheReadersPresent) {
  House house;
  EXPECT_EQ(said(house.record("1", municipality("bjuv"))), "principal_recorded");
  EXPECT_EQ(said(house.record("2", municipality("bjuv"))), "accepted") << "nothing new";
  EXPECT_EQ(said(house.record("3", unit("x/y", "x"))), "principal_unknown");
  EXPECT_TRUE(house.brain().ledger().known.principals.contains(PrincipalId{"bjuv"}));
  house.restart();
  EXPECT_TRUE(house.brain().ledger().known.principals.contains(PrincipalId{"bjuv"}));
  EXPECT_FALSE(house.brain().ledger().known.principals.contains(PrincipalId{"x"}));
}

TEST(Ledger, ACaseSeesTheRegisterOfTheSameBatch) {
  House house;
  house.fill_register();
  house.open("2026-1");
  Outcome late;
  house.desk().submit(
      submission_of("register", "late", administrator, unit("region/fact", "region")),
      [](Outcome&&) {});
  house.desk().submit(
      submission_of("2026-1", "add:4", coordinator,
                    FileCommand{AddParty{PartyId{"region/fact"}, PartyKind::unit, {}, {}}}),
      [&](Outcome&& outcome) { late = std::move(outcome); });
  EXPECT_EQ(house.desk().run_once(), 2U) << "one batch";
  ASSERT_EQ(said(late), "party_added");
  EXPECT_NE(late.events[0].payload.find("\"agreement_binds\""), std::string::npos);
}

TEST(Ledger, ADeskThatLetTheRegisterGoReadsItFromTheLog) {
  DeskLimits small;
  small.cached_streams = 1;
  House house{small};
  house.fill_register();
  house.open("2026-1");
  house.open("2026-2", "19610973-2393");
  EXPECT_EQ(said(house.record("r", routine(1))), "routine_recorded");
  const Outcome called = house.call("2026-1");
  ASSERT_EQ(said(called), "summons_sent");
  EXPECT_NE(called.events[0].payload.find("\"answer_by\":\"2026-03-03T22:59:59Z\""),
            std::string::npos)
      << "one working day, by the routine recorded last: " << called.events[0].payload;
}

TEST(Ledger, WhatWasReadInATransactionIsForgottenWithIt) {
  House house;
  StreamHead head = house.store().head(register_stream);
  const std::string id = "1";
  const std::string by = R"({"role":"administrator","unit":"","name":""})";
  const NewEvent event{"principal_recorded", 1,
                       R"({"principal":{"id":"bjuv","name":"Bjuv","kind":"municipality"}})"};
  house.store().begin();
  house.store().append(register_stream, head, {id, {}, by, hour(0)}, {&event, 1});
  EXPECT_EQ(house.brain().ledger().known.principals.size(), 1U) << "staged, and seen";
  house.store().rollback();
  house.brain().forget();
  EXPECT_TRUE(house.brain().ledger().known.principals.empty());
}

TEST(Ledger, AChangedRoutineCountsForWhatIsSentAfterwards) {
  House house;
  house.fill_register();
  house.open("2026-1");
  ASSERT_EQ(said(house.call("2026-1")), "summons_sent");
  const auto before = house.desk().next_due();
  EXPECT_EQ(said(house.record("r", routine(1))), "routine_recorded");
  house.say("2026-1", "ack", Acknowledge{{PartyId{"region/bup"}, {}, {}}});
  EXPECT_EQ(house.desk().next_due(), before);
}

TEST(Ledger, EachStreamTakesItsOwnCommandsOnly) {
  House house;
  house.fill_register();
  EXPECT_EQ(said(house.say("register", "x", OpenMeeting{})), "not_said_to_register");
  const auto to_case = submission_of("2026-1", "y", administrator, municipality("bjuv"));
  EXPECT_EQ(said(house.desk().submit_now(to_case)), "not_said_to_case");
}

TEST(Ledger, WithoutARoutineTheDefaultHolds) {
  EXPECT_EQ(ledger::routines_in_force({}).size(), 1U);
  EXPECT_EQ(ledger::routines_in_force({}).front(), routines::default_routine());
}

}  // namespace
}  // namespace kallad
