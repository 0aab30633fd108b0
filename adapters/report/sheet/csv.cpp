// Writing CSV cell by cell. Not localised: numbers are digits alone, so that programs read them
// too.
#include "adapters/report/sheet/csv.hpp"

#include <string_view>

namespace kallad::sheet {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string field(std::string_view text, bool is_number) {
  std::string out{text};
  const bool could_run =
      !out.empty() && std::string_view{"=+-@\t\r\n"}.find(out[0]) != std::string_view::npos;
  if (could_run && !is_number) out.insert(out.begin(), '\'');
  if (out.find_first_of(";\"\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) quoted.append(c == '"' ? 2U : 1U, c);
  return quoted + "\"";
}

}  // namespace

std::string to_csv(const Sheet& sheet) {
  std::string out{byte_order_mark};
  for (std::size_t at = 0; at < sheet.columns.size(); ++at) {
    out.append(at == 0 ? "" : ";").append(field(sheet.columns[at].head, false));
  }
  out += "\r\n";
  for (const auto& row : sheet.rows) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      out.append(at == 0 ? "" : ";").append(field(row[at].text, row[at].kind == CellKind::number));
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace kallad::sheet
