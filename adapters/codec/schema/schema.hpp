// JSON Schema (draft 2020-12) of commands and events, made from the same shapes that the reader
// walks. Not a validator: the codec is the one judge; a schema tells others what it takes. Rule
// kept: what is committed under schemas/ is what these functions give (tested for freshness).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/codec/shape.hpp"

namespace kallad::codec {

/// One generated file: its name ("summons_sent.v1.json") and its bytes, ending with a newline.
struct GeneratedFile {
  std::string name;
  std::string text;
};

/// A schema for each command or event of the variant, and for each older version of it, in declared
/// order. `plural` is the word in the id, urn:kallad:schema:events:summons_sent:1. It describes the
/// whole document,
/// {"type", "version", "data"}; commands have no version inside and are version 1 in names.
/// Throws std::logic_error where two structs of one document have the same name.
std::vector<GeneratedFile> schemas_of(const Shape& variant, std::string_view plural);

/// The schemas of structs and of all structs they hold, by their names, for a document that keeps
/// them in one place: references are `place` and the name ("#/components/schemas/" in OpenAPI).
/// Throws std::logic_error where two structs have the same name.
std::vector<GeneratedFile> schemas_at(std::string_view place,
                                      std::span<const Shape* const> structures);

}  // namespace kallad::codec
