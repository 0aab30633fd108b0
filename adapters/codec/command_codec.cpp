// The tables of all commands, and of the actor who gives them. Compiled once; see messages.hpp.
// Not their forms: those follow from how the engine describes the structs.
#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"

namespace kallad::codec {

template <>
const Shape& shape_of<Actor>() {
  return shape<Actor>;
}

template <>
const Shape& shape_of<RegisterCommand>() {
  return shape<RegisterCommand>;
}

template <>
const Shape& shape_of<RoutineCommand>() {
  return shape<RoutineCommand>;
}

template <>
const Shape& shape_of<CaseCommand>() {
  return shape<CaseCommand>;
}

template <>
const Shape& shape_of<DeficiencyCommand>() {
  return shape<DeficiencyCommand>;
}

template <>
const Shape& shape_of<DisposalCommand>() {
  return shape<DisposalCommand>;
}

template <>
const Shape& shape_of<ExampleCommand>() {
  return shape<ExampleCommand>;
}

}  // namespace kallad::codec
