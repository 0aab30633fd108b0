// Printing of tables. Rows of one command with the same target, rules and basis are told together,
// so that a reader sees the line the author wrote.
// Not a layout of states: Mermaid draws, this only says what leads where.
#include "adapters/wording/process_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/wording/words/columns.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad {

namespace {

/// The kind of words that a machine's states have.
std::string_view state_kind(std::string_view machine) {
  if (machine == "case") return "step";
  return machine == "seat" ? "seat_state" : "deficiency_state";
}

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

std::string in_swedish(std::string_view kind, std::string_view id) {
  return std::string{word_of(kind, id, Language::swedish)};
}

/// The states with their numbers and what they are called.
std::string legend_of(const TableText& text) {
  words::TextTable out{{"", "state", "in Swedish"}, {}, {}};
  for (std::size_t i = 0; i < text.states.size(); ++i) {
    out.rows.push_back({std::to_string(i + 1), std::string{text.states[i]},
                        in_swedish(state_kind(text.machine), text.states[i])});
  }
  return words::to_text(out);
}

/// Where a line starts, told shortly where it is everywhere but in the last state.
std::string starts_of(const Line& line, const TableText& text) {
  const auto last = text.states.back();
  const bool in_last = std::find(line.from.begin(), line.from.end(), last) != line.from.end();
  if (in_last || line.from.size() + 1 < text.states.size()) return joined(line.from, ", ");
  return "all but " + std::string{last};
}

std::string table_of(const TableText& text) {
  words::TextTable out{{"from", "command", "to", "rules", "basis"}, {}, {26, 32, 0, 34, 24}};
  for (const Line& line : lines_of(text)) {
    out.rows.push_back(
        {starts_of(line, text),
         std::string{line.row.command} + "\n" + in_swedish("command", line.row.command),
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
    if (row.to == state) return "·";
    const auto to = std::find(text.states.begin(), text.states.end(), row.to);
    return "→" + std::to_string(to - text.states.begin() + 1);
  }
  return "";
}

/// Commands down and the numbers of states across, below what the numbers stand for: the names of
/// twelve states side by side would be wider than any page.
std::string matrix_of(const TableText& text) {
  words::TextTable out{{"command"}, {}, {}};
  for (std::size_t i = 1; i <= text.states.size(); ++i) out.head.push_back(std::to_string(i));
  out.head.emplace_back("in Swedish");
  for (const auto command : commands_of(text)) {
    std::vector<std::string> row{std::string{command}};
    for (const auto state : text.states) row.push_back(cell_of(text, state, command));
    row.push_back(in_swedish("command", command));
    out.rows.push_back(std::move(row));
  }
  return legend_of(text) + "\n" + words::to_text(out);
}

/// A colon ends Mermaid's name of a transition, so the part of a command is set off by a space.
std::string label_of(std::string label) {
  std::replace(label.begin(), label.end(), ':', ' ');
  return label;
}

bool has_way_out(const TableText& text, std::string_view state) {
  return std::any_of(text.rows.begin(), text.rows.end(),
                     [&](const TableRow& row) { return row.from == state && row.to != state; });
}

/// Whether the command leads there from more than half of the states. Drawn from each of them it
/// would hide all other arrows.
bool is_from_most(const TableText& text, std::string_view command, std::string_view to) {
  const auto count = std::count_if(text.rows.begin(), text.rows.end(), [&](const TableRow& row) {
    return row.command == command && row.to == to && row.from != to;
  });
  return 2 * static_cast<std::size_t>(count) > text.states.size();
}

void append_arrow(std::string& out, std::string_view from, std::string_view to,
                  const std::vector<std::string_view>& commands) {
  if (commands.empty()) return;
  out.append("  ").append(from).append(" --> ").append(to).append(": ");
  out.append(label_of(joined(commands, ", "))).append("\n");
}

/// The commands of the arrow between two states; `from` empty: those from most states.
std::vector<std::string_view> arrow_of(const TableText& text, std::string_view from,
                                       std::string_view to) {
  std::vector<std::string_view> commands;
  for (const TableRow& row : text.rows) {
    const bool most = is_from_most(text, row.command, row.to);
    const bool fits =
        row.to == to && row.from != to && (from.empty() ? most : row.from == from && !most);
    const bool is_new = std::find(commands.begin(), commands.end(), row.command) == commands.end();
    if (fits && is_new) commands.push_back(row.command);
  }
  return commands;
}

/// One arrow for each pair of states, with its commands; what stays is in the matrix, or the
/// drawing would be nothing but loops.
std::string mermaid_of(const TableText& text) {
  std::string out = "stateDiagram-v2\n";
  if (text.states.empty()) return out;
  for (const auto state : text.states) {
    out.append("  state \"").append(in_swedish(state_kind(text.machine), state));
    out.append(" (").append(state).append(")\" as ").append(state).append("\n");
  }
  std::string from_most;
  for (const auto to : text.states) append_arrow(from_most, "most", to, arrow_of(text, "", to));
  if (!from_most.empty()) out.append("  state \"från de flesta lägen\" as most\n");
  out.append("  [*] --> ").append(text.states.front()).append("\n");
  for (const auto from : text.states) {
    for (const auto to : text.states) append_arrow(out, from, to, arrow_of(text, from, to));
  }
  out += from_most;
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
