// What a line of a story leaves out and everybody would fill in the same way: who speaks, today,
// the only council there is. A table in code: docs/scenes.md lists it line for line. Not a guess of
// what somebody meant: where two things could be meant nothing is filled in.
#pragma once

#include "adapters/scene/commands.hpp"

namespace kallad::scene {

/// Fills in what the words left out.
void complete(FileCommand& command, const Speaker& speaker, const LineContext& here);
void complete(LedgerCommand& command);
void complete(OpenCase& opening, const CaseLine& line, const LineContext& here);

}  // namespace kallad::scene
