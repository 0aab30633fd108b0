// The known word nearest to a misspelt one, for error messages that help.
// Not a correction: the scene is refused all the same, and a person mends it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kallad::scene {

/// The known word with the fewest letters to change, or "" where none is near (more than a third of
/// the letters, two at least). Of equally near ones the first.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

/// ` (menade du "…"?)` for a near word, else " (känner: a, b, …)" for a short list, else "".
std::string hint(std::string_view word, const std::vector<std::string>& known);

}  // namespace kallad::scene
