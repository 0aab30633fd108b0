// What each page costs the server with many cases in the store, all of them led by the unit that
// asks: the worst that can be. One browser, one connection, a page after the other.
// Not a test: figures and goals are printed, and nothing fails for being slow.
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/bench/benches.hpp"
#include "tests/bench/http/fill.hpp"
#include "tests/bench/http/hands.hpp"
#include "tests/bench/measure.hpp"
#include "tests/kallad/program.hpp"

namespace kallad::bench {

namespace {

using nlohmann::json;
using program::Served;
using program::SignedInGuest;

/// Accounts of one unit, made by an administrator.
class Office {
 public:
  explicit Office(const Served& server)
      : server_(server), first_(program::accept(server, server.key())) {}

  SignedInGuest invite(const char* user, const char* unit,
                       const std::vector<std::string>& positions) const {
    const json wanted{{"user_name", user},
                      {"shown_name", "Siv Samordnare"},
                      {"unit", unit},
                      {"positions", positions}};
    const auto link = server_.ask("POST", "/api/v1/accounts", wanted.dump(), first_.headers);
    return program::accept(server_, json::parse(link.body)["token"]);
  }
  const SignedInGuest& administrator() const { return first_; }

 private:
  const Served& server_;
  SignedInGuest first_;
};

std::uint64_t fired(const Served& server) {
  const std::string text = server.ask("GET", "/metrics").body;
  const std::string name = "\nkallad_due_fired_total ";
  const auto at = text.find(name);
  return at == text.npos ? 0 : std::strtoull(text.c_str() + at + name.size(), nullptr, 10);
}

/// What was overdue when the server started is done, and stands in lists; and was a minute ago,
/// since reports are counted as of then.
void wait_until_quiet(const Served& server) {
  std::uint64_t before = 1;
  for (std::uint64_t now = 0; now != before; now = fired(server)) {
    before = now;
    std::this_thread::sleep_for(std::chrono::seconds{3});
  }
  std::this_thread::sleep_for(std::chrono::seconds{61});
}

/// Once a year: all of the council's cases are counted.
void publish_figures(const Served& server, const SignedInGuest& secretary) {
  const auto start = Clock::now();
  const auto answer =
      server.ask("POST", "/api/v1/reports/northwest/2026/figures", "{}", secretary.headers);
  std::printf("  publishing key figures: %d after %.0f ms\n", answer.status,
              seconds_since(start) * 1e3);
}

struct PageRow {
  const char* name;
  const char* path;
  const SignedInGuest* who;
};

/// Rounds apart tell what the machine's noise is.
void measure(const Served& server, const PageRow& page, const Options& options) {
  std::vector<double> all;
  std::vector<double> medians;
  unsigned long long wrong = 0;
  for (int round = 0; round < options.rounds; ++round) {
    const auto load = drive(server.port(), 1, options.seconds, readers(*page.who, page.path));
    for (const auto& [status, count] : load.statuses) wrong += status >= 400 ? count : 0;
    if (load.waits.empty()) continue;
    all.insert(all.end(), load.waits.begin(), load.waits.end());
    std::vector<double> waits = load.waits;
    medians.push_back(percentile(waits, 0.5) * 1e3);
  }
  if (all.empty()) {
    std::printf("  %-24s NOT answered (%llu refused)\n", page.name, wrong);
    return;
  }
  const auto [low, high] = std::minmax_element(medians.begin(), medians.end());
  const double median = percentile(all, 0.5) * 1e3;
  const double late = percentile(all, 0.99) * 1e3;
  std::printf("  %-24s median %7.2f ms (%.2f to %.2f), p99 %7.2f ms (goals 20 and 100: %s)\n",
              page.name, median, *low, *high, late, median < 20 && late < 100 ? "yes" : "NO");
}

}  // namespace

void bench_pages(const Options& options) {
  const program::Bench folder;
  folder.fill();
  const auto data = folder.folder() / "data";
  const Filled filled = fill_with_overdue(data, options.cases);
  std::printf("\nPages, %d cases of one unit (%llu commands in %.0f s)\n", options.cases,
              static_cast<unsigned long long>(filled.commands), filled.seconds);
  const Served server{data};
  wait_until_quiet(server);
  const Office office{server};
  constexpr const char* unit = "helsingborg/vuxen";
  const SignedInGuest siv = office.invite("siv", unit, {"coordinator", "attendee", "unit_head"});
  const SignedInGuest ada = office.invite("ada", unit, {"auditor"});
  const SignedInGuest vera =
      office.invite("vera", "helsingborg/psykiatrisamordning", {"council_secretary"});
  publish_figures(server, vera);
  const PageRow pages[] = {
      {"My day", "/", &siv},
      {"My day, own", "/?mine=true", &siv},
      {"My day, one group", "/?group=unanswered", &siv},
      {"a case", "/cases/bench-77", &siv},
      {"its meeting", "/cases/bench-77/meeting", &siv},
      {"its deficiencies", "/cases/bench-77/deficiencies", &siv},
      {"its documents", "/cases/bench-77/papers", &siv},
      {"its history", "/cases/bench-77/history", &siv},
      {"the unit's inbox", "/inbox", &siv},
      {"search, a number", "/search?number=bench-77", &siv},
      {"search, a rare word", "/api/v1/cases?text=bench-77&limit=20", &siv},
      {"search, a common word", "/api/v1/cases?text=helsingborg&limit=20", &siv},
      {"drafts to look at", "/?group=drafts", &siv},
      {"gallring", "/disposal", &siv},
      {"reports", "/reports", &vera},
      {"a year's report, draft", "/reports/northwest/2026/draft", &vera},
      {"key figures, published", "/reports/northwest/2026/figures", &vera},
      {"access log", "/access-log", &ada},
      {"administration", "/admin", &office.administrator()},
      {"units", "/admin/units", &office.administrator()},
  };
  for (const PageRow& page : pages) measure(server, page, options);
}

}  // namespace kallad::bench
