// schema_writer: writes the files that are made from the described commands and events.
// Not deciding what is in them (adapters/codec/schema does), and not part of the product that runs.
// Rule kept: a golden copy, once written, is never changed; so --golden writes only what is
// missing.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/codec/schema/message_files.hpp"

namespace {

using kallad::codec::GeneratedFile;

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out{path, std::ios::binary | std::ios::trunc};
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

// Removes schemas of messages that are no more, since a reader of the folder would take them for
// true.
void remove_others(const std::filesystem::path& folder, const std::vector<GeneratedFile>& files) {
  for (const char* part : {"commands", "events"}) {
    if (!std::filesystem::exists(folder / part)) continue;
    std::vector<std::filesystem::path> others;
    for (const auto& entry : std::filesystem::directory_iterator{folder / part}) {
      const std::string name = std::string{part} + "/" + entry.path().filename().string();
      bool known = false;
      for (const GeneratedFile& file : files) known = known || file.name == name;
      if (!known && entry.path().extension() == ".json") others.push_back(entry.path());
    }
    for (const auto& other : others) std::filesystem::remove(other);
  }
}

void write_schemas(const std::filesystem::path& folder) {
  const auto files = kallad::codec::message_schemas();
  for (const GeneratedFile& file : files) write(folder / file.name, file.text);
  remove_others(folder, files);
  std::printf("%zu schemas in %s\n", files.size(), folder.c_str());
}

void write_golden(const std::filesystem::path& folder) {
  std::size_t written = 0;
  for (const GeneratedFile& file : kallad::codec::message_golden_copies()) {
    if (std::filesystem::exists(folder / file.name)) continue;
    write(folder / file.name, file.text);
    std::printf("new: %s\n", file.name.c_str());
    ++written;
  }
  std::printf("%zu new golden copies in %s\n", written, folder.c_str());
}

constexpr std::string_view usage =
    "Usage: schema_writer DIR            write all schemas to DIR/commands and DIR/events\n"
    "       schema_writer --golden DIR   write the golden copies missing in DIR/events\n";

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string_view> arguments(words + 1, words + count);
  try {
    if (arguments.size() == 1 && !arguments[0].starts_with("-")) {
      return write_schemas(arguments[0]), 0;
    }
    if (arguments.size() == 2 && arguments[0] == "--golden") return write_golden(arguments[1]), 0;
    const bool asked = arguments.size() == 1 && arguments[0] == "--help";
    std::fputs(usage.data(), asked ? stdout : stderr);
    return asked ? 0 : 2;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "schema_writer: %s\n", e.what());
    return 1;
  }
}
