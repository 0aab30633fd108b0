// What an export takes from a case's events, since the folded case does not keep it: the verdict on
// each goal, and who recorded the last fact. Not a second fold, and not authority: who calls hands
// over only events that the reader may know of, in their order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/brain/ledger.hpp"
#include "engine/case/case.hpp"

namespace kallad::fhir {

/// Who recorded what, and when (UTC). Unit and name are empty where the reader may not know them.
struct LastRecorded {
  std::string event;  ///< its id: "case_closed"
  Instant at;
  Role role = Role::clock;
  UnitId unit;
  std::string name;
};

struct Told {
  std::vector<GoalEvaluation> evaluated;  ///< the latest of each goal, without words
  std::optional<LastRecorded> last;
};

/// Whose people the reader may see named: everybody's, or those of one unit.
struct Named {
  bool everybody = false;
  UnitId unit;
};

/// Takes the case's next event as stored. Stops the process where its actor cannot be read (a
/// broken promise).
void hear(Told& told, const EventView& event, const Named& named);

}  // namespace kallad::fhir
