// Support for the tests of a seat: a meeting that was called on Monday 2 March 2026 at 09.00 for
// Friday 20 March at 13.00, with a unit of each sort, the person and the real rules. Not a
// stand-in: seats are opened, voided and settled by the meeting's fold, decided by the machine, and
// timed by `due`.
#pragma once

#include <gtest/gtest.h>

#include "engine/meeting/calling.hpp"
#include "engine/seat/seat_decide.hpp"
#include "engine/seat/seat_machine.hpp"
#include "engine/seat/seat_rules.hpp"
#include "tests/support/north_west.hpp"

namespace kallad::seat {

inline const PartyId anna{"anna"};
inline const PartyId ours = party_of(support::reception);

inline Actor coordinator() { return {Role::coordinator, support::adults, "Siv Samordnare"}; }
inline Actor chair() { return {Role::chair, support::adults, "Mona Mötesledare"}; }
inline Actor lena() { return {Role::attendee, support::reception, "Lena Skötare"}; }
inline Actor colleague() { return {Role::attendee, support::reception, "Kim Kollega"}; }
inline Actor head() { return {Role::unit_head, support::reception, "Rolf Enhetschef"}; }
inline Actor stranger() { return {Role::attendee, support::adults, "Ola Handläggare"}; }
inline Actor the_mail() { return {Role::mail, {}, {}}; }
inline Actor the_clock() { return {}; }
inline Actor the_person() { return {Role::person, {}, "Anna Testsson"}; }
inline Actor as_substitute(const char* name) {
  return {Role::substitute, support::reception, name};
}

/// A substitute who is told of as the rules want it.
inline Substitute someone(const char* name, std::optional<UnitId> unit = {}) {
  return {name, "kurator", std::string{name} + "@example.se", Mandate::yes, true, std::move(unit)};
}

/// One thing that has happened: to the meeting or to a seat.
using Fact = boost::variant2::variant<MeetingEvent, SeatEvent>;

/// The world of one test. Commands are said to the seat of `who`.
struct World {
  Register known = support::north_west();
  std::vector<Routine> routines{Routine{}};
  ConsentState consent;
  std::vector<Party> parties;
  Meeting meeting;
  PartyId who = ours;
  Instant now = support::at(support::day(2026, 3, 2), std::chrono::hours{9});
  std::vector<std::pair<Fact, Stamp>> log;

  World();
  /// Calls the meeting: those the consent covers are sent a summons, the others wait.
  void call(Instant starts = support::at(support::day(2026, 3, 20), std::chrono::hours{13}));
  void at(Date day, std::chrono::milliseconds clock) { now = support::at(day, clock); }
  /// Leaves a unit outside the consent.
  void except(const UnitId& unit) { consent.given->except = {unit}; }

  Seat& seat();
  const Seat& seat_of(const PartyId& party) const;
  void take(const Fact& fact, const Actor& by = the_clock());
  /// The meeting made anew from the log.
  Meeting replayed() const;

  template <class Do>
  auto with_facts(const Actor& by, Do act) {
    const Ground ground{known, routines, support::sweden(), {}};
    const Stamp stamp{now, by, 0};
    const Unit* unit = find_unit(known, unit_of(who));
    return act(SeatFacts{seat(), meeting.number, meeting.notice.starts, meeting.status,
                         meeting.seats, unit ? unit->id : UnitId{},
                         unit ? unit->principal : PrincipalId{}, consent, routines.front(), ground,
                         stamp});
  }

  Verdict<SeatEvent> ask(const Actor& by, const SeatCommand& command);
  /// Decides and, where granted, takes the events in.
  Verdict<SeatEvent> say(const Actor& by, const SeatCommand& command);
  /// `say`, which must be granted.
  void must(const Actor& by, const SeatCommand& command);
  Verdict<SeatEvent> clock_says(const Due& row);
  std::vector<Due> dues();
  /// The alarm: moves the clock to `moment`, letting each row fire at its own time.
  void wait_until(Instant moment);
  void wait_until(Date day, std::chrono::milliseconds clock) {
    wait_until(support::at(day, clock));
  }
  /// After downtime: the clock stands at `moment`, and rows that were missed fire now, oldest
  /// first.
  void wake_up_at(Instant moment);
};

/// The rules of a refusal, in order; empty where the command was granted.
using Rules = std::vector<std::string>;
Rules rules_of(const Verdict<SeatEvent>& verdict);
/// The ids of the events of a verdict, in order; must be granted.
std::vector<std::string> told_by(const Verdict<SeatEvent>& verdict);
/// The ids of the seat events in a log from its `first` entry on.
std::vector<std::string> told_since(const World& world, std::size_t first);

/// Leads the seat to a state by the shortest way there is: each step is a command that is granted,
/// or a fact of the meeting. They are taken at `from_then`, or as soon as it is called.
void lead_to(World& world, SeatState goal, std::optional<Instant> from_then = {});

/// A command to the seat of `ours` or of another party.
template <class Command>
Command to(const PartyId& party = ours) {
  Command command;
  command.party = party;
  return command;
}
inline RecordDelivery report(DeliveryReport what) { return {{ours, {}, {}}, what}; }
inline AnswerSummons answer(AnswerKind kind, const PartyId& party = ours) {
  return {{party, {}, {}}, kind, {}, {}};
}
inline AnswerSummons forward_to(const UnitId& unit) {
  return {{ours, {}, {}}, AnswerKind::forwarded, unit, {}};
}
inline AnswerSummons given(AnswerKind kind, LocalTime when) {
  return {{ours, {}, {}}, kind, {}, when};
}
inline NameSubstitute name(Substitute who, const PartyId& party = ours) {
  return {{party, {}, {}}, std::move(who)};
}
inline MarkAttendance mark(Attendance attendance, std::optional<Mandate> mandate = {},
                           const PartyId& party = ours) {
  return {{party, attendance, mandate, {}}, {}};
}

}  // namespace kallad::seat
