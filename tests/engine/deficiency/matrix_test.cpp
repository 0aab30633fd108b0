// The table as a matrix: every row is taken from its state and leads where it says, and every
// (state, command) that has no row is refused with not_in_this_step and changes nothing. Read off
// table_text().
#include <algorithm>
#include <map>
#include <set>

#include "tests/engine/deficiency/way.hpp"

namespace kallad::deficiency {
namespace {

DeficiencyState state_named(std::string_view name) {
  auto found = DeficiencyState::drafted;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<DeficiencyState>>([&](auto d) {
    if (name == d.name) found = d.value;
  });
  return found;
}

/// What the machine says to one command of the table in one world.
using Heard = std::function<Ruling<DeficiencyState>(World&)>;

template <class Command>
Heard heard(Actor by, Command command) {
  return [by = std::move(by), command = std::move(command)](World& world) {
    return world.with_facts(by, [&](const DeficiencyFacts& facts) { return rule(facts, command); });
  };
}

WriteDeficiency written() {
  return {counterpart, {}, day(2026, 3, 19), "Ingen kom till mötet.", {}};
}

/// Each command of the table, said by one who may and so that every rule holds.
const std::map<std::string_view, Heard>& good_commands() {
  static const std::map<std::string_view, Heard> all{
      {Raise::id, heard(the_clock(), Raise{})},
      {Grow::id, heard(the_clock(), Grow{})},
      {Narrow::id, heard(the_clock(), Narrow{})},
      {LoseGround::id, heard(the_clock(), LoseGround{})},
      {PassAnswerDeadline::id, heard(the_clock(), PassAnswerDeadline{})},
      {WriteDeficiency::id, heard(own_staff(), written())},
      {CompleteDeficiency::id, heard(own_staff(), whole_form())},
      {HandToOwnManager::id, heard(own_staff(), about_one<HandToOwnManager>())},
      {SendToCounterpart::id, heard(own_head(), about_one<SendToCounterpart>())},
      {AnswerDeficiency::id, heard(other_staff(), answer("Ny rutin."))},
      {ContestDeficiency::id, heard(other_staff(), contest("Vi fick ingen kallelse."))},
      {SendToCouncilSecretary::id, heard(own_head(), about_one<SendToCouncilSecretary>())},
      {PutBeforeCouncil::id, heard(secretary_of_council(), about_one<PutBeforeCouncil>())},
      {SendBack::id, heard(secretary_of_council(), send_back("Mer behövs."))},
      {ResumeDeficiency::id, heard(own_staff(), about_one<ResumeDeficiency>())},
      {AcceptDeficiency::id, heard(secretary_of_council(), about_one<AcceptDeficiency>())},
      {RuleNotADeficiency::id,
       heard(secretary_of_council(), rule_off(NotDeficiencyReason::internal_incident))},
      {CloseDeficiency::id, heard(secretary_of_council(), close_with("Ny rutin", "Följs"))},
      {WithdrawDeficiency::id, heard(own_staff(), withdraw("Dubblett"))},
  };
  return all;
}

/// A world in which every rule of `row` holds: the state, and what the row's rules want besides.
void prepare(World& world, const TableRow& row) {
  const auto wants = [&](std::string_view rule) {
    return std::find(row.rules.begin(), row.rules.end(), rule) != row.rules.end();
  };
  if (wants(IsFresh::rule)) return;
  lead_to(world, state_named(row.from));
  if (wants(IsProposedOff::rule)) world.deficiency.proposed = DeficiencyOutcome::not_a_deficiency;
  if (wants(TakesOutNames::rule)) world.deficiency.form.what_happened = "Anna fick vänta.";
  if (wants(DeadlineHasPassed::rule) || wants(CounterpartHadItsSay::rule))
    world.at(day(2026, 6, 1), 8);
}

std::string name_of(const TableRow& row) {
  return std::string{row.from} + " + " + std::string{row.command};
}

TEST(DeficiencyMatrix, EveryRowLeadsWhereItSays) {
  for (const auto& row : table_text().rows) {
    World world;
    prepare(world, row);
    const auto ruling = good_commands().at(row.command)(world);
    EXPECT_TRUE(ruling.is_allowed()) << name_of(row) << ": " << ruling.refusals.front().rule;
    EXPECT_EQ(table::state_id(ruling.next), row.to) << name_of(row);
  }
}

TEST(DeficiencyMatrix, WhatHasNoRowIsRefusedAndChangesNothing) {
  const auto text = table_text();
  std::set<std::pair<std::string_view, std::string_view>> rows;
  for (const auto& row : text.rows) rows.emplace(row.from, row.command);
  int without = 0;
  for (const auto& state : text.states) {
    World world;
    lead_to(world, state_named(state));
    for (const auto& [id, command] : good_commands()) {
      if (rows.contains({state, id})) continue;
      const auto ruling = command(world);
      ASSERT_EQ(ruling.refusals.size(), 1U) << state << " + " << id;
      EXPECT_EQ(ruling.refusals.front().rule, "not_in_this_step");
      EXPECT_EQ(table::state_id(ruling.next), state);
      ++without;
    }
  }
  EXPECT_EQ(static_cast<std::size_t>(without) + rows.size(),
            text.states.size() * good_commands().size());
}

TEST(DeficiencyMatrix, EveryCommandOfTheTableIsTried) {
  std::set<std::string_view> named;
  for (const auto& row : table_text().rows) named.insert(row.command);
  EXPECT_EQ(named.size(), good_commands().size());
  for (const auto& id : named) EXPECT_TRUE(good_commands().contains(id)) << id;
}

TEST(DeficiencyMatrix, EveryCommandOfPeopleStandsInTheTable) {
  std::set<std::string_view> named;
  for (const auto& row : table_text().rows) named.insert(row.command);
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, DeficiencyCommand>>(
      [&](auto one) {
        EXPECT_TRUE(named.contains(decltype(one)::type::id)) << decltype(one)::type::id;
      });
}

TEST(DeficiencyMatrix, IsSmallEnoughToCompile) {
  EXPECT_LE(table_text().rows.size(), 90U);
  EXPECT_EQ(table_text().states.size(), 12U);
  EXPECT_EQ(table_text().machine, "deficiency");
}

}  // namespace
}  // namespace kallad::deficiency
