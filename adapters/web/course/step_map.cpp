// States stand at equal distances. Lines to the next state run straight, those that skip states
// bow above the row, and those that lead back bow below it, the farther the deeper.
// Not colours: the look gives them.
#include "adapters/web/course/step_map.hpp"

#include <algorithm>
#include <map>

#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

constexpr int step = 146;   // from one state to the next
constexpr int margin = 78;  // half of the longest name
constexpr int row = 66;     // where the states stand
constexpr int radius = 18;
constexpr int name_at = 106;
constexpr int below = 118;   // where lines below the row begin and end
constexpr int highest = 52;  // handles above the row: the curve reaches three quarters of it
constexpr int head_length = 9;
constexpr int head_half = 5;

int x_of(std::size_t place) { return margin + static_cast<int>(place) * step; }

std::string at(int x, int y) { return std::to_string(x) + " " + std::to_string(y); }

std::size_t place_of(const TableText& table, std::string_view state) {
  const auto found = std::ranges::find(table.states, state);
  return static_cast<std::size_t>(found - table.states.begin());
}

/// Whether the command leads there from more than half of the states.
bool is_from_most(const TableText& table, const TableRow& row_of) {
  const auto count = std::ranges::count_if(table.rows, [&](const TableRow& each) {
    return each.command == row_of.command && each.to == row_of.to && each.from != row_of.to;
  });
  return 2 * static_cast<std::size_t>(count) > table.states.size();
}

struct Leap {
  std::size_t from = 0;
  std::size_t to = 0;
  auto operator<=>(const Leap&) const = default;
};

/// The lines to draw: each pair of states once.
std::vector<Leap> leaps_of(const TableText& table) {
  std::vector<Leap> leaps;
  for (const TableRow& each : table.rows) {
    const Leap leap{place_of(table, each.from), place_of(table, each.to)};
    const bool is_next = leap.to == leap.from + 1;
    if (leap.from == leap.to || (is_from_most(table, each) && !is_next)) continue;
    if (std::ranges::find(leaps, leap) == leaps.end()) leaps.push_back(leap);
  }
  std::ranges::sort(leaps);
  return leaps;
}

MapLine straight(const Leap& leap) {
  const int end = x_of(leap.to) - radius - 4;
  return {"M" + at(x_of(leap.from) + radius + 4, row) + "H" + std::to_string(end - head_length),
          "M" + at(end, row) + "l" + at(-head_length, -head_half) + "v" +
              std::to_string(2 * head_half) + "z",
          false};
}

MapLine above(const Leap& leap) {
  const int high = row - radius - 4;
  const int peak = high - std::min(18 * static_cast<int>(leap.to - leap.from), highest);
  const int end = x_of(leap.to);
  return {"M" + at(x_of(leap.from), high) + "C" + at(x_of(leap.from) + step / 2, peak) + " " +
              at(end, peak) + " " + at(end, high - head_length),
          "M" + at(end, high) + "l" + at(-head_half, -head_length) + "h" +
              std::to_string(2 * head_half) + "z",
          false};
}

/// `leaving` and `coming` say how many lines leave and come there that are shorter than this one:
/// each takes a place of its own.
MapLine back(const Leap& leap, int leaving, int coming) {
  const int start = x_of(leap.from) - 10 + 12 * leaving;
  const int end = x_of(leap.to) + 26 - 14 * coming;
  const int low = below + 26 + 16 * static_cast<int>(leap.from - leap.to);
  return {"M" + at(start, below) + "C" + at(start, low) + " " + at(end, low) + " " +
              at(end, below + head_length),
          "M" + at(end, below) + "l" + at(-head_half, head_length) + "h" +
              std::to_string(2 * head_half) + "z",
          false};
}

MapLine line_of(const std::vector<Leap>& all, const Leap& leap) {
  if (leap.to == leap.from + 1) return straight(leap);
  if (leap.to > leap.from) return above(leap);
  const auto leaving = std::ranges::count_if(all, [&](const Leap& one) {
    return one.from == leap.from && one.to < one.from && one.to > leap.to;
  });
  const auto coming = std::ranges::count_if(all, [&](const Leap& one) {
    return one.to == leap.to && one.from > one.to && one.from < leap.from;
  });
  return back(leap, static_cast<int>(leaving), static_cast<int>(coming));
}

/// How deep the deepest line goes: a curve reaches three quarters of the way to its handles.
int depth_of(const std::vector<Leap>& leaps) {
  int deepest = below;
  for (const Leap& leap : leaps) {
    if (leap.from < leap.to) continue;
    deepest =
        std::max(deepest, below + 3 * (26 + 16 * static_cast<int>(leap.from - leap.to)) / 4 + 8);
  }
  return deepest;
}

}  // namespace

std::vector<StepMove> moves_from(const TableText& table, std::string_view here) {
  std::vector<StepMove> moves;
  for (const std::string_view state : table.states) {
    StepMove move{state, {}};
    for (const TableRow& each : table.rows) {
      if (each.from != here || each.to != state || each.to == here) continue;
      move.commands.push_back(each.command);
    }
    if (!move.commands.empty()) moves.push_back(std::move(move));
  }
  return moves;
}

StepMap step_map(const TableText& table, std::string_view here, std::string_view kind,
                 Language language) {
  const auto leaps = leaps_of(table);
  const auto next = moves_from(table, here);
  const std::size_t present = place_of(table, here);
  StepMap map;
  map.width = 2 * margin + static_cast<int>(table.states.size() - 1) * step;
  map.height = depth_of(leaps);
  for (const Leap& leap : leaps) {
    map.lines.push_back(line_of(leaps, leap));
    map.lines.back().is_out = leap.from == present;
  }
  for (std::size_t i = 0; i < table.states.size(); ++i) {
    const std::string_view state = table.states[i];
    map.nodes.push_back({x_of(i), row, name_at, i == 0 ? "" : std::to_string(i),
                         words::capitalised(word_of(kind, state, language)), i == present,
                         i < present, std::ranges::find(next, state, &StepMove::to) != next.end()});
  }
  return map;
}

}  // namespace kallad::web
