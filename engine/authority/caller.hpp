// Who calls, as sign-in knows it, and what authority looks at besides the case.
// Not an actor: which part a caller plays in one case is answered in authority.hpp, and not a
// session. Rule kept (domain 6): every nämnd is its own authority, so a caller acts for one unit.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "engine/deadline/calendar.hpp"
#include "engine/register/register.hpp"

namespace kallad {

/// What an account is trusted with for its unit. Given by an administrator; gives nothing in a case
/// that the unit has no part in.
enum class Position {
  coordinator,  ///< coordinates the unit's cases: the one named, and whoever stands in
  attendee,     ///< the unit's staff
  unit_head,
  council_secretary,
  report_reader,
  auditor,        ///< reads the access log, and no case
  administrator,  ///< keeps register, routines and accounts, and reads no case
};
BOOST_DESCRIBE_ENUM(Position, coordinator, attendee, unit_head, council_secretary, report_reader,
                    auditor, administrator)

/// Who calls. `named_for`: the cases with protected identity that this account is named for.
struct Caller {
  std::string account;
  std::string name;
  UnitId unit;
  std::vector<Position> positions;
  std::vector<CaseId> named_for;
};

/// What a decision about authority stands on besides caller and case: the register and the calendar
/// as they are, and the time. Lives as long as the decision; nothing here is owned.
struct Occasion {
  const Register& known;
  const Calendar& calendar;
  Instant at;
};

}  // namespace kallad
