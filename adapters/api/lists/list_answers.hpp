// What lists of cases answer, as described structs.
// Not a case: nothing of the person stands here. Rule kept: what the reader's sight does not show
// is left out of the line, and a line whose sight is frozen tells nothing of what has come since.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/authority/sight.hpp"
#include "engine/spine/zone.hpp"

namespace kallad::api {

/// A case in a list, as the reader may know of it.
struct ListedCase {
  CaseId id;
  CaseSight sight = CaseSight::none;  ///< none: the council's, without the person
  bool closed = false;                ///< for this reader
  std::optional<CaseKind> kind;
  std::optional<Step> step;
  std::optional<std::uint32_t> round;
  std::optional<UnitId> coordinator;
  std::optional<std::string> coordinator_name;
  std::optional<Instant> due;  ///< what is demanded next of the reader's unit, overdue or not
  std::optional<DueKind> demand;
  std::optional<Instant> overdue_since;
  std::optional<Instant> next_meeting;
  bool unanswered = false;       ///< a summons of the reader's unit waits for an answer
  std::uint32_t drafts = 0;      ///< deficiencies of the reader's unit that have not left it
  std::uint32_t at_council = 0;  ///< of the council's list: deficiencies that wait for the council
  bool protected_identity = false;
  std::optional<std::uint64_t> version;
  std::optional<Instant> changed;
};
BOOST_DESCRIBE_STRUCT(ListedCase, (),
                      (id, sight, closed, kind, step, round, coordinator, coordinator_name, due,
                       demand, overdue_since, next_meeting, unanswered, drafts, at_council,
                       protected_identity, version, changed))

/// `next` is the address of the page after; the last page has none. Where only the number was asked
/// for, that is `count` and there are no cases; `and_more`: it was not counted to the end.
struct CasePage {
  std::vector<ListedCase> cases;
  std::optional<std::string> next;
  std::optional<std::uint64_t> count;
  std::optional<bool> and_more;
};
BOOST_DESCRIBE_STRUCT(CasePage, (), (cases, next, count, and_more))

/// How many there are, or that there are more than that, and the first of them.
struct DayGroup {
  std::uint64_t count = 0;
  bool and_more = false;
  std::vector<ListedCase> cases;
};
BOOST_DESCRIBE_STRUCT(DayGroup, (), (count, and_more, cases))

/// The groups of a day.
enum class DayPart { unanswered, meetings, drafts, overdue, orphans };
BOOST_DESCRIBE_ENUM(DayPart, unanswered, meetings, drafts, overdue, orphans)

/// Min dag: what waits for the reader's unit. A case can stand in several groups.
struct MyDay {
  Date week_from;       ///< Monday, local day
  Date week_to;         ///< Sunday
  DayGroup unanswered;  ///< summonses of the unit without an answer
  DayGroup meetings;    ///< that start this week, by their start
  DayGroup drafts;      ///< deficiencies of the unit that have not left it
  DayGroup overdue;     ///< activities and follow-ups whose day has passed
  DayGroup orphans;     ///< whose coordinator has left; told to the unit's head
};
BOOST_DESCRIBE_STRUCT(MyDay, (),
                      (week_from, week_to, unanswered, meetings, drafts, overdue, orphans))

}  // namespace kallad::api
