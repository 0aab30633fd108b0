// A machine's table printed: for reading, as a matrix, as a diagram, and for programs.
// Not the table: the engine's *_table.hpp is the only source, and nothing here adds to it.
// Rule kept: what is printed, drawn and published of the process is read off the tables.
#pragma once

#include <boost/describe.hpp>
#include <string>

#include "engine/spine/table.hpp"

namespace kallad {

/// table: one line a row. matrix: states by commands; a cell shows the state it leads to, · where
/// the state stays, and is empty where the command is refused. mermaid: a stateDiagram-v2. json:
/// states and rows, for programs.
enum class ProcessFormat { table, matrix, mermaid, json };
BOOST_DESCRIBE_ENUM(ProcessFormat, table, matrix, mermaid, json)

/// The table in that format, ended by a line break.
std::string process_text(const TableText& text, ProcessFormat format);

}  // namespace kallad
