// Reading stored text as engine values and folding it.
// Not judging: a stored event that cannot be read is a broken promise and stops the process.
#include "adapters/brain/case_reader.hpp"

#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad {

CaseFile fresh_case(std::string_view stream) {
  CaseFile file;
  file.running.id = CaseId{stream};
  return file;
}

Actor read_actor(std::string_view text) {
  auto read = codec::read_text<Actor>(text);
  promise(read.ok(), "every stored actor can be read");
  return std::move(read.value());
}

void take(CaseFile& file, const EventView& event, const Actor& by) {
  const auto read = codec::read_data<FileEvent>(event.type, event.version, event.payload);
  promise(read.ok(), "every stored event of a case has a reader");
  const Stamp stamp{event.at, by, static_cast<std::uint32_t>(event.sequence)};
  file = between::evolve(std::move(file), read.value(), stamp);
}

std::optional<CaseFile> load_case(const ReadStream& read, std::string_view stream) {
  CaseFile file = fresh_case(stream);
  const auto count =
      read(stream, [&](const EventView& event) { take(file, event, read_actor(event.actor)); });
  if (count == 0) return std::nullopt;
  return file;
}

}  // namespace kallad
