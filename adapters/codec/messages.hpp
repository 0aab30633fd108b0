// Which variants of the engine go in and out as JSON. With this and typed.hpp their shapes are
// known: read_text<RegisterCommand>(text), read_data<RegisterEvent>(type, version, data),
// write_compact(event). Not the tables themselves: command_codec.cpp and event_codec.cpp make them,
// one file each, so that nobody else pays for compiling them. Rule kept: what is not named here
// does not leave the process as JSON.
#pragma once

#include "adapters/codec/shape.hpp"
#include "engine/case/case_commands.hpp"
#include "engine/case/case_events.hpp"
#include "engine/deadline/routine_messages.hpp"
#include "engine/deficiency/deficiency_messages.hpp"
#include "engine/disposal/disposal_messages.hpp"
#include "engine/disposal/example_messages.hpp"
#include "engine/register/register_messages.hpp"
#include "engine/spine/actor.hpp"

namespace kallad::codec {

template <>
const Shape& shape_of<Actor>();
template <>
const Shape& shape_of<RegisterCommand>();
template <>
const Shape& shape_of<RoutineCommand>();
template <>
const Shape& shape_of<CaseCommand>();
template <>
const Shape& shape_of<DeficiencyCommand>();
template <>
const Shape& shape_of<DisposalCommand>();
template <>
const Shape& shape_of<ExampleCommand>();
template <>
const Shape& shape_of<RegisterEvent>();
template <>
const Shape& shape_of<RoutineEvent>();
template <>
const Shape& shape_of<CaseEvent>();
template <>
const Shape& shape_of<DeficiencyEvent>();
template <>
const Shape& shape_of<DisposalEvent>();
template <>
const Shape& shape_of<ExampleEvent>();

}  // namespace kallad::codec
