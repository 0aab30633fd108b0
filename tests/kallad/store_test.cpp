// Keeping a store whole from the command line: a changed byte is found and told where, a copy taken
// while another process writes is good, nothing is overwritten.
// Not every way a log can be damaged: tests/adapters/store.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "tests/kallad/program.hpp"

namespace kallad::program {
namespace {

/// Of the first event of a case, as it lies in the file.
std::string body_of_first_event(const std::filesystem::path& file) {
  SQLite::Database database{file.string(), SQLite::OPEN_READONLY};
  return database.execAndGet("SELECT body FROM events WHERE stream = 2 ORDER BY position LIMIT 1")
      .getString();
}

TEST(ProgramStore, AChangedByteIsFoundAndToldWhere) {
  const Bench bench;
  bench.fill();
  EXPECT_EQ(bench.run("verify --data DATA").code, 0);
  std::string file = bench.read("data/kallad.db");
  const auto at = file.find(body_of_first_event(bench.folder() / "data/kallad.db"));
  ASSERT_NE(at, std::string::npos);
  file[at + 30] = static_cast<char>(file[at + 30] ^ 1);
  bench.write("data/kallad.db", file);
  const Told run = bench.run("verify --data DATA");
  EXPECT_EQ(run.code, 1);
  EXPECT_TRUE(has(run.out, "SKADA: ") && has(run.out, "nv-2026-00")) << run.out;
}

TEST(ProgramStore, RebuildChangesNothingThatIsSeen) {
  const Bench bench;
  bench.fill();
  const std::string before = bench.run("overview --data DATA --json").out;
  EXPECT_EQ(bench.run("rebuild --data DATA").code, 0);
  EXPECT_EQ(bench.run("overview --data DATA --json").out, before);
}

TEST(ProgramStore, ACopyIsPutBackAndOverwritesNothing) {
  const Bench bench;
  bench.fill();
  EXPECT_EQ(bench.run("backup --data DATA --to HERE/copy.db").code, 0);
  EXPECT_EQ(bench.run("backup --data DATA --to HERE/copy.db").code, 2) << "it is there already";
  EXPECT_EQ(bench.run("restore --from HERE/copy.db --data DATA").code, 2) << "a store is there";
  EXPECT_EQ(bench.run("restore --from HERE/copy.db --data HERE/other").code, 0);
  EXPECT_EQ(bench.run("overview --data HERE/other --json").out,
            bench.run("overview --data DATA --json").out);
}

TEST(ProgramStore, ACopyTakenWhileAnotherProcessWritesIsGood) {
  const Bench bench;
  const Bench writer;  // its output goes to a folder of its own
  bench.fill();
  const std::string data = (bench.folder() / "data").string();
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const Told run = writer.run("scene --data " + data +
                                " tests/scenes/demo/0[456789]*.scene tests/scenes/demo/1*.scene");
    _exit(run.code);
  }
  int copies = 0;
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    const std::string name = "copy" + std::to_string(copies++);
    ASSERT_EQ(bench.run("backup --data DATA --to HERE/" + name).code, 0) << name;
  }
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  EXPECT_GT(copies, 1);
}

TEST(ProgramStore, ASecondWriterIsRefused) {
  const Bench bench;
  bench.fill();
  const std::string lock = (bench.folder() / "fifo").string();
  ASSERT_EQ(std::system(("mkfifo " + lock).c_str()), 0);
  const Bench writer;
  const std::string data = (bench.folder() / "data").string();
  const pid_t child = fork();
  if (child == 0) _exit(writer.run("submit --data " + data + " --register " + lock).code);
  std::FILE* hold = std::fopen(lock.c_str(), "w");  // opens when the writer has opened it too
  Told second;
  for (int i = 0; i < 100 && second.code != 3; ++i) {
    second = bench.run("rebuild --data DATA");
    usleep(20'000);
  }
  EXPECT_EQ(second.code, 3) << second.out << second.errors;
  std::fclose(hold);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace kallad::program
