// The tables of all events. Compiled once; see messages.hpp. Older versions of events are listed
// here, before the tables are made: specialise OlderVersions (describe.hpp says how).
#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"

namespace kallad::codec {

template <>
const Shape& shape_of<RegisterEvent>() {
  return shape<RegisterEvent>;
}

template <>
const Shape& shape_of<RoutineEvent>() {
  return shape<RoutineEvent>;
}

template <>
const Shape& shape_of<CaseEvent>() {
  return shape<CaseEvent>;
}

template <>
const Shape& shape_of<DeficiencyEvent>() {
  return shape<DeficiencyEvent>;
}

}  // namespace kallad::codec
