// The case's machine as plain C++: callers know nothing of Boost.MSM.
// Not the table, and no state of its own: the step is put in and taken out for one command.
#pragma once

#include "engine/case/case_rules.hpp"
#include "engine/spine/ruling.hpp"
#include "engine/spine/table.hpp"

namespace kallad::casework {

/// Rules on what the command does to the step the case is in.
Ruling<Step> rule(const CaseFacts& facts, const SteppedCommand& command);

/// The case's table as text.
TableText table_text();

}  // namespace kallad::casework
