// A machine's table as a map: states in a row, lines for what leads from one to another, the
// present one marked and those one can go to.
// Not a table of its own: everything is read off the engine's (design law: tables are the only
// source of the process). Rule kept (WCAG 1.1.1): whatever is drawn is also said, in `moves`.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/wording/words/language.hpp"
#include "engine/spine/table.hpp"

namespace kallad::web {

/// A state on the map. `number` is empty for the first one, which comes before the process.
struct MapNode {
  int x = 0;
  int y = 0;
  int below = 0;  ///< where its name stands
  std::string number;
  std::string name;
  bool is_here = false;
  bool is_past = false;
  bool is_next = false;
};
BOOST_DESCRIBE_STRUCT(MapNode, (), (x, y, below, number, name, is_here, is_past, is_next))

/// A line with its arrowhead, as paths. `is_out`: it leads out of the present state.
struct MapLine {
  std::string path;
  std::string head;
  bool is_out = false;
};
BOOST_DESCRIBE_STRUCT(MapLine, (), (path, head, is_out))

struct StepMap {
  int width = 0;
  int height = 0;
  std::vector<MapLine> lines;
  std::vector<MapNode> nodes;
};
BOOST_DESCRIBE_STRUCT(StepMap, (), (width, height, lines, nodes))

/// Where one can go from a state, and by what.
struct StepMove {
  std::string_view to;
  std::vector<std::string_view> commands;
};

/// The map of the table with `here` as the present state; `kind` is that of its states' words. What
/// leads to one state from most others is drawn from the one before it only, or it would hide all
/// other lines.
StepMap step_map(const TableText& table, std::string_view here, std::string_view kind,
                 Language language);

/// Where the table leads from `here`, in the order of its states; staying is no move.
std::vector<StepMove> moves_from(const TableText& table, std::string_view here);

}  // namespace kallad::web
