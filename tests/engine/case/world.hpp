// Support for tests that need a case: north-west Skåne as a register, people who act, and a world
// whose clock stands where a test puts it. Every command is decided by the real machines, and every
// accepted one is held against the promise that the folded case stands in the step the machine
// said. Not a test, and no stand-in. The people are invented; organisations are those of seeds 000
// and 001.
#pragma once

#include <gtest/gtest.h>

#include <boost/variant2/variant.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "adapters/clock/stockholm.hpp"
#include "engine/case/case_decide.hpp"
#include "engine/case/case_machine.hpp"

namespace kallad::casework {

// Units, each of the huvudman before the slash.
inline const UnitId helsingborg_adults{"helsingborg/vuxen"};
inline const UnitId helsingborg_school{"helsingborg/skola"};
inline const UnitId angelholm_adults{"angelholm/vuxen"};
inline const UnitId psychosis_clinic{"region/psykosmottagning"};
inline const UnitId health_centre{"region/vardcentral"};
inline const UnitId child_psychiatry{"region/bup"};
inline const UnitId adult_habilitation{"region/vuxenhabilitering"};
inline const UnitId we_mind{"we-mind/oppenvard"};  ///< private, bound like the region
inline const UnitId insurance_office{"forsakringskassan/kontor"};  ///< a member without the duty
inline const UnitId police{"polisen/helsingborg"};                 ///< outside the agreement
inline const UnitId lund_adults{"lund/vuxen"};                     ///< outside the agreement
inline const PartyId anna{"anna"};                                 ///< the person
inline const PartyId region{"region"};
inline const PartyId helsingborg{"helsingborg"};

Actor coordinator();
Actor chair();
Actor secretary();
Actor staff_of(const UnitId& unit);
Actor head_of(const UnitId& unit);
Actor substitute();
Actor the_person();
Actor mail();
Actor the_clock();

/// The register of north-west Skåne: ten municipalities, the region, two private providers, one
/// authority with and two organisations outside the agreement.
Register north_west_skane();

Date day(int year, unsigned month, unsigned number);
/// A reading of the wall clock.
LocalTime clock_at(Date local, int hour, int minute = 0);

using Said = Verdict<CaseEvent>;
using Rules = std::vector<std::string>;
using Data = std::vector<std::pair<std::string, std::string>>;

/// The rules of a refusal, in order; empty where the command was granted.
Rules rules_of(const Said& said);
/// The ids of what happened, in order; empty where the command was refused.
Rules events_of(const Said& said);
/// What the first refusal tells.
Data data_of(const Said& said);

/// The first event of its kind; fails the test where there is none.
template <class Event>
Event the(const Said& said) {
  if (said) {
    for (const auto& event : said.events()) {
      if (const auto* found = boost::variant2::get_if<Event>(&event)) return *found;
    }
  }
  ADD_FAILURE() << Event::id << " did not happen";
  return {};
}

/// One line of the log.
struct Logged {
  CaseEvent event;
  Stamp stamp;
};

// Commands as a coordinator would say them
// -----------------------------------------------------------

OpenCase annas_case(CaseKind kind = CaseKind::sip);
/// Anna's own oral consent, from 2 March 2026 for a year.
RecordConsent annas_consent();
AddParty party(const UnitId& unit, std::optional<Calling> calling = {});
AddParty beside(const char* name, PartyKind kind);
SendSummons summons_to(LocalTime starts, std::vector<PartyId> parties = {});
ChangeMeeting moved_to(LocalTime starts);
AttendanceMark mark(const PartyId& party, Attendance attendance = Attendance::present);
AttendanceMark mark(const UnitId& unit, Attendance attendance = Attendance::present);
CloseAttendance attendance(std::vector<AttendanceMark> marks);
CorrectAttendance correction(AttendanceMark mark, const char* reason);
CallOffMeeting called_off(std::vector<PartyId> causes, std::vector<AttendanceMark> marks = {});
EndMeeting ends_with(Date follow_up_on);
CloseCase closing(ClosingReason reason);
RecordGoal goal(const char* id, const char* text, GoalKind kind = GoalKind::part);
RecordActivity activity(const char* id, const UnitId& owner, std::optional<Date> by = {});
RecordPlanPoints all_four_points();

/// A seat's command about one party.
template <class Command>
Command of(const UnitId& unit) {
  Command command;
  command.party = party_of(unit);
  return command;
}
AnswerSummons answers(const UnitId& unit, AnswerKind kind);
AnswerSummons forwards(const UnitId& from, const UnitId& to);
NameSubstitute names_substitute(const UnitId& unit, const char* name);

// The world
// ------------------------------------------------------------------------------------------

/// One case in its surroundings. It starts on Monday 2 March 2026 at 9.00 in Helsingborg.
struct World {
  Register known = north_west_skane();
  std::vector<Routine> routines;
  Calendar calendar{stockholm()};
  std::vector<CaseId> other_cases;
  Case running;
  std::vector<Logged> log;
  Instant now = calendar.zone().to_instant(clock_at(day(2026, 3, 2), 9));

  Ground ground() const { return {known, routines, calendar, other_cases}; }
  const Zone& zone() const { return calendar.zone(); }
  /// Puts the clock to a local time.
  World& at(Date local, int hour, int minute = 0);

  /// Decides, and changes nothing.
  Said ask(const Actor& by, const CaseCommand& command) const;
  /// Decides and, where granted, takes the events in and holds the fold against the machine.
  Said say(const Actor& by, const CaseCommand& command);
  /// As say; fails the test where it is refused.
  World& must(const Actor& by, const CaseCommand& command);

  std::vector<Due> due() const { return casework::due(running, ground()); }
  /// The due rows of one kind.
  std::vector<Due> due(DueKind kind) const;
  /// Puts the clock to the row's time and lets it say so.
  Said pass(const Due& row);

  const Meeting& meeting() const { return running.meetings.back(); }
  const Seat& seat(const UnitId& unit) const;
};

/// Opened, with Helsingborg's adults' unit and the psychosis clinic summoned, Anna invited, no
/// consent.
World opened(CaseKind kind = CaseKind::sip);
/// As opened, with Anna's consent.
World consented(CaseKind kind = CaseKind::sip);
/// As consented, called to Friday 20 March 2026 at 13.00, in Helsingborg.
World called(CaseKind kind = CaseKind::sip);
/// The meeting's time has come.
World at_the_table(CaseKind kind = CaseKind::sip);
/// Everybody was there, the plan has its points and goals, attendance is closed.
World held(CaseKind kind = CaseKind::sip);

/// A case led to `step` by the shortest way of the table, each step by one who may take it.
World led_to(Step step, CaseKind kind = CaseKind::sip);

inline const LocalTime friday_at_one =
    std::chrono::local_days{std::chrono::year{2026} / 3 / 20} + std::chrono::hours{13};

}  // namespace kallad::casework
