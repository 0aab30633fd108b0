// Which messages there are, and the folders that their files go to.
// Not what stands in the files: schema.cpp and sample.cpp.
#include "adapters/codec/schema/message_files.hpp"

#include <array>
#include <set>
#include <stdexcept>

#include "adapters/codec/messages.hpp"
#include "adapters/codec/schema/sample.hpp"

namespace kallad::codec {
namespace {

void add(std::vector<GeneratedFile>& all, std::string_view folder,
         std::vector<GeneratedFile> files) {
  for (GeneratedFile& file : files) {
    all.push_back({std::string{folder} + "/" + file.name, std::move(file.text)});
  }
}

std::array<const Shape*, 6> events_of_the_engine() {
  return {&shape_of<RegisterEvent>(),   &shape_of<RoutineEvent>(),  &shape_of<CaseEvent>(),
          &shape_of<DeficiencyEvent>(), &shape_of<DisposalEvent>(), &shape_of<ExampleEvent>()};
}

std::vector<GeneratedFile> with_names_once(std::vector<GeneratedFile> files) {
  std::set<std::string_view> names;
  for (const GeneratedFile& file : files) {
    if (!names.insert(file.name).second) throw std::logic_error("two messages make " + file.name);
  }
  return files;
}

}  // namespace

std::vector<GeneratedFile> message_schemas() {
  std::vector<GeneratedFile> all;
  for (const Shape* commands : {&shape_of<RegisterCommand>(), &shape_of<RoutineCommand>(),
                                &shape_of<CaseCommand>(), &shape_of<DeficiencyCommand>(),
                                &shape_of<DisposalCommand>(), &shape_of<ExampleCommand>()}) {
    add(all, "commands", schemas_of(*commands, "commands"));
  }
  for (const Shape* events : events_of_the_engine()) {
    add(all, "events", schemas_of(*events, "events"));
  }
  return with_names_once(std::move(all));
}

std::vector<GeneratedFile> message_golden_copies() {
  std::vector<GeneratedFile> all;
  for (const Shape* events : events_of_the_engine()) add(all, "events", golden_copies(*events));
  return with_names_once(std::move(all));
}

}  // namespace kallad::codec
