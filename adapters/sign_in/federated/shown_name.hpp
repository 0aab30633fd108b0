// A name somebody else's service gave, made fit to stand in lists and logs.
// Not a judge of names: letters of all scripts stay. Rule kept: no character that hides, turns
// round or breaks what stands beside it.
#pragma once

#include <string>
#include <string_view>

namespace kallad {

/// Without controls, invisible characters and marks of direction, white space as single spaces, at
/// most 100 characters. Empty where nothing is left, or where the bytes are no UTF-8.
std::string fit_to_show(std::string_view given);

}  // namespace kallad
