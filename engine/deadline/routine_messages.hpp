// What can be said of routines, and what the log then tells. They stand in the register's log.
// Rule kept (rulings, "Declining and deadlines"): a changed routine counts for what is sent
// afterwards, so a version once recorded is not rewritten; a change is a new version.
#pragma once

#include <boost/describe.hpp>
#include <boost/variant2/variant.hpp>
#include <string_view>
#include <vector>

#include "engine/deadline/routine.hpp"
#include "engine/spine/verdict.hpp"

namespace kallad {

/// Records a routine, or a new version of one.
struct RecordRoutine {
  static constexpr std::string_view id = "record_routine";
  Routine routine;
};
BOOST_DESCRIBE_STRUCT(RecordRoutine, (), (routine))

/// Version 2 has when activities are reminded of.
struct RoutineRecorded {
  static constexpr std::string_view id = "routine_recorded";
  static constexpr int version = 2;
  Routine routine;
};
BOOST_DESCRIBE_STRUCT(RoutineRecorded, (), (routine))

using RoutineCommand = boost::variant2::variant<RecordRoutine>;
using RoutineEvent = boost::variant2::variant<RoutineRecorded>;

namespace routines {

/// Yes with the event that records the wish, or no with every rule it breaks: those of
/// check(routine), and routine_version_is_recorded where the same version stands with other values.
/// Recording what stands already is accepted without an event.
Verdict<RoutineEvent> decide(const std::vector<Routine>& known, const RoutineCommand& command);

/// The routines after the event. Never refuses.
std::vector<Routine> evolve(std::vector<Routine> known, const RoutineEvent& event);

/// What holds where nobody has recorded a routine: the default values, for every council, since
/// ever.
Routine default_routine();

}  // namespace routines
}  // namespace kallad
