// Counting, padding and breaking UTF-8 by characters.
// Not checking UTF-8: a stray byte counts as it comes, for what is stored has been checked.
#include "adapters/wording/words/columns.hpp"

#include <algorithm>

namespace kallad::words {

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// U+0300 to U+036F, which in UTF-8 begin with CC or CD 80 to CD AF.
bool is_combining(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first == 0xCCU) return true;
  return first == 0xCDU && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xB0U;
}

/// The bytes of the first `places` characters.
std::size_t bytes_of(std::string_view text, std::size_t places) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (continues(text[at]) || is_combining(text, at)) continue;
    if (places == 0) break;
    --places;
  }
  return at;
}

void append_word(std::vector<std::string>& lines, std::string_view word, std::size_t width) {
  const std::size_t used = width_of(lines.back());
  if (used > 0 && used + 1 + width_of(word) <= width) {
    lines.back().append(" ").append(word);
    return;
  }
  if (used > 0) lines.emplace_back();
  while (width_of(word) > width) {
    const auto cut = bytes_of(word, width);
    lines.back() = word.substr(0, cut);
    lines.emplace_back();
    word.remove_prefix(cut);
  }
  lines.back() = word;
}

using Cells = std::vector<std::vector<std::string>>;

/// The widest line of a cell that is wrapped at `most` places (0: never).
std::size_t width_of_cell(const std::string& cell, std::size_t most) {
  std::size_t width = 0;
  for (const auto& line : wrapped(cell, most > 0 ? most : std::string::npos)) {
    width = std::max(width, width_of(line));
  }
  return width;
}

std::vector<std::size_t> widths_of(const TextTable& table) {
  std::vector<std::size_t> widths(table.head.size(), 0);
  const auto widen = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      const std::size_t most = i < table.most.size() ? table.most[i] : 0;
      widths[i] = std::max(widths[i], width_of_cell(row[i], most));
    }
  };
  widen(table.head);
  for (const auto& row : table.rows) widen(row);
  return widths;
}

void append_line(std::string& out, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  out.append(line).append("\n");
}

void append_row(std::string& out, const std::vector<std::string>& row,
                const std::vector<std::size_t>& widths, std::size_t indent) {
  Cells cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(wrapped(row[i], widths[i]));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text(indent, ' ');
    for (std::size_t i = 0; i < cells.size(); ++i) {
      text += padded(line < cells[i].size() ? cells[i][line] : "", widths[i]) + "  ";
    }
    append_line(out, std::move(text));
  }
}

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t places = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!continues(text[at]) && !is_combining(text, at)) ++places;
  }
  return places;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out{text};
  const std::size_t used = width_of(text);
  if (used < width) out.append(width - used, ' ');
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines{""};
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '\n') lines.emplace_back();
    if (text[at] == '\n' || text[at] == ' ' || text[at] == '\t') {
      ++at;
      continue;
    }
    const auto end = std::min(text.find_first_of(" \n\t", at), text.size());
    append_word(lines, text.substr(at, end - at), width);
    at = end;
  }
  return lines;
}

std::string hanging(std::string_view first, std::string_view text, std::size_t width) {
  const std::size_t indent = width_of(first);
  std::string out;
  std::string before{first};
  for (const auto& line : wrapped(text, width > indent ? width - indent : 1)) {
    append_line(out, before + line);
    before.assign(indent, ' ');
  }
  return out;
}

std::string to_text(const TextTable& table) {
  const auto widths = widths_of(table);
  std::string out;
  append_row(out, table.head, widths, table.indent);
  std::string rule(table.indent, ' ');
  for (const auto width : widths) rule += std::string(width, '-') + "  ";
  append_line(out, std::move(rule));
  for (const auto& row : table.rows) append_row(out, row, widths, table.indent);
  return out;
}

}  // namespace kallad::words
