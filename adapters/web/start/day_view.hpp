// Min dag as its page shows it: groups with their numbers, lines with words and days.
// Not which cases those are: the API's my-day. Rules kept (domain 6): a line names no person; what
// is demanded is told with the last day on which it can be done, not the moment after.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/api/lists/list_answers.hpp"
#include "adapters/web/frame/frame.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

/// The two views of what waits: the reader's day, and the unit's inbox; `here` where one is on it.
struct DayPlace {
  std::string href;
  std::string text;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(DayPlace, (), (href, text, here))

/// None for who works in no case, or where there is no inbox.
std::vector<DayPlace> day_places(bool has_inbox, std::string_view here, Language language);

/// What is asked for, as it stands in the page's address.
struct DayChoice {
  std::string unit;
  bool mine = false;
  std::string group;
};

/// The choice that an address says; what is no choice there is left to the API to refuse.
DayChoice choice_in(std::string_view query);
/// The address of My day with that choice.
std::string address_of(const DayChoice& choice);

/// A case in a list.
struct CaseLine {
  std::string href;
  std::string id;
  std::string kind;
  std::string step;
  bool late = false;
  bool unanswered = false;
  bool shielded = false;     ///< protected identity
  bool example = false;      ///< invented, to learn by
  std::string deficiencies;  ///< drafts, counted
  std::string demand;
  std::optional<When> due;
  std::string due_near;
  std::optional<When> meeting;
  std::string near;
  bool no_meeting = false;  ///< and the reader may know that
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(CaseLine, (),
                      (href, id, kind, step, late, unanswered, shielded, example, deficiencies,
                       demand, due, due_near, meeting, near, no_meeting, unit))

/// A group of the day. `is_shown`: its lines stand on the page.
struct GroupView {
  std::string key;
  std::string name;
  std::string hint;
  std::string count;
  std::string href;
  bool here = false;
  bool is_shown = false;
  std::vector<CaseLine> cases;
  std::string rest;  ///< "Visa alla 37"; empty where all are shown
};
BOOST_DESCRIBE_STRUCT(GroupView, (), (key, name, hint, count, href, here, is_shown, cases, rest))

CaseLine line_of(const api::House& house, const api::ListedCase& row, Language language);
/// Marks those of the lines that are examples.
void mark_examples(const api::House& house, std::vector<CaseLine>& lines);

/// All groups; `is_head`: also the cases whose coordinator has left.
std::vector<GroupView> groups_of(const api::House& house, const api::MyDay& day,
                                 const DayChoice& choice, bool is_head, Language language);

/// The units to choose among: the reader's own, the chosen one, and those that coordinate what is
/// listed.
std::vector<Link> units_of(const api::House& house, const api::MyDay& day, const DayChoice& choice,
                           const UnitId& own);

}  // namespace kallad::web
