// The engine's own messages: their committed schemas are fresh, and every event version ever
// written still reads. Rule kept: what is on disk is frozen; a golden copy that no longer fits
// means a new version is due.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "adapters/codec/messages.hpp"
#include "adapters/codec/schema/message_files.hpp"
#include "adapters/codec/typed.hpp"
#include "tests/adapters/codec/schema_check.hpp"

namespace kallad {
namespace {

using codec::GeneratedFile;
using nlohmann::json;

const std::filesystem::path root{KALLAD_SOURCE_DIR};

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::set<std::string> names_in(const std::filesystem::path& folder, const std::string& part) {
  std::set<std::string> names;
  if (!std::filesystem::exists(folder / part)) return names;
  for (const auto& entry : std::filesystem::directory_iterator{folder / part}) {
    names.insert(part + "/" + entry.path().filename().string());
  }
  return names;
}

std::set<std::string> names_of(const std::vector<GeneratedFile>& files) {
  std::set<std::string> names;
  for (const GeneratedFile& file : files) names.insert(file.name);
  return names;
}

// The text written back, where it is an event of one of the variants at its present version.
template <class... Variants>
std::string written_back(std::string_view text) {
  std::string out;
  const auto attempt = [&]<class V>(std::type_identity<V>) {
    const auto read = codec::read_text<V>(text);
    if (read.ok()) out = codec::write_compact(read.value());
    return read.ok();
  };
  (void)(attempt(std::type_identity<Variants>{}) || ...);
  return out;
}

TEST(Messages, CommittedSchemasAreFresh) {
  const auto files = codec::message_schemas();
  for (const GeneratedFile& file : files) {
    EXPECT_EQ(bytes_of(root / "schemas" / file.name), file.text)
        << file.name << ": run schema_writer .";
  }
  auto committed = names_in(root / "schemas", "commands");
  committed.merge(names_in(root / "schemas", "events"));
  EXPECT_EQ(committed, names_of(files));
}

TEST(Messages, EveryEventVersionHasItsGoldenCopyAndNoneIsEdited) {
  const auto copies = codec::message_golden_copies();
  EXPECT_EQ(names_in(root / "tests/golden", "events"), names_of(copies));
  for (const GeneratedFile& copy : copies) {
    EXPECT_EQ(bytes_of(root / "tests/golden" / copy.name), copy.text)
        << copy.name
        << ": changed after it was written to disk; make a new version (CONTRIBUTING.md)";
  }
}

TEST(Messages, GoldenCopiesReadAndWriteBackTheSameBytes) {
  for (const std::string& name : names_in(root / "tests/golden", "events")) {
    const std::string text = bytes_of(root / "tests/golden" / name);
    ASSERT_TRUE(text.ends_with("}\n")) << name;
    const std::string line = text.substr(0, text.size() - 1);
    const std::string back = written_back<RegisterEvent, RoutineEvent, CaseEvent, DeficiencyEvent,
                                          DisposalEvent, ExampleEvent>(line);
    ASSERT_NE(back, "") << name << " does not read";
    // An older version comes back as the present one.
    if (json::parse(back)["version"] != json::parse(line)["version"]) continue;
    EXPECT_EQ(back, line) << name;
  }
}

TEST(Messages, GoldenCopiesFitTheCommittedSchemas) {
  for (const std::string& name : names_in(root / "tests/golden", "events")) {
    const json schema = json::parse(bytes_of(root / "schemas" / name));
    const json copy = json::parse(bytes_of(root / "tests/golden" / name));
    EXPECT_EQ(sample::schema_findings(schema, copy), "") << name;
  }
}

TEST(Messages, ARegisterCommandReadsByName) {
  const auto read = codec::read_text<RegisterCommand>(
      R"({"type":"record_council","data":{"council":{"id":"x","name":"X","secretary_unit":7}}})");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.errors().front().path, "/data/council/secretary_unit");
}

TEST(Messages, AnActorIsWrittenAsTheLogHasIt) {
  const Actor clock{};
  EXPECT_EQ(codec::write_compact(clock), R"({"role":"clock","unit":"","name":""})");
}

}  // namespace
}  // namespace kallad
