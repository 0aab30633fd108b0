// How a fact changes the routines. Never refuses: what is in the log has happened.
// Rule kept: every version stays, for what was sent while it counted is judged by it.
#include "engine/deadline/routine_messages.hpp"

namespace kallad::routines {

std::vector<Routine> evolve(std::vector<Routine> known, const RoutineEvent& event) {
  known.push_back(boost::variant2::get<RoutineRecorded>(event).routine);
  return known;
}

}  // namespace kallad::routines
