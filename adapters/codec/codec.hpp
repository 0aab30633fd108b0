// The codec's door: JSON to described values, strictly, and described values to JSON, always the
// same bytes. Not knowing any command or event by name, and not an interpreter of what they mean:
// that is the engine's. For a type instead of a shape see typed.hpp. Rule kept: an error names the
// path and the rule; what is written can be read again and is then equal.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "adapters/codec/read_result.hpp"
#include "adapters/codec/shape.hpp"

namespace kallad::codec {

/// Checks a JSON text against what this product takes in, and gives it as a tree. Broken rules:
/// not_json, duplicate_field, too_deep, bad_text (not UTF-8), too_long (over
/// limit::document_bytes), number_too_large.
Read<nlohmann::json> parse(std::string_view text);

/// Reads `text` or `json` into the value of that shape at `target`, which must be
/// default-constructed. Gives the errors; none means that the target holds the value, else its
/// content is of no use.
CodecErrors read_into(const Shape& shape, std::string_view text, void* target);
CodecErrors read_tree_into(const Shape& shape, const nlohmann::json& json, void* target);

/// The same for a variant whose type and version are kept beside the data (in columns of a store,
/// say). `version` is not looked at for commands.
CodecErrors read_data_into(const Shape& variant, std::string_view type, int version,
                           std::string_view data, void* target);

/// Appends the value of that shape as compact JSON: fields in declared order, empty optionals and
/// lists left out, non-ASCII as it is. Throws std::invalid_argument, naming path and rule, for a
/// value that the reader would refuse: better no event than one that nobody can read. Then nothing
/// is appended.
void write_onto(std::string& out, const Shape& shape, const void* value);

/// The data part alone of the variant's value: {"unit": …} without type and version.
void write_data_onto(std::string& out, const Shape& variant, const void* value);

/// The value as a tree, for those who build a larger one around it; throws as write_onto does.
nlohmann::json write_tree(const Shape& shape, const void* value);

}  // namespace kallad::codec
