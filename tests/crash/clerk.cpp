// The child's threads and its notes. It never returns: it works until a signal ends it, or says
// with its exit status that something was wrong.
#include "tests/crash/clerk.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "adapters/clock/clock.hpp"
#include "adapters/store/sqlite/beside/backup.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/adapters/desk/counter_brain.hpp"

namespace kallad::testing {

namespace {

using Kind = CounterCommand::Kind;
using std::chrono::milliseconds;

constexpr int clerk_threads = 64;
constexpr int streams = 40;

class Clerk {
 public:
  Clerk(const Office& office, int round, unsigned seed)
      : office_(office),
        round_(round),
        seed_(seed),
        notes_(open(office.notes().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)),
        store_({office.store(), {}}, Access::create),
        checkpointer_(store_, {.pass_pages = 60, .most_pages = 200}),
        desk_(store_, brain_, [] { return SystemClock{}.now(); }, {.cached_streams = 12}) {}

  [[noreturn]] void work() {
    note("O " + std::to_string(round_));
    desk_.start();
    std::vector<std::jthread> running;
    for (int thread = 0; thread < clerk_threads; ++thread)
      running.emplace_back([this, thread] { send(thread); });
    running.emplace_back([this] { fire(); });
    running.emplace_back([this] { post(); });
    running.emplace_back([this] { copy(); });
    running.clear();  // they never end
    _exit(9);
  }

 private:
  void note(const std::string& line) const {
    const std::string whole = line + "\n";
    if (write(notes_, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) _exit(8);
  }

  void send(int thread) {
    for (int number = 0;; ++number) {
      const Submission submission = clerk_command(round_, thread, number, seed_);
      const Outcome outcome = desk_.submit(submission).get();
      if (outcome.answer == Answer::refused) continue;
      if (!outcome.stored()) _exit(7);
      note("A " + submission.stream + " " + submission.command_id + " " +
           std::to_string(outcome.version) + " " + std::to_string(outcome.events.size()));
    }
  }

  void fire() {
    while (true) {
      const FireReport report = desk_.fire_due(SystemClock{}.now());
      if (report.refused > 0 || report.accidents > 0) _exit(6);
      if (report.fired > 0) note("F " + std::to_string(report.fired));
      std::this_thread::sleep_for(milliseconds{2});
    }
  }

  void post() {
    while (true) {
      std::vector<OutboxKey> keys;
      for (const OutboxItem& item : desk_.outbox(50)) {
        note("L " + std::to_string(item.key.position) + " " + std::to_string(item.key.number));
        keys.push_back(item.key);
      }
      desk_.retire_outbox(std::move(keys));
      std::this_thread::sleep_for(milliseconds{3});
    }
  }

  void copy() {
    for (int i = 0;; ++i) {
      const auto name = "r" + std::to_string(round_) + "-" + std::to_string(i);
      backup({office_.store(), {}}, office_.backups() / name);
    }
  }

  Office office_;
  int round_;
  unsigned seed_;
  int notes_;
  CounterBrain brain_;
  SqliteStore store_;
  Checkpointer checkpointer_;
  Desk desk_;
};

[[noreturn]] void run_clerk(const Office& office, int round, unsigned seed) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // it must not outlive the test
  try {
    Clerk{office, round, seed}.work();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "clerk: %s\n", error.what());
    _exit(5);
  }
}

}  // namespace

Submission clerk_command(int round, int thread, int number, unsigned seed) {
  const std::string id =
      "r" + std::to_string(round) + "-t" + std::to_string(thread) + "-" + std::to_string(number);
  const std::size_t random = std::hash<std::string>{}(id + ":" + std::to_string(seed));
  const std::string stream = "case" + std::to_string(random % streams);
  const int what = static_cast<int>(random / streams % 12);
  if (what < 3) {
    // Some overdue, some soon, some only after a later round has begun.
    const std::int64_t at = SystemClock{}.now().time_since_epoch().count() +
                            static_cast<std::int64_t>(random / 480 % 400) - 50;
    Submission submission = wake_at(stream, id, at, id);
    submission.content = id;  // the moment is not part of it: a repeat is made later
    return submission;
  }
  if (what == 3) return counter_submission(stream, id, {Kind::letter, 0, {}});
  if (what == 4) return counter_submission(stream, id, {Kind::add_twice, number, {}});
  return add(stream, id, number);
}

CommandName command_name(const std::string& name) {
  CommandName parts;
  if (std::sscanf(name.c_str(), "r%d-t%d-%d", &parts.round, &parts.thread, &parts.number) != 3)
    throw std::runtime_error("not a clerk's command: " + name);
  return parts;
}

pid_t start_clerk(const Office& office, int round, unsigned seed) {
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) run_clerk(office, round, seed);
  return child;
}

Notes read_notes(const Office& office) {
  Notes notes;
  std::ifstream file{office.notes()};
  for (std::string line; std::getline(file, line) && !file.eof();) {
    std::istringstream words{line};
    std::string kind;
    words >> kind;
    if (kind == "O") words >> notes.opened;
    if (kind == "A") {
      Promise promise;
      words >> promise.stream >> promise.command_id >> promise.version >> promise.count;
      notes.promises.push_back(std::move(promise));
    } else if (kind == "L") {
      OutboxKey key;
      words >> key.position >> key.number;
      notes.sent.insert(key);
    } else if (kind == "F") {
      int fired = 0;
      words >> fired;
      notes.overdue += fired;
    }
  }
  return notes;
}

}  // namespace kallad::testing
