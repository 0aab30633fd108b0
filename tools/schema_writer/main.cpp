// schema_writer: writes the files that are made from the described commands and events, from the
// machines' tables and from the store's. Not deciding what is in them (adapters/codec/schema,
// adapters/wording and adapters/store do), and not part of the product that runs.
// Rule kept: a golden copy, once written, is never changed; so --golden writes only what is
// missing.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/codec/schema/message_files.hpp"
#include "adapters/config/settings.hpp"
#include "adapters/store/sqlite/file/schema.hpp"
#include "adapters/wording/process_files.hpp"

namespace {

using kallad::ProcessFile;
using kallad::codec::GeneratedFile;

/// Every file that is always written anew, by its path from the repository's root.
std::vector<ProcessFile> all_files() {
  std::vector<ProcessFile> files = kallad::process_files();
  for (GeneratedFile& file : kallad::codec::message_schemas()) {
    files.push_back({"schemas/" + file.name, std::move(file.text)});
  }
  const std::string version = std::to_string(kallad::schema_version);
  files.push_back({"schemas/sql/store.v" + version + ".sql", kallad::store_tables()});
  files.push_back({"docs/settings.md", kallad::settings_paper()});
  return files;
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out{path, std::ios::binary | std::ios::trunc};
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// Removes schemas of messages that are no more, since a reader of the folder would take them for
/// true.
void remove_others(const std::filesystem::path& root, const std::vector<ProcessFile>& files) {
  std::set<std::string> known;
  for (const ProcessFile& file : files) known.insert(file.path);
  std::vector<std::filesystem::path> others;
  for (const char* folder : {"schemas/commands", "schemas/events"}) {
    for (const auto& entry : std::filesystem::directory_iterator{root / folder}) {
      const auto path = entry.path().lexically_relative(root).generic_string();
      if (path.ends_with(".json") && !known.contains(path)) others.push_back(entry.path());
    }
  }
  for (const auto& other : others) std::filesystem::remove(other);
}

void write_all(const std::filesystem::path& root) {
  const auto files = all_files();
  for (const ProcessFile& file : files) write(root / file.path, file.text);
  remove_others(root, files);
  std::printf("%zu files under %s\n", files.size(), root.c_str());
}

void write_golden(const std::filesystem::path& root) {
  std::size_t written = 0;
  for (const GeneratedFile& file : kallad::codec::message_golden_copies()) {
    const auto path = root / "tests/golden" / file.name;
    if (std::filesystem::exists(path)) continue;
    write(path, file.text);
    std::printf("new: %s\n", file.name.c_str());
    ++written;
  }
  std::printf("%zu new golden copies\n", written);
}

constexpr std::string_view usage =
    "Usage: schema_writer ROOT            write all schemas, tables and papers of the processes\n"
    "       schema_writer --golden ROOT   write the golden copies of events that are missing\n"
    "ROOT is the folder of the repository.\n";

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string_view> arguments(words + 1, words + count);
  try {
    if (arguments.size() == 1 && !arguments[0].starts_with("-")) {
      return write_all(arguments[0]), 0;
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
