// Faults of the world while the program is asked over HTTP: a second server, a server that is
// stopped for a while, slow clients, a full disk, a backup in the middle of it all.
// Not kill -9 (serve_test.cpp) and not torn writes (tests/crash). Rule kept: nothing that was
// answered is lost or done twice, and whoever asks properly is answered.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/kallad/guests.hpp"
#include "tests/kallad/program.hpp"

namespace kallad::program::faults {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

double seconds_since(Steady::time_point start) {
  return std::chrono::duration<double>(Steady::now() - start).count();
}

int number_from(const char* name, int otherwise) {
  const char* said = std::getenv(name);
  return said != nullptr ? std::atoi(said) : otherwise;
}

/// Clients that open cases until they are told to stop; what was answered, by key.
class Askers {
 public:
  Askers(const Served& server, const SignedInGuest& who, int clients, const std::string& name) {
    for (int client = 0; client < clients; ++client) {
      threads_.emplace_back([this, &server, who, client, name](const std::stop_token& stop) {
        for (int i = 0; !stop.stop_requested(); ++i) {
          const std::string key = name + std::to_string(client) + "-" + std::to_string(i);
          const Got got = open_case(server, who, key);
          const std::lock_guard lock{mutex_};
          if (got.status == 201) answered_.push_back(key);
          if (got.status != 201) others_[got.status]++;
        }
      });
    }
  }
  std::vector<std::string> so_far() {
    const std::lock_guard lock{mutex_};
    return answered_;
  }
  std::map<int, int> others() {
    const std::lock_guard lock{mutex_};
    return others_;
  }
  void stop() { threads_.clear(); }

 private:
  std::mutex mutex_;
  std::vector<std::string> answered_;
  std::map<int, int> others_;
  std::vector<std::jthread> threads_;
};

TEST(ProgramFaults, ASecondServerOnTheSameFolderIsRefused) {
  const Bench bench;
  bench.fill();
  const Served first{bench.folder() / "data"};
  const auto start = Steady::now();
  const Told second = bench.run("serve --data-folder DATA --http-port 0");
  EXPECT_NE(second.code, 0) << second.out;
  EXPECT_FALSE(second.errors.empty());
  EXPECT_LT(seconds_since(start), 10);
  EXPECT_EQ(first.ask("GET", "/readyz").status, 200);
}

TEST(ProgramFaults, AServerThatWasStoppedForAWhileAnswersAllOnce) {
  const Bench bench;
  bench.fill();
  const int seconds = number_from("KALLAD_STOP_SECONDS", 1);
  const Served server{bench.folder() / "data"};
  const SignedInGuest siv = coordinator(server);
  Askers askers{server, siv, 4, "stop-"};
  std::this_thread::sleep_for(200ms);
  server.pause();
  const std::size_t before = askers.so_far().size();
  std::this_thread::sleep_for(std::chrono::seconds{seconds});
  EXPECT_LE(askers.so_far().size(), before + 4);
  server.go_on();
  std::this_thread::sleep_for(300ms);
  askers.stop();
  EXPECT_GT(askers.so_far().size(), before);
  EXPECT_TRUE(askers.others().empty());
  EXPECT_TRUE(missing_of(server, siv, askers.so_far()).empty());
  std::cout << "stopped for " << seconds << " s: " << askers.so_far().size()
            << " commands answered, none lost\n";
}

TEST(ProgramFaults, ABackupTakenWhileItIsAskedHoldsAllThatWasAnsweredBefore) {
  const Bench bench;
  bench.fill();
  Served server{bench.folder() / "data"};
  const SignedInGuest siv = coordinator(server);
  Askers askers{server, siv, 4, "backup-"};
  std::this_thread::sleep_for(300ms);
  const std::vector<std::string> before = askers.so_far();
  const Told taken = bench.run("backup --data DATA --to HERE/copy");
  EXPECT_EQ(taken.code, 0) << taken.errors;
  const std::size_t after = askers.so_far().size();
  askers.stop();
  EXPECT_TRUE(askers.others().empty());
  EXPECT_EQ(server.end(), 0);
  ASSERT_EQ(bench.run("restore --from HERE/copy --data HERE/other").code, 0);
  EXPECT_EQ(bench.run("verify --data HERE/other").code, 0);
  EXPECT_EQ(bench.run("verify --data DATA").code, 0);
  const std::string lines = bench.run("overview --data HERE/other --json").out;
  const auto held = static_cast<std::size_t>(std::ranges::count(lines, '\n'));
  EXPECT_GE(held, before.size() + 2);  // and the two of the demo
  std::cout << "backup under load: " << before.size() << " commands answered before, " << after
            << " when it was done, " << held - 2 << " in it\n";
}

int connected(std::uint16_t port) {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in there{};
  there.sin_family = AF_INET;
  there.sin_port = htons(port);
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // NOLINTNEXTLINE: the sockets' own way
  const int done = connect(connection, reinterpret_cast<const sockaddr*>(&there), sizeof there);
  return done == 0 ? connection : -1;
}

TEST(ProgramFaults, SlowClientsHoldNobodyUpAndAreCut) {
  const Bench bench;
  std::filesystem::create_directories(bench.folder() / "data");
  const Served server{bench.folder() / "data",
                      {"--http-head-seconds", "1", "--http-connections-per-client", "1000"}};
  std::vector<int> slow;
  for (int i = 0; i < 300; ++i) slow.push_back(connected(server.port()));
  const std::string head = "POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\nX: ";
  double slowest = 0;
  std::size_t alive = slow.size();
  const auto start = Steady::now();
  for (std::size_t at = 0; alive > 0 && seconds_since(start) < 5; ++at) {
    for (int& each : slow) {
      const char* byte = at < head.size() ? head.data() + at : "a";
      if (each >= 0 && ::send(each, byte, 1, MSG_NOSIGNAL) != 1) {
        close(each);
        each = -1;
        --alive;
      }
    }
    const auto asked = Steady::now();
    EXPECT_EQ(server.ask("GET", "/healthz").status, 200);
    slowest = std::max(slowest, seconds_since(asked));
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_EQ(alive, 0U) << "some were let to go on after " << seconds_since(start) << " s";
  EXPECT_LT(slowest, 1);
  std::cout << "300 clients a byte at a time, all cut after " << seconds_since(start)
            << " s; the slowest proper answer meanwhile took " << slowest * 1e3 << " ms\n";
}

/// A small file system in memory, gone at the end; not everybody may mount one.
class SmallDisk {
 public:
  explicit SmallDisk(std::filesystem::path where) : where_(std::move(where)) {
    std::filesystem::create_directories(where_);
    mounted_ = mount("tmpfs", where_.c_str(), "tmpfs", 0, "size=8m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(where_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }

 private:
  std::filesystem::path where_;
  bool mounted_ = false;
};

/// Takes all the room there is, but for what a few commands need.
void fill(const std::filesystem::path& ballast) {
  std::ofstream file{ballast, std::ios::binary};
  const std::string block(65536, 'x');
  while (file.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
  }
  file.close();
  std::filesystem::resize_file(ballast, std::filesystem::file_size(ballast) - block.size() * 3);
}

TEST(ProgramFaults, OnAFullDiskItSaysSoServesReadsAndGoesOnWhenThereIsRoom) {
  const Bench bench;
  const SmallDisk disk{bench.folder() / "data"};
  if (!disk.mounted()) GTEST_SKIP() << "a file system can be mounted by root only";
  bench.fill();
  Served server{bench.folder() / "data"};
  const SignedInGuest siv = coordinator(server);
  const auto ballast = bench.folder() / "data" / "ballast";
  fill(ballast);
  std::vector<std::string> answered;
  int full = 0;
  for (int i = 0; i < 3000 && full < 5; ++i) {
    const std::string key = "full-" + std::to_string(i);
    const Got got = open_case(server, siv, key);
    if (got.status == 201) answered.push_back(key);
    if (got.status == 201) continue;
    ++full;
    EXPECT_TRUE(got.status == 507 || got.status == 503) << got.status << got.body;
  }
  EXPECT_EQ(full, 5) << "the disk was never full";
  EXPECT_EQ(server.ask("GET", "/healthz").status, 200);
  EXPECT_EQ(server.ask("GET", "/api/v1/me", {}, siv.headers).status, 200);
  EXPECT_EQ(server.ask("GET", "/api/v1/cases?count=only", {}, siv.headers).status, 200);
  std::filesystem::remove(ballast);
  int status = 0;
  for (int i = 0; i < 50 && status != 201; ++i) {
    status = open_case(server, siv, "room-" + std::to_string(i)).status;
    if (status != 201) std::this_thread::sleep_for(100ms);
  }
  EXPECT_EQ(status, 201) << "there is room again";
  EXPECT_TRUE(missing_of(server, siv, answered).empty());
  EXPECT_EQ(server.end(), 0);
  EXPECT_EQ(bench.run("verify --data DATA").code, 0);
  std::cout << "full disk: " << answered.size() << " commands answered until it was full\n";
}

struct Attempt {
  std::string bytes;
  int status;
};

std::vector<Attempt> attempts() {
  const std::string end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  const std::string post = "POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\n";
  return {{"GET /healthz" + end, 200},
          {"GET http://localhost/healthz" + end, 400},
          {"GET //localhost/healthz" + end, 404},
          {"GET /api/../healthz" + end, 404},
          {"GET /%2e%2e/healthz" + end, 404},
          {"GET /HEALTHZ" + end, 404},
          {"GET /healthz/" + end, 404},
          {"GET /healthz%00" + end, 404},
          {"GET /healthz#x" + end, 400},
          {"GET \\healthz" + end, 400},
          {"GET /api/v1/accounts%3fx" + end, 404},
          {"GET /api%2fv1%2faccounts" + end, 404},
          {"GET /api/v1/accounts" + end, 401},
          {"OPTIONS *" + end, 404},
          {"TRACE /api/v1/me" + end, 501},
          {"CONNECT localhost:443" + end, 501},
          {"get /healthz" + end, 400},
          {"GET  /healthz" + end, 400},
          {"GET /healthz HTTP/1.1\r\n\r\n", 400},
          {"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
          {"GET /healthz HTTP/1.1\r\nHost: a, b\r\n\r\n", 400},
          {"GET /healthz HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
          {"GET /healthz HTTP/1.1\r\nHost: user@a\r\n\r\n", 400},
          {"GET /healthz\r\n\r\n", 400},
          {"GET /healthz HTTP/1.1\nHost: a\n\n", 400},
          {"GET /healthz HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400},
          {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
          {"GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'a') + "\r\n\r\n", 431},
          {"GET /" + std::string(17'000, 'a') + end, 431},
          {post + "Content-Length: 300000\r\n\r\n", 413},
          {post + "Content-Length: 99999999999999999999\r\n\r\n", 400},
          {post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n", 413},
          {post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\n", 400},
          {post + "Transfer-Encoding: chunked\r\n\r\n2;a=\"b\r\n{}\r\n0\r\n\r\n", 400},
          {post + "Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}", 417}};
}

TEST(ProgramFaults, NoSpellingOfARequestOpensWhatItShouldNot) {
  const Bench bench;
  std::filesystem::create_directories(bench.folder() / "data");
  const Served server{bench.folder() / "data"};
  for (const Attempt& each : attempts()) {
    const Got got = server.send(each.bytes);
    EXPECT_EQ(got.status, each.status) << each.bytes.substr(0, 80);
    EXPECT_EQ(got.body.find("HTTP/1.1"), std::string::npos) << each.bytes.substr(0, 80);
  }
  const Got evil = server.send(
      "GET /api/v1/me HTTP/1.1\r\nHost: evil.example\r\n"
      "X-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(evil.head.find("evil"), std::string::npos);
  EXPECT_EQ(evil.body.find("evil"), std::string::npos);
}

}  // namespace
}  // namespace kallad::program::faults
