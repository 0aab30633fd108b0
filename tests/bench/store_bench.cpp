// Due rows by the million, and a big store: bytes on disk, opening, verify.
// Not the speed of appending: append_bench.cpp.
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <thread>

#include "adapters/clock/clock.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/beside/verify.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/bench/benches.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/workload.hpp"

namespace kallad::bench {

namespace {

const Instant far_away{std::chrono::milliseconds{4'000'000'000'000}};

Instant now() { return SystemClock{}.now(); }

/// Feeds commands to a desk, never more than `outstanding` at a time, and waits for the last
/// answer.
class Feeder {
 public:
  Feeder(Desk& desk, std::size_t outstanding) : desk_(desk), outstanding_(outstanding) {}

  void send(Submission&& submission) {
    while (sent_ - answered_ >= outstanding_) answered_.wait(answered_.load());
    ++sent_;
    desk_.submit(std::move(submission), [this](Outcome&& outcome) {
      if (outcome.answer != Answer::accepted)
        std::fprintf(stderr, "not accepted: %s\n", outcome.detail.c_str());
      ++answered_;
      answered_.notify_one();
    });
  }

  void wait() {
    for (std::size_t seen = answered_; seen < sent_; seen = answered_) answered_.wait(seen);
  }

 private:
  Desk& desk_;
  std::size_t outstanding_;
  std::size_t sent_ = 0;
  std::atomic<std::size_t> answered_ = 0;
};

/// One client that sends a command as soon as the last is answered, and notes how long each took.
/// Its cases are past their tenth event, so that nothing falls due in them.
class Client {
 public:
  Client(Desk& desk, Workload& workload) : desk_(desk), workload_(workload) {
    for (int i = 0; i < 10 * cases; ++i) send(i);
    thread_ = std::jthread{[this](const std::stop_token& stop) {
      for (int i = 0; !stop.stop_requested(); ++i) {
        const auto sent = Clock::now();
        send(i);
        waits_.push_back(seconds_since(sent));
      }
    }};
  }

  void print() {
    thread_.request_stop();
    thread_.join();
    const double p50 = percentile(waits_, 0.5) * 1e3;
    const double p99 = percentile(waits_, 0.99) * 1e3;
    std::printf("  meanwhile %zu commands, one at a time: p50 %.2f ms, p99 %.2f ms (goal 20: %s)\n",
                waits_.size(), p50, p99, p99 <= 20 ? "yes" : "NO");
  }

 private:
  static constexpr int cases = 100;

  void send(int number) {
    Submission submission = workload_.with_due(0);
    submission.stream = "busy-" + std::to_string(number % cases);
    desk_.submit(std::move(submission)).get();
  }

  Desk& desk_;
  Workload& workload_;
  std::vector<double> waits_;
  std::jthread thread_;
};

/// Asks the kernel to forget the file's pages, so that opening is measured from the disk.
void forget_pages(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
  close(descriptor);
}

void print_sizes(const std::filesystem::path& file, int cases) {
  SQLite::Database database{file.string(), SQLite::OPEN_READONLY};
  SQLite::Statement rows{
      database, "SELECT name, sum(pgsize), sum(ncell) FROM dbstat GROUP BY name ORDER BY 2 DESC"};
  double total = 0;
  while (rows.executeStep()) {
    const double bytes = rows.getColumn(1).getDouble();
    total += bytes;
    if (bytes / cases >= 1) {
      std::printf("  %-28s %8.1f MB  %7.1f bytes a case\n", rows.getColumn(0).getText(),
                  bytes / 1e6, bytes / cases);
    }
  }
  const double events = database.execAndGet("SELECT last FROM log").getDouble();
  std::printf(
      "  whole file: %.1f bytes an event, %.0f bytes a closed case of ten events (goal 3072: %s)\n",
      total / events, total / cases, total / cases <= 3072 ? "yes" : "NO");
}

void fill(const StorePlace& place, int cases) {
  const auto workload = make_workload(11, 1'000);
  SqliteStore store{place, Access::create};
  Checkpointer checkpointer{store};
  Desk desk{store, workload->brain(), now};
  desk.start();
  Feeder feeder{desk, 2'048};
  const auto start = Clock::now();
  for (int i = 0; i < cases * 10; ++i) feeder.send(workload->next());
  feeder.wait();
  const double taken = seconds_since(start);
  std::printf(
      "  filled through the desk: %d events in %.1f s, %.0f/s (%llu checkpoints held the writer)\n",
      cases * 10, taken, cases * 10 / taken, static_cast<unsigned long long>(checkpointer.holds()));
}

void serve_once(const StorePlace& place, int cases) {
  forget_pages(place.file);
  const auto workload = make_workload(12, 1);
  const auto start = Clock::now();
  SqliteStore store{place, Access::write};
  Desk desk{store, workload->brain(), now};
  Submission submission = workload->next();
  submission.stream = "nvs-2026-" + std::to_string(cases / 2);
  const Outcome outcome = desk.submit_now(std::move(submission));
  const std::size_t listed = Reader{place, &store.tail()}.list(cases / 3, 50).size();
  const double taken = seconds_since(start);
  std::printf(
      "  opened, one command answered (%s, version %llu), a page of %zu cases read: %.3f s (goal 1 "
      "s: %s)\n",
      std::string{name_of(outcome.answer)}.c_str(),
      static_cast<unsigned long long>(outcome.version), listed, taken, taken <= 1 ? "yes" : "NO");
}

}  // namespace

void bench_big(const Options& options) {
  const Scratch scratch{options.folder};
  const StorePlace place{scratch / "big", {}};
  std::printf("\nA store of %d cases\n", options.cases);
  fill(place, options.cases);
  print_sizes(place.file, options.cases);
  serve_once(place, options.cases);
  for (const bool structure : {false, true}) {
    forget_pages(place.file);
    const auto start = Clock::now();
    const VerifyReport report = verify(place, {.structure = structure, .most_damages = 10});
    const double taken = seconds_since(start);
    const double rate = static_cast<double>(report.events) / taken;
    std::printf("  verify%s: %s, %lld events in %.1f s, %.0f/s (goal 300000: %s)\n",
                structure ? " with the file's structure" : " of every event",
                report.clean() ? "clean" : "DAMAGED", static_cast<long long>(report.events), taken,
                rate, rate >= 300'000 ? "yes" : "NO");
    for (const Damage& damage : report.damages) std::printf("    %s\n", text_of(damage).c_str());
  }
}

void bench_due(const Options& options) {
  const int rows_a_case = options.rows_a_case;
  const Scratch scratch{options.folder};
  const auto workload = make_workload(13, 1);
  SqliteStore store{{scratch / "due", {}}, Access::create};
  Checkpointer checkpointer{store};
  Desk desk{
      store, workload->brain(), now, {.cached_streams = static_cast<std::size_t>(options.cached)}};
  desk.start();
  Feeder feeder{desk, 2'048};
  std::printf("\nDue rows: %d, %d a case, through the desk\n", options.due_rows, rows_a_case);
  const double before = resident_bytes();
  const auto start = Clock::now();
  for (int i = 0; i < options.due_rows / rows_a_case; ++i)
    feeder.send(workload->with_due(rows_a_case));
  feeder.wait();
  const double in = options.due_rows / seconds_since(start);
  const double memory = (resident_bytes() - before) / options.due_rows;
  std::printf(
      "  inserted: %.0f/s (goal 50000: %s), memory of the whole process grew by %.1f bytes a row "
      "(goal 64: %s)\n",
      in, in >= 50'000 ? "yes" : "NO", memory, memory <= 64 ? "yes" : "NO");
  const std::unique_ptr<Client> client =
      options.busy ? std::make_unique<Client>(desk, *workload) : nullptr;
  const auto fired_from = Clock::now();
  const FireReport report = desk.fire_due(far_away);
  const double out = static_cast<double>(report.fired) / seconds_since(fired_from);
  std::printf("  fired, each with its event: %zu at %.0f/s (goal 50000: %s); left over: %s\n",
              report.fired, out, out >= 50'000 ? "yes" : "NO", desk.next_due() ? "SOME" : "none");
  if (client) client->print();
}

}  // namespace kallad::bench
