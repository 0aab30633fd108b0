// Deciding and folding routines. The values themselves are judged in routine.cpp.
#include "engine/deadline/routine_messages.hpp"

#include <algorithm>
#include <string>

namespace kallad::routines {

Verdict<RoutineEvent> decide(const std::vector<Routine>& known, const RoutineCommand& command) {
  const Routine& wish = std::get<RecordRoutine>(command).routine;
  Refusals why = check(wish);
  const auto same = std::find_if(known.begin(), known.end(), [&](const Routine& each) {
    return each.id == wish.id && each.version == wish.version;
  });
  if (same != known.end() && *same == wish) return Verdict<RoutineEvent>::accepted({});
  if (same != known.end()) {
    why.push_back({"routine_version_is_recorded",
                   {{"routine", wish.id.text}, {"version", std::to_string(wish.version)}}});
  }
  if (!why.empty()) return Verdict<RoutineEvent>::refused(std::move(why));
  return Verdict<RoutineEvent>::accepted({RoutineRecorded{wish}});
}

std::vector<Routine> evolve(std::vector<Routine> known, const RoutineEvent& event) {
  known.push_back(std::get<RoutineRecorded>(event).routine);
  return known;
}

Routine default_routine() {
  Routine routine;
  routine.id = RoutineId{"default"};
  routine.name = "Kallads förvalda rutin";
  routine.valid_from = std::chrono::year{2000} / std::chrono::January / 1;
  return routine;
}

}  // namespace kallad::routines
