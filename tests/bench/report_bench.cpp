// A council's report out of a store of a million cases: how long, and how much memory, beside the
// time that SQLite takes to look at every row once. Each case is a copy of a played story of
// another person; one in a hundred has a deficiency that went the whole way. Not the counts:
// tests/adapters/report. Rule held against (issue 6): a million cases under 10 s and 500 MB, once
// the log has been read on to its end.
#include <sys/resource.h>

#include <cstdio>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/engine_brain.hpp"
#include "adapters/report/kept/maker.hpp"
#include "adapters/scene/run.hpp"
#include "adapters/store/sqlite/beside/checkpointer.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/bench/benches.hpp"
#include "tests/bench/measure.hpp"
#include "tests/support/swedish_time.hpp"

namespace kallad::bench {

namespace {

/// An event to be written once more, in another stream.
struct Copied {
  NewEvent event;
  Instant at;
  std::string actor;
};

std::vector<Copied> events_of(Reader& reader, std::string_view stream) {
  std::vector<Copied> all;
  reader.read(stream, [&](const EventView& event, const ShortDigest&) {
    all.push_back({{std::string{event.type}, event.version, std::string{event.payload}},
                   event.at,
                   std::string{event.actor}});
  });
  return all;
}

/// A played story: the register's events and its one case's, and what that one counts as.
struct Story {
  std::vector<Copied> ledger;
  std::vector<Copied> running;
  CountRow row;
};

Story told(const std::string& file, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const StorePlace place{folder / "kallad.db", {}};
  {
    scene::Stage stage{place, support::sweden()};
    scene::play(scene::read_story(std::string{KALLAD_SOURCE_DIR} + "/tests/scenes/" + file), stage);
  }
  Reader reader{place};
  Story story{events_of(reader, "register"), {}, {}};
  for (const auto& [number, stream] : reader.list(0, 100)) {
    if (stream.name == "register") continue;
    story.running = events_of(reader, stream.name);
    story.row = count_row_of(*load_case(streams_of(reader), stream.name), support::sweden());
  }
  return story;
}

/// A number that checks out, another one for each case of up to 1.6 million.
std::string identity_number(int number) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%02d%02d%02d%03d", 30 + number / 336'000 % 70,
                1 + number / 28'000 % 12, 1 + number / 1'000 % 28, number % 1'000);
  int sum = 0;
  for (int at = 0; at < 9; ++at) {
    const int doubled = (digits[at] - '0') * (at % 2 == 0 ? 2 : 1);
    sum += doubled / 10 + doubled % 10;
  }
  return std::string{digits, 6} + "-" + std::string{digits + 6, 3} +
         std::to_string((10 - sum % 10) % 10);
}

void write(SqliteStore& store, const std::string& stream, const std::vector<Copied>& events,
           const std::string& count_row) {
  StreamHead head = store.head(stream);
  const ShortDigest content{};
  for (std::size_t at = 0; at < events.size(); ++at) {
    const std::string command = stream + "-" + std::to_string(at);
    store.append(stream, head, {command, content, events[at].actor, events[at].at},
                 std::span{&events[at].event, 1});
  }
  store.settle(head, "null", count_row);
}

std::int64_t fill(const StorePlace& place, const Scratch& scratch, int cases) {
  Story common = told("plan/copy_of_the_plan.scene", scratch / "common");
  Story rare = told("deficiency_way/all_the_way_to_closed.scene", scratch / "rare");
  SqliteStore store{place, Access::create};
  const Checkpointer checkpointer{store};
  constexpr int batch = 2'000;
  constexpr int one_in = 100;
  std::int64_t events = 0;
  for (int number = 0; number < cases;) {
    store.begin();
    if (number == 0) write(store, "register", rare.ledger, {});
    for (int in_batch = 0; in_batch < batch && number < cases; ++in_batch, ++number) {
      Story& copied = number % one_in == 0 ? rare : common;
      copied.row.person.identity_number = identity_number(number);
      write(store, "case" + std::to_string(number), copied.running, bytes_of(copied.row));
      events += static_cast<std::int64_t>(copied.running.size());
    }
    store.note_listed(EngineBrain::made_by);
    store.commit();
  }
  return events;
}

double megabytes_at_most() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Prints and gives the seconds.
template <class Work>
double measured(const char* what, Work work) {
  const auto start = Clock::now();
  const std::string told = work();
  const double seconds = seconds_since(start);
  std::printf("%-36s %8.2f s  %6.0f MB at most  %s\n", what, seconds, megabytes_at_most(),
              told.c_str());
  std::fflush(stdout);
  return seconds;
}

std::string look_at_rows(const StorePlace& place) {
  SQLite::Database database = open_store(place, Access::read);
  const auto bytes = database.execAndGet("SELECT sum(length(row)) FROM counts").getInt64();
  return std::to_string(bytes / 1'000'000) + " MB in the rows of what cases count as";
}

}  // namespace

void bench_report(const Options& options) {
  const Scratch scratch{options.folder};
  const StorePlace place{scratch / "kallad.db", {}};
  measured("filling", [&] {
    return std::to_string(fill(place, scratch, options.cases)) + " events of " +
           std::to_string(options.cases) + " cases";
  });
  report::ReportFile file{scratch / "reports.sqlite"};
  report::Maker maker{file, place, nullptr, support::sweden()};
  const report::Wanted wanted{CouncilId{"northwest"}, 2026,
                              support::at(support::day(2026, 12, 31), {})};
  const double plain = measured("looking at every row once", [&] { return look_at_rows(place); });
  const auto compared = [&](const char* what, auto work) {
    const double taken = measured(what, work);
    std::printf("%-36s %8.1f times as long as looking, on one thread\n", "", taken / plain);
  };
  const auto year = [&](const report::Settings& settings) {
    const auto made = maker.year(wanted, settings);
    const auto* count = find_count(made.report.cells, report::Section::came_in);
    return std::to_string(count->value.value_or(0)) + " came in";
  };
  compared("the year's report", [&] { return year({}); });
  report::Settings with_words;
  with_words.words.open_questions = {"Hur når skolan fram i tid, och vem kallar nästa gång?"};
  compared("with words held against every name", [&] { return year(with_words); });
  compared("key figures", [&] {
    const auto figures = maker.figures(wanted, {});
    return std::to_string(find_figure(figures, report::FigureId::new_sips)->of.value.value_or(0)) +
           " new SIPs";
  });
}

}  // namespace kallad::bench
