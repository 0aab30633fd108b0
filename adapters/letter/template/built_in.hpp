// The templates as they lie in the program: adapters/letter/texts, put in when it is built.
// Not for use elsewhere: letter_texts.hpp finds them. CMakeLists.txt writes the source.
#pragma once

#include <span>
#include <string_view>

namespace kallad::letter {

/// One file: "summons.sv.txt".
struct BuiltInText {
  std::string_view kind;
  std::string_view language;
  std::string_view text;
};

/// All of them.
std::span<const BuiltInText> built_in_texts();

}  // namespace kallad::letter
