// Support for the tests of what rooms mean to each other: one case told command by command, with a
// clock that fires what falls due on the way. Not a test and no stand-in: every command is decided
// by the real machines, every event folded, and the whole log is replayed at the end of each story.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "adapters/clock/stockholm.hpp"
#include "engine/between/case_file.hpp"

namespace kallad::between {

inline const UnitId adults{"helsingborg/vuxen"};
inline const UnitId children{"helsingborg/barn"};
inline const UnitId clinic{"region/psykosmottagning"};
inline const UnitId ward{"region/avdelning-51"};
inline const UnitId police{"polisen/helsingborg"};
inline const PartyId anna{"anna"};

inline Actor coordinator() { return {Role::coordinator, adults, "Siv Samordnare"}; }
inline Actor chair() { return {Role::chair, adults, "Mats Mötesledare"}; }
inline Actor of_unit(const UnitId& unit) { return {Role::attendee, unit, "Lena på " + unit.text}; }
inline Actor substitute() { return {Role::substitute, UnitId{}, "Sara Ersättare"}; }
inline Actor mail() { return {Role::mail, UnitId{}, ""}; }
inline Actor the_clock() { return {Role::clock, UnitId{}, ""}; }
inline Actor head_of(const UnitId& unit) { return {Role::unit_head, unit, "Eva Chef"}; }

/// Local wall-clock time in Europe/Stockholm.
inline LocalTime local(int year, unsigned month, unsigned day, int hour = 9, int minute = 0) {
  return std::chrono::local_days{std::chrono::year{year} / std::chrono::month{month} /
                                 std::chrono::day{day}} +
         std::chrono::hours{hour} + std::chrono::minutes{minute};
}

/// One event of the log, as it would be stored.
struct Logged {
  FileEvent event;
  Stamp stamp;
};

/// A story: the case, its log, and the time on the wall.
class Story {
 public:
  Story();

  /// Lets time pass until then; what falls due is said by the clock at its own time.
  Story& until(LocalTime reading);
  /// Says a command at the present time; `refused` holds the rules where the answer is no.
  std::vector<std::string> say(const Actor& by, const FileCommand& command);
  /// The ids of the events of the last command, or of everything the clock said on the way.
  std::vector<std::string> told;
  std::vector<std::string> refused;
  std::vector<Wish> wishes;  ///< of the last command

  /// Opens the case, records consent, adds the parties: adults and clinic summoned, anna invited.
  Story& prepared();
  /// Prepared, and called to a meeting on Friday 2026-03-20 at 13.00, sent on Monday 2026-03-02.
  Story& summoned();
  Story& delivered(const UnitId& unit);
  Story& answered(const UnitId& unit, AnswerKind answer);
  /// At the meeting's end: adults present, and the clinic as said.
  std::vector<std::string> close(Attendance clinic_was,
                                 std::optional<Mandate> mandate = std::nullopt);

  /// The one deficiency, which must be there.
  const Deficiency& deficiency() const;
  /// How many are not withdrawn.
  std::size_t standing() const;
  /// Folds the log anew and holds the result to what the story has; and asks the grounds once more.
  void replays() const;

  CaseFile file;
  std::vector<Logged> log;
  Register known;
  std::vector<Routine> routines{Routine{}};
  Calendar calendar{stockholm()};
  Instant now;

 private:
  Ground ground() const { return {known, routines, calendar, {}}; }
};

AnswerSummons answer_of(const UnitId& unit, AnswerKind answer);
NameSubstitute substitute_for(const UnitId& unit);
AttendanceMark mark(const UnitId& unit, Attendance attendance,
                    std::optional<Mandate> mandate = std::nullopt);

using Ids = std::vector<std::string>;
using Kinds = std::vector<DeficiencyKind>;

}  // namespace kallad::between
