// Which messages there are, and the folders that their files go to.
// Not what stands in the files: schema.cpp and sample.cpp.
#include "adapters/codec/schema/message_files.hpp"

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
  add(all, "commands", schemas_of(shape_of<RegisterCommand>(), "commands"));
  add(all, "commands", schemas_of(shape_of<CaseCommand>(), "commands"));
  add(all, "events", schemas_of(shape_of<RegisterEvent>(), "events"));
  add(all, "events", schemas_of(shape_of<CaseEvent>(), "events"));
  return with_names_once(std::move(all));
}

std::vector<GeneratedFile> message_golden_copies() {
  std::vector<GeneratedFile> all;
  add(all, "events", golden_copies(shape_of<RegisterEvent>()));
  add(all, "events", golden_copies(shape_of<CaseEvent>()));
  return with_names_once(std::move(all));
}

}  // namespace kallad::codec
