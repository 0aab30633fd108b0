// What the unit's shared inbox answers and takes, as described structs.
// Not a case: no name of a person and nobody's words stand here. Rule kept (domain 6): a line tells
// which case, what waits and until when, to those of the unit who may see that in the case.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::api {

/// What can wait for a unit.
enum class InboxKind {
  summons,       ///< to be answered
  activity,      ///< of the plan, the unit's own, not done
  deficiency,    ///< sent to the unit, to be answered
  coordination,  ///< a case whose coordinator has left, or has not come to it in time
};
BOOST_DESCRIBE_ENUM(InboxKind, summons, activity, deficiency, coordination)

/// Who has taken it; `handed_by`: who handed it over, where somebody did.
struct InboxTaker {
  std::string account;
  std::string name;
  Instant at{};
  std::optional<std::string> handed_by;
};
BOOST_DESCRIBE_STRUCT(InboxTaker, (), (account, name, at, handed_by))

/// One thing that waits. `thing`: the meeting's number, the activity's id, the deficiency's number;
/// empty for a coordination. `due`: the last moment (UTC) for it, where there is one; `orphan`: the
/// coordinator has left. `taken`: nothing where nobody has it.
struct InboxItem {
  CaseId of_case;
  InboxKind kind = InboxKind::summons;
  std::string thing;
  std::optional<Instant> due;
  bool late = false;
  bool orphan = false;
  std::optional<InboxTaker> taken;
};
BOOST_DESCRIBE_STRUCT(InboxItem, (), (of_case, kind, thing, due, late, orphan, taken))

/// Somebody of the unit to hand over to.
struct Colleague {
  std::string user_name;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (user_name, name))

/// What is due first comes first. `and_more`: the unit has more cases than were looked through.
struct UnitInbox {
  UnitId unit;
  std::vector<InboxItem> items;
  bool and_more = false;
  std::vector<Colleague> colleagues;
};
BOOST_DESCRIBE_STRUCT(UnitInbox, (), (unit, items, and_more, colleagues))

/// Which thing, and which account was seen to have it: empty for nobody. The same for putting it
/// back.
struct TakeForm {
  CaseId of_case;
  InboxKind kind = InboxKind::summons;
  std::string thing;
  std::string from;
};
BOOST_DESCRIBE_STRUCT(TakeForm, (), (of_case, kind, thing, from))

/// The same, and the colleague it is handed to.
struct HandOverForm {
  CaseId of_case;
  InboxKind kind = InboxKind::summons;
  std::string thing;
  std::string from;
  std::string user_name;
};
BOOST_DESCRIBE_STRUCT(HandOverForm, (), (of_case, kind, thing, from, user_name))

}  // namespace kallad::api
