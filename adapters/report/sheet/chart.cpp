// Drawing bars: a row for each row of the table, the label above its bar so that long names fit on
// a phone too. All lengths are whole numbers, for the same bytes everywhere.
#include "adapters/report/sheet/chart.hpp"

#include <algorithm>

#include "adapters/report/sheet/html.hpp"

namespace kallad::sheet {

namespace {

constexpr std::int64_t width = 640;
constexpr std::int64_t row_height = 48;
constexpr std::int64_t bar_height = 18;
constexpr std::int64_t longest_bar = 520;
constexpr std::int64_t hidden_bar = 60;

std::string number(std::int64_t value) { return std::to_string(value); }

std::string label(std::int64_t x, std::int64_t y, std::string_view text) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" fill=\"currentColor\">" +
         escaped(text) + "</text>";
}

std::string bar(std::int64_t y, std::int64_t length, bool hidden) {
  const std::string place = "<rect x=\"0\" y=\"" + number(y) + "\" width=\"" + number(length) +
                            "\" height=\"" + number(bar_height) + "\" ";
  if (!hidden) return place + "fill=\"currentColor\" fill-opacity=\"0.75\"/>";
  return place + "fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"4 3\"/>";
}

std::string row_svg(const std::vector<Cell>& row, const Cell& drawn, std::int64_t most,
                    std::int64_t top) {
  const bool shown = drawn.kind == CellKind::number;
  const bool hidden = drawn.kind == CellKind::hidden;
  std::int64_t length = hidden ? hidden_bar : 0;
  if (shown && most > 0) length = drawn.number * longest_bar / most;
  std::string out = label(0, top + 16, row.front().text);
  if (length > 0) out += bar(top + 22, length, hidden);
  return out + label(length + 8, top + 36, drawn.text) + "\n";
}

}  // namespace

std::string to_svg(const Sheet& sheet, std::string_view id, std::string_view description) {
  const auto is_drawn = [&](const std::vector<Cell>& row) {
    return row[sheet.chart].kind == CellKind::number || row[sheet.chart].kind == CellKind::hidden;
  };
  if (sheet.chart == 0 || std::ranges::none_of(sheet.rows, is_drawn)) return {};
  std::int64_t most = 0;
  for (const auto& row : sheet.rows) {
    if (row[sheet.chart].kind == CellKind::number) most = std::max(most, row[sheet.chart].number);
  }
  const auto height = static_cast<std::int64_t>(sheet.rows.size()) * row_height + 4;
  const std::string name = escaped(id);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"" +
                    name + "-title " + name + "-desc\" viewBox=\"0 0 " + number(width) + " " +
                    number(height) + "\" font-size=\"16\">\n<title id=\"" + name + "-title\">" +
                    escaped(sheet.title) + "</title>\n<desc id=\"" + name + "-desc\">" +
                    escaped(description) + "</desc>\n";
  std::int64_t top = 0;
  for (const auto& row : sheet.rows) {
    out += row_svg(row, row[sheet.chart], most, top);
    top += row_height;
  }
  return out + "</svg>\n";
}

}  // namespace kallad::sheet
