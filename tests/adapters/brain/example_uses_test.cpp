// Between the count of what uses the examples and their removal a real case may begin to use one:
// it never loses its unit. Not the count (tests/adapters/web_work), nor which entries point at
// which (tests/engine/register).
#include <gtest/gtest.h>

#include "tests/adapters/brain/house.hpp"

namespace kallad::example_uses_testing {
namespace {

const UnitId bup{"region/bup"};
const UnitId adults{"helsingborg/vuxen"};

/// All of the small council's register is an example.
struct Town {
  Town() {
    house.fill_register();
    house.record("mark", MarkExampleEntries{all()});
  }
  static Entries all() {
    return {{PrincipalId{"helsingborg"}, PrincipalId{"region"}},
            {adults, bup},
            {AgreementId{"northwest"}},
            {CouncilId{"northwest"}}};
  }
  std::string remove(const std::string& id, Entries kept) {
    return said(house.record(id, RemoveExampleEntries{std::move(kept)}));
  }
  House house;
};

TEST(ExampleUses, WhatARealCaseHasBegunToUseSinceTheCountStays) {
  Town town;
  const Entries counted{};  // nothing was in use when somebody looked
  town.house.open("real");
  EXPECT_EQ(town.remove("r1", counted),
            "entry_is_in_use entry_is_in_use entry_is_in_use entry_is_in_use entry_is_in_use "
            "entry_is_in_use");
  EXPECT_TRUE(find_unit(town.house.brain().ledger().known, bup));
  Entries all_but_one = Town::all();
  std::erase(all_but_one.units, bup);
  EXPECT_EQ(town.remove("r2", all_but_one), "entry_is_in_use");
  EXPECT_EQ(town.remove("r3", Town::all()), "example_entries_removed");
  EXPECT_TRUE(find_unit(town.house.brain().ledger().known, bup));
}

TEST(ExampleUses, WithoutARealCaseTheyGoAndNobodyCanBeginToUseThem) {
  House house;
  house.fill_register();
  house.record("mark", MarkExampleEntries{{{}, {bup}, {}, {}}});
  EXPECT_EQ(said(house.record("r1", RemoveExampleEntries{})), "example_entries_removed");
  house.open("real");
  EXPECT_EQ(said(house.say("real", "late", AddParty{PartyId{bup.text}, PartyKind::unit, {}, {}})),
            "unit_unknown");
  EXPECT_FALSE(find_unit(house.brain().ledger().known, bup));
}

TEST(ExampleUses, AnExampleCaseKeepsNothing) {
  Town town;
  OpenCase opening;
  opening.person = {"Anna Exempel", "", Protection::none};
  opening.need = "Stöd";
  opening.council = CouncilId{"northwest"};
  opening.agreement = AgreementId{"northwest"};
  opening.coordinator = {coordinator.unit, coordinator.name};
  town.house.say("lesson", "open", opening);
  EXPECT_EQ(said(town.house.say("lesson", "mark", MarkExample{}, administrator)), "example_marked");
  EXPECT_EQ(town.remove("r1", {}), "example_entries_removed");
}

}  // namespace
}  // namespace kallad::example_uses_testing
