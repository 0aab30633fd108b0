// The page of a case as texts: where it stands, who is called and what they answered, the plan, the
// deficiencies, and what can be done now.
// Not what may be seen: what is left out of the API's answer is left out here. Rule kept: the page
// says where one is, what has happened, what can be done now, and for the rest why not.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/web/case/shown_case.hpp"
#include "adapters/web/course/step_map.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

/// Where the case can go from here, and by what: "Möte", "börja mötet eller stäng närvaron".
struct MoveLine {
  std::string to;
  std::string how;
};
BOOST_DESCRIBE_STRUCT(MoveLine, (), (to, how))

/// A step of the process; `state` says it in words: "klart", "här är ärendet".
struct StepLine {
  std::string name;
  std::string state;
  bool is_past = false;
  bool is_here = false;
};
BOOST_DESCRIBE_STRUCT(StepLine, (), (name, state, is_past, is_here))

struct ActionLine {
  std::string href;
  std::string text;
  std::string why_not;  ///< empty where it can be done
};
BOOST_DESCRIBE_STRUCT(ActionLine, (), (href, text, why_not))

struct ActionGroup {
  std::string heading;
  std::vector<ActionLine> can;
  std::vector<ActionLine> rare;  ///< can be said, in few cases
  std::vector<ActionLine> cannot;
  bool has_can = false;
  bool has_rare = false;
  bool has_cannot = false;
};
BOOST_DESCRIBE_STRUCT(ActionGroup, (), (heading, can, rare, cannot, has_can, has_rare, has_cannot))

/// One thing that happens to a summons: "Framme", "2 mars kl. 09.06". `tone`: done, late, waits,
/// or none where it will not come.
struct SeatMark {
  std::string name;
  std::optional<When> at;
  std::string text;  ///< in place of the time: "senast 9 mars", "inte än"
  std::string tone;
};
BOOST_DESCRIBE_STRUCT(SeatMark, (), (name, at, text, tone))

/// A button of the board; `value` is what it sends.
struct AnswerPress {
  std::string value;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(AnswerPress, (), (value, text))

/// A party's seat at the present meeting. `marks` are what happens to the summons, in order; `told`
/// are its substitutes, and who is reminded when.
struct SeatLine {
  std::size_t number = 0;
  std::string party;
  std::string calling;
  std::string answer;
  std::string tone;  ///< of the answer's tag: success, warning, danger, neutral
  bool has_marks = false;
  std::vector<SeatMark> marks;
  bool has_told = false;
  std::vector<std::string> told;
  std::string record;  ///< where an answer by telephone is written down; empty where none is
  std::string seat;    ///< which seat its buttons are about, as they send it
  bool has_answered = false;
  std::vector<AnswerPress> presses;  ///< the answers that are one press
  std::string spoken;                ///< what the presses are for, to who hears the page
};
BOOST_DESCRIBE_STRUCT(SeatLine, (),
                      (number, party, calling, answer, tone, has_marks, marks, has_told, told,
                       record, seat, has_answered, presses, spoken))

struct MeetingPart {
  std::string href;
  std::optional<When> starts;
  std::string near;
  std::string status;
  std::string place;
  std::string purpose;
  bool has_questions = false;
  std::vector<std::string> questions;
  std::string chair;
  std::string secretary;
  std::vector<SeatLine> seats;
};
BOOST_DESCRIBE_STRUCT(MeetingPart, (),
                      (href, starts, near, status, place, purpose, has_questions, questions, chair,
                       secretary, seats))

struct ActivityLine {
  std::string what;
  std::string owner;
  std::string status;
  std::optional<When> due = {};
  std::string report = {};  ///< where it is reported; empty where the reader may not
  std::string done = {};    ///< its id, for the button that says it is done
};
BOOST_DESCRIBE_STRUCT(ActivityLine, (), (what, owner, status, due, report, done))

struct DeficiencyLine {
  std::string href;
  std::string heading;
  std::string state;
  std::vector<std::string> kinds;
};
BOOST_DESCRIBE_STRUCT(DeficiencyLine, (), (href, heading, state, kinds))

/// That the case has deficiencies that are not done with, for who comes for them.
struct DeficiencyNote {
  std::string href;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(DeficiencyNote, (), (href, text))

struct DueLine {
  std::string what;
  std::optional<When> at;
};
BOOST_DESCRIBE_STRUCT(DueLine, (), (what, at))

struct CasePageView {
  static constexpr std::string_view page = "case";
  std::string heading;
  bool inside = false;  ///< else only the deficiencies that were passed on are shown
  std::string kind;
  std::string id;
  std::string person;
  std::string identity_number;
  std::string protection;
  bool example = false;  ///< invented, to learn by
  std::string need;
  std::string origin;  ///< where it was led before it stood here
  std::string coordinator;
  std::string consent;
  std::vector<std::string> consent_more;  ///< who gave it, and what it does not reach
  std::string access_log;                 ///< its address, for who may read it
  std::string closed;
  std::optional<DeficiencyNote> deficiency_note;
  std::string declined;  ///< which huvudmän have said no to the plan as it is
  std::optional<CaseNav> nav;
  std::string round;
  std::optional<StepMap> map;
  std::string step_now;  ///< "Steg 3 av 7: Möte", where the map has no room
  std::vector<StepLine> steps;
  bool has_moves = false;
  std::vector<MoveLine> moves;
  std::vector<std::string> parties;
  std::optional<MeetingPart> meeting;
  bool has_goals = false;
  std::vector<std::string> goals;
  bool has_activities = false;
  std::vector<ActivityLine> activities;
  bool has_deficiencies = false;
  std::vector<DeficiencyLine> deficiencies;
  bool has_due = false;
  std::vector<DueLine> due;
  std::optional<ActionLine> main;
  std::vector<ActionGroup> groups;
};
BOOST_DESCRIBE_STRUCT(CasePageView, (),
                      (heading, inside, kind, id, person, identity_number, protection, example,
                       need, origin, coordinator, consent, consent_more, access_log, closed,
                       deficiency_note, declined, nav, round, map, step_now, steps, has_moves,
                       moves, parties, meeting, has_goals, goals, has_activities, activities,
                       has_deficiencies, deficiencies, has_due, due, main, groups))

/// Where the command is said: on its form, or on the meeting's page.
std::string command_address(const CaseView& shown, const std::string& command);

/// `own`: the reader's unit, which answers and reports for itself alone.
CasePageView case_page_view(const ShownCase& now, const UnitId& own, const api::House& house,
                            Language language);

}  // namespace kallad::web
