// The table as a matrix: every row is taken from its state and leads where it says, and every
// (state, command) that has no row is refused and changes nothing. Read off table_text(), so that
// it grows with the table. Not the rules of a row: rules_test.cpp.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "tests/engine/seat/door_machine.hpp"
#include "tests/engine/seat/world.hpp"

namespace kallad::seat::matrix_test {
namespace {

using namespace std::chrono_literals;
using support::day;

SeatState state_named(std::string_view name) {
  auto found = SeatState::created;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<SeatState>>([&](auto d) {
    if (name == d.name) found = d.value;
  });
  return found;
}

/// What the machine says to one command of the table in one world.
using Heard = std::function<Ruling<SeatState>(World&)>;

template <class Command>
Heard heard(Actor by, Command command) {
  return [by = std::move(by), command = std::move(command)](World& world) {
    return world.with_facts(by, [&](const SeatFacts& facts) { return rule(facts, command); });
  };
}

/// Each command of the table, said by one who may and so that every rule holds.
const std::map<std::string_view, Heard>& good_commands() {
  static const std::map<std::string_view, Heard> all{
      {Send::id, heard(coordinator(), Send{})},
      {DeliveryAcceptedBy::id, heard(the_mail(), DeliveryAcceptedBy{})},
      {DeliveryProven::id, heard(the_mail(), DeliveryProven{})},
      {DeliveryBroken::id, heard(the_mail(), DeliveryBroken{})},
      {ReportAfterProof::id, heard(the_mail(), ReportAfterProof{})},
      {PresumeDelivery::id, heard(the_clock(), PresumeDelivery{})},
      {PassAcknowledgeDeadline::id, heard(the_clock(), PassAcknowledgeDeadline{})},
      {PassAnswerDeadline::id, heard(the_clock(), PassAnswerDeadline{})},
      {Remind::id, heard(the_clock(), Remind{})},
      {OpenSummons::id, heard(lena(), to<OpenSummons>())},
      {Acknowledge::id, heard(lena(), to<Acknowledge>())},
      {AnswerSummons::id, heard(lena(), answer(AnswerKind::attends))},
      {AnswerOvertaken::id, heard(lena(), AnswerOvertaken{answer(AnswerKind::attends)})},
      {NameSubstitute::id, heard(lena(), name(someone("Vik Vikarie")))},
      {HandBack::id, heard(coordinator(), HandBack{name(someone("Lena Skötare"))})},
      {ConfirmSubstitute::id, heard(the_mail(), to<ConfirmSubstitute>())},
      {DeclineSubstitution::id, heard(the_mail(), to<DeclineSubstitution>())},
      {DeclineInChain::id, heard(the_mail(), DeclineInChain{})},
      {TakeBackSeat::id, heard(lena(), to<TakeBackSeat>())},
      {SettlePresent::id, heard(chair(), SettlePresent{})},
      {SettleAbsent::id, heard(chair(), SettleAbsent{})},
      {MakeVoid::id, heard(coordinator(), MakeVoid{})},
  };
  return all;
}

/// A world in which every rule of `row` holds: the state, and where a time must have passed, then.
void prepare(World& world, const TableRow& row) {
  const bool waits = std::ranges::find(row.rules, DeadlineHasPassed::rule) != row.rules.end();
  const Instant then = support::at(day(2026, 3, 10), 8h);
  const bool is_of_party = waits && row.command != PresumeDelivery::id;
  lead_to(world, state_named(row.from), is_of_party ? std::optional{then} : std::nullopt);
  if (row.command == PresumeDelivery::id) world.must(the_mail(), report(DeliveryReport::accepted));
  if (waits) world.now = then;
}

std::string name_of(const TableRow& row) {
  return std::string{row.from} + " + " + std::string{row.command};
}

/// Why a seat in this state has no place for a command: it says so itself, or why it takes no more.
std::string_view reason_without_row(SeatState state) {
  if (state == SeatState::voided) return "meeting_is_cancelled";
  const bool settled = state == SeatState::attended || state == SeatState::absent;
  return settled ? "attendance_is_closed" : "not_in_this_step";
}

TEST(SeatMatrix, EveryRowLeadsWhereItSays) {
  for (const auto& row : table_text().rows) {
    World world;
    prepare(world, row);
    ASSERT_EQ(table::state_id(world.seat().state), row.from);
    const auto ruling = good_commands().at(row.command)(world);
    EXPECT_TRUE(ruling.is_allowed()) << name_of(row) << ": " << ruling.refusals.front().rule;
    EXPECT_EQ(table::state_id(ruling.next), row.to) << name_of(row);
  }
}

TEST(SeatMatrix, WhatHasNoRowIsRefusedAndChangesNothing) {
  const auto text = table_text();
  std::set<std::pair<std::string_view, std::string_view>> rows;
  for (const auto& row : text.rows) rows.emplace(row.from, row.command);
  std::size_t without = 0;
  for (const auto& state : text.states) {
    World world;
    lead_to(world, state_named(state));
    const Seat before = world.seat();
    for (const auto& [id, command] : good_commands()) {
      if (rows.contains({state, id})) continue;
      const auto ruling = command(world);
      ASSERT_EQ(ruling.refusals.size(), 1U) << state << " + " << id;
      EXPECT_EQ(ruling.refusals.front().rule, reason_without_row(before.state))
          << state << " + " << id;
      EXPECT_EQ(table::state_id(ruling.next), state);
      EXPECT_TRUE(world.seat() == before);
      ++without;
    }
  }
  EXPECT_EQ(without + rows.size(), text.states.size() * good_commands().size());
}

TEST(SeatMatrix, EveryCommandOfTheTableIsTried) {
  std::set<std::string_view> named;
  for (const auto& row : table_text().rows) named.insert(row.command);
  EXPECT_EQ(named.size(), good_commands().size());
  for (const auto& id : named) EXPECT_TRUE(good_commands().contains(id)) << id;
}

TEST(SeatMatrix, EveryCommandOfPeopleStandsInTheTableButTheNotesOfAttendance) {
  std::set<std::string_view> named;
  for (const auto& row : table_text().rows)
    named.insert(row.command.substr(0, row.command.find(':')));
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, SeatCommand>>(
      [&](auto one) {
        using Command = typename decltype(one)::type;
        const bool is_note =
            Command::id == MarkAttendance::id || Command::id == UnmarkAttendance::id;
        EXPECT_EQ(named.contains(Command::id), !is_note) << Command::id;
      });
}

TEST(SeatMatrix, IsSmallEnoughToCompileAndBeginsWithCreated) {
  const auto text = table_text();
  EXPECT_EQ(text.machine, "seat");
  EXPECT_EQ(text.states.size(), 12U);
  EXPECT_EQ(text.states.front(), "created");
  EXPECT_EQ(text.states.back(), "voided");
  EXPECT_LE(text.rows.size(), 115U);
}

TEST(SeatMatrix, EveryStateCanBePutInAndTakenOut) {
  int states = 0;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<SeatState>>([&](auto d) {
    World world;
    world.call();
    const auto ruling = world.with_facts(
        the_clock(), [&](const SeatFacts& facts) { return knock(facts, d.value); });
    EXPECT_TRUE(ruling.is_allowed()) << d.name;
    EXPECT_EQ(ruling.next, d.value) << d.name;
    ++states;
  });
  EXPECT_EQ(states, 12);
}

/// The meeting's fact behind a command that only the machine hears.
std::optional<MeetingEvent> meeting_fact(std::string_view command, SeatState from) {
  const bool settled = from == SeatState::attended || from == SeatState::absent;
  const auto settles = [&](Attendance how) -> MeetingEvent {
    if (settled) return AttendanceCorrected{1, mark(how).mark, "Kom sent"};
    return AttendanceClosed{1, {mark(how).mark}};
  };
  if (command == SettlePresent::id) return settles(Attendance::late);
  if (command == SettleAbsent::id) return settles(Attendance::absent);
  if (command == MakeVoid::id) return MeetingCancelled{1, "Sjukdom"};
  if (command == Send::id) return PartySummoned{1, {ours, Calling::summoned, {}, {}}};
  return std::nullopt;
}

TEST(SeatMatrix, WhatTheMeetingDoesToASeatEndsWhereTheTableSays) {
  int rows = 0;
  for (const auto& row : table_text().rows) {
    const auto fact = meeting_fact(row.command, state_named(row.from));
    if (!fact) continue;
    World world;
    lead_to(world, state_named(row.from));
    world.take(*fact);
    EXPECT_EQ(table::state_id(world.seat().state), row.to) << name_of(row);
    ++rows;
  }
  EXPECT_EQ(rows, 1 + 11 + 11 + 9);  // sent once, settled from all but void, void until settled
}

TEST(SeatMatrix, AChangedMeetingKeepsTheVoidSeatWithItsAnswer) {
  World world;
  lead_to(world, SeatState::answered);
  MeetingChanged changed;
  changed.meeting = 1;
  changed.meeting_version = 2;
  changed.notice.starts = support::at(day(2026, 3, 25), 13h);
  changed.seats = {{ours, Calling::summoned, {}, {}}};
  world.take(MeetingEvent{changed}, coordinator());
  ASSERT_EQ(world.meeting.voided.size(), 5U);
  EXPECT_EQ(world.meeting.voided.front().state, SeatState::voided);
  EXPECT_EQ(world.meeting.voided.front().answers.size(), 1U);
  EXPECT_EQ(world.seat().state, SeatState::sent);
  EXPECT_EQ(world.seat().version, 2U);
  EXPECT_TRUE(world.seat().answers.empty());
}

}  // namespace
}  // namespace kallad::seat::matrix_test
