// The case's machine as plain C++: callers know nothing of Boost.MSM.
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
