// The person's details corrected in the middle of a case: what changes, what is remembered, and
// what is refused. Not who sees a protected case afterwards:
// tests/adapters/api/named_staff_test.cpp.
#include "tests/engine/case/world.hpp"

namespace kallad::casework {
namespace {

const Person anna_as_opened{"Anna Testsson", "19121212-1212", Protection::none};

Rules correcting(Person person, const std::string& reason = "Gift",
                 const Actor& by = coordinator()) {
  World world = consented();
  return rules_of(world.ask(by, CorrectPerson{std::move(person), reason}));
}

TEST(PersonCorrected, IsCalledAndProtectedAsItSaysInEveryStep) {
  World world = called();
  const Step before = world.running.step;
  world.must(coordinator(),
             CorrectPerson{{"Anna Nytt", "19610973-2393", Protection::secrecy_mark}, "Gift"});
  EXPECT_EQ(world.running.person, (Person{"Anna Nytt", "19610973-2393", Protection::secrecy_mark}));
  EXPECT_EQ(world.running.step, before);
  const Party* as_party = find_party(world.running, anna);
  ASSERT_NE(as_party, nullptr);
  EXPECT_EQ(as_party->name, "Anna Nytt");
}

TEST(PersonCorrected, TheNameBeforeIsStillKeptOutOfRunningText) {
  World world = opened();
  world.must(coordinator(), CorrectPerson{{"Anna Nytt", "", Protection::none}, "Gift"});
  world.must(coordinator(), CorrectPerson{{"Anna Nyare", "", Protection::none}, "Gift igen"});
  world.must(coordinator(), CorrectPerson{{"Anna Nytt", "", Protection::none}, "Skild"});
  const auto names = people_beside(world.running);
  EXPECT_EQ(std::ranges::count(names, "Anna Testsson"), 1);
  EXPECT_EQ(std::ranges::count(names, "Anna Nyare"), 1);
  EXPECT_EQ(std::ranges::count(names, "Anna Nytt"), 0) << "that is the person's name now";
}

TEST(PersonCorrected, ADoubtfulNumberIsWarnedAboutAndStopsNothing) {
  World world = opened();
  world.must(coordinator(),
             CorrectPerson{{"Anna Testsson", "123", Protection::none}, "Fel nummer"});
  EXPECT_EQ(world.running.person.identity_number, "123");
}

TEST(PersonCorrected, AsksForANameAReasonAndAChange) {
  EXPECT_EQ(correcting({"Anna Nytt", "", Protection::none}), Rules{});
  EXPECT_EQ(correcting({" ", "", Protection::none}), Rules{"name_required"});
  EXPECT_EQ(correcting({"Anna Nytt", "", Protection::none}, " "), Rules{"reason_required"});
  EXPECT_EQ(correcting(anna_as_opened), Rules{"person_unchanged"});
  EXPECT_EQ(correcting({"Anna Nytt", "", Protection::none}, "Gift", staff_of(psychosis_clinic)),
            Rules{"coordinator_only"});
}

TEST(PersonCorrected, NoCaseTiesAnAssumedIdentityToTheOneBefore) {
  const Person assumed{"Eva Annan", "19610973-2393", Protection::assumed_identity};
  EXPECT_EQ(correcting(assumed), Rules{"assumed_identity_stays_apart"});
  Person marked = anna_as_opened;
  marked.protection = Protection::assumed_identity;
  EXPECT_EQ(correcting(marked), Rules{});
  World world = consented();
  world.must(coordinator(), CorrectPerson{marked, "Fingerade uppgifter"});
  EXPECT_EQ(rules_of(world.ask(coordinator(), CorrectPerson{assumed, "Nytt namn"})),
            Rules{"assumed_identity_stays_apart"});
}

}  // namespace
}  // namespace kallad::casework
