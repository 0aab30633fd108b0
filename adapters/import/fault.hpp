// What is wrong in a file that is taken in, and where: rule, data, line and column.
// Not a text: adapters/wording has those. Rule kept: lines and columns count from 1, columns in
// characters, as an editor shows them.
#pragma once

#include <cstddef>

#include "engine/spine/verdict.hpp"

namespace kallad::importing {

/// A place in a file. Column 0 is the whole line, line 0 the whole file.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;
  bool operator==(const Place&) const = default;
};

/// One thing that is wrong, or worth telling, at a place.
struct Fault {
  Refusal why;
  Place at;
  bool operator==(const Fault&) const = default;
};

}  // namespace kallad::importing
