// Lists of cases in a large store, all of them in the list of one unit (the worst that can be) and
// some in a usual one: what a page, a number and the groups of a day cost a reader; what a writer's
// start and the look-up of a number cost. Not the HTTP around it.
#include <cstdio>

#include "adapters/store/sqlite/beside/reader.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "tests/bench/benches.hpp"
#include "tests/bench/measure.hpp"

namespace kallad::bench {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

constexpr int turns = 200;
const Instant now{milliseconds{1'772'434'800'000}};  // 2026-03-02 08:00 in Sweden

/// Open cases with what a year of a council has: one in ten waits for an answer, one in ten meets
/// within the week, one in twenty is late or has a draft, one coordinator of fifty has left.
std::vector<ListEntry> entries_of(int i) {
  ListEntry entry;
  entry.list = "unit:helsingborg/vuxen";
  entry.due = now + hours{i % 8'760} - days{10};
  entry.readers = 1;
  entry.sight = "whole";
  entry.kind = "sip";
  entry.step = i % 3 == 0 ? "summons" : "activity_follow_up";
  entry.round = 1;
  entry.unit = "helsingborg/vuxen";
  entry.lead = "K. Prov " + std::to_string(i % 50);
  entry.own = true;
  entry.demand = "answer_deadline";
  if (i % 10 == 3) entry.unanswered = true;
  if (i % 5 == 0) entry.meeting = now + hours{i % 300};
  if (i % 20 == 7) entry.drafts = 1;
  if (i % 2 == 1) entry.late = i % 20 == 9 ? now - hours{i % 500} : now + hours{1 + i % 5'000};
  if (entry.late) entry.due = std::min(entry.due, *entry.late);
  entry.words = "nvs-2026-" + std::to_string(i) + " " + entry.lead + " =k736970 =s" +
                (i % 3 == 0 ? "1" : "2") + " =u68656c73 =u" + std::to_string(i % 200);
  ListEntry other = entry;
  other.list = "unit:region/" + std::to_string(i % 200);
  other.readers = 7;
  other.sight = "party";
  other.own = false;
  return {entry, other};
}

void fill(SqliteStore& store, int cases) {
  const NewEvent event{"case_opened", 1, R"({"need":"Stöd"})"};
  for (int i = 0; i < cases;) {
    store.begin();
    for (const int end = std::min(cases, i + 2'000); i < end; ++i) {
      const std::string name = "nvs-2026-" + std::to_string(i);
      StreamHead head;
      store.append(name, head, {name, {}, "{}", now}, {&event, 1});
      store.put_entries(head, entries_of(i));
      store.put_lookup(head, std::to_string(1'900'000'000 + i));
      store.settle(head, "{}", std::string{});
    }
    store.commit();
  }
}

template <class Turn>
void print(const char* what, Turn turn) {
  std::vector<double> times;
  std::size_t kept = 0;
  for (int i = 0; i < turns; ++i) {
    const auto start = Clock::now();
    kept += turn();
    times.push_back(seconds_since(start) * 1e3);
  }
  const double median = percentile(times, 0.5);
  std::printf("  %-46s %8zu  %8.2f %8.2f ms  (goal 20: %s)\n", what, kept / turns, median,
              percentile(times, 0.99), median <= 20 ? "yes" : "NO");
}

void print_words(Reader& reader, const EntryQuery& all) {
  const auto by = [&](const char* what, std::vector<EntryWord> words) {
    EntryQuery query = all;
    query.filter.words = std::move(words);
    print(what, [&] { return reader.entries(query).size(); });
  };
  by("a page by a word that all have", {{"nvs", {"=k736970"}}});
  by("a page by a number", {{"nvs-2026-777", {}}});
  by("a page by two words that few have", {{"nobody", {"=u77"}}, {"prov", {}}});
  by("a page by a word that none has", {{"nobody", {}}});
}

void print_reader(Reader& reader, const std::string& list, std::uint32_t kind) {
  EntryQuery all;
  all.reader = {list, kind, 16, "helsingborg/vuxen", "K. Prov 7", "-", {}};
  all.now = now;
  const auto with = [&](EntryFilter filter) {
    EntryQuery query = all;
    query.filter = std::move(filter);
    return query;
  };
  EntryQuery later = all;
  later.after = EntryPlace{now + days{200}, 1};
  EntryQuery meetings = with({.meeting_from = now, .meeting_before = now + days{7}});
  meetings.order = EntryOrder::meeting;
  const std::pair<const char*, EntryQuery> day[] = {{"unanswered", with({.unanswered = true})},
                                                    {"meetings", meetings},
                                                    {"drafts", with({.drafts = true})},
                                                    {"overdue", with({.late_at = now})},
                                                    {"orphans", with({.lead = "K. Prov 49"})}};
  std::printf("%s\n", list.c_str());
  print("first page", [&] { return reader.entries(all).size(); });
  print("a page far in", [&] { return reader.entries(later).size(); });
  print("a page of one step", [&] { return reader.entries(with({.step = "summons"})).size(); });
  print("a page of a step that none is in",
        [&] { return reader.entries(with({.step = "late"})).size(); });
  print("a page of one's own", [&] { return reader.entries(with({.lead = "K. Prov 7"})).size(); });
  print_words(reader, all);
  const auto number = [&](EntryQuery query, std::size_t most) {
    query.limit = most + 1;  // as the lists' routes and Min dag count
    return reader.count_entries(query);
  };
  print("number of all, to 10 000", [&] { return number(all, 10'000); });
  print("number of one step, to 10 000", [&] { return number(with({.step = "summons"}), 10'000); });
  const auto shown_of = [&](EntryQuery query) {
    query.limit = 10;
    return number(query, 1'000) + reader.entries(query).size();
  };
  for (const auto& [group, query] : day) print(group, [&, &one = query] { return shown_of(one); });
  print("who coordinates", [&] { return reader.leads(list).size(); });
  print("my day: the five groups, and who coordinates", [&] {
    std::size_t shown = reader.leads(list).size();
    for (const auto& [group, query] : day) shown += shown_of(query);
    return shown;
  });
}

}  // namespace

void bench_lists(const Options& options) {
  const Scratch scratch{options.folder};
  const StorePlace place{scratch / "lists", {}};
  std::printf("\nLists of %d open cases: lines found, median and p99 of %d turns\n", options.cases,
              turns);
  {
    SqliteStore store{place, Access::create};
    const auto start = Clock::now();
    fill(store, options.cases);
    std::printf("  written in %.1f s\n", seconds_since(start));
  }
  Reader reader{place};
  print_reader(reader, "unit:helsingborg/vuxen", 1);
  print_reader(reader, "unit:region/7", 2);
  const auto start = Clock::now();
  SqliteStore store{place, Access::write};
  const double opened = seconds_since(start);
  const auto asked = Clock::now();
  const std::size_t found = store.find(std::to_string(1'900'000'000 + options.cases / 2)).size();
  std::printf("  opened for writing in %.2f ms; a number looked up (%zu) in %.3f ms\n",
              opened * 1e3, found, seconds_since(asked) * 1e3);
}

}  // namespace kallad::bench
