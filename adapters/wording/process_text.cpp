// Printing of tables. Rows of one command with the same target, rules and basis are told together,
// so that a reader sees the line the author wrote.
// Not a layout of states: Mermaid draws, this only says what leads where.
#include "adapters/wording/process_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/wording/words/columns.hpp"

namespace kallad {

namespace {

std::string joined(const std::vector<std::string_view>& parts, std::string_view between) {
  std::string out;
  for (const auto part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

/// Rows that differ only in where they start.
struct Line {
  TableRow row;
  std::vector<std::string_view> from;
  bool stays = false;
};

bool is_same_line(const Line& line, const TableRow& row) {
  const bool stays = row.from == row.to;
  return line.row.command == row.command && line.stays == stays &&
         (stays || line.row.to == row.to) && line.row.rules == row.rules &&
         line.row.basis == row.basis;
}

std::vector<Line> lines_of(const TableText& text) {
  std::vector<Line> lines;
  for (const TableRow& row : text.rows) {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const Line& line) { return is_same_line(line, row); });
    if (found == lines.end()) {
      lines.push_back({row, {row.from}, row.from == row.to});
    } else {
      found->from.push_back(row.from);
    }
  }
  return lines;
}

std::string table_of(const TableText& text) {
  words::TextTable out{{"from", "command", "to", "rules", "basis"}, {}, {26, 0, 0, 34, 24}};
  for (const Line& line : lines_of(text)) {
    out.rows.push_back({joined(line.from, ", "), std::string{line.row.command},
                        line.stays ? "·" : std::string{line.row.to}, joined(line.row.rules, ", "),
                        std::string{line.row.basis}});
  }
  return words::to_text(out);
}

std::vector<std::string_view> commands_of(const TableText& text) {
  std::vector<std::string_view> commands;
  for (const TableRow& row : text.rows) {
    if (std::find(commands.begin(), commands.end(), row.command) == commands.end()) {
      commands.push_back(row.command);
    }
  }
  return commands;
}

std::string cell_of(const TableText& text, std::string_view state, std::string_view command) {
  for (const TableRow& row : text.rows) {
    if (row.from != state || row.command != command) continue;
    return row.to == state ? "·" : std::string{row.to};
  }
  return "";
}

/// Commands down and states across: commands are many, states few.
std::string matrix_of(const TableText& text) {
  words::TextTable out{{"command"}, {}, {}};
  for (const auto state : text.states) out.head.emplace_back(state);
  for (const auto command : commands_of(text)) {
    std::vector<std::string> row{std::string{command}};
    for (const auto state : text.states) row.push_back(cell_of(text, state, command));
    out.rows.push_back(std::move(row));
  }
  return words::to_text(out);
}

/// A colon ends Mermaid's name of a transition, so a command's part is set off by a space.
std::string label_of(std::string_view command) {
  std::string label{command};
  std::replace(label.begin(), label.end(), ':', ' ');
  return label;
}

bool has_way_out(const TableText& text, std::string_view state) {
  return std::any_of(text.rows.begin(), text.rows.end(),
                     [&](const TableRow& row) { return row.from == state && row.to != state; });
}

/// One arrow for each pair of states, with its commands; what stays is in the matrix, or the
/// drawing would be nothing but loops.
std::string mermaid_of(const TableText& text) {
  std::string out = "stateDiagram-v2\n";
  if (text.states.empty()) return out;
  out.append("  [*] --> ").append(text.states.front()).append("\n");
  for (const auto from : text.states) {
    for (const auto to : text.states) {
      std::string commands;
      for (const TableRow& row : text.rows) {
        if (row.from != from || row.to != to || from == to) continue;
        commands += (commands.empty() ? "" : ", ") + label_of(row.command);
      }
      if (commands.empty()) continue;
      out.append("  ").append(from).append(" --> ").append(to).append(": ");
      out.append(commands).append("\n");
    }
  }
  for (const auto state : text.states) {
    if (!has_way_out(text, state)) out.append("  ").append(state).append(" --> [*]\n");
  }
  return out;
}

std::string json_of(const TableText& text) {
  nlohmann::ordered_json out;
  out["machine"] = text.machine;
  out["states"] = text.states;
  out["starts_in"] = text.states.empty() ? "" : text.states.front();
  out["rows"] = nlohmann::ordered_json::array();
  for (const TableRow& row : text.rows) {
    nlohmann::ordered_json one{{"from", row.from}, {"command", row.command}, {"to", row.to}};
    one["rules"] = row.rules;
    if (!row.basis.empty()) one["basis"] = row.basis;
    out["rows"].push_back(std::move(one));
  }
  return out.dump(2) + "\n";
}

}  // namespace

std::string process_text(const TableText& text, ProcessFormat format) {
  switch (format) {
    case ProcessFormat::table:
      return table_of(text);
    case ProcessFormat::matrix:
      return matrix_of(text);
    case ProcessFormat::mermaid:
      return mermaid_of(text);
    case ProcessFormat::json:
      return json_of(text);
  }
  return {};
}

}  // namespace kallad
