// A store of the version before under this program, over HTTP: brought to this version at start,
// not harmed by kills in the middle of that, and afterwards the same cases, which go on. Not the
// steps: tests/adapters/store/migrate_test.cpp. Rule kept (faults, row 13): running cases are
// stranded by no upgrade.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "adapters/store/sqlite/beside/migrate.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "adapters/store/sqlite/file/schema.hpp"
#include "tests/kallad/guests.hpp"
#include "tests/kallad/program.hpp"

namespace kallad::program::upgrade {
namespace {

using nlohmann::json;

constexpr const char* old_case = "region_sends_nobody/anna";

/// A folder with a store as version 1 wrote it.
struct OldFolder {
  OldFolder() {
    std::filesystem::create_directory(bench.folder() / "data");
    std::ifstream in{std::filesystem::path{KALLAD_SOURCE_DIR} / "tests/golden/stores/store.v1.sql"};
    const std::string sql{std::istreambuf_iterator<char>{in}, {}};
    SQLite::Database database{place.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    database.exec("PRAGMA journal_mode=WAL");
    database.exec(sql);
  }

  /// `kallad migrate`, killed after that time; whether it had ended by then.
  bool migrate_for(std::chrono::microseconds time) const {
    const std::string data = (bench.folder() / "data").string();
    const pid_t process = fork();
    if (process == 0) {
      execl(KALLAD_BINARY_DIR "/tools/kallad/kallad", "kallad", "migrate", "--data", data.c_str(),
            nullptr);
      _exit(127);
    }
    std::this_thread::sleep_for(time);
    ::kill(process, SIGKILL);
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status);
  }

  Bench bench;
  StorePlace place{bench.folder() / "data/kallad.db", {}};
};

TEST(ProgramUpgrade, ANewerStoreIsRefusedAndLeftAsItIs) {
  const OldFolder old;
  SQLite::Database{old.place.file.string(), SQLite::OPEN_READWRITE}.exec("PRAGMA user_version=99");
  const Told told = old.bench.run("serve --data-folder DATA --http-port 0");
  EXPECT_NE(told.code, 0);
  EXPECT_TRUE(has(told.errors, "99")) << told.errors;
  SQLite::Database left{old.place.file.string()};
  EXPECT_EQ(left.execAndGet("PRAGMA user_version").getInt(), 99);
}

TEST(ProgramUpgrade, KilledAtAnyMomentOfItTheStoreIsTheOldOrTheNewAndNothingBetween) {
  std::random_device random;
  const auto seed = random();
  std::mt19937 chance{seed};
  int killed = 0;
  for (int round = 0; round < 12; ++round) {
    const OldFolder old;
    const auto told = verify({old.place.file, {}, 1}, {.told = true}).told;
    const std::chrono::microseconds time{std::uniform_int_distribution{500, 60'000}(chance)};
    killed += old.migrate_for(time) ? 0 : 1;
    const int version = version_of_store(old.place);
    ASSERT_TRUE(version == 1 || version == schema_version) << "seed " << seed;
    EXPECT_EQ(verify({old.place.file, {}, version}, {.told = true}).told, told) << "seed " << seed;
    const Told again = old.bench.run("migrate --data DATA");
    EXPECT_EQ(again.code, 0) << again.errors << " seed " << seed;
    EXPECT_EQ(old.bench.run("verify --data DATA").code, 0) << "seed " << seed;
  }
  std::cout << killed << " of 12 migrations killed, none harmed the store\n";
}

TEST(ProgramUpgrade, StartedOnAnOldStoreItsCasesAreListedOpenedAndGoOn) {
  const OldFolder old;
  const Served server{old.bench.folder() / "data"};
  const SignedInGuest siv = coordinator(server);
  const std::string at = "/api/v1/cases/region_sends_nobody%2Fanna";
  const auto ask = [&](const char* method, const std::string& target, const json& body = {}) {
    return server.ask(method, target, body.is_null() ? "" : body.dump(), siv.headers);
  };
  EXPECT_TRUE(has(ask("GET", "/api/v1/cases").body, old_case));
  const Got shown = ask("GET", at);
  ASSERT_EQ(shown.status, 200) << shown.body;
  const json seen = json::parse(shown.body);
  EXPECT_EQ(seen["case"]["step"], "summons");
  auto headers = siv.headers;
  headers.emplace_back("Idempotency-Key", "upgraded");
  headers.emplace_back("If-Match", "\"" + seen["version"].dump() + "\"");
  const Got handed = server.ask(
      "POST", at + "/hand_over_coordination",
      json{{"to", {{"unit", "helsingborg/vuxen"}, {"name", "Lena Ny"}}}}.dump(), headers);
  EXPECT_EQ(handed.status, 200) << handed.body;
}

}  // namespace
}  // namespace kallad::program::upgrade
