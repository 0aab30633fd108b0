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

std::string bar_svg(const Bar& one) {
  std::string out = label(0, one.top + 16, one.label);
  if (one.length > 0) out += bar(one.top + 22, one.length, one.hidden);
  return out + label(one.length + 8, one.top + 36, one.value) + "\n";
}

}  // namespace

Chart chart_of(const Sheet& sheet) {
  const auto is_drawn = [&](const std::vector<Cell>& row) {
    return row[sheet.chart].kind == CellKind::number || row[sheet.chart].kind == CellKind::hidden;
  };
  if (sheet.chart == 0 || std::ranges::none_of(sheet.rows, is_drawn)) return {};
  std::int64_t most = 0;
  for (const auto& row : sheet.rows) {
    if (row[sheet.chart].kind == CellKind::number) most = std::max(most, row[sheet.chart].number);
  }
  Chart chart;
  for (const auto& row : sheet.rows) {
    const Cell& drawn = row[sheet.chart];
    Bar one{row.front().text, drawn.text, chart.height, 0, drawn.kind == CellKind::hidden};
    if (one.hidden) one.length = hidden_bar;
    if (drawn.kind == CellKind::number && most > 0) one.length = drawn.number * longest_bar / most;
    chart.bars.push_back(std::move(one));
    chart.height += row_height;
  }
  chart.height += 4;
  return chart;
}

std::string to_svg(const Sheet& sheet, std::string_view id, std::string_view description) {
  const Chart chart = chart_of(sheet);
  if (chart.bars.empty()) return {};
  const std::string name = escaped(id);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"" +
                    name + "-title " + name + "-desc\" viewBox=\"0 0 " + number(width) + " " +
                    number(chart.height) + "\" font-size=\"16\">\n<title id=\"" + name +
                    "-title\">" + escaped(sheet.title) + "</title>\n<desc id=\"" + name +
                    "-desc\">" + escaped(description) + "</desc>\n";
  for (const Bar& one : chart.bars) out += bar_svg(one);
  return out + "</svg>\n";
}

}  // namespace kallad::sheet
