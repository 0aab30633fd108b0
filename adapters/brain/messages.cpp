// The shapes of all commands and events, and how a command becomes a submission.
// Not their forms: those follow from how the engine describes the structs.
#include "adapters/brain/messages.hpp"

#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/older_events.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad {

namespace codec {

template <>
const Shape& shape_of<LedgerCommand>() {
  return shape<LedgerCommand>;
}
template <>
const Shape& shape_of<LedgerEvent>() {
  return shape<LedgerEvent>;
}
template <>
const Shape& shape_of<FileCommand>() {
  return shape<FileCommand>;
}
template <>
const Shape& shape_of<FileEvent>() {
  return shape<FileEvent>;
}

}  // namespace codec

Submission submission_of(std::string stream, std::string command_id, const Actor& actor,
                         AnyCommand command) {
  Submission submission;
  submission.stream = std::move(stream);
  submission.command_id = std::move(command_id);
  submission.actor = codec::write_compact(actor);
  submission.content =
      boost::variant2::visit([](const auto& said) { return codec::write_compact(said); }, command);
  submission.command = std::make_shared<const AnyCommand>(std::move(command));
  return submission;
}

}  // namespace kallad
