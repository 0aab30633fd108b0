// The server as a process: killed while it is asked, ended in order, and sent what is no request.
// Not the API's tests: those run without sockets. KALLAD_KILL_ROUNDS says how many rounds.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <thread>

#include "tests/kallad/guests.hpp"
#include "tests/kallad/program.hpp"

namespace kallad::program {
namespace {

using nlohmann::json;

/// Asks with four clients until the server is killed under them; the keys that were answered.
std::vector<std::string> ask_until_killed(Served& server, const SignedInGuest& who, int round,
                                          std::chrono::milliseconds life) {
  std::mutex mutex;
  std::vector<std::string> answered;
  std::vector<std::jthread> clients;
  for (int client = 0; client < 4; ++client) {
    clients.emplace_back([&, client] {
      for (int i = 0;; ++i) {
        const std::string key =
            std::to_string(round) + "-" + std::to_string(client) + "-" + std::to_string(i);
        const Got got = open_case(server, who, key);
        if (got.status == 0) return;
        EXPECT_EQ(got.status, 201) << got.body;
        const std::lock_guard lock{mutex};
        answered.push_back(key);
      }
    });
  }
  std::this_thread::sleep_for(life);
  server.kill();
  clients.clear();
  return answered;
}

TEST(ProgramServe, LosesNothingThatWasAnsweredWhenItIsKilled) {
  const char* said = std::getenv("KALLAD_KILL_ROUNDS");
  const int rounds = said != nullptr ? std::atoi(said) : 5;
  const Bench bench;
  ASSERT_EQ(bench.run("scene --data DATA tests/scenes/northwest_skane.scene").code, 0);
  auto server = std::make_unique<Served>(bench.folder() / "data");
  const SignedInGuest siv = coordinator(*server);
  std::mt19937 chance{11};
  std::size_t total = 0;
  for (int round = 0; round < rounds; ++round) {
    const std::chrono::milliseconds life{std::uniform_int_distribution{1, 250}(chance)};
    const auto answered = ask_until_killed(*server, siv, round, life);
    server = std::make_unique<Served>(bench.folder() / "data");
    for (const std::string& key : answered) {
      const Got again = open_case(*server, siv, key);
      ASSERT_EQ(again.status, 201) << again.body;
      EXPECT_TRUE(json::parse(again.body)["repeated"]) << key << " was answered and is gone";
    }
    total += answered.size();
  }
  EXPECT_EQ(server->end(), 0);
  server.reset();
  EXPECT_GT(total, 0U);
  const Told verified = bench.run("verify --data DATA");
  EXPECT_EQ(verified.code, 0) << verified.out << verified.errors;
  std::cout << rounds << " kills, " << total << " answered commands, none lost\n";
}

TEST(ProgramServe, SaysThatItMayOpenTooFewFilesAndTakesWhatItMay) {
  const Bench bench;
  const auto serve_with = [&](const std::string& limit) {
    const std::string line = "ulimit " + limit +
                             "; exec timeout 2 " KALLAD_BINARY_DIR
                             "/tools/kallad/kallad serve --http-port 0 --data-folder " +
                             (bench.folder() / "data").string() + " 2>&1";
    FILE* said = popen(("bash -c '" + line + "'").c_str(), "r");
    std::string all;
    for (int c = 0; (c = fgetc(said)) != EOF;) all += static_cast<char>(c);
    pclose(said);
    return all;
  };
  EXPECT_TRUE(has(serve_with("-n 40"), "LimitNOFILE")) << "no way up";
  EXPECT_TRUE(has(serve_with("-Sn 40"), "Kallad svarar på")) << "may have more, and takes it";
}

TEST(ProgramServe, LeavesNothingOfItsMemoryWhenItDies) {
  const Bench bench;
  const Served server{bench.folder() / "data"};
  std::ifstream limits{"/proc/" + std::to_string(server.process()) + "/limits"};
  std::string line;
  while (std::getline(limits, line) && !line.starts_with("Max core file size")) {
  }
  std::istringstream words{line.substr(std::string_view{"Max core file size"}.size())};
  std::string soft, hard;
  words >> soft >> hard;
  EXPECT_EQ(soft, "0");
  EXPECT_EQ(hard, "0");
}

TEST(ProgramServe, EndsInOrderAndSignsNobodyOut) {
  const Bench bench;
  std::filesystem::create_directories(bench.folder() / "data");
  auto server = std::make_unique<Served>(bench.folder() / "data");
  const SignedInGuest first = accept(*server, server->key());
  EXPECT_EQ(server->end(), 0);
  server = std::make_unique<Served>(bench.folder() / "data");
  EXPECT_EQ(server->key(), "") << "the first administrator is there";
  EXPECT_EQ(server->ask("GET", "/api/v1/me", {}, first.headers).status, 200);
  EXPECT_EQ(server->ask("GET", "/readyz").status, 200);
}

TEST(ProgramServe, TakesNoRequestThatTwoReadersCouldReadDifferently) {
  const Bench bench;
  std::filesystem::create_directories(bench.folder() / "data");
  const Served server{bench.folder() / "data"};
  const std::string hidden = "GET /api/v1/accounts HTTP/1.1\r\nHost: localhost\r\n\r\n";
  for (const std::string& head :
       {std::string{"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"},
        std::string{"Content-Length: 0\r\nContent-Length: 70\r\n"},
        std::string{"Transfer-Encoding: chunked, identity\r\n"},
        std::string{"Transfer-Encoding : chunked\r\n"}, std::string{"Content-Length: +0\r\n"},
        std::string{"Content-Length: 0x0\r\n"}}) {
    const Got got = server.send("POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\n" + head +
                                "\r\n" + hidden);
    EXPECT_EQ(got.status, 400) << head;
    EXPECT_EQ(got.body.find("HTTP/1.1"), std::string::npos) << head << "was read as two requests";
  }
  EXPECT_EQ(server.ask("GET", "/healthz").status, 200);
}

TEST(ProgramServe, ARestoredFolderLetsNobodyInWithASessionOfThatNight) {
  const Bench bench;
  bench.fill();
  ASSERT_EQ(bench.run("keys make --to HERE/key").code, 0);
  SignedInGuest siv;
  {
    Served server{bench.folder() / "data"};
    siv = coordinator(server);
    EXPECT_EQ(server.ask("GET", "/api/v1/me", {}, siv.headers).status, 200);
    ASSERT_EQ(bench.run("backup --data DATA --to HERE/sealed --seal-to HERE/key.pub").code, 0);
  }
  ASSERT_EQ(bench.run("restore --from HERE/sealed --key HERE/key --data HERE/other").code, 0);
  std::filesystem::copy_file(bench.folder() / "data" / "kallad.key",
                             bench.folder() / "other" / "kallad.key");
  const Served server{bench.folder() / "other"};
  EXPECT_EQ(server.key(), "") << "the administrator's account came back";
  EXPECT_EQ(server.ask("GET", "/api/v1/me", {}, siv.headers).status, 401);
}

TEST(ProgramServe, WhoWasInvitedFromTheCommandLineTakesTheAccount) {
  const Bench bench;
  bench.fill();
  const std::string siv = "invite --data-folder DATA --user siv --name Siv --position coordinator";
  const Told link = bench.run(siv + " --unit helsingborg/vuxen");
  ASSERT_EQ(link.code, 0) << link.errors;
  EXPECT_EQ(bench.run(siv + " --unit helsingborg/vuxen").code, 2) << "the name is taken";
  const Told nowhere = bench.run(
      "invite --data-folder DATA --user bosse --name Bo --position coordinator --unit ingen/enhet");
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_TRUE(has(nowhere.errors, "finns inte i registret")) << nowhere.errors;
  const Served server{bench.folder() / "data"};
  const std::string token = link.out.substr(link.out.rfind('/') + 1, 96);
  const SignedInGuest guest = accept(server, token);
  EXPECT_EQ(json::parse(server.ask("GET", "/api/v1/me", {}, guest.headers).body)["unit"],
            "helsingborg/vuxen");
}

}  // namespace
}  // namespace kallad::program
