// A check of a document against a schema of ours, knowing only the words our schemas use.
// Not a JSON Schema validator: a word it does not know is a finding, so it cannot pass by
// ignorance.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace kallad::sample {

/// "path keyword" of each thing in `document` that `schema` does not take, one a line; "" where all
/// is well.
std::string schema_findings(const nlohmann::json& schema, const nlohmann::json& document);

}  // namespace kallad::sample
