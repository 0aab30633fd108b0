// A machine's table printed: for reading, as a matrix, as a diagram, and for programs.
// Not the table: the engine's *_table.hpp is the only source, and nothing here adds to it.
// Rule kept: what is printed, drawn and published of the process is read off the tables.
#pragma once

#include <boost/describe.hpp>
#include <string>

#include "engine/spine/table.hpp"

namespace kallad {

/// table: one line a row. matrix: commands by states; a cell shows the number of the state it leads
/// to, · where the state stays, and is empty where the command is refused. mermaid: a
/// stateDiagram-v2 of what leads from one state to another; a command that leads to a state from
/// more than half of them is drawn once. json: states and rows, for programs. Ids are those of the
/// code, with Swedish beside them.
enum class ProcessFormat { table, matrix, mermaid, json };
BOOST_DESCRIBE_ENUM(ProcessFormat, table, matrix, mermaid, json)

/// The table in that format, ended by a line break.
std::string process_text(const TableText& text, ProcessFormat format);

}  // namespace kallad
