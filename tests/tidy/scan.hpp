// Just enough reading of C++ for the tidy rules: code without comments and texts, tokens, and the
// outline of a file (what is declared and defined outside function bodies). Not a parser: it leans
// on clang-format's layout, and in doubt it says nothing rather than cry wolf.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/tree.hpp"

namespace kallad::tidy {

/// The lines with comments and the insides of texts blanked out; same number of lines and columns.
std::vector<std::string> code_only(const std::vector<std::string>& lines);

/// A word, a number, "::", "->", or one other character. `glued`: no space before it on its line.
struct Token {
  std::string text;
  int line = 0;
  bool glued = false;
};
/// The tokens of the code, without preprocessor lines.
std::vector<Token> tokens_of(const SourceFile& file);

/// Where something is declared: in a namespace, in a nameless or "detail" one, or in a class or
/// struct.
enum class Place { open, hidden, type };

/// A declaration (ends with ";") or a function with its body. Lines count from 1 and are both
/// included.
struct Item {
  std::vector<Token> head;
  Place place = Place::open;
  bool has_body = false;
  int first_line = 0;
  int body_line = 0;
  int last_line = 0;
};
/// Declarations and functions outside function bodies, in order.
std::vector<Item> outline(const SourceFile& file);

/// The parts of an identifier, in lower case: "PlanAgreed" and "plan_agreed" both give plan,
/// agreed.
std::vector<std::string> words_of(std::string_view identifier);

}  // namespace kallad::tidy
