// kallad_bench: prints what the store and the desk cost on this machine, beside the machine's own
// limit. Usage: kallad_bench [engine] [append] [due] [lists] [big] [report] [http] [pages]
// [--million] [--cases N] [--due N] [--rows-a-case N] [--busy] [--cached STREAMS] [--rounds N]
// [--only OUTSTANDING] [--seconds N] [--load-seconds N] [--http-cases N] [--folder DIR]
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "tests/bench/benches.hpp"

int main(int argc, char** argv) {
  kallad::bench::Options options;
  std::set<std::string> wanted;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const auto value = [&] { return i + 1 < argc ? argv[++i] : "0"; };
    if (word == "--million") {
      options.cases = 1'000'000;
    } else if (word == "--cases") {
      options.cases = std::atoi(value());
    } else if (word == "--due") {
      options.due_rows = std::atoi(value());
    } else if (word == "--rows-a-case") {
      options.rows_a_case = std::atoi(value());
    } else if (word == "--cached") {
      options.cached = std::atoi(value());
    } else if (word == "--rounds") {
      options.rounds = std::atoi(value());
    } else if (word == "--only") {
      options.only = std::atoi(value());
    } else if (word == "--busy") {
      options.busy = true;
    } else if (word == "--seconds") {
      options.seconds = std::atof(value());
    } else if (word == "--load-seconds") {
      options.load_seconds = std::atof(value());
    } else if (word == "--http-cases") {
      options.http_cases = std::atoi(value());
    } else if (word == "--beside") {
      options.beside = std::atoi(value());
    } else if (word == "--data") {
      options.data = value();
    } else if (word == "--folder") {
      options.folder = value();
    } else if (word == "engine" || word == "append" || word == "due" || word == "lists" ||
               word == "big" || word == "report" || word == "drain" || word == "start" ||
               word == "http" || word == "pages") {
      wanted.insert(word);
    } else {
      std::fprintf(stderr, "kallad_bench: %s is not known\n", word.c_str());
      return 2;
    }
  }
  const auto is_wanted = [&](const char* name) { return wanted.empty() || wanted.contains(name); };
  if (is_wanted("engine")) kallad::bench::bench_engine(options);
  if (is_wanted("append")) kallad::bench::bench_append(options);
  if (is_wanted("due")) kallad::bench::bench_due(options);
  if (is_wanted("lists")) kallad::bench::bench_lists(options);
  if (is_wanted("big")) kallad::bench::bench_big(options);
  if (wanted.contains("report")) kallad::bench::bench_report(options);
  if (wanted.contains("drain")) kallad::bench::bench_drain(options);
  if (wanted.contains("start")) kallad::bench::bench_start(options);
  if (wanted.contains("pages")) kallad::bench::bench_pages(options);
  if (wanted.contains("http")) kallad::bench::bench_http(options);
}
