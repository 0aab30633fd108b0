// What the whole program costs over HTTP, beside a Beast server that does nothing: `kallad serve`
// as a process of its own, asked by one client thread on the same machine. Not a test: figures and
// goals are printed, and nothing fails for being slow.
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <numeric>
#include <thread>

#include "tests/bench/benches.hpp"
#include "tests/bench/http/fill.hpp"
#include "tests/bench/http/hands.hpp"
#include "tests/bench/http/plain_server.hpp"
#include "tests/bench/measure.hpp"
#include "tests/kallad/program.hpp"

namespace kallad::bench {

namespace {

using program::Served;
using program::SignedInGuest;

const char* yes_no(bool yes) { return yes ? "yes" : "NO"; }

/// Mean, and how far rounds lie from it: what the machine's noise is.
struct Rounds {
  std::vector<double> values;
  double mean() const {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  }
  double noise() const {
    double sum = 0;
    for (const double value : values) sum += (value - mean()) * (value - mean());
    return std::sqrt(sum / static_cast<double>(values.size())) / mean() * 100;
  }
};

/// Rounds of one load: rates apart, waits together.
struct Measured {
  Rounds rates;
  LoadResult all;
  double p(double share) { return percentile(all.waits, share) * 1e3; }
};

void add(Measured& measured, LoadResult&& round) {
  measured.rates.values.push_back(round.rate());
  measured.all.seconds += round.seconds;
  auto& waits = measured.all.waits;
  waits.insert(waits.end(), round.waits.begin(), round.waits.end());
  for (const auto& [status, count] : round.statuses) measured.all.statuses[status] += count;
}

void print(const char* name, Measured& measured) {
  std::printf("  %-34s %8.0f/s (noise %4.1f %%)  p50 %7.3f ms  p99 %7.3f ms ", name,
              measured.rates.mean(), measured.rates.noise(), measured.p(0.5), measured.p(0.99));
  for (const auto& [status, count] : measured.all.statuses) {
    if (status >= 400 || status == 0)
      std::printf(" [%u: %llu]", status, static_cast<unsigned long long>(count));
  }
  std::printf("\n");
}

/// Headers of nobody, for the yardstick: a request as long as a command's.
MakeTalker plain_posts() {
  SignedInGuest nobody;
  nobody.headers = {{"Cookie", "kallad=" + std::string(96, 'a')},
                    {"X-CSRF-Token", std::string(64, 'a')}};
  return coordinators(nobody, "plain-");
}

std::uint64_t metric(const Served& server, const std::string& name) {
  const std::string text = server.ask("GET", "/metrics").body;
  const auto at = text.find("\n" + name + " ");
  return at == text.npos ? 0 : std::strtoull(text.c_str() + at + name.size() + 2, nullptr, 10);
}

double resident_megabytes(pid_t process) {
  std::ifstream file{"/proc/" + std::to_string(process) + "/statm"};
  double size = 0;
  double resident = 0;
  file >> size >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

const std::vector<std::string> many_clients{"--http-connections-per-client", "100000",
                                            "--http-connections", "100000"};

void bench_commands(const Options& options) {
  const program::Bench folder;
  folder.fill();
  const Served server{folder.folder() / "data", many_clients};
  const SignedInGuest siv = coordinator(server);
  std::this_thread::sleep_for(std::chrono::seconds{1});
  const double idle = resident_megabytes(server.process());
  std::printf("  idle memory: %.1f MB (goal 60: %s)\n", idle, yes_no(idle < 60));
  const PlainServer plain;
  Measured yardstick;
  Measured at_one;
  Measured at_eight;
  Measured at_64;
  Measured reads;
  const std::string opened = open_case(server, siv, "read").body;
  const std::string id = opened.substr(opened.find("sip-"), 15);
  for (int round = 0; round < options.rounds; ++round) {
    const std::string name = "r" + std::to_string(round) + "-";
    const auto run = [&](int clients) {
      return drive(server.port(), clients, options.seconds,
                   coordinators(siv, name + std::to_string(clients) + "-"));
    };
    add(yardstick, drive(plain.port(), 64, options.seconds, plain_posts()));
    add(at_64, run(64));
    add(at_eight, run(8));
    add(at_one, run(1));
    add(reads, drive(server.port(), 1, options.seconds, readers(siv, "/api/v1/cases/" + id)));
  }
  print("a trivial Beast server, 64", yardstick);
  print("commands, 64 connections", at_64);
  print("commands, 8 connections", at_eight);
  print("commands, 1 connection", at_one);
  print("reading a case, 1 connection", reads);
  const double share = at_64.rates.mean() / yardstick.rates.mean();
  std::printf("  share of the trivial server at 64: %.3f (goal 0.2: %s, wish 0.333: %s)\n", share,
              yes_no(share >= 0.2), yes_no(share >= 1.0 / 3));
  std::printf("  p99 at 64 under 10 ms: %s, at 1 under 3 ms: %s, reading under 1 ms: %s\n",
              yes_no(at_64.p(0.99) < 10), yes_no(at_one.p(0.99) < 3), yes_no(reads.p(0.5) < 1));
}

/// Until so many commands in a row were each answered within 50 ms; seconds.
double seconds_to_recover(const Served& server, const SignedInGuest& siv) {
  const auto start = Clock::now();
  int good = 0;
  for (int i = 0; good < 20 && seconds_since(start) < 60; ++i) {
    const auto asked = Clock::now();
    const bool stored = open_case(server, siv, "after-" + std::to_string(i)).status == 201;
    good = stored && seconds_since(asked) < 0.05 ? good + 1 : 0;
  }
  return seconds_since(start);
}

void bench_overload(const Options& options) {
  const program::Bench folder;
  folder.fill();
  auto words = many_clients;
  words.insert(words.end(), {"--http-requests-in-flight", "64"});
  const Served server{folder.folder() / "data", words};
  const SignedInGuest siv = coordinator(server);
  LoadResult load = drive(server.port(), 640, options.load_seconds, coordinators(siv, "overload-"));
  const double recovered = seconds_to_recover(server, siv);
  std::uint64_t turned_down = 0;
  std::uint64_t wrong = 0;
  for (const auto& [status, count] : load.statuses) {
    if (status == 429 || status == 503) turned_down += count;
    if (status == 0 || (status >= 500 && status != 503)) wrong += count;
  }
  std::printf(
      "  640 connections for %.0f s: %llu stored (p99 %.1f ms), %llu answered 429 or 503, %llu "
      "otherwise wrong; memory %.0f MB\n",
      load.seconds, static_cast<unsigned long long>(load.below_400()),
      percentile(load.waits, 0.99) * 1e3, static_cast<unsigned long long>(turned_down),
      static_cast<unsigned long long>(wrong), resident_megabytes(server.process()));
  std::printf("  twenty commands in a row within 50 ms each, %.2f s after the load (goal 5: %s)\n",
              recovered, yes_no(recovered < 5));
}

/// From starting the program until a command is answered. It is killed after some seconds more,
/// in which it goes on with what is due.
double first_answer(const std::filesystem::path& data, const SignedInGuest& siv,
                    const std::string& key, double then_runs) {
  const auto start = Clock::now();
  Served server{data};
  const bool stored = open_case(server, siv, key).status == 201;
  const double took = seconds_since(start);
  if (!stored) std::printf("  the first command was NOT stored\n");
  std::this_thread::sleep_for(std::chrono::duration<double>{then_runs});
  server.kill();
  return took;
}

void drain_beside_commands(const Options& options, const std::filesystem::path& data,
                           SignedInGuest& siv, std::uint64_t rows) {
  const auto start = Clock::now();
  const Served server{data, many_clients};
  siv = coordinator(server);
  Measured beside;
  std::uint64_t fired = 0;
  std::uint64_t before = 1;
  double took = 0;
  while (fired != before && seconds_since(start) < 600) {
    before = fired;
    add(beside, drive(server.port(), options.beside, options.seconds,
                      coordinators(siv, "drain-" + std::to_string(fired) + "-")));
    fired = metric(server, "kallad_due_fired_total");
    if (fired != before) took = seconds_since(start);
  }
  const std::string clients = "commands, " + std::to_string(options.beside) + ", while rows fire";
  print(clients.c_str(), beside);
  std::printf(
      "  %llu due rows of %llu fired in %.1f s, %.0f/s (goal 50000: %s), p99 beside %.1f ms "
      "(goal 20: %s)\n",
      static_cast<unsigned long long>(fired), static_cast<unsigned long long>(rows), took,
      static_cast<double>(fired) / took, yes_no(static_cast<double>(fired) / took >= 50'000),
      beside.p(0.99), yes_no(beside.p(0.99) < 20));
}

void bench_first_answers(const Options& options, const std::filesystem::path& data,
                         const SignedInGuest& siv) {
  std::vector<double> took;
  for (int round = 0; round < options.rounds; ++round)
    took.push_back(first_answer(data, siv, "after-kill-" + std::to_string(round), options.seconds));
  std::printf("  first durable answer after kill -9:");
  for (const double one : took) std::printf(" %.2f", one);
  std::printf(" s (goal 1: %s)\n", yes_no(std::ranges::max(took) < 1));
}

Filled filled_at(const std::filesystem::path& data, int cases) {
  const Filled filled = fill_with_overdue(data, cases);
  std::printf("  filled: %d cases, %llu commands in %.1f s (%.0f/s), %llu due rows\n", cases,
              static_cast<unsigned long long>(filled.commands), filled.seconds,
              static_cast<double>(filled.commands) / filled.seconds,
              static_cast<unsigned long long>(filled.due_rows));
  return filled;
}

void bench_many_cases(const Options& options) {
  const program::Bench folder;
  folder.fill();
  const auto data = folder.folder() / "data";
  const Filled filled = filled_at(data, options.http_cases);
  SignedInGuest siv;
  drain_beside_commands(options, data, siv, filled.due_rows);
  bench_first_answers(options, data, siv);
}

}  // namespace

void bench_http(const Options& options) {
  std::printf("\nOver HTTP, %d rounds of %.0f s\n", options.rounds, options.seconds);
  bench_commands(options);
  std::printf("\nTen times the load\n");
  bench_overload(options);
  std::printf("\nMany cases\n");
  bench_many_cases(options);
}

/// Killed while a backlog of due rows is being worked off, again and again.
void bench_start(const Options& options) {
  std::unique_ptr<program::Bench> folder;
  std::filesystem::path data = options.data;
  if (data.empty()) {
    folder = std::make_unique<program::Bench>();
    folder->fill();
    data = folder->folder() / "data";
    filled_at(data, options.http_cases);
  }
  std::printf("\nA start after kill -9\n");
  const SignedInGuest siv = coordinator(Served{data});
  bench_first_answers(options, data, siv);
}

}  // namespace kallad::bench
