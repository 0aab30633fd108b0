// Looks for identity numbers and birth dates in a text: the person's in every spelling, and those
// of anybody that can be told by their shape.
// Not a check of a number that stands in its own field: engine/consent. Beside the searches: the
// joints between digits and the months, by which numbers and dates are told.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "engine/mention/running_text.hpp"
#include "engine/spine/code_points.hpp"

namespace kallad::mention {

inline constexpr auto months = std::to_array<std::u32string_view>(
    {U"januari", U"februari", U"mars", U"april", U"maj", U"juni", U"juli", U"augusti", U"september",
     U"oktober", U"november", U"december"});

/// Whether it may stand between the digits of one number.
bool is_joint(char32_t c);

/// The finding from one sign to another, both included.
TextFinding between(std::string_view rule, TextSeverity severity, const text::Mark& first,
                    const text::Mark& last);

/// Adds where that number stands (refused), and the birth date in it (warned about); the date with
/// the last four digits somewhere near is the number.
void find_number(std::vector<TextFinding>& found, const std::vector<text::Mark>& marks,
                 std::string_view identity_number);

/// Adds where a valid identity number of anybody stands as such numbers are written: refused.
void find_any_number(std::vector<TextFinding>& found, std::string_view text,
                     const std::vector<text::Mark>& marks);

/// Adds where a date stands after "född" or "f.": warned about.
void find_any_birth_date(std::vector<TextFinding>& found, const std::vector<text::Mark>& marks);

}  // namespace kallad::mention
