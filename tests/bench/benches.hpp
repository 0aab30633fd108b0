// The benchmarks by name and what they are told.
// Not a test: figures are printed for a reader, and nothing fails for being slow.
#pragma once

#include <filesystem>

namespace kallad::bench {

struct Options {
  std::filesystem::path folder =
      std::filesystem::temp_directory_path();  ///< on the disk to measure
  int rounds = 5;
  int only = 0;         ///< 1, 64 or 512 outstanding only; 0: all
  int cases = 100'000;  ///< of the big store
  int due_rows = 1'000'000;
  int rows_a_case = 10;  ///< due rows
  int cached = 20'000;   ///< streams the desk keeps in memory
  int beside = 8;        ///< clients that send commands while the rows of a served store are fired
  bool busy = false;     ///< a client sends commands while due rows are fired
  double seconds = 4;    ///< of one round over HTTP
  double load_seconds = 60;
  int http_cases = 20'000;          ///< of the store that is served with overdue rows
  std::filesystem::path data = {};  ///< of such a store, filled before and without accounts
};

void bench_engine(const Options& options);  ///< a decision, a fold, in memory
void bench_append(const Options& options);  ///< raw and desk at 1, 64 and 512
void bench_due(const Options& options);     ///< due rows in and out, memory
void bench_lists(const Options& options);   ///< pages and numbers of lists of cases
void bench_big(const Options& options);     ///< size on disk, opening, verify
void bench_report(const Options& options);  ///< a year's report and key figures
void bench_http(const Options& options);    ///< the whole program, served
void bench_drain(const Options& options);   ///< overdue rows of the engine, at the desk
void bench_start(const Options& options);   ///< how soon a killed server answers
void bench_pages(const Options& options);   ///< each page, with many cases

}  // namespace kallad::bench
