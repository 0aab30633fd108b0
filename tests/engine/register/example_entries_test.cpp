// Which entries of the register are examples, and which of them go.
// Not what uses them: adapters/api/examples looks at cases and accounts.
// Rules kept: nothing that stays points at what goes; what stays is the installation's own.
#include <gtest/gtest.h>

#include "engine/register/register_messages.hpp"
#include "tests/support/north_west.hpp"

namespace kallad::registry::example_entries_test {
namespace {

using support::north_west;
using Rules = std::vector<std::string>;

Entries all_of(const Register& known) {
  Entries all;
  for (const auto& [id, one] : known.principals) all.principals.push_back(id);
  for (const auto& [id, one] : known.units) all.units.push_back(id);
  for (const auto& [id, one] : known.agreements) all.agreements.push_back(id);
  for (const auto& [id, one] : known.councils) all.councils.push_back(id);
  return all;
}

/// The register after a wish that is granted; its events in `told`.
Register after(Register known, const RegisterCommand& wish, Rules* told = nullptr) {
  const auto verdict = decide(known, wish);
  EXPECT_TRUE(verdict);
  if (!verdict) return known;
  for (const RegisterEvent& event : verdict.events()) {
    if (told)
      told->emplace_back(
          boost::variant2::visit([](const auto& fact) { return std::string{fact.id}; }, event));
    known = evolve(std::move(known), event);
  }
  return known;
}

Rules refused(const Register& known, const RegisterCommand& wish) {
  Rules rules;
  const auto verdict = decide(known, wish);
  if (verdict) return rules;
  for (const auto& refusal : verdict.refusals()) rules.emplace_back(refusal.rule);
  return rules;
}

const UnitId own_unit{"lund/vuxen"};
const PrincipalId own_principal{"lund"};

/// North-west Skåne as an example, and a municipality of one's own beside it.
Register examples_and_own() {
  const Register examples = north_west();
  Register known = after(examples, MarkExampleEntries{all_of(examples)});
  known = after(known,
                RecordPrincipal{{own_principal, "Lunds kommun", PrincipalKind::municipality, {}}});
  return after(known, RecordUnit{{own_unit, own_principal, "Vuxna", "", "", "", {}, {}}});
}

TEST(ExampleEntries, AreMarkedOnceAndMustBeKnown) {
  const Register known = north_west();
  Rules told;
  const Register marked = after(known, MarkExampleEntries{all_of(known)}, &told);
  EXPECT_EQ(told, Rules{"example_entries_marked"});
  EXPECT_EQ(marked.examples, all_of(known));
  told.clear();
  after(marked, MarkExampleEntries{all_of(known)}, &told);
  EXPECT_EQ(told, Rules{}) << "that is no news";
  EXPECT_EQ(refused(known, MarkExampleEntries{{{}, {own_unit}, {}, {}}}), Rules{"unit_unknown"});
}

TEST(ExampleEntries, AllGoAndWhatIsOnesOwnStays) {
  Rules told;
  const Register left = after(examples_and_own(), RemoveExampleEntries{}, &told);
  EXPECT_EQ(told, Rules{"example_entries_removed"});
  EXPECT_EQ(left.units.size(), 1U);
  EXPECT_TRUE(left.units.contains(own_unit));
  EXPECT_EQ(left.principals.size(), 1U);
  EXPECT_TRUE(left.agreements.empty());
  EXPECT_TRUE(left.councils.empty());
  EXPECT_TRUE(left.examples.empty());
  told.clear();
  after(left, RemoveExampleEntries{}, &told);
  EXPECT_EQ(told, Rules{}) << "there is nothing more to remove";
}

TEST(ExampleEntries, WhatStaysPointsAtNothingThatGoes) {
  Entries kept;
  kept.units = {support::adults};
  EXPECT_EQ(refused(examples_and_own(), RemoveExampleEntries{kept}), Rules{"entry_is_in_use"})
      << "its principal would be gone";
  kept.principals = {support::helsingborg};
  const Register left = after(examples_and_own(), RemoveExampleEntries{kept});
  EXPECT_TRUE(left.units.contains(support::adults));
  EXPECT_TRUE(left.principals.contains(support::helsingborg));
  EXPECT_FALSE(left.units.contains(support::reception));
  EXPECT_TRUE(left.examples.empty()) << "what stays is one's own now";
}

TEST(ExampleEntries, ThatOnesOwnAgreementNamesCannotGo) {
  Register known = examples_and_own();
  const CouncilId council = known.councils.begin()->first;
  Agreement own;
  own.id = AgreementId{"lund"};
  own.name = "Lunds överenskommelse";
  own.council = council;
  own.valid_from = support::day(2026, 1, 1);
  own.members = {{support::region, true, {support::reception}}};
  known = after(known, RecordAgreement{own});
  EXPECT_EQ(refused(known, RemoveExampleEntries{}),
            (Rules{"entry_is_in_use", "entry_is_in_use", "entry_is_in_use"}));
}

}  // namespace
}  // namespace kallad::registry::example_entries_test
