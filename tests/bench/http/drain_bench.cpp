// What firing overdue due rows of the engine costs the writer, without HTTP and without commands
// beside: the ceiling of what http_bench.cpp measures. Not a test: nothing fails for being slow.
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdio>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/bench/benches.hpp"
#include "tests/bench/http/fill.hpp"
#include "tests/bench/measure.hpp"
#include "tests/kallad/program.hpp"
#include "tools/kallad/look/second_sight.hpp"

namespace kallad::bench {

namespace {

using std::chrono::November;

void print_rows(const std::filesystem::path& file, const char* question) {
  SQLite::Database database{file.string(), SQLite::OPEN_READONLY};
  SQLite::Statement rows{database, question};
  while (rows.executeStep())
    std::printf("  %10lld  %s\n", static_cast<long long>(rows.getColumn(0).getInt64()),
                rows.getColumn(1).getText());
}

}  // namespace

void bench_drain(const Options& options) {
  const program::Bench folder;
  folder.fill();
  const auto data = folder.folder() / "data";
  const Filled filled = fill_with_overdue(data, options.http_cases);
  std::printf("\nOverdue rows of the engine, through the desk: %llu rows of %d cases\n",
              static_cast<unsigned long long>(filled.due_rows), options.http_cases);
  print_rows(data / "kallad.db",
             "SELECT count(*), word FROM due JOIN words ON words.number = due.kind GROUP BY word");
  const Instant now = stockholm().to_instant(
      LocalTime{std::chrono::local_days{std::chrono::year{2026} / November / 27}});
  std::fflush(stdout);
  SqliteStore store{{data / "kallad.db", {}}, Access::write};
  Checkpointer checkpointer{store};
  EngineBrain brain{log_of(store), Calendar{stockholm()}};
  program::SecondSight sight{store};
  Desk desk{store, brain, [now] { return now; }, {}, sight.eyes()};
  desk.start();
  const auto start = Clock::now();
  const FireReport report = desk.fire_due(now);
  const double took = seconds_since(start);
  std::printf("  fired %zu, of no use %zu, accidents %zu in %.1f s: %.0f/s\n", report.fired,
              report.refused, report.accidents, took,
              static_cast<double>(report.fired + report.refused) / took);
  desk.stop();
  print_rows(data / "kallad.db",
             "SELECT count(*), word FROM events JOIN words ON number = type GROUP BY word");
}

}  // namespace kallad::bench
