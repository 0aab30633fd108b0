// kallad_bench: prints what the store and the desk cost on this machine, beside the machine's own
// limit; without names those that need no server. Not a test: see benches.hpp for what is measured.
// Usage: kallad_bench [engine] [append] [due] [lists] [big] [report] [drain] [start] [pages] [http]
// [--million] [--busy] [--OPTION VALUE], options as in `values` below.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "tests/bench/benches.hpp"

namespace {

using kallad::bench::Options;

struct Kind {
  void (*run)(const Options&);
  bool runs_unasked;
};

const std::map<std::string, Kind> kinds{
    {"engine", {kallad::bench::bench_engine, true}},
    {"append", {kallad::bench::bench_append, true}},
    {"due", {kallad::bench::bench_due, true}},
    {"lists", {kallad::bench::bench_lists, true}},
    {"big", {kallad::bench::bench_big, true}},
    {"report", {kallad::bench::bench_report, false}},
    {"drain", {kallad::bench::bench_drain, false}},
    {"start", {kallad::bench::bench_start, false}},
    {"pages", {kallad::bench::bench_pages, false}},
    {"http", {kallad::bench::bench_http, false}},
};

using Set = std::function<bool(Options&, const char*)>;

template <class Number>
Set number(Number Options::*field) {
  return [field](Options& options, const char* text) {
    const char* end = text + std::strlen(text);
    return std::from_chars(text, end, options.*field).ptr == end;
  };
}

Set folder(std::filesystem::path Options::*field) {
  return [field](Options& options, const char* text) {
    options.*field = text;
    return true;
  };
}

const std::map<std::string, Set> values{
    {"--cases", number(&Options::cases)},
    {"--due", number(&Options::due_rows)},
    {"--rows-a-case", number(&Options::rows_a_case)},
    {"--cached", number(&Options::cached)},
    {"--rounds", number(&Options::rounds)},
    {"--only", number(&Options::only)},
    {"--seconds", number(&Options::seconds)},
    {"--load-seconds", number(&Options::load_seconds)},
    {"--http-cases", number(&Options::http_cases)},
    {"--beside", number(&Options::beside)},
    {"--data", folder(&Options::data)},
    {"--folder", folder(&Options::folder)},
};

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::set<std::string> wanted;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const auto value = values.find(word);
    if (word == "--million") {
      options.cases = 1'000'000;
    } else if (word == "--busy") {
      options.busy = true;
    } else if (kinds.contains(word)) {
      wanted.insert(word);
    } else if (value == values.end() || ++i == argc || !value->second(options, argv[i])) {
      std::fprintf(stderr, "kallad_bench: %s is not understood\n", word.c_str());
      return 2;
    }
  }
  for (const auto& [name, kind] : kinds) {
    if (wanted.contains(name) || (wanted.empty() && kind.runs_unasked)) kind.run(options);
  }
}
