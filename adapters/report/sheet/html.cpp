// Building the table as text. Class names are few, so that a page's style sheet can know them:
// table-scroll for the region, number for columns of numbers, hidden-count for what is not shown.
#include "adapters/report/sheet/html.hpp"

namespace kallad::sheet {

namespace {

std::string cell_html(const Cell& cell, bool heads_row, bool numeric) {
  if (heads_row) return "<th scope=\"row\">" + escaped(cell.text) + "</th>";
  const bool shown = cell.kind == CellKind::text || cell.kind == CellKind::number;
  if (!shown) return "<td class=\"number hidden-count\">" + escaped(cell.text) + "</td>";
  return (numeric ? "<td class=\"number\">" : "<td>") + escaped(cell.text) + "</td>";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string to_html(const Sheet& sheet, std::string_view id) {
  const std::string caption = escaped(id) + "-caption";
  std::string out =
      "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + caption +
      "\">\n<table>\n<caption id=\"" + caption + "\">" + escaped(sheet.title) +
      "</caption>\n<thead><tr>";
  for (const Column& column : sheet.columns) {
    out += column.numeric ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">";
    out += escaped(column.head) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : sheet.rows) {
    out += "<tr>";
    for (std::size_t at = 0; at < row.size(); ++at) {
      out += cell_html(row[at], at == 0, sheet.columns[at].numeric);
    }
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n</div>\n";
  if (!sheet.note.empty()) out += "<p class=\"note\">" + escaped(sheet.note) + "</p>\n";
  return out;
}

}  // namespace kallad::sheet
