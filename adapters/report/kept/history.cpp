// The linker's names of the files, and reading them.
// Not their content.
#include "adapters/report/kept/history.hpp"

#include <stdexcept>
#include <string_view>

#include "adapters/report/report_json.hpp"

extern "C" {
extern const char _binary_northwest_2019_json_start;
extern const char _binary_northwest_2019_json_end;
extern const char _binary_northwest_2020_json_start;
extern const char _binary_northwest_2020_json_end;
}

namespace kallad::report {

namespace {

YearlyReport read_or_stop(const char& start, const char& end) {
  const std::string_view text{&start, static_cast<std::size_t>(&end - &start)};
  auto read = read_history(text);
  if (!read) throw std::logic_error("a historical year cannot be read");
  return std::move(read.value());
}

}  // namespace

const std::vector<YearlyReport>& historical_years() {
  static const std::vector<YearlyReport> years{
      read_or_stop(_binary_northwest_2019_json_start, _binary_northwest_2019_json_end),
      read_or_stop(_binary_northwest_2020_json_start, _binary_northwest_2020_json_end)};
  return years;
}

}  // namespace kallad::report
