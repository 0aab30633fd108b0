// Filling a pattern of a text: {name} is replaced by its value, and what stands in [brackets] is
// left out where a name in it has no value. Not a language: no choices, no plurals, no nesting.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace kallad::words {

/// The value of a name; empty where there is none.
using ValueOf = std::function<std::string(std::string_view name)>;

/// The pattern with its names filled. A name without a value outside of brackets leaves no hole:
/// the space before it goes too.
std::string filled_in(std::string_view pattern, const ValueOf& value_of);

/// The text with its first letter made large; also å, ä, ö and their like.
std::string capitalised(std::string_view text);

}  // namespace kallad::words
