// The tables of all events. Compiled once; see messages.hpp. Older versions of events are listed
// in older_events.hpp, before the tables are made.
#include "adapters/codec/messages.hpp"
#include "adapters/codec/older_events.hpp"

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

template <>
const Shape& shape_of<DisposalEvent>() {
  return shape<DisposalEvent>;
}

template <>
const Shape& shape_of<ExampleEvent>() {
  return shape<ExampleEvent>;
}

}  // namespace kallad::codec
