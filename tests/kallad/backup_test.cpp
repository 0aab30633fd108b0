// Sealed backups from the command line: keys, a backup, a restore that shows the same cases, and
// what is refused. Not every wrong file: tests/adapters/store/seal_test.cpp and
// tests/adapters/backup. Rule kept: what is refused leaves nothing behind.
#include <gtest/gtest.h>

#include "tests/kallad/program.hpp"

namespace kallad::program {
namespace {

TEST(ProgramBackup, ASealedBackupComesBackWithTheSameCases) {
  const Bench bench;
  bench.fill();
  ASSERT_EQ(bench.run("keys make --to HERE/key").code, 0);
  EXPECT_EQ(bench.run("keys make --to HERE/key").code, 2) << "a key is never overwritten";
  const Told taken = bench.run("backup --data DATA --to HERE/sealed --seal-to HERE/key.pub");
  EXPECT_EQ(taken.code, 0) << taken.errors;
  EXPECT_TRUE(has(taken.out, "återställd på prov") && has(taken.out, "kallad.db")) << taken.out;
  const Told back = bench.run("restore --from HERE/sealed --key HERE/key --data HERE/other");
  EXPECT_EQ(back.code, 0) << back.errors;
  EXPECT_EQ(back.out.substr(0, back.out.find('\n')), taken.out.substr(0, taken.out.find('\n')));
  EXPECT_EQ(bench.run("overview --data HERE/other --json").out,
            bench.run("overview --data DATA --json").out);
  EXPECT_EQ(bench.run("restore --from HERE/sealed --key HERE/key --data HERE/other").code, 2);
}

TEST(ProgramBackup, WithoutTheKeyOrWithAnotherNothingIsRestored) {
  const Bench bench;
  bench.fill();
  bench.run("keys make --to HERE/key");
  bench.run("keys make --to HERE/second");
  ASSERT_EQ(bench.run("backup --data DATA --to HERE/sealed --seal-to HERE/key.pub").code, 0);
  const Told without = bench.run("restore --from HERE/sealed --data HERE/other");
  EXPECT_EQ(without.code, 2);
  EXPECT_TRUE(has(without.errors, "--key")) << without.errors;
  EXPECT_EQ(bench.run("restore --from HERE/sealed --key HERE/second --data HERE/other").code, 2);
  EXPECT_EQ(bench.run("restore --from HERE/sealed --key HERE/key.pub --data HERE/other").code, 2);
  std::string bytes = bench.read("sealed");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  bench.write("changed", bytes);
  const Told changed = bench.run("restore --from HERE/changed --key HERE/key --data HERE/other");
  EXPECT_EQ(changed.code, 3);
  EXPECT_TRUE(has(changed.errors, "cut or changed")) << changed.errors;
  EXPECT_FALSE(std::filesystem::exists(bench.folder() / "other"));
}

TEST(ProgramBackup, AStoreWhoseListsAreNotItsHistoryIsNeitherBackedUpNorRestored) {
  const Bench bench;
  bench.fill();
  ASSERT_EQ(bench.run("backup --data DATA --to HERE/copy").code, 0);
  std::string file = bench.read("copy");
  const auto at = file.find("open_deficiencies");  // stands in list rows alone
  ASSERT_NE(at, std::string::npos);
  file[at] = 'O';
  bench.write("changed", file);
  const Told run = bench.run("restore --from HERE/changed --data HERE/other");
  EXPECT_EQ(run.code, 3) << run.out << run.errors;
  EXPECT_TRUE(has(run.errors, "list row")) << run.errors;
  EXPECT_FALSE(std::filesystem::exists(bench.folder() / "other" / "kallad.db"));
}

/// A line of the file beside the backups, for the demo's case of long ago.
std::string gone(const char* principal, const char* command) {
  return R"({"case":"nv-2019-001","opened":1551686400000,"principal":")" + std::string{principal} +
         R"(","day":"2026-11-02","at":1793610000000,"command":")" + command + "\"}\n";
}

TEST(ProgramBackup, WhatWasDisposedOfAfterItGoesAgainWhereItIsRestored) {
  const Bench bench;
  ASSERT_EQ(bench.run("scene --data DATA tests/scenes/demo/00_long_ago.scene").code, 0);
  ASSERT_EQ(bench.run("backup --data DATA --to HERE/copy").code, 0);
  const Told without = bench.run("restore --from HERE/copy --data HERE/first");
  EXPECT_EQ(without.code, 0);
  EXPECT_TRUE(has(without.out, "finns inte")) << without.out;
  bench.write("kallad-disposals.jsonl", gone("helsingborg", "d1") + gone("region", "d2"));
  const Told with = bench.run("restore --from HERE/copy --data HERE/second");
  EXPECT_EQ(with.code, 0) << with.errors;
  EXPECT_TRUE(has(with.out, "1 gallringar efter kopian är upprepade")) << with.out;
  EXPECT_TRUE(has(with.out, "nv-2019-001, helsingborg, 2026-11-02")) << with.out;
  EXPECT_TRUE(has(with.out, "reglerna medger det inte"))
      << with.out << "the region keeps ten years";
  EXPECT_TRUE(has(bench.run("show --data HERE/second nv-2019-001").out, "gallrades"))
      << "in the log";
  EXPECT_EQ(bench.run("verify --data HERE/second").code, 0);
  const Told named = bench.run(
      "restore --from HERE/copy --data HERE/third --disposals HERE/kallad-disposals.jsonl");
  EXPECT_TRUE(has(named.out, "1 gallringar")) << named.out;
}

TEST(ProgramBackup, WhatIsDisposedOfByCommandLineIsWrittenDownBesideTheBackups) {
  const Bench bench;
  ASSERT_EQ(bench.run("scene --data DATA tests/scenes/demo/00_long_ago.scene").code, 0);
  ASSERT_EQ(bench.run("backup --data DATA --to HERE/copy").code, 0);
  std::filesystem::create_directories(bench.folder() / "copies");
  bench.write("kallad.toml", "[backup]\nfolder = \"" + (bench.folder() / "copies").string() +
                                 "\"\npublic_key = \"key.pub\"\n");
  const std::string line =
      R"({"case":"nv-2019-001","actor":{"role":"administrator","unit":"","name":"Karin"},)"
      R"("command_id":"d1","command":{"type":"dispose_copy","data":{"principal":"helsingborg"}}})";
  const Told said = bench.run("submit --data DATA --config HERE/kallad.toml -", line);
  ASSERT_EQ(said.code, 0) << said.out << said.errors;
  const std::string written = bench.read("copies/kallad-disposals.jsonl");
  EXPECT_TRUE(has(written, R"("case":"nv-2019-001")") && has(written, R"("command":"d1")"))
      << written;
  const Told back = bench.run(
      "restore --from HERE/copy --data HERE/second --disposals HERE/copies/kallad-disposals.jsonl");
  EXPECT_TRUE(has(back.out, "1 gallringar efter kopian är upprepade")) << back.out;
}

TEST(ProgramBackup, AStoreOfThisVersionNeedsNoMigration) {
  const Bench bench;
  bench.fill();
  const Told run = bench.run("migrate --data DATA");
  EXPECT_EQ(run.code, 0);
  EXPECT_TRUE(has(run.out, "redan")) << run.out;
  EXPECT_EQ(bench.run("migrate --data HERE/none").code, 2);
}

}  // namespace
}  // namespace kallad::program
