// All files that are made from the engine's messages: schemas, and golden copies of events.
// Not writing them: tools/schema_writer does, and tests hold the committed ones against these.
#pragma once

#include <vector>

#include "adapters/codec/schema/schema.hpp"

namespace kallad::codec {

/// The schema of each command and event, named from the schemas folder:
/// "events/unit_recorded.v1.json". Throws std::logic_error where two messages would have the same
/// file.
std::vector<GeneratedFile> message_schemas();

/// The golden copy of each event version, named from tests/golden: "events/unit_recorded.v1.json".
/// Throws as message_schemas does.
std::vector<GeneratedFile> message_golden_copies();

}  // namespace kallad::codec
