// Sample values made from shapes, always the same: each field filled, each list with two items.
// Not realistic and not random: they show every field of a form, for golden copies and for tests.
#pragma once

#include <string>
#include <vector>

#include "adapters/codec/schema/schema.hpp"
#include "adapters/codec/shape.hpp"

namespace kallad::codec {

/// Fills the value of that shape at `value`. Enums get their first name, so that adding one at the
/// end changes no sample; a struct inside itself ends at a depth of a few. Variants get their first
/// alternative.
void fill_sample(const Shape& shape, void* value);

/// The golden copy of each event of the variant and of each older version, as the log would hold
/// it, with a newline after: name "summons_sent.v1.json", bytes
/// {"type":"summons_sent","version":1,"data":{…}}.
std::vector<GeneratedFile> golden_copies(const Shape& variant);

}  // namespace kallad::codec
