// Everything that can be said to a stream, as one value, and its way into a submission; and which
// variants of this room have JSON forms. Two kinds of streams: one log of the register with its
// routines, and one for each case. Not the forms themselves: those follow from the described
// structs (adapters/codec).
#pragma once

#include <boost/variant2/variant.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/codec/shape.hpp"
#include "adapters/desk/submission.hpp"
#include "engine/between/case_file.hpp"
#include "engine/deadline/routine_messages.hpp"
#include "engine/register/register_messages.hpp"

namespace kallad {

/// The name of the register's stream. A case is a stream of its own, under its id.
inline constexpr std::string_view register_stream = "register";

/// What can be said to the register's stream, and what happens in it.
using LedgerCommand = boost::mp11::mp_append<RegisterCommand, RoutineCommand>;
using LedgerEvent = boost::mp11::mp_append<RegisterEvent, RoutineEvent>;

/// Whatever can be said; the one type behind Submission::command.
using AnyCommand = boost::variant2::variant<LedgerCommand, FileCommand>;

/// The submission of `command` to `stream`, by `actor`. `command_id` is the sender's own key.
/// Throws std::invalid_argument, naming path and rule, where a value has no JSON form (a malformed
/// id, say).
Submission submission_of(std::string stream, std::string command_id, const Actor& actor,
                         AnyCommand command);

namespace codec {

template <>
const Shape& shape_of<LedgerCommand>();
template <>
const Shape& shape_of<LedgerEvent>();
template <>
const Shape& shape_of<FileCommand>();
template <>
const Shape& shape_of<FileEvent>();

}  // namespace codec
}  // namespace kallad
