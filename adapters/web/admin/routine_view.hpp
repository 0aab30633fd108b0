// Routines as administration shows them: whose, from when, and each value with what it rests on.
// Not which one counts for a case: engine/deadline. Rule kept (domain 5): a local value is shown as
// "lokal standard", and never as law.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/web/admin/frame/admin_frame.hpp"
#include "adapters/web/template/days.hpp"

namespace kallad::web {

/// One version of a routine.
struct RoutineLine {
  std::string href;
  std::string name;
  When from;
  std::optional<When> until;
};
BOOST_DESCRIBE_STRUCT(RoutineLine, (), (href, name, from, until))

/// The routines of a council, or those of everybody who has none of their own.
struct RoutineOwner {
  std::string id;
  std::string name;
  std::optional<RoutineLine> now;
  std::vector<RoutineLine> later;
  bool has_later = false;
  std::vector<RoutineLine> earlier;
  bool has_earlier = false;
  std::string new_version;
  bool is_own = false;  ///< it has routines of its own
  bool is_default = false;
};
BOOST_DESCRIBE_STRUCT(RoutineOwner, (),
                      (id, name, now, later, has_later, earlier, has_earlier, new_version, is_own,
                       is_default))

/// A value: "Svar från att kallelsen skickats", "5 arbetsdagar", "lokal standard".
struct ValueLine {
  std::string name;
  std::string amount;
  std::string basis;
  bool is_law = false;
};
BOOST_DESCRIBE_STRUCT(ValueLine, (), (name, amount, basis, is_law))

/// The default's first, then each council's by name.
std::vector<RoutineOwner> routine_owners(const api::RegisterShown& known, Date today,
                                         Language language);
std::vector<ValueLine> value_lines(const Routine& routine, Language language);

/// What the council is called; of the default routine, that it is.
std::string owner_name(const api::RegisterShown& known, const CouncilId& council,
                       Language language);

/// The council's own routine of that day, or its latest; null where it has none.
const Routine* own_routine(const api::RegisterShown& known, const CouncilId& council, Date today);

}  // namespace kallad::web
